using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Rules.Structure;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Rules.Structure;

public class ConfigurationFilesTests
{
    private static readonly RuleCatalogue Rules = RuleCatalogue.BuiltIn();

    private static List<Candidate> Find(string path, string text, out List<Problem> problems)
    {
        problems = [];
        return [.. ConfigurationFiles.Find(SourceFile.InMemory(path, text, FileKind.Configuration), Rules, problems)];
    }

    private static string[] Ids(string path, string text)
    {
        string[] ids = [.. Find(path, text, out List<Problem> problems).Select(candidate => candidate.Rule.Id)];
        Assert.Empty(problems);
        return ids;
    }

    [Theory]
    [InlineData("debug-compilation", "<system.web><compilation debug=\"true\"/></system.web>")]
    [InlineData("custom-errors-off", "<system.web><customErrors mode=\"Off\"/></system.web>")]
    [InlineData("custom-errors-off", "<system.webServer><httpErrors errorMode=\"Detailed\"/></system.webServer>")]
    [InlineData("trace-enabled", "<system.web><trace enabled=\"true\"/></system.web>")]
    [InlineData("request-validation-off", "<system.web><pages validateRequest=\"false\"/></system.web>")]
    [InlineData("request-validation-off", "<system.web><httpRuntime requestValidationMode=\"2.0\"/></system.web>")]
    [InlineData("viewstate-mac-off", "<system.web><pages enableViewStateMac=\"False\"/></system.web>")]
    [InlineData("viewstate-not-encrypted", "<system.web><pages viewStateEncryptionMode=\"Never\"/></system.web>")]
    [InlineData("event-validation-off", "<system.web><pages enableEventValidation=\"false\"/></system.web>")]
    [InlineData("cookie-not-httponly", "<system.web><httpCookies httpOnlyCookies=\"false\"/></system.web>")]
    [InlineData("cookie-not-secure", "<system.web><httpCookies requireSSL=\"false\"/></system.web>")]
    [InlineData(
        "cookie-not-secure",
        "<location path=\"a\"><system.web><authentication><forms requireSSL=\"false\"/></authentication></system.web></location>"
    )]
    [InlineData(
        "unprotected-authentication-ticket",
        "<system.web><authentication><forms protection=\"None\"/></authentication></system.web>"
    )]
    [InlineData("cookieless-session", "<system.web><sessionState cookieless=\"UseUri\"/></system.web>")]
    [InlineData("session-expiry", "<system.web><sessionState timeout=\"100000\"/></system.web>")]
    [InlineData("header-checking-off", "<system.web><httpRuntime enableHeaderChecking=\"false\"/></system.web>")]
    [InlineData("version-disclosure", "<system.web><httpRuntime enableVersionHeader=\"true\"/></system.web>")]
    [InlineData("request-size-unlimited", "<system.web><httpRuntime maxRequestLength=\"2147483647\"/></system.web>")]
    [InlineData(
        "double-escaping-allowed",
        "<system.webServer><security><requestFiltering allowDoubleEscaping=\"true\"/></security></system.webServer>"
    )]
    [InlineData("directory-browsing", "<system.webServer><directoryBrowse enabled=\"true\"/></system.webServer>")]
    [InlineData("error-log-exposed", "<elmah><security allowRemoteAccess=\"1\"/></elmah>")]
    [InlineData(
        "weak-password-requirements",
        "<system.web><membership><providers><add minRequiredPasswordLength=\"4\"/></providers></membership></system.web>"
    )]
    [InlineData(
        "secret-in-configuration",
        "<system.web><membership><providers><add passwordFormat=\"Clear\"/></providers></membership></system.web>"
    )]
    [InlineData("hardcoded-machine-key", "<system.web><machineKey validationKey=\"0123456789ABCDEF0123456789ABCDEF\"/></system.web>")]
    [InlineData("weak-hash", "<system.web><machineKey validation=\"MD5\"/></system.web>")]
    [InlineData(
        "cors-any-origin",
        "<system.webServer><httpProtocol><customHeaders><add name=\"Access-Control-Allow-Origin\" value=\"*\"/></customHeaders></httpProtocol></system.webServer>"
    )]
    [InlineData(
        "wcf-without-security",
        "<system.serviceModel><bindings><netTcpBinding><binding><security mode=\"None\"/></binding></netTcpBinding></bindings></system.serviceModel>"
    )]
    [InlineData(
        "detailed-errors",
        "<system.serviceModel><behaviors><serviceBehaviors><behavior><serviceDebug includeExceptionDetailInFaults=\"true\"/></behavior></serviceBehaviors></behaviors></system.serviceModel>"
    )]
    [InlineData(
        "weak-tls",
        "<runtime><AppContextSwitchOverrides value=\"a=b;Switch.System.Net.DontEnableSchUseStrongCrypto=true\"/></runtime>"
    )]
    [InlineData(
        "secret-in-configuration",
        "<connectionStrings><add name=\"Shop\" connectionString=\"Server=db1;User Id=shop;Password=Wq7.rTz2\"/></connectionStrings>"
    )]
    [InlineData("secret-in-configuration", "<appSettings><add key=\"SmtpPassword\" value=\"Wq7.rTz2\"/></appSettings>")]
    [InlineData("secret-in-configuration", "<appSettings><add key=\"Maps.ApiKey\" value=\"8f3b0c7d91e24a56\"/></appSettings>")]
    [InlineData(
        "secret-in-configuration",
        "<system.net><mailSettings><smtp><network userName=\"shop\" password=\"Wq7.rTz2\"/></smtp></mailSettings></system.net>"
    )]
    [InlineData("secret-in-configuration", "<appSettings><add key=\"Queue\" value=\"amqp://shop:Wq7.rTz2@mq1/\"/></appSettings>")]
    [InlineData(
        "sql-connection-without-tls",
        "<connectionStrings><add name=\"Shop\" connectionString=\"Server=db1;Integrated Security=true;Encrypt=False\"/></connectionStrings>"
    )]
    public void Finds_settings_of_xml(string rule, string xml)
    {
        Assert.Equal([rule], Ids("Web.config", $"<configuration>{xml}</configuration>"));
    }

    [Theory]
    [InlineData("<system.web><compilation debug=\"false\"/><customErrors mode=\"RemoteOnly\"/><trace enabled=\"false\"/></system.web>")]
    [InlineData("<system.web><pages validateRequest=\"true\"/><httpRuntime requestValidationMode=\"4.5\"/></system.web>")]
    [InlineData("<system.web><httpCookies httpOnlyCookies=\"true\" requireSSL=\"true\"/><sessionState timeout=\"20\"/></system.web>")]
    [InlineData(
        "<system.web><machineKey validationKey=\"AutoGenerate,IsolateApps\" validation=\"HMACSHA256\" decryption=\"AES\"/></system.web>"
    )]
    [InlineData("<connectionStrings><add name=\"Shop\" connectionString=\"Server=db1;Integrated Security=true\"/></connectionStrings>")]
    [InlineData(
        "<connectionStrings><add name=\"Shop\" connectionString=\"Server=db1;User Id=shop;Password=#{DbPassword}\"/></connectionStrings>"
    )]
    [InlineData("<connectionStrings><add name=\"Shop\" connectionString=\"Server=db1;User Id=shop;Password=\"/></connectionStrings>")]
    [InlineData(
        "<appSettings><add key=\"ApiKey\" value=\"\"/><add key=\"ClientSecret\" value=\"changeme\"/><add key=\"Password\" value=\"$(Password)\"/></appSettings>"
    )]
    [InlineData(
        "<appSettings><add key=\"PasswordResetUrl\" value=\"/account/reset\"/><add key=\"PasswordMinLength\" value=\"12\"/><add key=\"PublicKeyToken\" value=\"b77a5c561934e089\"/></appSettings>"
    )]
    [InlineData("<other><compilation debug=\"true\"/></other>")]
    [InlineData("<!-- <system.web><compilation debug=\"true\"/></system.web> -->")]
    public void Is_silent_on_safe_xml(string xml) => Assert.Empty(Ids("Web.config", $"<configuration>{xml}</configuration>"));

    [Fact]
    public void Debug_settings_of_a_debug_transform_are_meant() =>
        Assert.Empty(Ids("Web.Debug.config", "<configuration><system.web><compilation debug=\"true\"/></system.web></configuration>"));

    [Fact]
    public void Xml_places_are_exact()
    {
        const string Text =
            "<?xml version=\"1.0\"?>\r\n<configuration>\r\n  <system.web>\r\n    <compilation targetFramework='4.8'\r\n       debug = \"true\" />\r\n  </system.web>\r\n</configuration>";
        Candidate only = Assert.Single(Find("src/Web.config", Text, out _));
        Assert.Equal(new SourceSpan("src/Web.config", 5, 8, 5, 22), only.Where);
        Assert.Equal("system.web/compilation@debug", only.Symbol);
        Assert.Equal("debug = \"true\"", only.Snippet);
    }

    [Theory]
    [InlineData("secret-in-configuration", "{ \"ConnectionStrings\": { \"Shop\": \"Server=db1;User Id=shop;Password=Wq7.rTz2\" } }")]
    [InlineData("secret-in-configuration", "{ \"Jwt\": { \"Key\": \"kd83hs72kdj3hs82kd93jd7s\" } }")]
    [InlineData("secret-in-configuration", "{ \"JwtSettings\": { \"Secret\": \"kd83hs72kdj3hs82kd93jd7s\" } }")]
    [InlineData("secret-in-configuration", "{ \"ConnectionStrings\": { \"Shop\": \"Server=db1;User Id=sa;Password=@Wq7.rTz2x\" } }")]
    [InlineData("secret-in-configuration", "{ \"Smtp\": { \"Password\": \"Wq7.rTz2\" } }")]
    [InlineData("secret-in-configuration", "{ \"Items\": [ { \"ClientSecret\": \"kd83hs72kdj3hs82\" } ] }")]
    [InlineData(
        "secret-in-configuration",
        "{ \"Storage\": \"DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=dGhpc2lzbm90YXJlYWxrZXlidXRpdGlzbG9uZ2Vub3VnaA==\" }"
    )]
    [InlineData("detailed-errors", "{ \"DetailedErrors\": true }")]
    [InlineData("https-requirement-off", "{ \"Auth\": { \"RequireHttpsMetadata\": false } }")]
    public void Finds_settings_of_json(string rule, string json) => Assert.Equal([rule], Ids("appsettings.json", json));

    [Theory]
    [InlineData("{ \"Jwt\": { \"Key\": \"\" , \"Issuer\": \"https://id.shop\" } }")]
    [InlineData("{ \"Jwt\": { \"Key\": \"<set in user secrets>\" } }")]
    [InlineData("{ \"Password\": \"${DB_PASSWORD}\", \"ApiKey\": \"your-api-key-goes-here-123456\" }")]
    [InlineData("{ \"Logging\": { \"LogLevel\": { \"Default\": \"Information\" } }, \"AllowedHosts\": \"*\" }")]
    [InlineData("{ \"Fields\": { \"Password\": \"password\", \"ClientSecret\": \"client_secret\" } }")]
    [InlineData("{ \"Password\": null, \"DetailedErrors\": false }")]
    [InlineData("// comment\n{ \"a\": [1, 2, [\"x\"]], }")]
    public void Is_silent_on_safe_json(string json) => Assert.Empty(Ids("appsettings.json", json));

    [Fact]
    public void Json_places_are_exact()
    {
        const string Text = "{\n  \"ü\": \"ä\",\n  \"Smtp\": { \"Host\": \"é\", \"Password\": \"Wq7.rTz2\" }\n}";
        Candidate only = Assert.Single(Find("appsettings.json", Text, out _));
        Assert.Equal(new SourceSpan("appsettings.json", 3, 38, 3, 48), only.Where);
        Assert.Equal("Smtp:Password", only.Symbol);
        Assert.DoesNotContain("Wq7", only.Snippet + only.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_of_a_developers_machine_weigh_less()
    {
        const string Text = "{ \"Smtp\": { \"Password\": \"Wq7.rTz2\" }, \"DetailedErrors\": true }";
        Candidate only = Assert.Single(Find("appsettings.Development.json", Text, out _));
        Assert.Equal(Severity.Low, only.Severity);
    }

    [Fact]
    public void An_entity_bomb_is_a_problem_and_nothing_more()
    {
        const string Bomb =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><configuration>&c;</configuration>";
        Assert.Empty(Find("Web.config", Bomb, out List<Problem> problems));
        Assert.Contains("DTD", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_read_before_broken_text_still_counts()
    {
        Assert.Single(Find("Web.config", "<configuration><system.web><compilation debug=\"true\"/><oops", out List<Problem> problems));
        Assert.Contains("not read beyond line 1", Assert.Single(problems).Message, StringComparison.Ordinal);
        Assert.Single(Find("appsettings.json", "{ \"Password\": \"Wq7.rTz2\",\n oops", out problems));
        Assert.Contains("not read beyond line 2", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_xml_are_left_alone()
    {
        Assert.Empty(Find("nginx.config", "server { listen 80; }", out List<Problem> problems));
        Assert.Empty(problems);
        Assert.Empty(Find("Web.config", "server { listen 80; }", out problems));
        Assert.Single(problems);
    }

    [Fact]
    public void Depth_and_size_are_bounded()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        Assert.Empty(Find("Web.config", deep, out List<Problem> problems));
        Assert.Contains("nested deeper", Assert.Single(problems).Message, StringComparison.Ordinal);
        Assert.Empty(Find("appsettings.json", new string('[', 100_000), out problems));
        Assert.Single(problems);
        Assert.Empty(Find("appsettings.json", string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), out problems));
        Assert.Single(problems);
        Assert.Empty(Find("Web.config", new string(' ', 9_000_000), out problems));
        Assert.Contains("larger than", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_vanished_is_a_problem()
    {
        var problems = new List<Problem>();
        Assert.Empty(
            ConfigurationFiles.Find(new SourceFile("Web.config", "/does/not/exist/Web.config", FileKind.Configuration, 10), Rules, problems)
        );
        Assert.Empty(
            ConfigurationFiles.Find(new SourceFile("a.json", "/does/not/exist/a.json", FileKind.Configuration, 10), Rules, problems)
        );
        Assert.All(problems, problem => Assert.Contains("cannot be read", problem.Message, StringComparison.Ordinal));
        Assert.Equal(2, problems.Count);
    }

    [Fact]
    public void Random_damage_never_throws()
    {
        const string Xml =
            "<?xml version=\"1.0\"?><configuration><system.web><pages validateRequest=\"false\" a='b'/></system.web></configuration>";
        const string Json = "{ \"a\": [ { \"Password\": \"Wq7.rTz2\" }, 1, true ], \"b\": { \"c\": null } }";
        var random = new Random(20261124);
        for (int round = 0; round < 3000; round++)
        {
            foreach ((string path, string text) in new[] { ("Web.config", Xml), ("appsettings.json", Json) })
            {
                var damaged = new StringBuilder(text);
                for (int i = 0; i < 3; i++)
                    damaged[random.Next(damaged.Length)] = (char)random.Next(1, 300);
                foreach (Candidate candidate in Find(path, damaged.ToString(), out _))
                    Assert.True(candidate.Where.StartColumn >= 1);
            }
        }
    }
}
