using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Tests.Taint;

/// <summary>A program that lets in whoever knows its one password belongs to him who set it: what he sends crosses no boundary. Any sign of a second
/// account, and any door that is open, keeps the weight.</summary>
public class OneAccountTests
{
    private const string Login = """
        [AllowAnonymous] [HttpPost("login")]
        public string Login([FromBody] LoginInput input) => Settings.Check(input.Password) ? Tokens.Make(input.RememberMe) : "";
        """;

    [Fact]
    public void What_the_only_account_sends_weighs_less() => Assert.Equal(Severity.Medium, Weigh());

    [Theory]
    [InlineData("")]
    [InlineData("[AllowAnonymous]")]
    public void An_open_door_keeps_its_weight(string guard) => Assert.Equal(Severity.High, Weigh(guard: guard));

    [Fact]
    public void One_open_door_beside_a_closed_one_is_enough() =>
        Assert.Equal(
            Severity.High,
            Weigh(more: "[HttpPost(\"again\")] public void Again(string file) => Files.Remove(file);", remove: "Files.Remove(file)")
        );

    [Theory]
    // The name decides whose account it is.
    [InlineData(
        "[AllowAnonymous] [HttpPost(\"n\")] public string L2([FromBody] NamedInput i) => Settings.Check(i.Password + i.UserName) ? \"\" : \"a\";"
    )]
    [InlineData(
        "[AllowAnonymous] [HttpPost(\"n\")] public string L3(string email, string password) => Settings.Check(password + email) ? \"\" : \"a\";"
    )]
    [InlineData(
        "[Authorize] [HttpPost(\"n\")] public string Add(string login, string password) => Settings.Check(password + login) ? \"\" : \"a\";"
    )]
    [InlineData(
        "[HttpPost(\"n\")] public string L4() => Settings.Check(Request.Form[\"password\"] + Request.Form[\"username\"]) ? \"\" : \"a\";"
    )]
    // Whoever is signed in is somebody.
    [InlineData("[Authorize] [HttpGet(\"w\")] public string Who() => User.Identity.Name;")]
    [InlineData("[Authorize] [HttpGet(\"w\")] public string Who() => User.FindFirst(\"sub\").Value;")]
    [InlineData("[Authorize] [HttpGet(\"w\")] public bool Who() => User.IsInRole(\"Editor\");")]
    [InlineData("[Authorize(Policy = \"Editors\")] [HttpGet(\"w\")] public string Who() => \"\";")]
    [InlineData(
        "private readonly Microsoft.AspNetCore.Identity.UserManager<object> users; public object U() => users.FindByIdAsync(\"a\");"
    )]
    // Somebody else signs people in.
    [InlineData("static void S(Microsoft.AspNetCore.Authentication.AuthenticationBuilder b) => b.AddOpenIdConnect();")]
    public void A_second_account_ends_the_claim(string more) => Assert.Equal(Severity.High, Weigh(more: more));

    [Theory]
    // A share, a room, a forgotten password: something beside the password says which.
    [InlineData(
        "[AllowAnonymous] [HttpPost(\"s/{share}\")] public string Open(string share, string password) => Settings.Check(password + share) ? Tokens.Make(true) : \"\";"
    )]
    [InlineData(
        "[AllowAnonymous] [HttpPost(\"r\")] public string Reset(string token, string newPassword) => Settings.Check(newPassword + token) ? Tokens.Make(true) : \"\";"
    )]
    [InlineData(
        "[Authorize] [HttpPost(\"c\")] public string Change(string password) => Settings.Check(password) ? Tokens.Make(true) : \"\";"
    )]
    [InlineData("")]
    public void Other_passwords_are_no_proof(string login) => Assert.Equal(Severity.High, Weigh(login: login));

    [Fact]
    public void Who_makes_no_proof_of_a_sign_in_has_no_account() => Assert.Equal(Severity.High, Weigh(make: "remember.ToString()"));

    [Theory]
    [InlineData("[Authorize]", "[AllowAnonymous]", Severity.Medium)]
    [InlineData("[AllowAnonymous]", "[Authorize]", Severity.High)]
    public void Who_left_it_counts_and_not_who_reads_it(string writes, string reads, Severity expected) =>
        Assert.Equal(
            expected,
            Weigh(
                guard: reads,
                remove: "System.IO.File.Delete(Settings.Folder)",
                more: writes + " [HttpPost(\"set\")] public void Set(string folder) => Settings.Folder = folder;"
            )
        );

    [Fact]
    public void Script_is_turned_against_the_owner() =>
        Assert.Equal(
            Severity.High,
            Weigh(rule: "xss", remove: "Response.ContentType = \"text/html\"; Response.WriteAsync(\"<p>\" + file)")
        );

    private static Severity Weigh(
        string guard = "[Authorize]",
        string login = Login,
        string more = "",
        string make = "new JwtSecurityToken(\"me\", \"me\", new[] { new Claim(\"kind\", remember ? \"long\" : \"short\") }).ToString()",
        string remove = "System.IO.File.Delete(file)",
        string rule = "path-traversal"
    )
    {
        Codebase result = Analyse.Text(
            $$"""
            using System.IdentityModel.Tokens.Jwt;
            using System.Security.Claims;
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.DependencyInjection;
            public record LoginInput(string Password, bool RememberMe);
            public record NamedInput(string UserName, string Password);
            public static class Settings { public static string Hash, Folder; public static bool Check(string text) => text == Hash; }
            public static class Tokens { public static string Make(bool remember) => {{make}}; }
            public static class Files { public static void Remove(string file) => System.IO.File.Delete(file); }
            [ApiController]
            public class FilesController : ControllerBase
            {
                {{login}}
                {{guard}} [HttpPost("remove")] public void Remove(string file) { {{remove}}; }
                {{more}}
            }
            """
        );
        Candidate candidate = Assert.Single(result.Candidates, c => c.Rule.Id == rule);
        Assert.Equal(candidate.Severity == Severity.Medium, candidate.Message.Contains("one account", StringComparison.Ordinal));
        return candidate.Severity ?? (candidate.Rule.Severity > Severity.High ? Severity.High : candidate.Rule.Severity);
    }
}
