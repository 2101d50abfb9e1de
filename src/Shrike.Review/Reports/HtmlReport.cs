namespace Shrike.Review.Reports;

public sealed class HtmlReport : IReport
{
    public void Write(ScanResult result, ReportContext context, TextWriter output) => throw new NotSupportedException();
}
