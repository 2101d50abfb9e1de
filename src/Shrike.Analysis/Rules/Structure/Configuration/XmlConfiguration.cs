using System.Globalization;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;
using Shrike.Analysis.Sources;

namespace Shrike.Analysis.Rules.Structure.Configuration;

/// <summary>web.config, app.config and their kin.</summary>
internal static class XmlConfiguration
{
    /// <param name="Path">Where the element stands; see <see cref="XmlElement.IsAt"/>.</param>
    /// <param name="Attribute">The setting.</param>
    /// <param name="IsBad">Whether a value is the flaw.</param>
    /// <param name="Rule">Id.</param>
    /// <param name="Message">What is wrong; null for the rule's words.</param>
    /// <param name="DebugOnly">Meant, in settings for development.</param>
    private sealed record Check(
        string Path,
        string Attribute,
        Func<string, bool> IsBad,
        string Rule,
        string? Message = null,
        bool DebugOnly = false,
        Severity? Severity = null,
        int? Cwe = null
    );

    private static readonly Check[] Checks =
    [
        new("system.web/compilation", "debug", True, "debug-compilation", DebugOnly: true),
        new("system.web/customErrors", "mode", Is("Off"), "custom-errors-off", DebugOnly: true),
        new(
            "system.webServer/httpErrors",
            "errorMode",
            Is("Detailed"),
            "custom-errors-off",
            "Detailed error pages are sent to every client",
            DebugOnly: true
        ),
        new("system.web/trace", "enabled", True, "trace-enabled", DebugOnly: true),
        new("system.web/pages", "validateRequest", False, "request-validation-off"),
        new(
            "system.web/httpRuntime",
            "requestValidationMode",
            Is("2.0", "0.0", "2"),
            "request-validation-off",
            "requestValidationMode limits request validation to pages, so that handlers and services receive unchecked input"
        ),
        new("system.web/pages", "enableViewStateMac", False, "viewstate-mac-off"),
        new("system.web/pages", "viewStateEncryptionMode", Is("Never"), "viewstate-not-encrypted"),
        new("system.web/pages", "enableEventValidation", False, "event-validation-off"),
        new(
            "system.web/httpCookies",
            "httpOnlyCookies",
            False,
            "cookie-not-httponly",
            "Cookies are readable by scripts in the whole application"
        ),
        new(
            "system.web/httpCookies",
            "requireSSL",
            False,
            "cookie-not-secure",
            "Cookies of the whole application may travel over unencrypted HTTP"
        ),
        new("system.web/httpCookies", "sameSite", Is("None"), "cookie-samesite-none"),
        new("authentication/forms", "requireSSL", False, "cookie-not-secure", "The authentication ticket may travel over unencrypted HTTP"),
        new("authentication/forms", "protection", Is("None", "Encryption", "Validation"), "unprotected-authentication-ticket"),
        new(
            "authentication/forms",
            "cookieless",
            Is("UseUri", "true"),
            "cookieless-session",
            "The authentication ticket is carried in the URL"
        ),
        new("authentication/forms", "timeout", MoreThan(1440), "session-expiry", "A signed-in session lasts longer than a day"),
        new(
            "authentication/forms/credentials",
            "passwordFormat",
            Is("Clear"),
            "secret-in-configuration",
            "User passwords are kept in clear text in the configuration",
            Cwe: 256
        ),
        new("system.web/sessionState", "cookieless", Is("UseUri", "true"), "cookieless-session"),
        new(
            "system.web/sessionState",
            "regenerateExpiredSessionId",
            False,
            "cookieless-session",
            "An expired session identifier chosen by someone else is accepted again"
        ),
        new("system.web/sessionState", "timeout", MoreThan(720), "session-expiry", "An idle session lives longer than twelve hours"),
        new(
            "system.web/roleManager",
            "cookieProtection",
            Is("None", "Encryption", "Validation"),
            "unprotected-authentication-ticket",
            "The cookie that caches a user's roles can be read or altered"
        ),
        new(
            "membership/providers/add",
            "passwordFormat",
            Is("Clear"),
            "secret-in-configuration",
            "The membership provider stores passwords in clear text",
            Cwe: 256
        ),
        new(
            "membership/providers/add",
            "passwordFormat",
            Is("Encrypted"),
            "secret-in-configuration",
            "The membership provider stores passwords so that they can be recovered",
            Severity: Severity.Low,
            Cwe: 257
        ),
        new("membership/providers/add", "minRequiredPasswordLength", LessThan(8), "weak-password-requirements"),
        new("system.web/httpRuntime", "enableHeaderChecking", False, "header-checking-off"),
        new("system.web/httpRuntime", "enableVersionHeader", True, "version-disclosure"),
        new("system.web/httpRuntime", "maxRequestLength", MoreThan(1_048_576), "request-size-unlimited"),
        new("requestFiltering/requestLimits", "maxAllowedContentLength", MoreThan(2_000_000_000), "request-size-unlimited"),
        new("security/requestFiltering", "allowDoubleEscaping", True, "double-escaping-allowed"),
        new("system.webServer/directoryBrowse", "enabled", True, "directory-browsing"),
        new("elmah/security", "allowRemoteAccess", value => True(value) || value is "1" or "yes", "error-log-exposed"),
        new(
            "serviceBehaviors/behavior/serviceDebug",
            "includeExceptionDetailInFaults",
            True,
            "detailed-errors",
            "Exception details are sent to callers of the service",
            DebugOnly: true
        ),
        new("bindings/wsHttpBinding/binding/security", "mode", Is("None"), "wcf-without-security"),
        new("bindings/netTcpBinding/binding/security", "mode", Is("None"), "wcf-without-security"),
        new("bindings/ws2007HttpBinding/binding/security", "mode", Is("None"), "wcf-without-security"),
        new("bindings/wsDualHttpBinding/binding/security", "mode", Is("None"), "wcf-without-security"),
        new("bindings/netMsmqBinding/binding/security", "mode", Is("None"), "wcf-without-security"),
        new("bindings/basicHttpBinding/binding/security", "mode", Is("None"), "wcf-without-security", Severity: Severity.Low),
        new("bindings/webHttpBinding/binding/security", "mode", Is("None"), "wcf-without-security", Severity: Severity.Low),
        new("serviceCertificate/authentication", "certificateValidationMode", Is("None"), "cert-validation-off"),
        new("serviceCertificate/defaultCertificate/authentication", "certificateValidationMode", Is("None"), "cert-validation-off"),
        new(
            "clientCertificate/authentication",
            "certificateValidationMode",
            Is("None"),
            "cert-validation-off",
            "Certificates of clients are accepted without validation"
        ),
        new("*/authentication", "revocationMode", Is("NoCheck"), "cert-revocation-off"),
        new(
            "system.net/settings/servicePointManager",
            "checkCertificateName",
            False,
            "cert-validation-off",
            "Certificates issued to any other host are accepted"
        ),
        new(
            "mailSettings/smtp/network",
            "enableSsl",
            False,
            "https-requirement-off",
            "Mail, with its credentials, is handed over without encryption",
            Severity: Severity.Low
        ),
        new(
            "machineKey",
            "validation",
            Is("MD5", "SHA1"),
            "weak-hash",
            "View state and tickets are authenticated with a weak hash",
            Severity: Severity.Low
        ),
        new(
            "machineKey",
            "decryption",
            Is("DES", "3DES"),
            "weak-cipher",
            "View state and tickets are encrypted with a weak cipher",
            Severity: Severity.Low
        ),
    ];

    public static void Find(SourceFile file, ConfigurationReport report, List<Problem> problems)
    {
        foreach (XmlElement element in XmlSettings.Read(file, problems))
        {
            foreach (Check check in Checks)
            {
                if (check.DebugOnly && report.IsForDevelopment)
                    continue;
                if (element[check.Attribute] is { } setting && element.IsAt(check.Path) && check.IsBad(setting.Value.Trim()))
                    report.Add(
                        check.Rule,
                        setting.Where,
                        $"{element.Path}@{setting.Name}",
                        check.Message,
                        severity: check.Severity,
                        cwe: check.Cwe
                    );
            }

            MachineKey(element, report);
            CorsHeader(element, report);
            ContextSwitches(element, report);
            XmlSecrets.Find(element, report);
        }
    }

    private static void MachineKey(XmlElement element, ConfigurationReport report)
    {
        if (!element.IsAt("machineKey"))
            return;
        foreach (string name in (string[])["validationKey", "decryptionKey"])
        {
            if (element[name] is { } key && key.Value.Length >= 16 && key.Value.All(char.IsAsciiHexDigit))
                report.Add("hardcoded-machine-key", key.Where, $"{element.Path}@{name}", secret: true);
        }
    }

    private static void CorsHeader(XmlElement element, ConfigurationReport report)
    {
        if (!element.IsAt("customHeaders/add") || element["value"] is not { } value)
            return;
        string? name = element["name"]?.Value;
        if ("Access-Control-Allow-Origin".Equals(name, StringComparison.OrdinalIgnoreCase) && value.Value.Trim() == "*")
            report.Add(
                "cors-any-origin",
                value.Where,
                $"{element.Path}[{name}]",
                "Every response may be read by scripts of any site",
                severity: Severity.Low
            );
    }

    private static void ContextSwitches(XmlElement element, ConfigurationReport report)
    {
        if (!element.IsAt("runtime/AppContextSwitchOverrides") || element["value"] is not { } value)
            return;
        if (value.Value.Split(';').Any(part => TlsSwitches.Contains(part.Trim(), StringComparer.OrdinalIgnoreCase)))
            report.Add(
                "weak-tls",
                value.Where,
                element.Path,
                "A compatibility switch takes outgoing connections back to old versions of TLS"
            );
    }

    private static readonly string[] TlsSwitches =
    [
        "Switch.System.Net.DontEnableSchUseStrongCrypto=true",
        "Switch.System.Net.DontEnableSystemDefaultTlsVersions=true",
        "Switch.System.ServiceModel.DisableUsingServicePointManagerSecurityProtocols=true",
    ];

    private static bool True(string value) => value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static bool False(string value) => value.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static Func<string, bool> Is(params string[] values) => value => values.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static Func<string, bool> MoreThan(long limit) => value => Number(value) > limit;

    private static Func<string, bool> LessThan(long limit) => value => Number(value) < limit;

    private static long? Number(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
