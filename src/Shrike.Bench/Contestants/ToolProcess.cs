using System.ComponentModel;
using System.Diagnostics;

namespace Shrike.Bench.Contestants;

/// <summary>Another program, run to its end: without a shell, without a terminal, stopped when it takes too long.</summary>
internal static class ToolProcess
{
    /// <returns>Exit code, standard output and standard error; null when there is no such program.</returns>
    /// <exception cref="TimeoutException">It did not come to an end.</exception>
    public static (int Exit, string Output, string Error)? Run(
        string program,
        IEnumerable<string> arguments,
        string? folder,
        TimeSpan deadline,
        CancellationToken cancel,
        params (string Key, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
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
            return Finish(process, program, deadline, cancel);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static (int, string, string) Finish(Process process, string program, TimeSpan deadline, CancellationToken cancel)
    {
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(deadline);
        try
        {
            process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            throw new TimeoutException($"{program} did not come to an end in {deadline.TotalMinutes} minutes");
        }

        Task.WaitAll([error, output], CancellationToken.None);
        return (process.ExitCode, output.Result, error.Result);
    }
}
