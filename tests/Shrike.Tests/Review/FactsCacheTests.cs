using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;
using Shrike.Review;
using Shrike.Review.Reports;

namespace Shrike.Tests.Review;

public sealed class FactsCacheTests : IDisposable
{
    private static readonly RuleCatalogue Rules = RuleCatalogue.BuiltIn();

    private readonly string root = Directory.CreateTempSubdirectory("shrike-cache").FullName;
    private int analyses;

    private string Code => Path.Combine(root, "code");
    private string Folder => Path.Combine(root, "cache", "shrike");

    public FactsCacheTests()
    {
        Directory.CreateDirectory(Code);
        Write(
            "a.cs",
            "class A { void M(string q) { System.Diagnostics.Process.Start(q); } static void Main(string[] args) => new A().M(args[0]); }"
        );
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(Code, path), text);

    private string Scanned(AnalysisOptions? analysis = null, FactsCache? cache = null)
    {
        SourceTree tree = SourceTreeReader.Read([Code], new SourceTreeOptions(), CancellationToken.None);
        AnalysisOptions options = analysis ?? new AnalysisOptions();
        Codebase code = (cache ?? new FactsCache(Folder, [])).Get(
            tree,
            Rules,
            options,
            _ => Analyse(tree, options),
            CancellationToken.None
        );
        return Json(code);
    }

    private Codebase Analyse(SourceTree tree, AnalysisOptions options)
    {
        analyses++;
        return CodeFacts.Read(tree, Rules, options, null, CancellationToken.None);
    }

    private static string Json(Codebase code)
    {
        var result = new ScanResult
        {
            Root = "",
            Findings = Fingerprints.Findings(code.Candidates.Select(RuleReviewer.Review)),
            Suppressed = [],
            Rules = Rules.Rules,
            EntryPoints = code.EntryPoints,
            Ledger = code.Ledger,
            Problems = code.Problems,
            LinesAnalysed = code.Lines,
            Timings = new Timings([]),
        };
        using var text = new StringWriter();
        new JsonReport().Write(result, new ReportContext(_ => null, false, ""), text);
        return text.ToString();
    }

    private string Entry => Assert.Single(Directory.GetFiles(Folder));

    [Fact]
    public void An_unchanged_tree_is_not_analysed_again_and_answers_the_same()
    {
        string first = Scanned();
        Assert.Contains("a.cs", first, StringComparison.Ordinal);
        Assert.Equal(first, Scanned());
        Assert.Equal(1, analyses);
    }

    [Fact]
    public void Content_counts_and_not_its_date()
    {
        DateTime date = File.GetLastWriteTimeUtc(Path.Combine(Code, "a.cs"));
        Scanned();
        Write("a.cs", File.ReadAllText(Path.Combine(Code, "a.cs")).Replace("args[0]", "\"a b c\"", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(Path.Combine(Code, "a.cs"), date);
        Scanned();
        Assert.Equal(2, analyses);
    }

    [Fact]
    public void A_new_name_a_new_file_and_another_option_are_analysed_anew_and_threads_are_not()
    {
        Scanned();
        Scanned(new AnalysisOptions { Jobs = 1 });
        Assert.Equal(1, analyses);
        Scanned(new AnalysisOptions { PublicApiIsSource = true });
        Write("b.cs", "class B { }");
        Scanned();
        File.Move(Path.Combine(Code, "b.cs"), Path.Combine(Code, "c.cs"));
        Scanned();
        Assert.Equal(4, analyses);
    }

    [Fact]
    public void Damaged_entries_are_as_if_they_had_never_been()
    {
        string first = Scanned();
        byte[] whole = File.ReadAllBytes(Entry);
        byte[][] damaged =
        [
            [],
            whole[..20],
            whole[..(whole.Length / 2)],
            [.. whole.Select(b => (byte)~b)],
            [(byte)(whole[0] ^ 1), .. whole[1..]],
        ];
        foreach (byte[] bytes in damaged)
        {
            File.WriteAllBytes(Entry, bytes);
            Assert.Equal(first, Scanned());
        }

        Assert.Equal(1 + damaged.Length, analyses);
    }

    [Theory]
    [InlineData("\"a.cs\"", "\"../../etc/passwd\"")]
    [InlineData("\"os-command\"", "\"no-such-rule\"")]
    [InlineData("\"startLine\": 1", "\"startLine\": -1")]
    [InlineData("\"root\": \"", "\"root\": \"0")]
    public void Entries_that_speak_of_what_is_not_there_are_not_used(string original, string forged)
    {
        string first = Scanned();
        string json = Unpacked(Entry);
        Assert.Contains(original, json, StringComparison.Ordinal);
        Pack(Entry, json.Replace(original, forged, StringComparison.Ordinal));
        Assert.Equal(first, Scanned());
        Assert.Equal(2, analyses);
    }

    [Fact]
    public void An_entry_that_unpacks_without_end_is_not_used()
    {
        string first = Scanned();
        Pack(Entry, new string(' ', 4 << 20));
        Assert.Equal(first, Scanned(cache: new FactsCache(Folder, []) { MaxEntryBytes = 1 << 20 }));
        Assert.Equal(2, analyses);
    }

    [Fact]
    public void A_folder_that_others_may_write_to_is_neither_read_nor_written()
    {
        if (OperatingSystem.IsWindows())
            return;
        Scanned();
        File.SetUnixFileMode(Folder, File.GetUnixFileMode(Folder) | UnixFileMode.OtherWrite);
        Scanned();
        Assert.Equal(2, analyses);
    }

    [Fact]
    public void The_folder_is_its_owners_alone_and_bounded()
    {
        Scanned(cache: new FactsCache(Folder, []) { MaxTotalBytes = 10 });
        Assert.Empty(Directory.GetFiles(Folder));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
    }

    private static string Unpacked(string file)
    {
        using FileStream stream = File.OpenRead(file);
        stream.Position = SHA256.HashSizeInBytes;
        using var packed = new GZipStream(stream, CompressionMode.Decompress);
        return new StreamReader(packed, Encoding.UTF8).ReadToEnd();
    }

    private static void Pack(string file, string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        using FileStream stream = File.Create(file);
        stream.Write(SHA256.HashData(bytes));
        using var packed = new GZipStream(stream, CompressionLevel.Fastest);
        packed.Write(bytes);
    }
}
