using Shrike.Analysis.Facts;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Rules;

/// <summary>Pattern rules through the whole analysis: what each finds, and its safe twin.</summary>
public class PatternRulesTests
{
    private static readonly RuleCatalogue Rules = RuleCatalogue.BuiltIn();

    private const string Usings = """
        using System; using System.IO; using System.Linq; using System.Net; using System.Net.Http; using System.Net.Security; using System.Security.Authentication;
        using System.Security.Cryptography; using System.Security.Cryptography.X509Certificates; using System.Text; using System.Xml; using System.Xml.Xsl;
        using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Identity; using Microsoft.AspNetCore.Cors.Infrastructure; using Microsoft.Extensions.DependencyInjection;

        """;

    private static string[] Find(string body)
    {
        string code =
            Usings
            + "public class A { private byte[] key = new byte[32]; public object M(string password, byte[] salt, string text, byte[] data, HttpResponse response, Stream stream) { "
            + body
            + " return null; } }";
        var tree = new SourceTree("/", [SourceFile.InMemory("A.cs", code)], []);
        Codebase found = CodeFacts.Read(tree, Rules, new AnalysisOptions { Jobs = 1 }, null, TestContext.Current.CancellationToken);
        return
        [
            .. found.Candidates.Where(c => c.Rule.Kind == RuleKind.Pattern).Select(c => c.Rule.Id).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    [Theory]
    [InlineData("weak-hash", "var h = MD5.HashData(data);")]
    [InlineData("weak-hash", "using var h = SHA1.Create(); var d = h.ComputeHash(data);")]
    [InlineData("weak-hash", "var h = new MD5CryptoServiceProvider();")]
    [InlineData("weak-hash", "var h = HashAlgorithm.Create(\"MD5\");")]
    [InlineData("weak-cipher", "var c = DES.Create();")]
    [InlineData("weak-cipher", "var c = new TripleDESCryptoServiceProvider();")]
    [InlineData("weak-cipher", "var c = SymmetricAlgorithm.Create(\"3DES\");")]
    [InlineData("weak-cipher-mode", "using var a = Aes.Create(); a.Mode = CipherMode.ECB;")]
    [InlineData("weak-cipher-mode", "var a = new AesManaged { Mode = CipherMode.ECB };")]
    [InlineData("weak-cipher-mode", "using var a = Aes.Create(); var e = a.EncryptEcb(data, PaddingMode.PKCS7);")]
    [InlineData("weak-rsa-padding", "using var r = RSA.Create(3072); var e = r.Encrypt(data, RSAEncryptionPadding.Pkcs1);")]
    [InlineData("weak-rsa-padding", "var r = new RSACryptoServiceProvider(3072); var e = r.Encrypt(data, false);")]
    [InlineData("short-key", "using var r = RSA.Create(1024);")]
    [InlineData("short-key", "var r = new RSACryptoServiceProvider(512);")]
    [InlineData("short-key", "using var r = RSA.Create(); r.KeySize = 1024;")]
    [InlineData("weak-random", "var token = new Random().Next();")]
    [InlineData("temp-file-name", "var path = Path.GetTempFileName();")]
    [InlineData("weak-random", "var sessionId = Random.Shared.NextInt64().ToString();")]
    [InlineData("weak-key-derivation", "var k = new Rfc2898DeriveBytes(password, salt);")]
    [InlineData("weak-key-derivation", "var k = new Rfc2898DeriveBytes(password, salt, 1000, HashAlgorithmName.SHA256);")]
    [InlineData("weak-key-derivation", "var k = Rfc2898DeriveBytes.Pbkdf2(password, salt, 5000, HashAlgorithmName.SHA256, 32);")]
    [InlineData("password-hash-without-salt", "var passwordHash = SHA256.HashData(data);")]
    [InlineData("cert-validation-off", "ServicePointManager.ServerCertificateValidationCallback = (a, b, c, d) => true;")]
    [InlineData(
        "cert-validation-off",
        "var h = new HttpClientHandler { ServerCertificateCustomValidationCallback = (a, b, c, d) => { return true; } };"
    )]
    [InlineData(
        "cert-validation-off",
        "var h = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };"
    )]
    [InlineData("cert-validation-off", "var s = new SslStream(stream, false, (a, b, c, d) => true);")]
    [InlineData("cert-revocation-off", "var c = new X509Chain(); c.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;")]
    [InlineData("weak-tls", "ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls | SecurityProtocolType.Tls12;")]
    [InlineData("weak-tls", "var h = new HttpClientHandler { SslProtocols = SslProtocols.Tls11 };")]
    [InlineData("cookie-not-httponly", "response.Cookies.Append(\"a\", text, new CookieOptions { Secure = true });")]
    [InlineData("cookie-not-secure", "response.Cookies.Append(\"a\", text, new CookieOptions { HttpOnly = true });")]
    [InlineData(
        "cookie-samesite-none",
        "response.Cookies.Append(\"a\", text, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.None });"
    )]
    [InlineData("cors-any-origin", "var p = new CorsPolicyBuilder(); p.SetIsOriginAllowed(_ => true).AllowCredentials();")]
    [InlineData("cors-any-origin", "var p = new CorsPolicyBuilder(); p.AllowAnyOrigin();")]
    [InlineData("xxe-unsafe-parser", "var s = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse };")]
    [InlineData("xxe-unsafe-parser", "var d = new XmlDocument(); d.XmlResolver = new XmlUrlResolver();")]
    [InlineData("xslt-script", "var t = new XslCompiledTransform(); t.Load(text, XsltSettings.TrustedXslt, null);")]
    [InlineData("xslt-script", "var t = new XsltSettings(false, true);")]
    [InlineData(
        "jwt-validation-off",
        "var p = new Microsoft.IdentityModel.Tokens.TokenValidationParameters { RequireSignedTokens = false };"
    )]
    [InlineData("weak-password-requirements", "var o = new PasswordOptions { RequiredLength = 4 };")]
    [InlineData(
        "insecure-deserializer",
        "var o = new System.Runtime.Serialization.Formatters.Binary.BinaryFormatter().Deserialize(stream);"
    )]
    [InlineData("directory-browsing", "IApplicationBuilder app = null; app.UseDirectoryBrowser();")]
    [InlineData("listener-on-all-hosts", "var l = new HttpListener(); l.Prefixes.Add(\"http://*:80/\");")]
    [InlineData("weak-random", "var r = new Random(); r.NextBytes(salt);")]
    [InlineData("cert-validation-off", "ServicePointManager.ServerCertificateValidationCallback += delegate { return true; };")]
    [InlineData("static-iv", "using var a = Aes.Create(); a.IV = new byte[16];")]
    [InlineData("static-iv", "using var a = Aes.Create(); var e = a.CreateEncryptor(key, Encoding.UTF8.GetBytes(\"0123456789abcdef\"));")]
    [InlineData(
        "hardcoded-salt",
        "var k = Rfc2898DeriveBytes.Pbkdf2(password, Encoding.UTF8.GetBytes(\"salty\"), 600000, HashAlgorithmName.SHA256, 32);"
    )]
    [InlineData("weak-content-policy", "response.Headers[\"Content-Security-Policy\"] = \"default-src * 'unsafe-inline'\";")]
    [InlineData(
        "hardcoded-salt",
        "byte[] fixedBytes = Encoding.UTF8.GetBytes(\"salty\"); var k = new Rfc2898DeriveBytes(password, fixedBytes, 600000, HashAlgorithmName.SHA256);"
    )]
    public void Finds(string rule, string body) => Assert.Equal([rule], Find(body));

    [Theory]
    [InlineData("var h = SHA256.HashData(data); var m = HMACSHA256.HashData(key, data);")]
    [InlineData("using var a = Aes.Create(); a.Mode = CipherMode.CBC; a.GenerateIV();")]
    [InlineData("using var a = Aes.Create(); a.IV = RandomNumberGenerator.GetBytes(16); a.IV = salt;")]
    [InlineData("using var r = RSA.Create(3072); var e = r.Encrypt(data, RSAEncryptionPadding.OaepSHA256);")]
    [InlineData("var index = new Random().Next(10); var delay = Random.Shared.NextDouble();")]
    [InlineData("var token = RandomNumberGenerator.GetInt32(10);")]
    [InlineData("var k = Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);")]
    [InlineData("var k = new Rfc2898DeriveBytes(password, salt, 600_000, HashAlgorithmName.SHA256);")]
    [InlineData("ServicePointManager.ServerCertificateValidationCallback = (a, b, c, errors) => errors == SslPolicyErrors.None;")]
    [InlineData(
        "ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12 | SecurityProtocolType.Tls13; ServicePointManager.SecurityProtocol = SecurityProtocolType.SystemDefault;"
    )]
    [InlineData("response.Cookies.Append(\"a\", text, new CookieOptions { HttpOnly = true, Secure = true });")]
    [InlineData(
        "var p = new CorsPolicyBuilder(); p.WithOrigins(\"https://a.example\").AllowCredentials(); p.SetIsOriginAllowed(o => o == text);"
    )]
    [InlineData(
        "var s = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }; var d = new XmlDocument { XmlResolver = null };"
    )]
    [InlineData("var t = new XslCompiledTransform(); t.Load(text, XsltSettings.Default, null); var u = new XsltSettings(false, false);")]
    [InlineData("var p = new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidIssuer = text, ValidateLifetime = true };")]
    [InlineData("ServicePointManager.ServerCertificateValidationCallback += (a, b, c, errors) => errors == SslPolicyErrors.None;")]
    [InlineData("response.Headers[\"Content-Security-Policy\"] = \"default-src 'self'\";")]
    [InlineData("var o = new PasswordOptions { RequiredLength = 12 };")]
    [InlineData("var l = new HttpListener(); l.Prefixes.Add(\"http://localhost:80/\");")]
    [InlineData(
        "var f = new System.Runtime.Serialization.Formatters.Binary.BinaryFormatter(); f.Binder = new Only(); var o = f.Deserialize(stream); } class Only : System.Runtime.Serialization.SerializationBinder { public override Type BindToType(string a, string t) => throw new InvalidOperationException();"
    )]
    public void Is_silent(string body) => Assert.Empty(Find(body));
}
