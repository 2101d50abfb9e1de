using System.Diagnostics;

namespace Webshop.Services;

/// <summary>Prints parcel labels with the warehouse's command-line tool.</summary>
public class LabelPrinter(ILogger<LabelPrinter> logger)
{
    public bool Print(string printer, string text)
    {
        string command = $"label --printer {printer} --text \"{text}\"";
        var start = new ProcessStartInfo("/bin/sh", "-c '" + command + "'"); // expect: os-command
        return Run(start);
    }

    public bool PrintList(string printer, string text)
    {
        var start = new ProcessStartInfo("/usr/bin/label");
        start.ArgumentList.Add("--text=" + text); // expect: none
        start.ArgumentList.Add("--printer=" + (printer == "zebra" ? "zebra" : "office"));
        return Run(start);
    }

    private bool Run(ProcessStartInfo start)
    {
        using Process? process = Process.Start(start);
        if (process is null)
            return false;
        process.WaitForExit(10_000);
        logger.LogInformation("label tool ended with {Code}", process.ExitCode);
        return process.ExitCode == 0;
    }
}
