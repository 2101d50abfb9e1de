// A program of its own, compiled where it is used (AnalyserPackages.cs): runs the analysers of a package over loose files and writes SARIF.
// COMPILER PACKAGE REFERENCES REPORT INPUT JOBS
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

internal static class Program
{
    private static int Main(string[] args)
    {
        string[] folders = [args[0], .. Directory.EnumerateDirectories(args[1], "*", SearchOption.AllDirectories)];
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            folders.Select(f => Path.Combine(f, name.Name + ".dll")).FirstOrDefault(File.Exists) is { } path
                ? context.LoadFromAssemblyPath(path)
                : null;
        int exit = 0;
        // The compiler recurses over what it reads.
        var thread = new Thread(() => exit = new Analysis(args).Run(), 256 << 20);
        thread.Start();
        thread.Join();
        return exit;
    }
}

internal sealed class Analysis
{
    private readonly string input;
    private readonly string report;
    private readonly int jobs;
    private readonly ImmutableArray<DiagnosticAnalyzer> analysers;
    private readonly Dictionary<string, DiagnosticDescriptor> rules = [];
    private readonly Dictionary<string, ReportDiagnostic> switchedOn;
    private readonly MetadataReference[] modern;
    private readonly MetadataReference[] framework;
    private readonly AnalyzerOptions options;
    private readonly ConcurrentBag<Diagnostic> found = [];
    private readonly ConcurrentBag<(string File, string Message)> failures = [];

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Analysis(string[] args)
    {
        report = args[3];
        input = Path.GetFullPath(args[4]);
        jobs = int.Parse(args[5]);
        modern = References(args[2], "modern");
        framework = References(args[2], "netfx");
        analysers = Load(args[1]);
        switchedOn = rules.Keys.ToDictionary(id => id, _ => ReportDiagnostic.Warn);
        options = new AnalyzerOptions([new SwitchedOn(rules.Keys)]);
    }

    public int Run()
    {
        // One case is one compilation; what belongs to no case is one with its folder.
        ILookup<string, string> units = Directory
            .EnumerateFiles(input, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToLookup(UnitOf);
        int next = -1;
        string[] names = [.. units.Select(u => u.Key)];
        Thread[] workers = [.. Enumerable.Range(0, Math.Max(1, jobs)).Select(_ => new Thread(Work, 256 << 20))];
        foreach (Thread worker in workers)
            worker.Start();
        foreach (Thread worker in workers)
            worker.Join();
        Write();
        return 0;

        void Work()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < names.Length; )
                Analyse([.. units[names[i]]]);
        }
    }

    private string UnitOf(string file)
    {
        string relative = Path.GetRelativePath(input, file).Replace('\\', '/');
        string first = relative.Split('/')[0];
        return first.Length > 1 && first[0] is 'c' or 't' && first[1..].All(char.IsAsciiDigit)
            ? first
            : Path.GetDirectoryName(relative) ?? "";
    }

    private void Analyse(string[] files)
    {
        try
        {
            SyntaxTree[] trees =
            [
                .. files.Select(f => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(f), Encoding.UTF8), path: f)),
            ];
            // Whichever world compiles more of it; analysers do not need all of it to compile.
            CSharpCompilation first = Compilation(trees, modern);
            int errors = Errors(first);
            if (errors > 0 && Compilation(trees, framework) is var second && Errors(second) < errors)
                first = second;
            var with = new CompilationWithAnalyzers(
                first,
                analysers,
                new CompilationWithAnalyzersOptions(
                    options,
                    (e, analyser, _) => failures.Add(("", $"{analyser.GetType().Name}: {e.GetType().Name}")),
                    concurrentAnalysis: false,
                    logAnalyzerExecutionTime: false
                )
            );
            foreach (Diagnostic diagnostic in with.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult())
            {
                if (rules.ContainsKey(diagnostic.Id) && diagnostic.Location.IsInSource && !diagnostic.IsSuppressed)
                    found.Add(diagnostic);
            }
        }
        catch (Exception e)
        {
            foreach (string file in files)
                failures.Add((file, $"{e.GetType().Name}: {e.Message}"));
        }
    }

    private CSharpCompilation Compilation(SyntaxTree[] trees, MetadataReference[] references) =>
        CSharpCompilation.Create(
            "case",
            trees,
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, specificDiagnosticOptions: switchedOn)
        );

    private static int Errors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Count(d => d.Severity == DiagnosticSeverity.Error);

    private static MetadataReference[] References(string folder, string world) =>
        [
            .. new[] { $"{world}.dll", $"stubs-{world}.dll" }
                .Select(n => Path.Combine(folder, n))
                .Where(File.Exists)
                .Select(p => MetadataReference.CreateFromFile(p)),
        ];

    private ImmutableArray<DiagnosticAnalyzer> Load(string package)
    {
        var all = ImmutableArray.CreateBuilder<DiagnosticAnalyzer>();
        IEnumerable<string> libraries = Directory
            .EnumerateFiles(Path.Combine(package, "analyzers"), "*.dll", SearchOption.AllDirectories)
            .Where(l =>
                !l.EndsWith(".resources.dll", StringComparison.Ordinal) && !l.Replace('\\', '/').Contains("/vb/", StringComparison.Ordinal)
            )
            .Where(l => !Path.GetFileName(l).Contains("VisualBasic", StringComparison.Ordinal));
        foreach (string library in libraries)
        {
            foreach (Type type in Types(library))
            {
                bool isAnalyser =
                    !type.IsAbstract
                    && typeof(DiagnosticAnalyzer).IsAssignableFrom(type)
                    && type.GetConstructor(Type.EmptyTypes) is not null
                    && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true;
                if (!isAnalyser || Activator.CreateInstance(type) is not DiagnosticAnalyzer analyser)
                    continue;
                DiagnosticDescriptor[] own = [.. analyser.SupportedDiagnostics.Where(IsAboutSecurity)];
                if (own.Length > 0)
                    all.Add(analyser);
                foreach (DiagnosticDescriptor rule in own)
                    rules[rule.Id] = rule;
            }
        }

        return all.Count > 0 ? all.ToImmutable() : throw new InvalidOperationException($"no analysers about security in {package}");
    }

    private static bool IsAboutSecurity(DiagnosticDescriptor rule) =>
        rule.Category.Contains("Security", StringComparison.OrdinalIgnoreCase)
        || rule.Category.Contains("Vulnerability", StringComparison.OrdinalIgnoreCase)
        || rule.Category.Contains("Hotspot", StringComparison.OrdinalIgnoreCase)
        || rule.Id.StartsWith("SCS", StringComparison.Ordinal);

    private static Type[] Types(string library)
    {
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyPath(library).GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return [.. e.Types.OfType<Type>()];
        }
        catch (Exception e) when (e is FileLoadException or BadImageFormatException)
        {
            return [];
        }
    }

    private void Write()
    {
        using FileStream stream = File.Create(report);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "analysers");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (
            Diagnostic diagnostic in found
                .OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan)
                .ThenBy(d => d.Id, StringComparer.Ordinal)
        )
        {
            FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
            json.WriteStartObject();
            json.WriteString("ruleId", diagnostic.Id);
            // Rules that are off by default were switched on: the level is what their authors gave them.
            json.WriteString(
                "level",
                rules[diagnostic.Id].DefaultSeverity switch
                {
                    DiagnosticSeverity.Error => "error",
                    DiagnosticSeverity.Warning => "warning",
                    _ => "note",
                }
            );
            Message(json, diagnostic.GetMessage());
            json.WriteStartArray("locations");
            Place(json, place.Path, place.StartLinePosition.Line + 1, place.EndLinePosition.Line + 1);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteStartArray("toolExecutionNotifications");
        foreach ((string file, string message) in failures.Distinct())
        {
            json.WriteStartObject();
            json.WriteString("level", "error");
            Message(json, message);
            json.WriteStartArray("locations");
            if (file.Length > 0)
                Place(json, file, 1, 1);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("message");
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, string file, int start, int end)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", file);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", start);
        json.WriteNumber("endLine", end);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Sonar's analysers switch some rules on only where this file names them.</summary>
    private sealed class SwitchedOn(IEnumerable<string> ids) : AdditionalText
    {
        private readonly SourceText text = SourceText.From(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><AnalysisInput><Settings/><Rules>"
                + string.Concat(ids.Select(i => $"<Rule><Key>{i}</Key></Rule>"))
                + "</Rules><Files/></AnalysisInput>",
            Encoding.UTF8
        );

        public override string Path => System.IO.Path.Combine(System.IO.Path.GetTempPath(), "SonarLint.xml");

        public override SourceText GetText(CancellationToken cancel = default) => text;
    }
}
