using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.Rules.Structure.Configuration;

/// <summary>appsettings*.json, launchSettings.json and other JSON settings.</summary>
internal static class JsonConfiguration
{
    private const int MaxCharacters = 8 << 20;
    private const int MaxDepth = 100;

    /// <param name="Path">Names from the root, joined by ':'.</param>
    /// <param name="Value">The text of a string, number or truth value.</param>
    /// <param name="Where">The value.</param>
    private sealed record Setting(string Path, string Value, JsonTokenType Type, TextSpan Where);

    public static void Find(SourceFile file, ConfigurationReport report, List<Problem> problems)
    {
        string text;
        try
        {
            text = file.Text.ToString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problems.Add(new Problem(file.Path, $"cannot be read: {e.Message}"));
            return;
        }

        if (text.Length > MaxCharacters)
        {
            problems.Add(new Problem(file.Path, $"larger than {MaxCharacters} characters: not read"));
            return;
        }

        var settings = new List<Setting>();
        try
        {
            Read(text, settings);
        }
        catch (JsonException e)
        {
            problems.Add(new Problem(file.Path, $"not read beyond line {e.LineNumber + 1}: {e.Message}"));
        }

        foreach (Setting setting in settings)
            Check(setting, report);
    }

    private static void Read(string text, List<Setting> settings)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        var options = new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = MaxDepth,
        };
        var reader = new Utf8JsonReader(utf8, options);
        var path = new List<string>();
        (int bytes, int chars) = (0, 0);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    // An array is a level without a name of its own.
                    while (path.Count < reader.CurrentDepth)
                        path.Add("");
                    path.RemoveRange(reader.CurrentDepth - 1, path.Count - reader.CurrentDepth + 1);
                    path.Add(reader.GetString() ?? "");
                    break;
                case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                    int start = (int)reader.TokenStartIndex;
                    chars += Encoding.UTF8.GetCharCount(utf8, bytes, start - bytes);
                    bytes = start;
                    int length = Encoding.UTF8.GetCharCount(utf8, start, (int)reader.BytesConsumed - start);
                    string value =
                        reader.TokenType == JsonTokenType.String ? reader.GetString() ?? "" : Encoding.UTF8.GetString(reader.ValueSpan);
                    IEnumerable<string> names = path.Take(reader.CurrentDepth).Where(name => name.Length > 0);
                    settings.Add(new Setting(string.Join(':', names), value, reader.TokenType, new TextSpan(chars, length)));
                    break;
            }
        }
    }

    private static void Check(Setting setting, ConfigurationReport report)
    {
        if (setting.Type == JsonTokenType.String)
            Secret(setting, report);
        else if (!report.IsForDevelopment)
            Switch(setting, report);
    }

    private static void Secret(Setting setting, ConfigurationReport report)
    {
        string name = setting.Path[(setting.Path.LastIndexOf(':') + 1)..];
        if (SecretShape.HasPassword(setting.Value, out bool isLocal))
        {
            Severity? severity = isLocal || report.IsForDevelopment ? Severity.Low : null;
            report.Add(
                "secret-in-configuration",
                setting.Where,
                setting.Path,
                $"The connection string '{name}' carries a password",
                secret: true,
                severity: severity,
                cwe: 260
            );
        }
        else if (SecretShape.IsKnownToken(setting.Value))
        {
            report.Add(
                "secret-in-configuration",
                setting.Where,
                setting.Path,
                $"'{name}' holds an access key or private key",
                secret: true,
                cwe: 798
            );
        }
        else if ((SecretShape.NameKind(name) ?? InSection(setting.Path)) is { } kind && SecretShape.IsSecret(kind, name, setting.Value))
        {
            Severity? severity = report.IsForDevelopment ? Severity.Low : null;
            string what = kind == "password" ? "a password" : "a secret key or token";
            report.Add(
                "secret-in-configuration",
                setting.Where,
                setting.Path,
                $"'{setting.Path}' holds {what}",
                secret: true,
                severity: severity,
                cwe: kind == "password" ? 260 : 798
            );
        }

        if (ConnectionTls.IsOff(setting.Value))
            report.Add("sql-connection-without-tls", setting.Where, setting.Path, severity: Severity.Low);
    }

    /// <summary>"Jwt:Key" and "Auth:Jwt:Secret" are secrets though "Key" alone is not.</summary>
    private static string? InSection(string path)
    {
        string[] names = path.Split(':');
        return
            names.Length > 1
            && (
                names[^1].Equals("Key", StringComparison.OrdinalIgnoreCase)
                || names[^1].Equals("Secret", StringComparison.OrdinalIgnoreCase)
            )
            ? SecretShape.NameKind(
                names[^2]
                    .Replace("Settings", "", StringComparison.OrdinalIgnoreCase)
                    .Replace("Options", "", StringComparison.OrdinalIgnoreCase) + names[^1]
            )
            : null;
    }

    private static void Switch(Setting setting, ConfigurationReport report)
    {
        string name = setting.Path[(setting.Path.LastIndexOf(':') + 1)..];
        (string? rule, string? message) = (name.ToLowerInvariant(), setting.Value) switch
        {
            ("detailederrors", "true") => ("detailed-errors", "Detailed errors are sent to clients"),
            ("includeerrordetails" or "includeexceptiondetails" or "showpii", "true") => ("detailed-errors", null),
            ("enablesensitivedatalogging" or "sensitivedatalogging", "true") => (
                "detailed-errors",
                "Parameter values, personal data among them, are written to the log"
            ),
            ("requirehttpsmetadata", "false") => ("https-requirement-off", null),
            ("enabledirectorybrowsing", "true") => ("directory-browsing", null),
            _ => ((string?)null, (string?)null),
        };
        if (rule is not null)
            report.Add(rule, setting.Where, setting.Path, message);
    }
}
