using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Shrike.Analysis.CSharp;
using Shrike.Bench.Runs;
using Shrike.Review;

namespace Shrike.Bench.Contestants;

/// <summary>Analysers of C# that come as NuGet packages. A small program runs them on loose files, each case a compilation of its own: no project
/// of the suite is read, nothing of it is built, restored or run, and names that two cases share do not clash. Shrike itself loads no foreign
/// code; so the program is compiled on the spot by the .NET SDK that is installed, against the compiler that this SDK brings.</summary>
internal static class AnalyserPackages
{
    private const string Source = "hosts/analysers.cs";
    private static readonly ToolLimits ForCompiler = new(TimeSpan.FromMinutes(5), OutputChars: 4 << 20);

    /// <param name="place">Folder of the package, or of all its versions; null for the usual place.</param>
    /// <returns>null when there is no such package.</returns>
    /// <exception cref="RunException">There is no SDK, or the program cannot be made.</exception>
    public static FoundScanner? Locate(string package, string? place, CancellationToken cancel)
    {
        if (Newest(place ?? Path.Combine(Packages(), package.ToLowerInvariant())) is not { } folder)
            return null;
        string compiler = Compiler(cancel);
        string host = Host(compiler, cancel);
        return new FoundScanner(
            "dotnet",
            [
                "exec",
                "--runtimeconfig",
                Path.Combine(compiler, "csc.runtimeconfig.json"),
                Path.Combine(host, "host.dll"),
                compiler,
                folder,
                host,
            ],
            Path.GetFileName(folder),
            folder,
            null
        );
    }

    private static string Packages() =>
        System.Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string? Newest(string folder)
    {
        folder = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        if (!Directory.Exists(folder))
            return null;
        return HasAnalysers(folder)
            ? folder
            : Directory.EnumerateDirectories(folder).Where(HasAnalysers).OrderByDescending(VersionOf).FirstOrDefault();
    }

    private static bool HasAnalysers(string folder) => Directory.Exists(Path.Combine(folder, "analyzers"));

    private static Version VersionOf(string folder) =>
        Version.TryParse(Path.GetFileName(folder).Split('-')[0], out Version? version) ? version : new Version(0, 0);

    /// <summary>The folder of the compiler in the newest SDK.</summary>
    private static string Compiler(CancellationToken cancel)
    {
        try
        {
            // 10.0.100 [/usr/share/dotnet/sdk]
            string listed = ToolProcess.Run("dotnet", ["--list-sdks"], null, ForCompiler, cancel)?.Output ?? "";
            return listed
                    .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(l => l.Split(' ', 2))
                    .Where(l => l.Length == 2)
                    .Select(l => Path.Combine(l[1].Trim('[', ']'), l[0]))
                    .OrderByDescending(VersionOf)
                    .Select(f => Path.Combine(f, "Roslyn", "bincore"))
                    .FirstOrDefault(f => File.Exists(Path.Combine(f, "csc.dll")))
                ?? throw new RunException("analysers of C# need the .NET SDK: https://dotnet.microsoft.com/download");
        }
        catch (ToolStoppedException e)
        {
            throw new RunException(e.Message);
        }
    }

    /// <summary>Makes the program, once for each compiler and each of our builds.</summary>
    private static string Host(string compiler, CancellationToken cancel)
    {
        string source = Scanners.Resource(Source);
        string key = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{compiler}\0{source}\0{typeof(References).Module.ModuleVersionId}"))
        )[..16];
        string folder = Path.Combine(FactsCache.DefaultFolder, "analyser-host", key);
        if (File.Exists(Path.Combine(folder, "host.dll")))
            return folder;
        // Made aside and moved, so that it is there whole or not at all.
        string partial = $"{folder}.{System.Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}";
        try
        {
            Directory.CreateDirectory(partial);
            Write("refs/modern", Path.Combine(partial, "modern.dll"));
            Write("refs/netfx", Path.Combine(partial, "netfx.dll"));
            Compile(compiler, partial, "stubs-modern", StubArguments(false, partial), cancel);
            Compile(compiler, partial, "stubs-netfx", StubArguments(true, partial), cancel);
            string code = Path.Combine(partial, "host.cs");
            File.WriteAllText(code, source);
            string[] arguments =
            [
                "-target:exe",
                "-nullable:enable",
                "-optimize",
                .. Framework(compiler).Select(l => $"-r:{l}"),
                $"-r:{Path.Combine(compiler, "Microsoft.CodeAnalysis.dll")}",
                $"-r:{Path.Combine(compiler, "Microsoft.CodeAnalysis.CSharp.dll")}",
                code,
            ];
            Compile(compiler, partial, "host", arguments, cancel);
            if (!Directory.Exists(folder))
                Directory.Move(partial, folder);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ToolStoppedException)
        {
            throw new RunException($"the program that runs analysers could not be made in {folder}: {e.Message}");
        }
        finally
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }
    }

    // sdk/VERSION/Roslyn/bincore, beside shared/Microsoft.NETCore.App/VERSION.
    private static IEnumerable<string> Framework(string compiler)
    {
        string shared = Path.GetFullPath(Path.Combine(compiler, "../../../../shared/Microsoft.NETCore.App"));
        string newest =
            (Directory.Exists(shared) ? Directory.EnumerateDirectories(shared).MaxBy(VersionOf) : null)
            ?? throw new RunException($"there is no runtime at {shared}");
        return Directory.EnumerateFiles(newest, "System.*.dll").Where(l => !l.Contains(".Native.", StringComparison.Ordinal));
    }

    private static void Compile(string compiler, string folder, string name, IEnumerable<string> arguments, CancellationToken cancel)
    {
        string[] all =
        [
            Path.Combine(compiler, "csc.dll"),
            "-noconfig",
            "-nostdlib",
            "-nologo",
            "-langversion:preview",
            "-deterministic",
            $"-out:{Path.Combine(folder, name + ".dll")}",
            .. arguments,
        ];
        ToolResult result =
            ToolProcess.Run("dotnet", all, folder, ForCompiler, cancel) ?? throw new RunException("dotnet is not on the PATH");
        if (result.Exit != 0)
            throw new RunException($"the program that runs analysers could not be compiled ({name}): {result.LastWords}");
    }

    /// <summary>Libraries that code uses, as Shrike knows them: an analyser finds nothing at a call that does not bind.</summary>
    private static List<string> StubArguments(bool isFramework, string folder)
    {
        string world = isFramework ? "netfx" : "modern";
        List<string> arguments =
        [
            "-target:library",
            "-refonly",
            "-unsafe",
            "-nowarn:*",
            "-warn:0",
            $"-r:{Path.Combine(folder, world + ".dll")}",
        ];
        var stubs = (CompilationReference)LibraryStubs.For(isFramework, isFramework ? References.Framework : References.Modern, []);
        foreach (SyntaxTree tree in stubs.Compilation.SyntaxTrees)
        {
            string path = Path.Combine(folder, $"stub-{world}-{arguments.Count.ToString(CultureInfo.InvariantCulture)}.cs");
            File.WriteAllText(path, tree.ToString());
            arguments.Add(path);
        }

        return arguments;
    }

    private static void Write(string resource, string path)
    {
        using Stream from = typeof(References).Assembly.GetManifestResourceStream(resource)!;
        using FileStream to = File.Create(path);
        from.CopyTo(to);
    }
}
