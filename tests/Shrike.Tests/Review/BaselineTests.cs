using Shrike.Analysis.Findings;
using Shrike.Review;

namespace Shrike.Tests.Review;

public sealed class BaselineTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    private Baseline Written(params Candidate[] known)
    {
        using (FileStream stream = File.Create(file))
            Baseline.Write(Made.Findings(known), stream);
        return Baseline.Read(file);
    }

    private static int New(Baseline baseline, params Candidate[] now) =>
        baseline.Apply(Made.Findings(now)).Count(f => f.Suppression is null);

    [Fact]
    public void What_was_known_is_not_new_when_its_lines_moved() => Assert.Equal(0, New(Written(Made.Candidate(10)), Made.Candidate(70)));

    [Fact]
    public void What_was_known_is_not_new_when_its_file_was_renamed() =>
        Assert.Equal(0, New(Written(Made.Candidate(10)), Made.Candidate(10, path: "moved/b.cs")));

    [Fact]
    public void A_copy_beside_the_known_one_is_new()
    {
        Baseline baseline = Written(Made.Candidate(10));
        Assert.Equal(1, New(baseline, Made.Candidate(10), Made.Candidate(10, path: "copy.cs")));
        Assert.Equal(1, New(baseline, Made.Candidate(10), Made.Candidate(20)));
    }

    [Fact]
    public void Another_flaw_is_new() => Assert.Equal(1, New(Written(Made.Candidate(10)), Made.Candidate(10, snippet: "Run(r)")));

    [Theory]
    [InlineData("", "is not understood")]
    [InlineData("null", "is empty")]
    [InlineData("[]", "is not understood")]
    [InlineData("""{"schema":"shrike-baseline/1","findings":[null]}""", "has an empty entry")]
    [InlineData("""{"schema":"shrike-baseline/1","findings":null}""", "is not understood")]
    [InlineData("""{"schema":"shrike-baseline/9","findings":[]}""", "has schema 'shrike-baseline/9'")]
    public void A_file_that_is_no_baseline_is_refused_with_the_reason(string content, string message)
    {
        File.WriteAllText(file, content);
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Baseline.Read(file)).Message, StringComparison.Ordinal);
    }
}
