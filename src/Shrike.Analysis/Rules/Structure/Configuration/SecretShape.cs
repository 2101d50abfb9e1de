using System.Buffers;
using System.Text.RegularExpressions;

namespace Shrike.Analysis.Rules.Structure.Configuration;

/// <summary>Tells a secret from a placeholder, a label or the name of a setting, by name and value alone.</summary>
public static class SecretShape
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const int MaxValue = 16_384;

    private static readonly Regex PasswordName = new("(password|passwd|passphrase|pwd)$", Linear);

    private static readonly Regex KeyName = new(
        "((client|app|application|api|shared|consumer|jwt|token|signing|webhook|oauth|aws|auth)secret(key)?|^secret(key)?"
            + "|(api|access|account|private|signing|signature|encryption|encrypt|crypto|security|symmetric|shared|master|jwt|hmac|aes|issuersigning|sharedaccess|storage|instrumentation)key"
            + "|(auth|access|api|bearer|refresh|bot|sas|github|slack)token)$",
        Linear
    );

    private static readonly Regex SecretWord = new("password|passwd|secret|token|key", Linear | RegexOptions.IgnoreCase);

    private static readonly Regex NotReal = new(
        "change.?(me|it|this)|your|placeholder|example|xxxx|todo|tbd|dummy|sample|insert|replace|fill.?in|\\*\\*\\*|\\.\\.\\.|not.?set|user.?secrets?|key.?vault|redacted|removed|hidden|secret.?here|set.?(in|by|via|this)|goes.?here|enter|\\bnone\\b|\\bnull\\b|undefined|default.?value",
        Linear | RegexOptions.IgnoreCase
    );

    private static readonly Regex Template = new(
        "^<[^>]*>$|^\\[[^\\]]*\\]$|\\$\\{|\\$\\(|\\{\\{|#\\{|^\\{[^}]*\\}$|^__.*__$|^%[^%]+%$|^@Microsoft\\.|^env:|^#.*#$",
        Linear
    );

    // "pm-27086-update-password", "client_b64_hashed_password": the name of a flag or a field.
    private static readonly Regex Slug = new("^[A-Za-z]+[0-9]*([-_.:]([A-Za-z]+[0-9]*|[0-9]+))+$", Linear);

    private static readonly Regex KnownToken = new(
        "\\b(AKIA|ASIA)[0-9A-Z]{16}\\b|\\bgh[pousr]_[A-Za-z0-9]{36}|\\bxox[abprs]-[0-9A-Za-z-]{20}|\\b[rs]k_live_[0-9A-Za-z]{20}|\\bAIza[0-9A-Za-z_-]{35}|\\bSG\\.[0-9A-Za-z_-]{22}\\.[0-9A-Za-z_-]{40}"
            + "|-----BEGIN ((RSA|EC|DSA|OPENSSH|ENCRYPTED) )?PRIVATE KEY-----|(AccountKey|SharedAccessKey)=[0-9A-Za-z+/]{40}",
        Linear
    );

    // Nearly every string of a program comes by: the pattern itself would be slow.
    private static readonly SearchValues<string> TokenParts = SearchValues.Create(
        [
            "AKIA",
            "ASIA",
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "xoxb-",
            "xoxa-",
            "xoxp-",
            "xoxr-",
            "xoxs-",
            "sk_live_",
            "rk_live_",
            "AIza",
            "SG.",
            "PRIVATE KEY",
            "AccountKey=",
            "SharedAccessKey=",
        ],
        StringComparison.Ordinal
    );

    private static readonly Regex UriCredentials = new(
        "^[a-zA-Z][a-zA-Z0-9+.-]*://[^/:@\\s]+:(?<password>[^/@\\s]+)@(?<host>[^/:@\\s]+)",
        Linear
    );
    private static readonly Regex Local = new(
        "localhost|127\\.0\\.0\\.1|\\(local|\\(localdb\\)|::1|host\\.docker\\.internal|=\\s*\\.(\\\\|;)",
        Linear | RegexOptions.IgnoreCase
    );

    /// <summary>What a setting of this name holds, or null when it holds no secret: "password" or "key".</summary>
    public static string? NameKind(string name)
    {
        string plain = Plain(name);
        if (PasswordName.IsMatch(plain))
            return "password";
        return KeyName.IsMatch(plain) ? "key" : null;
    }

    /// <summary>Whether the value of a setting that is named as a secret is one.</summary>
    public static bool IsSecret(string kind, string name, string value)
    {
        if (IsPlaceholder(value) || value.Any(char.IsWhiteSpace))
            return false;
        bool hasDigit = value.Any(char.IsAsciiDigit);
        // The name of a field or a column ("client_secret", "PasswordHash"), not what it holds.
        if (!hasDigit && (Plain(value).Contains(Plain(LastWord(name)), StringComparison.Ordinal) || NameKind(value) is not null))
            return false;
        if (
            Slug.IsMatch(value)
            && (value.Count(c => c is '-' or '_' or '.' or ':') >= 3 || NameKind(value) is not null || SecretWord.IsMatch(value))
        )
            return false;
        // A flag, a path, an address.
        if (
            value is "true" or "false" or "True" or "False"
            || value.Contains("://", StringComparison.Ordinal)
            || value.StartsWith('/')
            || value.StartsWith('~')
        )
            return false;
        return kind == "password" ? value.Length >= 3 : value.Length >= 12 && (hasDigit || Entropy(value) >= 3.5);
    }

    /// <summary>Whether the text is a token whose form alone gives it away.</summary>
    public static bool IsKnownToken(string value) =>
        value.Length is >= 20 and <= MaxValue
        && value.AsSpan().ContainsAny(TokenParts)
        && KnownToken.IsMatch(value)
        && !NotReal.IsMatch(value);

    /// <summary>Whether a connection string or address carries a password, and whether it leads to this machine.</summary>
    public static bool HasPassword(string connection, out bool isLocal)
    {
        isLocal = false;
        if (connection.Length is < 8 or > MaxValue)
            return false;
        if (connection.Contains('@', StringComparison.Ordinal) && UriCredentials.Match(connection) is { Success: true } uri)
        {
            isLocal = Local.IsMatch(uri.Groups["host"].Value);
            return !IsPlaceholder(uri.Groups["password"].Value);
        }

        if (!connection.Contains('=', StringComparison.Ordinal))
            return false;

        bool hasPlace = false,
            hasPassword = false;
        foreach (string part in connection.Split(';'))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                continue;
            string key = Plain(part[..equals]);
            hasPlace |=
                key
                    is "server"
                        or "datasource"
                        or "host"
                        or "addr"
                        or "address"
                        or "networkaddress"
                        or "database"
                        or "initialcatalog"
                        or "uid"
                        or "userid"
                        or "user"
                        or "username"
                        or "endpoint";
            hasPassword |= key is "password" or "pwd" && !IsPlaceholder(part[(equals + 1)..].Trim().Trim('\'', '"'));
        }

        isLocal = hasPlace && hasPassword && Local.IsMatch(connection);
        return hasPlace && hasPassword;
    }

    public static bool IsPlaceholder(string value) =>
        value.Length is < 3 or > MaxValue || value.All(c => c == value[0]) || Template.IsMatch(value) || NotReal.IsMatch(value);

    /// <summary>Bits of Shannon entropy a character.</summary>
    private static double Entropy(string value) =>
        value.GroupBy(c => c).Select(group => (double)group.Count() / value.Length).Sum(share => -share * Math.Log2(share));

    private static string Plain(string name) => new([.. name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static string LastWord(string name) => name[(name.LastIndexOfAny(['.', ':', '/', '_']) + 1)..];
}
