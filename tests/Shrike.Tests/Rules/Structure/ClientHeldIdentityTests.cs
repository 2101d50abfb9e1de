using Shrike.Analysis.Findings;

namespace Shrike.Tests.Rules.Structure;

public sealed class ClientHeldIdentityTests
{
    private const string Text = """
        using System;
        using System.Linq;
        using System.Security.Claims;
        using System.Security.Cryptography;
        using System.Text;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        public class User { public int Id; public string Name; public string Password; public string RememberToken; public string CreateAccessToken() => ""; }
        public class GateController(Db db, Tokens tokens, IDataProtector protector) : Controller
        {
            ACTION
        }
        """;

    [Theory]
    [InlineData(
        "public object Enter() { var raw = Request.Cookies[\"sso\"]; if (raw == null) return Unauthorized(); var id = Encoding.UTF8.GetString(Convert.FromBase64String(raw)); var user = db.Users.FirstOrDefault(u => u.Name == id); return user.CreateAccessToken(); }",
        true
    )]
    [InlineData(
        "public string Enter() { var raw = protector.Unprotect(Request.Cookies[\"sso\"]); var user = db.Users.FirstOrDefault(u => u.Name == raw); return user.CreateAccessToken(); }",
        false
    )]
    [InlineData(
        "public string Enter() { var raw = Request.Cookies[\"remember\"]; var user = db.Users.FirstOrDefault(u => u.RememberToken == raw); return user.CreateAccessToken(); }",
        false
    )]
    [InlineData(
        "public string Enter() { var theme = Request.Cookies[\"theme\"]; var user = db.Users.First(); return user.CreateAccessToken(); }",
        false
    )]
    [InlineData(
        "public async Task Enter() { string name = Request.Form[\"username\"]; await HttpContext.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(new[] { new Claim(\"name\", name) }))); }",
        true
    )]
    [InlineData(
        "public async Task Enter() { string name = Request.Form[\"username\"]; if (!tokens.CheckPassword(name, Request.Form[\"password\"])) return; await HttpContext.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(new[] { new Claim(\"name\", name) }))); }",
        false
    )]
    [InlineData(
        "[HttpGet] public string Enter(string userName) { var user = db.Users.First(u => u.Name == userName); return tokens.GenerateToken(user); }",
        true
    )]
    [InlineData(
        "[HttpGet] public string Enter(string userName, string password) { var user = db.Users.First(u => u.Name == userName && u.Password == password); return tokens.GenerateToken(user); }",
        false
    )]
    [InlineData(
        "[HttpPost] public string Register(string userName) { var user = db.Users.First(u => u.Name == userName); return tokens.GenerateToken(user); }",
        false
    )]
    [InlineData(
        "[HttpGet] public string Show(string userName) { var user = db.Users.First(u => u.Name == userName); return user.Name; }",
        false
    )]
    [InlineData("[HttpPost] public void Leave() { Response.Cookies[\"sso\"] = tokens.GenerateToken(db.Users.First()); }", false)]
    public void Whoever_is_signed_in_by_what_the_client_holds_was_never_asked_for_proof(string action, bool hit) =>
        Assert.Equal(hit, Found(action).Count > 0);

    [Fact]
    public void A_header_may_be_the_work_of_a_proxy()
    {
        Candidate only = Assert.Single(
            Found(
                "public string Enter() { var name = Request.Headers[\"X-User-Name\"]; return tokens.GenerateToken(db.Users.First(u => u.Name == name)); }"
            )
        );
        Assert.Equal(Severity.Medium, only.Severity);
    }

    [Fact]
    public void A_cookie_has_its_own_weakness()
    {
        Candidate only = Assert.Single(Found("public string Enter() => tokens.GenerateToken(Request.Cookies[\"user\"]);"));
        Assert.Equal(565, only.Cwe);
        Assert.Contains("cookie 'user'", only.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Candidate> Found(string action) =>
        [
            .. StructuralRulesTests
                .Run(Text.Replace("ACTION", action, StringComparison.Ordinal), false)
                .Where(candidate => candidate.Rule.Id == "client-held-authorization"),
        ];
}
