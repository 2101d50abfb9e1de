using System.Reflection;

namespace Shrike.Cli;

/// <summary>The outside world of a command, so that a test can be it.</summary>
internal sealed record CliContext
{
    public required TextWriter Output { get; init; }
    public required TextWriter Error { get; init; }
    public bool IsOutputTerminal { get; init; }
    public bool IsErrorTerminal { get; init; }
    public int Width { get; init; } = 100;
    public required DateOnly Today { get; init; }

    /// <summary>null: nothing is remembered between scans.</summary>
    public string? CacheFolder { get; init; }
    public bool NoColor { get; init; }

    public static string Version { get; } =
        typeof(CliContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public static CliContext FromConsole() =>
        new()
        {
            Output = Console.Out,
            Error = Console.Error,
            IsOutputTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? 100 : Math.Clamp(Console.WindowWidth, 60, 160),
            NoColor = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            CacheFolder = Shrike.Review.FactsCache.DefaultFolder,
            Today = DateOnly.FromDateTime(DateTime.Now),
        };
}
