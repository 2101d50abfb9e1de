using Shrike.Bench.Contestants;

namespace Shrike.Tests.Bench;

public sealed class WeaknessesTests
{
    private readonly Weaknesses table = new(
        new Dictionary<string, int>
        {
            ["unix.Malloc"] = 416,
            ["unix.Malloc: Potential*leak*"] = 401,
            ["CA23*"] = 502,
            ["CA5351"] = 327,
            ["CA5351:*MD5*"] = 328,
            ["about.nothing"] = 0,
        }
    );

    [Theory]
    [InlineData("unix.Malloc", "Use of memory after it is freed", 416)]
    [InlineData("unix.Malloc", "Potential memory leak", 401)]
    [InlineData("CA2310", null, 502)]
    [InlineData("CA5351", "M uses a broken algorithm MD5", 328)]
    [InlineData("CA5351", "M uses a broken algorithm DES", 327)]
    [InlineData("about.nothing", "x", 0)]
    [InlineData("CA9999", "MD5", null)]
    [InlineData("", "", null)]
    public void The_longest_entry_that_fits_counts(string rule, string? message, int? cwe) => Assert.Equal(cwe, table.Of(rule, message));

    [Fact]
    public void Every_scanner_that_names_no_weakness_has_a_table()
    {
        string[] silent = ["bandit", "clang-analyzer", "devskim", "eslint-security", "netanalyzers", "securitycodescan", "sonaranalyzer"];
        Assert.All(silent, id => Assert.True(Scanners.Find(id)!.Weaknesses.Count > 10, id));
        Assert.All(Scanners.All.SelectMany(s => s.Weaknesses.Values), cwe => Assert.InRange(cwe, 0, 1500));
    }
}
