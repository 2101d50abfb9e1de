using Shrike.Analysis.Facts;

namespace Shrike.Cli;

/// <summary>Progress on standard error: one line that changes on a terminal, a line a phase elsewhere.</summary>
internal sealed class Progress(TextWriter error, bool isLive) : IProgress<AnalysisProgress>
{
    private readonly Lock gate = new();
    private string phase = "";
    private long last;

    public void Report(AnalysisProgress value)
    {
        lock (gate)
        {
            if (isLive)
            {
                long now = Environment.TickCount64;
                if (value.Phase == phase && now - last < 80)
                    return;
                (phase, last) = (value.Phase, now);
                string count = value.Total > 1 ? $" {value.Done}/{value.Total}" : "";
                error.Write($"\r\e[K{Review.Reports.Visible.Text(value.Phase, 60)}{count}");
            }
            else if (value.Phase != phase)
            {
                phase = value.Phase;
                error.WriteLine($"shrike: {Review.Reports.Visible.Text(phase, 200)}");
            }
        }
    }

    public void Done()
    {
        if (isLive && phase.Length > 0)
            error.Write("\r\e[K");
    }
}
