using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Sources;

public sealed class ContentTests : IDisposable
{
    private const string Text = "class Größe { string s = \"text\"; }\n";

    private readonly TempTree temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void Text_is_the_same_in_each_encoding_with_and_without_its_mark()
    {
        Encoding[] encodings =
        [
            new UTF8Encoding(false),
            new UTF8Encoding(true),
            new UnicodeEncoding(false, false),
            new UnicodeEncoding(false, true),
            new UnicodeEncoding(true, false),
            new UnicodeEncoding(true, true),
        ];
        foreach (Encoding encoding in encodings)
        {
            temp.Add("A.cs", [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
            SourceFile file = Assert.Single(temp.Read().Files);

            Assert.Equal(Text, file.Text.ToString());
            Assert.Equal(Text[..9], SourceReader.Start(file.FullPath, 9));
        }
    }

    public static TheoryData<string, byte[]> Broken() =>
        new()
        {
            { "invalid UTF-8", [.. "class A { string s = \""u8, 0xC3, 0x28, 0xFF, 0xED, 0xA0, 0x80, 0xF5, .. "\"; }"u8] },
            { "cut in a character", [.. "class A { } // "u8, 0xE2, 0x82] },
            { "odd UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("class A { }"), 0x41] },
            { "lone surrogates", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("class A { } //"), 0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC] },
            { "NUL bytes", "class A { \0\0 string s = \"\0\"; \0 }\0"u8.ToArray() },
            { "nothing but NUL", new byte[5000] },
            { "bare CR", "class A {\r// comment\rvoid M() { }\r}\r"u8.ToArray() },
            { "a mark alone", [0xEF, 0xBB, 0xBF] },
            { "a mark of UTF-32", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("class A { }")] },
            { "one byte", [0xFF] },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_content_never_stops_a_scan(string name, byte[] content)
    {
        string[] paths = ["A.cs", "V.cshtml", "W.razor", "P.aspx", "web.config", "appsettings.json", "a.csproj", "Directory.Build.props"];
        foreach (string path in paths)
            temp.Add(path, content);
        temp.Add(".shrikeignore", content).Add("Sound.cs");

        Codebase code = TempTree.Scan(temp.Read());

        Assert.True(code.Ledger.Entry("Sound.cs").State == LedgerState.Analysed, name);
        Assert.All(paths[..6], path => Assert.Contains(code.Ledger, e => e.Name == path));
    }

    [Fact]
    public void Bare_CR_ends_a_line()
    {
        temp.Add("A.cs", "class A\r{\r}\r");

        Assert.Equal(4, Assert.Single(temp.Read().Files).Text.Lines.Count);
    }

    private const string Bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";

    [Fact]
    public void Entities_are_never_expanded()
    {
        temp.Add("web.config", Bomb + "<configuration><appSettings><add key=\"a\" value=\"&c;&x;\"/></appSettings></configuration>");
        temp.Add(
            "a.csproj",
            Bomb + "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><RootNamespace>&c;&x;</RootNamespace></PropertyGroup></Project>"
        );
        temp.Add("A.cs");
        SourceTree tree = temp.Read();

        Codebase code = TempTree.Scan(tree);

        Assert.Equal(LedgerState.PartlyAnalysed, code.Ledger.Entry("web.config").State);
        Assert.Contains(code.Problems, p => p.Path == "a.csproj");
        Assert.Equal(LedgerState.Analysed, code.Ledger.Entry("A.cs").State);
        Assert.Equal("", Assert.Single(ProjectSet.Group(tree).Projects).RootNamespace);
    }

    [Fact]
    public void Nesting_of_a_hundred_thousand_is_refused_in_XML_and_JSON()
    {
        const int depth = 100_000;
        temp.Add("appsettings.json", string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth));
        temp.Add("appsettings.Array.json", new string('[', depth));
        string xml = string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
        temp.Add("web.config", xml).Add("a.csproj", xml).Add("A.cs");

        Codebase code = TempTree.Scan(temp.Read());

        Assert.Equal(LedgerState.Analysed, code.Ledger.Entry("A.cs").State);
        Assert.All(
            (string[])["appsettings.json", "appsettings.Array.json", "web.config"],
            path => Assert.Equal(LedgerState.PartlyAnalysed, code.Ledger.Entry(path).State)
        );
        Assert.Contains(code.Problems, p => p.Path == "a.csproj");
    }
}
