using System.Runtime.InteropServices;

namespace Shrike.Cli;

/// <summary>Ctrl-C and a request to end, as a token. What runs then has a while to report what it knows; whoever asks again a second later
/// waits no longer.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>One large member may take seconds to bind.</summary>
    private const int MaxMilliseconds = 10_000;

    /// <summary>`timeout` and shells signal a process and its group: the same request twice.</summary>
    private const int SameRequestMilliseconds = 1_000;

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private readonly Action<int> exit;
    private readonly Func<long> now;
    private long? first;

    public Interruption()
        : this(Environment.Exit, () => Environment.TickCount64) =>
        registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];

    /// <summary>For tests: listens to nothing.</summary>
    internal Interruption(Action<int> exit, Func<long> now)
    {
        this.exit = exit;
        this.now = now;
        registrations = [];
    }

    public CancellationToken Token => source.Token;

    /// <summary>May be called any number of times, on any thread.</summary>
    public void Ask()
    {
        lock (source)
        {
            if (first is { } at)
            {
                if (now() - at >= SameRequestMilliseconds)
                    exit(Exit.Interrupted);
                return;
            }

            first = now();
        }

        _ = Task.Delay(MaxMilliseconds).ContinueWith(_ => exit(Exit.Interrupted), TaskScheduler.Default);
        source.Cancel();
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        Ask();
    }
}
