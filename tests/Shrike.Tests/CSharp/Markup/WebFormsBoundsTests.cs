using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.CSharp.Markup;

/// <summary>Pages of too many pieces are read up to a bound, and the ledger says so.</summary>
public class WebFormsBoundsTests
{
    [Theory]
    [InlineData("<asp:Label ", " a=\"<%# b %>\"", " runat=\"server\" />")]
    [InlineData("", "<script runat=\"server\">;</script>", "")]
    [InlineData("", "<%@ Register TagPrefix=\"a\" Namespace=\"b\" %>", "")]
    public void Too_many_pieces_make_a_page_partly_analysed(string before, string piece, string after)
    {
        string Page(int count) => "<%@ Page Language=\"C#\" %>" + before + string.Concat(Enumerable.Repeat(piece, count)) + after;

        Codebase result = Analyse.Files(
            null,
            SourceFile.InMemory("Many.aspx", Page(21_000), FileKind.WebForms),
            SourceFile.InMemory("Few.aspx", Page(20), FileKind.WebForms)
        );

        LedgerEntry many = Assert.Single(result.Ledger, e => e.Name == "Many.aspx");
        Assert.Equal(LedgerState.PartlyAnalysed, many.State);
        Assert.Contains("pieces of code", many.Reason, StringComparison.Ordinal);
        Assert.Equal(LedgerState.Analysed, Assert.Single(result.Ledger, e => e.Name == "Few.aspx").State);
    }
}
