namespace Shrike.Cli;

/// <summary>Exit codes; documented in the README and never reused.</summary>
internal static class Exit
{
    /// <summary>Complete, nothing at or above the threshold.</summary>
    public const int Clean = 0;

    /// <summary>Complete, with findings at or above the threshold.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>Something was not looked at, whatever was found.</summary>
    public const int Incomplete = 3;

    public const int Interrupted = 130;
}

/// <summary>A mistake of the user's: said in one line that names the remedy, exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
