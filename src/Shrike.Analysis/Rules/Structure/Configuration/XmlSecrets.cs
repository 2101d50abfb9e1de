using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules.Structure.Configuration;

/// <summary>Passwords, keys and connection strings in XML configuration.</summary>
internal static class XmlSecrets
{
    public static void Find(XmlElement element, ConfigurationReport report)
    {
        XmlSetting? keyed = element["connectionString"] ?? element["value"];
        string? key = element["name"]?.Value ?? element["key"]?.Value;
        foreach (XmlSetting setting in element.Settings)
        {
            // <add key="ApiKey" value="…"/>: the name of the value is the key's value.
            string name = setting == keyed && key is not null ? key : setting.Name;
            Check(element, setting, name, report);
        }
    }

    private static void Check(XmlElement element, XmlSetting setting, string name, ConfigurationReport report)
    {
        string symbol = $"{element.Path}[{name}]";
        if (SecretShape.HasPassword(setting.Value, out bool isLocal))
        {
            Severity? severity = isLocal || report.IsForDevelopment ? Severity.Low : null;
            report.Add(
                "secret-in-configuration",
                setting.Where,
                symbol,
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
                symbol,
                $"'{name}' holds an access key or private key",
                secret: true,
                cwe: 798
            );
        }
        else if (!element.IsAt("machineKey") && SecretShape.NameKind(name) is { } kind && SecretShape.IsSecret(kind, name, setting.Value))
        {
            Severity? severity = report.IsForDevelopment ? Severity.Low : null;
            string what = kind == "password" ? "a password" : "a secret key or token";
            report.Add(
                "secret-in-configuration",
                setting.Where,
                symbol,
                $"'{name}' holds {what}",
                secret: true,
                severity: severity,
                cwe: kind == "password" ? 260 : 798
            );
        }

        if (ConnectionTls.IsOff(setting.Value))
            report.Add("sql-connection-without-tls", setting.Where, symbol, severity: Severity.Low);
    }
}
