using System.Text.RegularExpressions;

namespace Shrike.Analysis.Rules.Structure.Configuration;

/// <summary>Connection strings to a remote SQL Server that forgo encryption or the check of the certificate.</summary>
internal static class ConnectionTls
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Off = new(
        "(^|;)\\s*(Encrypt\\s*=\\s*(false|no|optional)|Trust\\s?Server\\s?Certificate\\s*=\\s*(true|yes))\\s*(;|$)",
        Linear
    );
    private static readonly Regex Remote = new("(^|;)\\s*(Server|Data Source|Address|Addr|Network Address)\\s*=\\s*[^;.(\\s]", Linear);
    private static readonly Regex Local = new(
        "localhost|127\\.0\\.0\\.1|\\(local|=\\s*\\.\\s*(;|\\\\)|host\\.docker\\.internal|sqlexpress",
        Linear
    );

    public static bool IsOff(string connection) =>
        connection.Length is > 16 and < 8192 && Off.IsMatch(connection) && Remote.IsMatch(connection) && !Local.IsMatch(connection);
}
