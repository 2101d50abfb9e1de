using System.Diagnostics;
using System.Threading.Channels;

namespace Notes.Work;

public record Conversion(string Source, string Format);

/// <summary>Jobs that wait for the worker.</summary>
public class Conversions
{
    private readonly Channel<Conversion> queue = Channel.CreateBounded<Conversion>(100);

    public ValueTask AddAsync(Conversion conversion) => queue.Writer.WriteAsync(conversion);

    public IAsyncEnumerable<Conversion> ReadAllAsync(CancellationToken cancel) => queue.Reader.ReadAllAsync(cancel);
}

/// <summary>Turns notes into other formats with an external program.</summary>
public class ConversionWorker(Conversions conversions, ILogger<ConversionWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (Conversion conversion in conversions.ReadAllAsync(stoppingToken))
        {
            int code = conversion.Format == "pdf" ? Convert(conversion) : ConvertShell(conversion);
            logger.LogInformation("conversion ended with {Code}", code);
        }
    }

    private static int ConvertShell(Conversion conversion)
    {
        var start = new ProcessStartInfo
        {
            FileName = "/bin/bash",
            Arguments = "-c \"pandoc " + conversion.Source + " -t " + conversion.Format + "\"", // expect: os-command
        };
        using Process? process = Process.Start(start);
        process?.WaitForExit(30_000);
        return process?.ExitCode ?? -1;
    }

    private static int Convert(Conversion conversion)
    {
        var start = new ProcessStartInfo { FileName = "pandoc" };
        start.ArgumentList.Add("--to=pdf");
        start.ArgumentList.Add("--");
        start.ArgumentList.Add(conversion.Source); // expect: none
        using Process? process = Process.Start(start);
        process?.WaitForExit(30_000);
        return process?.ExitCode ?? -1;
    }
}
