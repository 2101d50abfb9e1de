using System.Diagnostics;

namespace Shrike.Perf;

/// <summary>One run of a program.</summary>
/// <param name="Mebibytes">The largest working set that was seen; sampled twenty times a second.</param>
internal sealed record Measured(double Seconds, double Mebibytes, int ExitCode, string Output)
{
    public static Measured Run(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(50))
        {
            process.Refresh();
            peak = Math.Max(peak, process.WorkingSet64);
        }

        return new Measured(watch.Elapsed.TotalSeconds, peak / 1048576.0, process.ExitCode, output.Result.Trim());
    }

    /// <summary>A scan from nothing that writes nothing; Shrike exits 1 where it finds something and 3 where files were left out.</summary>
    public static Measured Scan(string shrike, string tree)
    {
        string[] scan = ["scan", tree, "-q", "--no-cache", "--format", "json", "-o", Path.Combine(Path.GetTempPath(), "shrike-perf.json")];
        Measured run = shrike.EndsWith(".dll", StringComparison.Ordinal) ? Run("dotnet", [shrike, .. scan]) : Run(shrike, scan);
        return run.ExitCode is 0 or 1 or 3 ? run : throw new InvalidOperationException($"shrike exited {run.ExitCode}");
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
