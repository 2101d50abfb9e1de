using Shrike.Cli;

namespace Shrike.Tests.Cli;

public class InterruptionTests
{
    [Fact]
    public void The_same_request_twice_is_one_and_a_later_one_ends_at_once()
    {
        long now = 100;
        var exits = new List<int>();
        using var interruption = new Interruption(exits.Add, () => now);

        interruption.Ask();
        interruption.Ask();
        Assert.True(interruption.Token.IsCancellationRequested);
        Assert.Empty(exits);

        now += 1000;
        interruption.Ask();
        Assert.Equal([Exit.Interrupted], exits);
    }
}
