namespace Shrike.Tests.Rules.Structure;

public sealed class MassAssignmentTests
{
    private const string Head = """
        using System;
        using System.Linq;
        using System.Security.Claims;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class User { public int Id { get; set; } public string Name { get; set; } public string Role { get; set; } public string Password { get; set; } }
        public class Article { public int Id { get; set; } public decimal UnitPrice { get; set; } }
        public class Invoice { public int Id { get; set; } public int CustomerId { get; set; } }
        public class DbSet<T> : System.Collections.Generic.List<T> { public T Find(int id) => this[id]; public void Update(T t) { } }
        public class UserForm { public string Name { get; set; } public string Role { get; set; } }
        public class Db : DbContext { public DbSet<User> Users { get; set; } public DbSet<Article> Articles { get; set; } public DbSet<Invoice> Invoices { get; set; } }

        """;

    [Theory]
    [InlineData("[HttpPost] public void Post(User user) { db.Users.Add(user); db.SaveChanges(); }", true)]
    [InlineData("[HttpPost] public void Post(User user) { user.Role = \"guest\"; db.Users.Add(user); db.SaveChanges(); }", false)]
    [InlineData("[HttpPost] public void Post(Article article) { db.Articles.Add(article); db.SaveChanges(); }", false)]
    [InlineData("[HttpPut] public void Put(Article article) { db.Articles.Update(article); db.SaveChanges(); }", true)]
    [InlineData("[HttpPost] public void Post(Invoice invoice) { db.Invoices.Add(invoice); db.SaveChanges(); }", false)]
    [InlineData(
        "[HttpPut] public void Put(Invoice invoice) { invoice.CustomerId = Me; db.Invoices.Update(invoice); db.SaveChanges(); } int Me;",
        false
    )]
    [InlineData("[HttpPost] public void Post(UserForm form) { store.Add(form); db.SaveChanges(); }", false)]
    [InlineData("[Authorize(Roles = \"Clerk\"), HttpPost] public void Post(User user) { db.Users.Add(user); db.SaveChanges(); }", false)]
    public void A_new_row_may_say_all_but_rights_and_an_old_one_less(string action, bool hit) => Assert.Equal(hit, Hits(action));

    [Theory]
    [InlineData(
        "[HttpPut(\"{id}\")] public void Put(int id, UserForm form) { var u = db.Users.Find(id); u.Role = form.Role; db.SaveChanges(); }",
        true
    )]
    [InlineData(
        "[HttpPut(\"{id}\")] public void Put(int id, UserForm form) { var u = db.Users.Find(id); u.Name = form.Name; db.SaveChanges(); }",
        false
    )]
    [InlineData(
        "[HttpPut(\"{id}\")] public void Put(int id, UserForm form) { var u = db.Users.Find(id); u.Role = \"user\"; db.SaveChanges(); }",
        false
    )]
    [InlineData(
        "[HttpPut(\"{id}\")] public void Put(int id, UserForm form) { var u = db.Users.Find(id); form.Role = form.Name; db.SaveChanges(); }",
        false
    )]
    [InlineData("[HttpPut(\"{id}\")] public void Put(int id, UserForm form) { var u = db.Users.Find(id); u.Role = form.Role; }", false)]
    [InlineData(
        "[HttpPut(\"{id}\")] public void Put(int id, UserForm form) { if (!User.IsInRole(\"chief\")) return; var u = db.Users.Find(id); u.Role = form.Role; db.SaveChanges(); }",
        false
    )]
    [InlineData(
        "[Authorize(Policy = \"ManageUsers\"), HttpPut] public void Put(int id, UserForm form) { db.Users.Find(id).Role = form.Role; db.SaveChanges(); }",
        false
    )]
    [InlineData(
        "[AllowAnonymous, HttpPost] public void Register(UserForm form) { db.Users.Add(new User { Name = form.Name, Role = form.Role ?? \"user\" }); db.SaveChanges(); }",
        true
    )]
    [InlineData("[HttpPut] public void Put(UserForm form) { store.Change(form); }", true)]
    [InlineData("[HttpPut] public void Put(UserForm form) { store.ChangeSafely(form); }", false)]
    [InlineData("[HttpPost] public async Task Join(UserForm form) { await users.AddToRoleAsync(new User(), form.Role); }", true)]
    [InlineData("[HttpPost] public async Task Join(UserForm form) { await users.AddToRoleAsync(new User(), \"guest\"); }", false)]
    public void A_right_copied_from_the_request_is_mass_assignment_by_hand(string action, bool hit) => Assert.Equal(hit, Hits(action));

    private static bool Hits(string members)
    {
        string text =
            Head
            + "[Authorize, ApiController, Route(\"people\")] public class PeopleController(Db db, Store store, UserManager users) : ControllerBase { "
            + members
            + """
                 }
                public class Store(Db db, Rights rights)
                {
                    public void Add(UserForm form) { }
                    public void Change(UserForm form) { db.Users.First(u => u.Name == form.Name).Role = form.Role; db.SaveChanges(); }
                    public void ChangeSafely(UserForm form)
                    {
                        if (!rights.IsAuthorizedTo("users")) throw new UnauthorizedAccessException();
                        db.Users.First(u => u.Name == form.Name).Role = form.Role;
                        db.SaveChanges();
                    }
                }
                """;
        return StructuralRulesTests.Run(text, false).Any(candidate => candidate.Rule.Id == "mass-assignment");
    }
}
