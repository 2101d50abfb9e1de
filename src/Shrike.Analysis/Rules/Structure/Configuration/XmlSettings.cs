using System.Xml;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.Rules.Structure.Configuration;

/// <param name="Where">Name, equals sign and quoted value.</param>
internal sealed record XmlSetting(string Name, string Value, TextSpan Where);

/// <param name="Path">Element names from the root, joined by '/', without "configuration" and "location".</param>
internal sealed record XmlElement(string Path, IReadOnlyList<XmlSetting> Settings)
{
    public XmlSetting? this[string name] =>
        Settings.FirstOrDefault(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <param name="suffix">The last names of the path; '*' stands for any one name.</param>
    public bool IsAt(string suffix)
    {
        string[] wanted = suffix.Split('/'),
            have = Path.Split('/');
        if (wanted.Length > have.Length)
            return false;
        for (int i = 1; i <= wanted.Length; i++)
        {
            if (wanted[^i] != "*" && !wanted[^i].Equals(have[^i], StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }
}

/// <summary>Reads an XML configuration file element by element. No DTD, no entities, no recursion.</summary>
internal static class XmlSettings
{
    private const int MaxCharacters = 8 << 20;
    private const int MaxDepth = 100;
    private const int MaxAttributes = 200;

    public static IEnumerable<XmlElement> Read(SourceFile file, List<Problem> problems)
    {
        SourceText text;
        try
        {
            text = file.Text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problems.Add(new Problem(file.Path, $"cannot be read: {e.Message}"));
            yield break;
        }

        if (text.Length > MaxCharacters)
        {
            problems.Add(new Problem(file.Path, $"larger than {MaxCharacters} characters: not read"));
            yield break;
        }

        // Other programs' files end in .config too and are no XML.
        if (
            !IsXml(text)
            && !file.Path.EndsWith("web.config", StringComparison.OrdinalIgnoreCase)
            && !file.Path.EndsWith("app.config", StringComparison.OrdinalIgnoreCase)
        )
            yield break;

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
        };
        using var reader = XmlReader.Create(new StringReader(text.ToString()), settings);
        var path = new List<string>();
        while (Advance(reader, file, problems))
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.Depth >= MaxDepth)
            {
                problems.Add(new Problem(file.Path, $"nested deeper than {MaxDepth} elements: the rest is not read"));
                yield break;
            }

            path.RemoveRange(reader.Depth, path.Count - reader.Depth);
            path.Add(reader.LocalName);
            yield return new XmlElement(
                string.Join('/', path.Where(name => name is not ("configuration" or "location"))),
                Attributes(reader, text)
            );
        }
    }

    private static bool IsXml(SourceText text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\uFEFF' && !char.IsWhiteSpace(text[i]))
                return text[i] == '<';
        }

        return false;
    }

    private static bool Advance(XmlReader reader, SourceFile file, List<Problem> problems)
    {
        try
        {
            return reader.Read();
        }
        catch (XmlException e)
        {
            problems.Add(new Problem(file.Path, $"not read beyond line {e.LineNumber}: {e.Message}"));
            return false;
        }
    }

    private static List<XmlSetting> Attributes(XmlReader reader, SourceText text)
    {
        var settings = new List<XmlSetting>();
        while (settings.Count < MaxAttributes && reader.MoveToNextAttribute())
        {
            var place = (IXmlLineInfo)reader;
            if (Span(text, place.LineNumber, place.LinePosition) is { } span)
                settings.Add(new XmlSetting(reader.LocalName, reader.Value, span));
        }

        reader.MoveToElement();
        return settings;
    }

    /// <summary>From the attribute's name to its closing quote.</summary>
    private static TextSpan? Span(SourceText text, int line, int column)
    {
        int start = Offset(text, line, column);
        if (start < 0)
            return null;
        int at = start;
        while (at < text.Length && text[at] is not ('"' or '\''))
            at++;
        if (at >= text.Length)
            return null;
        char quote = text[at++];
        while (at < text.Length && text[at] != quote)
            at++;
        return TextSpan.FromBounds(start, Math.Min(at + 1, text.Length));
    }

    // XML knows fewer line breaks than SourceText (U+0085, U+2028…), so that lines are counted the reader's way.
    private static int Offset(SourceText text, int line, int column)
    {
        TextLineCollection lines = text.Lines;
        if (line <= lines.Count && SameBreaks(text, line))
            return lines[line - 1].Start + column - 1;
        return -1;
    }

    private static bool SameBreaks(SourceText text, int line)
    {
        if (line < 2)
            return true;
        int end = text.Lines[line - 2].End;
        return end < text.Length && text[end] is '\r' or '\n';
    }
}
