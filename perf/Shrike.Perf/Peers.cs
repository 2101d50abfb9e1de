using System.Globalization;
using System.Reflection;

namespace Shrike.Perf;

/// <summary>Shrike and other analysers of C# over the same tree, in turn, so that the machine's moods hit all alike.</summary>
internal static class Peers
{
    private const string Prefix = "Peer:";

    public static int Run(string shrike, string tree, int rounds)
    {
        string self = typeof(Peers).Assembly.Location;
        var programs = new List<(string Name, Func<Measured> Run)> { ("Shrike", () => Measured.Scan(shrike, tree)) };
        foreach (AssemblyMetadataAttribute peer in typeof(Peers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
        {
            if (peer is { Key: var key, Value: { Length: > 0 } folder } && key.StartsWith(Prefix, StringComparison.Ordinal))
                programs.Add((key[Prefix.Length..], () => Measured.Run("dotnet", self, "analyse", folder, tree)));
        }

        // Regular expressions over text: the lower bound of what a scan can cost. `dotnet tool install Microsoft.CST.DevSkim.CLI`
        string report = Path.Combine(Path.GetTempPath(), "shrike-perf-devskim.sarif");
        if (OnPath("devskim"))
            programs.Add(("DevSkim", () => Measured.Run("devskim", "analyze", "-I", tree, "-O", report, "-g", "**/bin/**")));

        var runs = programs.ToDictionary(p => p.Name, _ => new List<Measured>());
        for (int round = 0; round < rounds; round++)
        {
            foreach ((string name, Func<Measured> run) in programs)
                runs[name].Add(run());
        }

        double own = Measured.Median(runs["Shrike"].Select(r => r.Seconds));
        Console.WriteLine("program            seconds  times Shrike   MiB   says");
        foreach ((string name, _) in programs)
        {
            double seconds = Measured.Median(runs[name].Select(r => r.Seconds));
            double memory = Measured.Median(runs[name].Select(r => r.Mebibytes));
            string says = name is "Shrike" or "DevSkim" ? "" : runs[name][0].Output;
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{name, -18} {seconds, 7:0.0} {seconds / own, 13:0.00} {memory, 6:0}   {says}")
            );
        }

        return 0;
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
