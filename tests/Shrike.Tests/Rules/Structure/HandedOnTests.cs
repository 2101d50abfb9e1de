using Shrike.Analysis.Facts;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Rules.Structure;

/// <summary>A door that leaves its work to a helper of its own is judged by what the helper does.</summary>
public sealed class HandedOnTests
{
    private const string Head = """
        using System;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        public class User { public int Id { get; set; } public string Name { get; set; } public string Role { get; set; } public string Password { get; set; } }
        public class DbSet<T> : System.Collections.Generic.List<T> { public T Find(int id) => this[id]; public void Update(T t) { } }
        public class Db : DbContext { public DbSet<User> Users { get; set; } }
        [Authorize] public class OtherController : ControllerBase { [HttpGet] public int Get() => 1; }

        """;

    [Theory]
    [InlineData("public void Delete(int id) => Gone(id); private void Gone(int id) { db.Remove(id); db.SaveChanges(); }", true)]
    [InlineData(
        "public void Delete(int id) { Gone(id); } private void Gone(int id) => Off(id); private void Off(int id) => db.Remove(id);",
        true
    )]
    [InlineData(
        "public async Task<int> Delete(int id) { return await Gone<int>(id).ConfigureAwait(false); } private async Task<T> Gone<T>(int id) { db.Remove(id); return default; }",
        true
    )]
    [InlineData(
        "public int Delete(int id) { int done = Gone(id, db); return done; } private static int Gone(int id, Db db) { db.Remove(id); return 1; }",
        true
    )]
    [InlineData("public int Delete(int id) { return Gone(); int Gone() { db.Remove(id); return 1; } }", true)]
    [InlineData("public int Delete(int id) => Gone(id); private int Gone(int id) => id;", false)]
    [InlineData(
        "public int Delete(int id) { Unused(id); return 1; } private int Unused(int id) => id; private void Gone(int id) => db.Remove(id);",
        false
    )]
    [InlineData(
        "public IActionResult Delete(int id) => Gone(id); private IActionResult Gone(int id) { if (!User.IsInRole(\"chief\")) return Forbid(); db.Remove(id); return Ok(); }",
        false
    )]
    [InlineData("public void Delete(int id) => Again(id, 1); private void Again(int id, int more) => Again(id, more);", false)]
    public void A_change_made_by_a_helper_needs_a_caller_with_a_right(string members, bool hit) =>
        Assert.Equal(
            hit,
            Rules(
                    Head
                        + "[ApiController, Route(\"people\")] public class PeopleController(Db db) : ControllerBase { [HttpDelete(\"{id}\")] "
                        + members
                        + " }"
                )
                .Contains("missing-authorization")
        );

    [Theory]
    [InlineData("public void Put(User user) => Keep(user); private void Keep(User who) { db.Users.Update(who); db.SaveChanges(); }", true)]
    [InlineData("public void Put(User user) => Keep(1, who: user); private void Keep(int n, User who) { db.Users.Update(who); }", true)]
    [InlineData("public void Put(User user) { Keep(); void Keep() { db.Users.Update(user); } }", true)]
    [InlineData(
        "public void Put(User user) => Keep(user.Id); private void Keep(int id) { var user = db.Users.Find(id); db.Users.Update(user); }",
        false
    )]
    [InlineData(
        "public void Put(User user) { user.Role = user.Password = null; Keep(user); } private void Keep(User who) { who.Id = 1; who.Name = null; db.Users.Update(who); }",
        false
    )]
    [InlineData(
        "public void Put(User user) => Keep(user); private void Keep(User who) { if (!User.IsInRole(\"chief\")) throw new Exception(); db.Users.Update(who); }",
        false
    )]
    public void What_is_bound_is_followed_to_where_the_helper_saves_it(string members, bool hit) =>
        Assert.Equal(
            hit,
            Rules(
                    Head
                        + "[Authorize, ApiController, Route(\"people\")] public class PeopleController(Db db) : ControllerBase { [HttpPut] "
                        + members
                        + " }"
                )
                .Contains("mass-assignment")
        );

    [Theory]
    [InlineData(
        "public string NewToken() => Make(); private string Make() { var r = new Random(); string s = r.Next().ToString(); return s; }",
        true
    )]
    [InlineData(
        "public string NewToken() => Make(); private string Make() => More(); private string More() => new Random().Next().ToString();",
        true
    )]
    [InlineData(
        "public void M() { string token = Make(); Console.Write(token); } private string Make() => new Random().Next().ToString();",
        true
    )]
    [InlineData("public string NewColour() => Make(); private string Make() => new Random().Next().ToString();", false)]
    [InlineData(
        "public void NewToken() { Console.Write(1); Wait(); } private void Wait() { System.Threading.Thread.Sleep(new Random().Next(9)); }",
        false
    )]
    public void What_a_random_number_is_for_is_known_from_who_asks_for_it(string members, bool hit) =>
        Assert.Equal(hit, Rules("using System; public class A { " + members + " }").Contains("weak-random"));

    private static HashSet<string> Rules(string code)
    {
        var tree = new SourceTree("/", [SourceFile.InMemory("A.cs", code)], []);
        Codebase found = CodeFacts.Read(
            tree,
            RuleCatalogue.BuiltIn(),
            new AnalysisOptions { Jobs = 1 },
            null,
            TestContext.Current.CancellationToken
        );
        return [.. found.Candidates.Select(candidate => candidate.Rule.Id)];
    }
}
