using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Shrike.Bench.Runs;

namespace Shrike.Bench.Contestants;

/// <summary>cppcheck's own XML, which names a weakness for most checks.</summary>
internal static class CppcheckXml
{
    // What it says of itself and of headers it lacks.
    private static readonly string[] NotRead =
    [
        "syntaxError",
        "internalAstError",
        "internalError",
        "cppcheckError",
        "preprocessorErrorDirective",
    ];

    /// <exception cref="XmlException">It breaks off.</exception>
    public static ToolAnswer Read(string path)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(path, settings);
        return Of(XDocument.Load(reader));
    }

    internal static ToolAnswer Of(XDocument xml)
    {
        var findings = new List<RawFinding>();
        var unseen = new List<Unseen>();
        int withoutPlace = 0;
        foreach (XElement error in xml.Descendants("error"))
        {
            string rule = error.Attribute("id")?.Value ?? "",
                severity = error.Attribute("severity")?.Value ?? "";
            // The first place is where the flaw shows; the others lead there.
            string? path = error.Element("location")?.Attribute("file")?.Value;
            if (NotRead.Contains(rule))
                unseen.Add(new Unseen(path ?? "", true, $"{rule}: {error.Attribute("msg")?.Value}"));
            else if (string.IsNullOrEmpty(path))
                withoutPlace += severity == "information" ? 0 : 1;
            else
                findings.Add(
                    new RawFinding
                    {
                        Path = path,
                        Line = Number(error.Element("location")!.Attribute("line")),
                        Cwe = Number(error.Attribute("cwe")),
                        Rule = rule,
                        Severity = severity switch
                        {
                            "error" => "high",
                            "warning" => "medium",
                            "information" => "info",
                            _ => "low",
                        },
                        Message = error.Attribute("msg")?.Value,
                    }
                );
        }

        return new ToolAnswer(findings, unseen, withoutPlace);
    }

    private static int Number(XAttribute? attribute) =>
        int.TryParse(attribute?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
