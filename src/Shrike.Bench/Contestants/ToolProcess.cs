using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Shrike.Bench.Contestants;

/// <summary>What another program may use.</summary>
/// <param name="MemoryBytes">Resident, of it and of all that it started.</param>
/// <param name="OutputChars">On standard output and on standard error, each.</param>
internal sealed record ToolLimits(TimeSpan Deadline, long MemoryBytes = 8L << 30, int OutputChars = 64 << 20);

/// <param name="PeakBytes">Resident, of it and of all that it started, as often as it was looked at.</param>
internal sealed record ToolResult(int Exit, string Output, string Error, long PeakBytes)
{
    /// <summary>The last thing it said, in one line.</summary>
    public string LastWords
    {
        get
        {
            string said = (Error.Trim().Length > 0 ? Error : Output).Trim().ReplaceLineEndings(" ");
            return said.Length > 400 ? "… " + said[^400..] : said;
        }
    }
}

/// <summary>It took more than it may, and was stopped.</summary>
internal sealed class ToolStoppedException(string message) : Exception(message);

/// <summary>Another program, run to its end: without a shell, without a terminal, stopped with all that it started when it takes too long, too
/// much memory, or says too much.</summary>
internal static class ToolProcess
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ForTheRest = TimeSpan.FromSeconds(10);

    /// <returns>null when there is no such program.</returns>
    /// <exception cref="ToolStoppedException">It took more than it may.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; it is no longer running.</exception>
    public static ToolResult? Run(
        string program,
        IEnumerable<string> arguments,
        string? folder,
        ToolLimits limits,
        CancellationToken cancel,
        params IEnumerable<(string Key, string Value)> environment
    )
    {
        cancel.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            WorkingDirectory = folder ?? "",
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        foreach ((string key, string value) in environment)
            start.Environment[key] = value;
        try
        {
            using Process process = Process.Start(start)!;
            return Finish(process, Path.GetFileName(program), limits, cancel);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static ToolResult Finish(Process process, string program, ToolLimits limits, CancellationToken cancel)
    {
        CloseInput(process);
        var output = new BoundedText(process.StandardOutput, limits.OutputChars);
        var error = new BoundedText(process.StandardError, limits.OutputChars);
        var watch = Stopwatch.StartNew();
        long peak = 0;
        while (!process.WaitForExit(BetweenLooks))
        {
            peak = Math.Max(peak, ProcessTree.ResidentBytes(process));
            string? excess =
                cancel.IsCancellationRequested ? ""
                : watch.Elapsed > limits.Deadline ? $"did not come to an end in {limits.Deadline.TotalMinutes:0.#} minutes"
                : peak > limits.MemoryBytes ? $"took more than {limits.MemoryBytes >> 20} MiB of memory"
                : output.IsOver || error.IsOver ? $"said more than {limits.OutputChars >> 20} Mi characters"
                : null;
            if (excess is null)
                continue;
            Kill(process);
            cancel.ThrowIfCancellationRequested();
            throw new ToolStoppedException($"{program} {excess}");
        }

        // What it started may live on and hold the pipes; what is said after its end is not waited for without end.
        Task.WaitAll([output.Read, error.Read], ForTheRest);
        return output.IsOver || error.IsOver
            ? throw new ToolStoppedException($"{program} said more than {limits.OutputChars >> 20} Mi characters")
            : new ToolResult(process.ExitCode, output.Text, error.Text, peak);
    }

    private static void CloseInput(Process process)
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(ForTheRest);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Reads a stream to its end, so that the writer never waits, and keeps no more than so much of it.</summary>
    private sealed class BoundedText
    {
        private readonly StringBuilder text = new();
        private readonly int most;

        public BoundedText(StreamReader from, int most)
        {
            this.most = most;
            Read = Task.Run(() => All(from));
        }

        public Task Read { get; }
        public bool IsOver { get; private set; }

        public string Text
        {
            get
            {
                lock (text)
                    return text.ToString();
            }
        }

        private async Task All(StreamReader from)
        {
            char[] buffer = new char[16 << 10];
            try
            {
                for (int count; (count = await from.ReadAsync(buffer).ConfigureAwait(false)) > 0; )
                {
                    lock (text)
                    {
                        IsOver |= text.Length + count > most;
                        if (!IsOver)
                            text.Append(buffer, 0, count);
                    }
                }
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // Closed from the other side.
            }
        }
    }
}
