using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Rules.Structure.Code;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Rules.Structure;

public class CodeStructureTests
{
    private static readonly RuleCatalogue Rules = RuleCatalogue.BuiltIn();

    private static (SyntaxNode Root, SourceFile File) Parse(string code) =>
        (
            CSharpSyntaxTree
                .ParseText(code, cancellationToken: TestContext.Current.CancellationToken)
                .GetRoot(TestContext.Current.CancellationToken),
            SourceFile.InMemory("A.cs", code)
        );

    private static List<Candidate> Secrets(string code)
    {
        (SyntaxNode root, SourceFile file) = Parse(code);
        return [.. HardcodedSecrets.Find(root, file, Rules)];
    }

    [Theory]
    [InlineData("class A { const string ApiKey = \"8f3b0c7d91e24a56\"; }")]
    [InlineData("class A { string dbPassword = \"Wq7.rTz2\"; }")]
    [InlineData("class A { string Password { get; set; } = \"Wq7.rTz2\"; }")]
    [InlineData("class A { void M(B b) { b.Password = \"Wq7.rTz2\"; } }")]
    [InlineData("class A { void M(B b) { b[\"ClientSecret\"] = \"kd83hs72kdj3hs82\"; } }")]
    [InlineData("class A { object o = new B { SigningKey = \"kd83hs72kdj3hs82\" }; }")]
    [InlineData("class A { void M() { Login(user: \"shop\", password: \"Wq7.rTz2\"); } }")]
    [InlineData("class A { string c = \"Server=db1;User Id=shop;Password=Wq7.rTz2\"; }")]
    [InlineData("class A { string c = \"AKIAZ7Q2M4N6P8R0T2V4\"; }")]
    public void Finds_secrets_in_code(string code)
    {
        Candidate only = Assert.Single(Secrets(code));
        Assert.Equal("hardcoded-secret", only.Rule.Id);
        Assert.DoesNotContain("Wq7", only.Message + only.Snippet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class A { const string Password = \"Password\"; const string PasswordKey = \"Wq7.rTz2\"; }")]
    [InlineData("class A { const string ClientSecret = \"client_secret\"; }")]
    [InlineData("class A { string password = \"\"; string apiKey = null; }")]
    [InlineData("class A { string password = \"changeme\"; string ApiKey = \"<your key>\"; }")]
    [InlineData("class A { string password = Config[\"Password\"]; }")]
    [InlineData("class A { string Password = \"The password is too short\"; }")]
    [InlineData("class A { const string UpdatePassword = \"pm-27086-update-apis-for-input-password\"; }")]
    [InlineData("class A { const string HashedPassword = \"client_b64_hashed_password\"; }")]
    [InlineData("class A { bool b = password == \"Wq7.rTz2\"; }")]
    [InlineData("class A { string c = \"Server=localhost;User Id=sa;Password=Wq7.rTz2\"; }")]
    [InlineData("class A { string TokenUrl = \"https://id/token1234567\"; string CacheKey = \"orders-2024-list-all\"; }")]
    public void Is_silent_on_labels_and_placeholders(string code) => Assert.Empty(Secrets(code));

    [Fact]
    public void Long_lines_and_many_literals_end()
    {
        string many =
            "class A { string[] keys = [" + string.Concat(Enumerable.Repeat("\"key\", ", 20_000)) + "]; string Password = \"Wq7.rTz2\"; }";
        Assert.Single(Secrets(many));
        string verbatim = "class A { string s = @\"\nServer=db1;\nUser Id=shop;\nPassword=Wq7.rTz2\"; }";
        Assert.Single(Secrets(verbatim));
    }

    [Theory]
    [InlineData("app.UseDeveloperExceptionPage();", true)]
    [InlineData("if (env.IsDevelopment()) { app.UseDeveloperExceptionPage(); }", false)]
    [InlineData("if (x) app.UseDeveloperExceptionPage();", true)]
    [InlineData("class S { void Configure(App app) { if (!app.Env.IsDevelopment()) return; app.UseDeveloperExceptionPage(); } }", false)]
    [InlineData("class S { void ConfigureDevelopment(App app) { app.UseDeveloperExceptionPage(); } }", false)]
    [InlineData("class S { void Configure(App app) { app.UseDeveloperExceptionPage(); } }", true)]
    public void Developer_pages_must_ask_for_the_environment(string code, bool found)
    {
        (SyntaxNode root, SourceFile file) = Parse(code);
        Assert.Equal(found, DeveloperPages.Find(root, file, Rules).Any());
    }

    [Theory]
    [InlineData("[ValidateInput(false)]", "request-validation-off")]
    [InlineData("[System.Web.Mvc.ValidateInputAttribute(false)]", "request-validation-off")]
    [InlineData("[ValidateInput(true)]", null)]
    [InlineData("[DisableRequestSizeLimit]", "request-size-unlimited")]
    [InlineData("[RequestSizeLimit(100)]", null)]
    [InlineData("[RequestSizeLimit(5000000000)]", "request-size-unlimited")]
    [InlineData("[ServiceBehavior(IncludeExceptionDetailInFaults = true)]", "detailed-errors")]
    [InlineData("[ServiceBehavior(IncludeExceptionDetailInFaults = false)]", null)]
    [InlineData("[EnableCors(\"*\", \"*\", \"*\", SupportsCredentials = true)]", "cors-any-origin")]
    [InlineData("[EnableCors(\"https://a.example\", \"*\", \"*\")]", null)]
    [InlineData("[JsonProperty(TypeNameHandling = TypeNameHandling.All)]", "json-type-names")]
    [InlineData("[JsonProperty(TypeNameHandling = TypeNameHandling.None)]", null)]
    [InlineData("[Authorize]", null)]
    public void Attributes_match_patterns(string attribute, string? rule)
    {
        (SyntaxNode root, SourceFile file) = Parse($"class A {{ {attribute} public void M() {{ }} }}");
        Assert.Equal(rule, AttributePatterns.Find(root, file, Rules).SingleOrDefault()?.Rule.Id);
    }

    [Fact]
    public void Page_directives_have_exact_places()
    {
        const string Page =
            "<%@ Page Language=\"C#\"\n  ValidateRequest = \"false\" EnableViewStateMac='false' Trace=\"false\" %>\n<p>ValidateRequest=\"false\"</p>";
        Candidate[] found = [.. PageDirectives.Find(SourceFile.InMemory("A.aspx", Page, FileKind.WebForms), Rules)];
        Assert.Equal(["request-validation-off", "viewstate-mac-off"], found.Select(candidate => candidate.Rule.Id));
        Assert.Equal(new SourceSpan("A.aspx", 2, 3, 2, 28), found[0].Where);
    }
}
