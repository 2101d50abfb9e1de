using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Shrike.Review.Reports.Html;

/// <summary>What every page of Shrike has in common: one file with a content policy that allows only the style and the script in it.</summary>
internal static class HtmlPage
{
    /// <summary>Down to the end of the head.</summary>
    /// <param name="title">Escaped.</param>
    public static string Head(string title, string style, string script) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(
                script
            )}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{title} – Shrike</title>
            <style>{style}</style>
            </head>

            """;

    public static string Resource(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // Browsers hash the text after they have turned line ends into \n.
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
