using System.Diagnostics;
using Shrike.Bench.Contestants;

namespace Shrike.Tests.Bench;

public sealed class ToolProcessTests
{
    private static readonly ToolLimits Minute = new(TimeSpan.FromMinutes(1));

    public ToolProcessTests() => FakeProgram.SkipWithoutShell();

    private static ToolResult? Sh(string script, ToolLimits? limits = null, CancellationToken cancel = default) =>
        ToolProcess.Run("/bin/sh", ["-c", script], null, limits ?? Minute, cancel, ("SHRIKE_TEST", "from outside"));

    [Fact]
    public void Output_error_exit_code_and_environment_come_through()
    {
        ToolResult result = Sh("echo out; echo \"$SHRIKE_TEST\" >&2; exit 3")!;
        Assert.Equal((3, "out\n", "from outside\n", "from outside"), (result.Exit, result.Output, result.Error, result.LastWords));
    }

    [Fact]
    public void Arguments_are_no_shell_text()
    {
        ToolResult result = ToolProcess.Run("/bin/echo", ["$(touch x); `y`", "a b"], null, Minute, default)!;
        Assert.Equal("$(touch x); `y` a b\n", result.Output);
    }

    [Fact]
    public void A_program_that_is_not_there_is_nothing() =>
        Assert.Null(ToolProcess.Run("/nowhere/at-all", [], null, Minute, TestContext.Current.CancellationToken));

    [Fact]
    public void It_waits_for_no_input() => Assert.Equal(0, Sh("cat")!.Exit);

    [Fact]
    public void What_takes_too_long_is_stopped_with_all_that_it_started()
    {
        var watch = Stopwatch.StartNew();
        ToolStoppedException e = Assert.Throws<ToolStoppedException>(() =>
            Sh("sleep 300 & sleep 300", new ToolLimits(TimeSpan.FromSeconds(0.5)))
        );
        Assert.Contains("did not come to an end", e.Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void What_says_too_much_is_stopped() =>
        Assert.Contains(
            "said more",
            Assert
                .Throws<ToolStoppedException>(() => Sh("while :; do echo aaaaaaaaaaaaaaaa; done", Minute with { OutputChars = 1 << 16 }))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void What_takes_too_much_memory_is_stopped_even_in_a_child() =>
        Assert.Contains(
            "memory",
            Assert.Throws<ToolStoppedException>(() => Sh("sleep 60 & wait", Minute with { MemoryBytes = 1000 })).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Cancelling_stops_it()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
        var watch = Stopwatch.StartNew();
        Assert.ThrowsAny<OperationCanceledException>(() => Sh("sleep 300", null, cancel.Token));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }
}
