using Shrike.Analysis.Findings;

namespace Shrike.Tests.Rules.Structure;

public sealed class ObjectLevelAuthorizationTests
{
    private const string Head = """
        using System;
        using System.Linq;
        using System.Security.Claims;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class User { public int Id { get; set; } public string UserName { get; set; } public string Email { get; set; } public string PasswordHash { get; set; } }
        public class Note { public int Id { get; set; } public int UserId { get; set; } public string Text { get; set; } }
        public class Db : DbContext { public DbSet<User> Users { get; set; } public DbSet<Note> Notes { get; set; } }

        """;

    [Theory]
    [InlineData(
        "[HttpPut(\"{id}\")] public void Put(int id, string mail) { var u = db.Users.Find(id); u.Email = mail; db.SaveChanges(); }",
        true
    )]
    [InlineData(
        "[HttpDelete(\"{id}\")] public void Delete(int id) { db.Users.Remove(db.Users.Single(u => u.Id == id)); db.SaveChanges(); }",
        true
    )]
    [InlineData("[HttpGet(\"{id}\")] public string Get(int id) => db.Users.Find(id).UserName;", false)]
    [InlineData(
        "[Authorize(Roles = \"Clerk\"), HttpPut(\"{id}\")] public void Put(int id, string mail) { db.Users.Find(id).Email = mail; db.SaveChanges(); }",
        false
    )]
    [InlineData(
        "[Authorize(Roles = \"Clerk,User\"), HttpPut(\"{id}\")] public void Put(int id, string mail) { db.Users.Find(id).Email = mail; db.SaveChanges(); }",
        true
    )]
    [InlineData(
        "[HttpPost(\"{id}/reset\")] public void Reset(int id, string token) { db.Users.Find(id).Email = token; db.SaveChanges(); }",
        false
    )]
    [InlineData(
        "[HttpPut(\"{id}\")] public IActionResult Put(int id, string mail) { if (id != int.Parse(User.FindFirstValue(\"sub\"))) return Forbid(); db.Users.Find(id).Email = mail; db.SaveChanges(); return Ok(); }",
        false
    )]
    [InlineData(
        "[HttpPut] public void Put(string mail) { int me = int.Parse(User.FindFirstValue(\"sub\")); db.Users.Find(me).Email = mail; db.SaveChanges(); }",
        false
    )]
    public void The_user_itself_may_not_be_changed_by_any_other(string action, bool hit) =>
        Assert.Equal(hit, Hits(Controller(action)).Count > 0);

    [Theory]
    [InlineData("db.Notes.First(n => n.Id == id)", true)]
    [InlineData("db.Notes.Any(n => n.Id == id)", false)]
    [InlineData("db.Notes.Where(n => n.Id == id).Count()", false)]
    [InlineData("db.Notes.Where(n => n.Id == id && n.UserId == Me)", false, "int Me => int.Parse(User.FindFirstValue(\"sub\"));")]
    [InlineData("store.Load(id)", true)]
    [InlineData("store.Load(id, User.FindFirstValue(\"sub\"))", false)]
    [InlineData("store.Guarded(id)", false)]
    public void What_only_counts_or_asks_for_the_caller_is_no_hit(string lookup, bool hit, string more = "")
    {
        string text =
            Controller($"[HttpGet(\"{{id}}\")] public object Get(int id) => {lookup}; {more}")
            + """

                public class Store(Db db, Rights rights)
                {
                    public Note Load(int id) => db.Notes.Find(id);
                    public Note Load(int id, string caller) => db.Notes.First(n => n.Id == id && n.UserId.ToString() == caller);
                    public Note Guarded(int id)
                    {
                        var note = db.Notes.Find(id);
                        if (!rights.MayRead(note)) throw new AccessDeniedException();
                        return note;
                    }
                }
                """;
        Assert.Equal(hit, Hits(text).Count > 0);
    }

    [Theory]
    [InlineData("public Guid OwnerId { get; set; }", "", Severity.Medium)]
    [InlineData("public Guid OwnerId { get; set; }", "bool Mine(Item i) => i.OwnerId == currentUser.Id;", Severity.High)]
    [InlineData("public Guid OwnerId { get; set; }", "void Put(Item i, Folder folder) { i.OwnerId = folder.Id; }", null)]
    [InlineData("public Guid OwnerId { get; set; } public Folder Owner { get; set; }", "", null)]
    [InlineData("public Guid OwnerId { get; set; } public User Owner { get; set; }", "", Severity.High)]
    [InlineData("public Guid UserId { get; set; }", "", Severity.High)]
    [InlineData("public string Owner { get; set; }", "", null)]
    [InlineData("public string CreatedBy { get; set; } public string ModifiedBy { get; set; }", "", null)]
    [InlineData(
        "public string CreatedBy { get; set; } public string ModifiedBy { get; set; }",
        "bool Mine(Item i) => i.CreatedBy == currentUserName;",
        Severity.High
    )]
    public void A_column_counts_as_far_as_it_is_known_to_name_a_user(string columns, string use, Severity? severity)
    {
        string text =
            Controller(
                "[HttpDelete(\"{id}\")] public void Delete(Guid id) { db.Set<Item>().Remove(db.Set<Item>().Find(id)); db.SaveChanges(); }"
            )
            + $$"""

                public class Folder { public Guid Id { get; set; } }
                public class Item { public Guid Id { get; set; } {{columns}} }
                public class Uses { {{use}} }
                """;
        IReadOnlyList<Candidate> found = Hits(text);
        Assert.Equal(severity is not null, found.Count > 0);
        if (severity is { } expected)
            Assert.Equal(expected == Severity.High ? null : expected, found[0].Severity);
    }

    [Theory]
    [InlineData("[Staff]", "public class StaffAttribute() : AuthorizeAttribute { public StaffAttribute(string r = \"\") { } }", true)]
    [InlineData(
        "[Need(Permission = \"orders.read\")]",
        "public class NeedAttribute : AuthorizeAttribute { public string Permission { get; set; } }",
        false
    )]
    [InlineData(
        "[Authorize(Policy = Names.Elevated)]",
        "public static class Names { public const string Elevated = \"Elevated\"; }",
        false
    )]
    [InlineData("[Authorize(Policy = Names.LoggedIn)]", "public static class Names { public const string LoggedIn = \"LoggedIn\"; }", true)]
    public void A_right_of_its_own_is_asked_for_by_attributes_with_arguments(string attribute, string declaration, bool hit)
    {
        string text = Controller($"{attribute} [HttpGet(\"{{id}}\")] public Note Get(int id) => db.Notes.Find(id);") + "\n" + declaration;
        Assert.Equal(hit, Hits(text).Count > 0);
    }

    [Fact]
    public void What_everybody_reads_is_a_hit_only_when_it_is_changed()
    {
        const string more = "\npublic class BlogPost { public int Id { get; set; } public int UserId { get; set; } }";
        Assert.Empty(Hits(Controller("[HttpGet(\"{id}\")] public object Get(int id) => db.Set<BlogPost>().Find(id);") + more));
        Assert.Single(
            Hits(
                Controller(
                    "[HttpDelete(\"{id}\")] public void Delete(int id) { db.Remove(db.Set<BlogPost>().Find(id)); db.SaveChanges(); }"
                ) + more
            )
        );
    }

    private static string Controller(string members) =>
        Head
        + "[Authorize, ApiController, Route(\"people\")] public class PeopleController(Db db, Store store) : ControllerBase { "
        + members
        + " }";

    private static IReadOnlyList<Candidate> Hits(string text) =>
        [.. StructuralRulesTests.Run(text, false).Where(candidate => candidate.Rule.Id == "object-level-authorization")];
}
