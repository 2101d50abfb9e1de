using Shrike.Analysis.Findings;

namespace Shrike.Tests.Findings;

public class Cvss4Tests
{
    // Published assessments of known flaws.
    [Theory]
    [InlineData("AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H", 10.0)] // CVE-2021-44228
    [InlineData("AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N", 8.7)] // CVE-2014-0160
    [InlineData("AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 7.3)] // CVE-2022-41741
    [InlineData("AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 7.7)] // CVE-2020-3549
    [InlineData("AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N", 8.3)] // CVE-2023-3089
    [InlineData("AV:L/AC:L/AT:N/PR:N/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N", 4.6)] // CVE-2021-44714
    [InlineData("AV:N/AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N", 5.1)] // CVE-2022-21830
    public void Scores_published_flaws(string metrics, double score) => Assert.Equal(score, Cvss4.Parse("CVSS:4.0/" + metrics).Score);

    // Scores of an independent calculator, chosen at random over the whole space.
    [Theory]
    [InlineData("AV:A/AC:H/AT:N/PR:H/UI:A/VC:N/VI:L/VA:H/SC:L/SI:N/SA:L", 4.3)]
    [InlineData("AV:A/AC:H/AT:N/PR:H/UI:N/VC:L/VI:N/VA:L/SC:N/SI:N/SA:L", 2.0)]
    [InlineData("AV:A/AC:H/AT:N/PR:L/UI:N/VC:L/VI:N/VA:L/SC:L/SI:N/SA:H", 4.8)]
    [InlineData("AV:A/AC:H/AT:P/PR:H/UI:N/VC:L/VI:N/VA:N/SC:H/SI:N/SA:H", 4.8)]
    [InlineData("AV:A/AC:H/AT:P/PR:H/UI:N/VC:N/VI:H/VA:H/SC:N/SI:H/SA:L", 7.0)]
    [InlineData("AV:A/AC:H/AT:P/PR:L/UI:A/VC:H/VI:L/VA:L/SC:L/SI:N/SA:H", 5.8)]
    [InlineData("AV:A/AC:H/AT:P/PR:N/UI:P/VC:N/VI:L/VA:H/SC:L/SI:N/SA:H", 7.0)]
    [InlineData("AV:A/AC:L/AT:N/PR:H/UI:N/VC:N/VI:N/VA:L/SC:N/SI:L/SA:L", 4.8)]
    [InlineData("AV:A/AC:L/AT:N/PR:L/UI:P/VC:N/VI:L/VA:H/SC:L/SI:H/SA:H", 7.0)]
    [InlineData("AV:A/AC:L/AT:N/PR:N/UI:A/VC:L/VI:H/VA:N/SC:H/SI:L/SA:N", 8.2)]
    [InlineData("AV:A/AC:L/AT:P/PR:H/UI:P/VC:N/VI:L/VA:N/SC:H/SI:N/SA:N", 1.8)]
    [InlineData("AV:L/AC:H/AT:N/PR:H/UI:A/VC:L/VI:H/VA:L/SC:N/SI:H/SA:L", 5.8)]
    [InlineData("AV:L/AC:H/AT:N/PR:H/UI:N/VC:H/VI:N/VA:H/SC:N/SI:H/SA:H", 7.0)]
    [InlineData("AV:L/AC:H/AT:P/PR:L/UI:A/VC:H/VI:N/VA:H/SC:N/SI:H/SA:N", 5.7)]
    [InlineData("AV:L/AC:L/AT:N/PR:L/UI:A/VC:L/VI:L/VA:N/SC:L/SI:N/SA:L", 2.4)]
    [InlineData("AV:L/AC:L/AT:N/PR:N/UI:A/VC:H/VI:N/VA:L/SC:H/SI:L/SA:L", 8.2)]
    [InlineData("AV:L/AC:L/AT:P/PR:L/UI:A/VC:L/VI:L/VA:H/SC:N/SI:L/SA:H", 5.8)]
    [InlineData("AV:N/AC:H/AT:N/PR:L/UI:A/VC:L/VI:L/VA:L/SC:H/SI:H/SA:H", 5.2)]
    [InlineData("AV:N/AC:H/AT:N/PR:L/UI:P/VC:L/VI:N/VA:N/SC:H/SI:H/SA:H", 5.5)]
    [InlineData("AV:N/AC:H/AT:N/PR:N/UI:A/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N", 2.1)]
    [InlineData("AV:N/AC:H/AT:N/PR:N/UI:A/VC:N/VI:N/VA:L/SC:H/SI:L/SA:H", 5.3)]
    [InlineData("AV:N/AC:H/AT:P/PR:L/UI:P/VC:N/VI:N/VA:L/SC:H/SI:N/SA:H", 5.1)]
    [InlineData("AV:P/AC:H/AT:N/PR:L/UI:A/VC:H/VI:N/VA:N/SC:H/SI:N/SA:H", 5.8)]
    [InlineData("AV:P/AC:H/AT:N/PR:N/UI:A/VC:L/VI:N/VA:H/SC:H/SI:N/SA:N", 5.6)]
    [InlineData("AV:P/AC:H/AT:N/PR:N/UI:P/VC:L/VI:H/VA:L/SC:H/SI:H/SA:L", 6.0)]
    [InlineData("AV:P/AC:H/AT:P/PR:H/UI:A/VC:H/VI:N/VA:H/SC:N/SI:N/SA:N", 4.4)]
    [InlineData("AV:P/AC:H/AT:P/PR:H/UI:N/VC:L/VI:L/VA:H/SC:L/SI:H/SA:L", 5.9)]
    [InlineData("AV:P/AC:H/AT:P/PR:N/UI:P/VC:N/VI:H/VA:N/SC:L/SI:L/SA:H", 5.8)]
    [InlineData("AV:P/AC:L/AT:P/PR:H/UI:N/VC:H/VI:H/VA:L/SC:H/SI:L/SA:L", 7.0)]
    [InlineData("AV:P/AC:L/AT:P/PR:H/UI:N/VC:H/VI:N/VA:H/SC:L/SI:N/SA:H", 5.8)]
    public void Agrees_with_an_independent_calculator(string metrics, double score) =>
        Assert.Equal(score, Cvss4.Parse("CVSS:4.0/" + metrics).Score);

    [Fact]
    public void No_impact_is_zero() =>
        Assert.Equal(0.0, Cvss4.Parse("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N").Score);

    [Fact]
    public void A_milder_value_never_scores_higher()
    {
        string[] values = ["NALP", "LH", "NP", "NLH", "NPA", "HLN", "HLN", "HLN", "HLN", "HLN", "HLN"];
        string[] names = ["AV", "AC", "AT", "PR", "UI", "VC", "VI", "VA", "SC", "SI", "SA"];
        var random = new Random(20261124);
        for (int round = 0; round < 3000; round++)
        {
            int[] levels = [.. values.Select(v => random.Next(v.Length))];
            double score = Score();
            Assert.InRange(score, 0.0, 10.0);
            int changed = random.Next(levels.Length);
            if (levels[changed] + 1 == values[changed].Length)
                continue;
            levels[changed]++;
            Assert.True(Score() <= score, string.Join(' ', levels));

            double Score() => Cvss4.Parse("CVSS:4.0/" + string.Join('/', levels.Select((l, i) => $"{names[i]}:{values[i][l]}"))).Score;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N")]
    [InlineData("CVSS:4.0/AC:L/AV:N/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N")]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:R/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N")]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:S/SA:N")]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:A")]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/")]
    [InlineData("CVSS:4.0/AV:N/AV:N/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N")]
    [InlineData("cvss:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N")]
    public void Refuses_what_is_not_a_base_vector(string vector)
    {
        Assert.False(Cvss4.TryParse(vector, out _));
        Assert.Contains(
            "not a CVSS v4.0 base vector",
            Assert.Throws<FormatException>(() => Cvss4.Parse(vector)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(10.0, Severity.Critical)]
    [InlineData(9.0, Severity.Critical)]
    [InlineData(8.9, Severity.High)]
    [InlineData(7.0, Severity.High)]
    [InlineData(6.9, Severity.Medium)]
    [InlineData(4.0, Severity.Medium)]
    [InlineData(3.9, Severity.Low)]
    public void Bands_follow_the_specification(double score, Severity band) => Assert.Equal(band, Cvss4.Band(score));
}
