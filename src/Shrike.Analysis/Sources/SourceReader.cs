using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Shrike.Analysis.Sources;

/// <summary>Decodes files as an editor would: byte-order mark first, then UTF-8; invalid bytes become U+FFFD.</summary>
public static class SourceReader
{
    public static SourceText Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return SourceText.From(stream, Encoding.UTF8, canBeEmbedded: false);
    }
}
