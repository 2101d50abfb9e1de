using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Shrike.Analysis.Facts;
using Shrike.Bench.Blinding;
using Shrike.Bench.Runs;
using Shrike.Bench.Scoring;
using Shrike.Bench.Suites;

namespace Shrike.Tests.Bench;

public sealed partial class NpmKnownTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shrike-npm-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_list_says_of_every_package_what_a_case_needs()
    {
        IReadOnlyList<NpmPackage> known = NpmPackage.Known;
        Assert.InRange(known.Count, 24, 100);
        Assert.Equal(known.Count, known.Select(p => p.Package).Distinct().Count());
        Assert.Equal(known.Count, known.Select(p => p.Advisory).Distinct().Count());
        Assert.All(
            known,
            p =>
            {
                Assert.Matches(Advisory(), p.Advisory);
                Assert.NotEqual(p.Vulnerable.Version, p.Fixed.Version);
                Assert.NotEqual(p.Vulnerable.Sha256, p.Fixed.Sha256);
                Assert.NotEmpty(p.Change);
                Assert.All(
                    p.Versions,
                    v =>
                    {
                        Assert.StartsWith("sha512-", v.Version.Integrity, StringComparison.Ordinal);
                        Assert.Equal(64, Convert.FromBase64String(v.Version.Integrity["sha512-".Length..]).Length);
                        Assert.NotEmpty(v.Version.Lines);
                        Assert.All(v.Version.Lines, l => Assert.True(l > 0));
                    }
                );
            }
        );
        Assert.True(known.Select(p => p.Cwe).Distinct().Count() >= 6);
    }

    [Fact]
    public void What_was_fetched_becomes_two_cases_a_package()
    {
        NpmPackage[] packages = [Package("one", "a\nsink(x)\n", "a\nsink(safe(x))\n")];
        Assert.Empty(NpmFetch.Get(packages, folder.FullName, Tarballs(packages, []), CancellationToken.None));
        Assert.Equal("a\nsink(x)\n", File.ReadAllText(Path.Combine(folder.FullName, "one@1.0.0/lib/index.js")));
        Assert.False(File.Exists(Path.Combine(folder.FullName, "one@1.0.0/package.json")));
    }

    [Fact]
    public void Another_tarball_than_the_published_one_is_refused_and_the_rest_goes_on()
    {
        NpmPackage[] packages = [Package("one", "x", "y"), Package("two", "x", "z")];
        NpmPackage[] published = [packages[0] with { Vulnerable = packages[0].Vulnerable with { Integrity = "sha512-AAAA" } }, packages[1]];
        Problem problem = Assert.Single(NpmFetch.Get(published, folder.FullName, Tarballs(packages, []), CancellationToken.None));
        Assert.Equal("one@1.0.0", problem.Path);
        Assert.Contains("and sha512-AAAA was published", problem.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, "one@1.0.0")));
        Assert.True(Directory.Exists(Path.Combine(folder.FullName, "two@1.0.1")));
    }

    [Fact]
    public void A_package_that_cannot_be_had_is_named()
    {
        NpmPackage[] packages = [Package("one", "x", "y"), Package("two", "x", "z")];
        IReadOnlyList<Problem> problems = NpmFetch.Get(packages, folder.FullName, Tarballs(packages, ["one"]), CancellationToken.None);
        Assert.Equal(["one@1.0.0", "one@1.0.1"], problems.Select(p => p.Path));
        Assert.Equal(2, Directory.GetDirectories(folder.FullName).Length);
    }

    [Fact]
    public void Nothing_is_unpacked_outside_the_folder_and_no_link()
    {
        using MemoryStream tarball = Tarball(
            ("package/../../escape.js", "x"),
            ("/tmp/absolute.js", "x"),
            ("package//x.js", "x"),
            ("package/a\\..\\b.js", "x"),
            ("package/run.sh", "x"),
            ("package/good.js", "first"),
            ("package/good.js", "second")
        );
        string target = Path.Combine(folder.FullName, "in", "p");
        Directory.CreateDirectory(target);
        NpmArchive.Unpack(tarball, target);
        Assert.Equal(
            ["good.js"],
            Directory
                .EnumerateFileSystemEntries(folder.FullName, "*", SearchOption.AllDirectories)
                .Where(File.Exists)
                .Select(f => Path.GetFileName(f))
        );
        Assert.Equal("first", File.ReadAllText(Path.Combine(target, "good.js")));
    }

    [Fact]
    public void What_is_no_tarball_is_said_to_be_none()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("no tarball at all"));
        Assert.Contains(
            "cannot be unpacked",
            Assert.Throws<SuiteException>(() => NpmArchive.Unpack(stream, folder.FullName)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_tarball_that_never_ends_is_given_up()
    {
        using var stream = new MemoryStream();
        using (var zip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(zip, TarEntryFormat.Pax))
        {
            byte[] zeros = new byte[64 << 20];
            for (int i = 0; i < 5; i++)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"package/{i}.txt") { DataStream = new MemoryStream(zeros) });
        }

        stream.Position = 0;
        Assert.Contains(
            "256 MiB",
            Assert.Throws<SuiteException>(() => NpmArchive.Unpack(stream, folder.FullName)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_that_was_changed_is_no_case()
    {
        NpmPackage first = NpmPackage.Known[0];
        string file = Path.Combine(folder.FullName, first.FolderOf(first.Vulnerable), first.Vulnerable.File);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "something else");
        string message = Assert
            .Throws<SuiteException>(() =>
                SuiteCatalogue.Read(SuiteDeclarations.Find("npm-known")!, folder.FullName, CancellationToken.None)
            )
            .Message;
        Assert.Contains("'bench get npm-known' fetches them", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Found_before_and_silent_after_is_right_twice()
    {
        BenchCase before = Given.Case("p before", 78, true, "p@1/a.js", 10, target: "p@1");
        BenchCase after = Given.Case("p after", 78, false, "p@2/a.js", 12, target: "p@2");
        (bool, bool) Said(params RawFinding[] findings)
        {
            var outcomes = new FixPairJudge().Judge([before, after], Given.Output(findings)).Outcomes;
            return (outcomes[0].IsRight, outcomes[1].IsRight);
        }

        Assert.Equal((false, true), Said());
        Assert.Equal((true, true), Said(Given.Finding("p@1/a.js", 12, 77), Given.Finding("p@2/a.js", 40, 78)));
        Assert.Equal((false, true), Said(Given.Finding("p@1/a.js", 13, 78), Given.Finding("p@1/a.js", 10, 79)));
        Assert.Equal((true, false), Said(Given.Finding("p@1/a.js", 10, 78), Given.Finding("p@2/a.js", 10, 78)));
        BenchCase any = before with { Cwe = 0, Elsewhere = [new FilePlaces("p@1/b.js", [new LineRange(3, 5)])] };
        Assert.True(new FixPairJudge().Judge([any], Given.Output(Given.Finding("p@1/b.js", 7, 0))).Outcomes[0].IsFlagged);
    }

    [Theory]
    [InlineData("a = b / c; «// d»\nx", null)]
    [InlineData("a = /[/*]\\//g; «/* b\nc */» d", null)]
    [InlineData("a = 'http://x'; b = \"/*\"; c = `// ${ f(`/* ${1}`) «/* x */» } //`; «// y»", null)]
    [InlineData("return /\\/\\*/.test(x) «// y»", null)]
    [InlineData("x = (a) / 2; «// /»\ny = a[0] / 3 «/* / */» / 4", null)]
    [InlineData("#!/usr/bin/env node\n«// x»", null)]
    [InlineData("f() «/* never ends", "»")]
    public void Comments_of_JavaScript_become_spaces(string marked, string? end)
    {
        string text = (marked + end).Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        string expected = Marked().Replace(marked + end, m => Regex.Replace(m.Groups[1].Value, "[^\n]", " "));
        Assert.Equal(expected, Assert.Single(new JavaScriptBlinder().Blind("s", [text], 1, NeutralNames.Telling([]))));
    }

    private static NpmPackage Package(string name, string before, string after)
    {
        NpmVersion Version(string version, string text)
        {
            using MemoryStream tarball = Contents(text);
            return new NpmVersion(version, "sha512-" + Convert.ToBase64String(SHA512.HashData(tarball.ToArray())), "lib/index.js", "", [1]);
        }

        return new NpmPackage(name, 78, $"CVE-{name}", "change", Version("1.0.0", before), Version("1.0.1", after)) { };
    }

    private static MemoryStream Contents(string text) => Tarball(("package/package.json", "{}"), ("package/lib/index.js", text));

    private static NpmFetch.Pack Tarballs(NpmPackage[] packages, string[] missing) =>
        (name, version, folder, _) =>
        {
            if (missing.Contains(name))
                throw new SuiteException("the registry does not answer");
            string path = Path.Combine(folder, "x.tgz");
            string text = (name, version) switch
            {
                ("one", "1.0.0") when packages.Length == 1 => "a\nsink(x)\n",
                ("one", "1.0.1") when packages.Length == 1 => "a\nsink(safe(x))\n",
                (_, "1.0.0") => "x",
                ("one", _) => "y",
                _ => "z",
            };
            using MemoryStream tarball = Contents(text);
            File.WriteAllBytes(path, tarball.ToArray());
            return path;
        };

    private static MemoryStream Tarball(params (string Name, string Text)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(zip, TarEntryFormat.Pax))
        {
            foreach ((string name, string text) in files)
                tar.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, name)
                    {
                        DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                        ModificationTime = DateTimeOffset.UnixEpoch,
                    }
                );
            tar.WriteEntry(
                new PaxTarEntry(TarEntryType.SymbolicLink, "package/link.js")
                {
                    LinkName = "/etc/passwd",
                    ModificationTime = DateTimeOffset.UnixEpoch,
                }
            );
        }

        stream.Position = 0;
        return stream;
    }

    [GeneratedRegex("^(CVE-[0-9]{4}-[0-9]{4,7}|GHSA(-[0-9a-z]{4}){3})$")]
    private static partial Regex Advisory();

    [GeneratedRegex("«([^»]*)»")]
    private static partial Regex Marked();
}
