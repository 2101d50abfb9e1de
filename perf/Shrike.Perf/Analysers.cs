using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.CSharp;
using Shrike.Analysis.Sources;

namespace Shrike.Perf;

/// <summary>Runs the analysers of a package over loose files as Shrike sees them: each project one compilation against the same reference
/// assemblies, nothing restored. Only rules about security are switched on.</summary>
internal static class Analysers
{
    public static async Task<int> Run(string folder, string tree)
    {
        ImmutableArray<DiagnosticAnalyzer> analysers = Load(folder);
        int found = 0,
            failed = 0,
            files = 0;
        SourceTree source = SourceTreeReader.Read([tree], new SourceTreeOptions(), CancellationToken.None);
        foreach (SourceProject project in ProjectSet.Group(source).Projects)
        {
            SyntaxTree[] trees =
            [
                .. project
                    .Files.Where(f => f.Kind == FileKind.CSharp)
                    .Select(f => CSharpSyntaxTree.ParseText(SourceText.From(f.Text.ToString()), path: f.Path)),
            ];
            files += trees.Length;
            var compilation = CSharpCompilation.Create(
                project.Name,
                trees,
                project.IsFramework ? References.Framework : References.Modern,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)
            );
            var options = new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]),
                (_, _, _) => Interlocked.Increment(ref failed),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false
            );
            ImmutableArray<Diagnostic> all = await new CompilationWithAnalyzers(
                compilation,
                analysers,
                options
            ).GetAnalyzerDiagnosticsAsync();
            found += all.Count(d => !d.Id.StartsWith("AD", StringComparison.Ordinal));
        }

        Console.WriteLine($"{analysers.Length} analysers, {files} files, {found} diagnostics, {failed} failures inside analysers");
        return 0;
    }

    private static ImmutableArray<DiagnosticAnalyzer> Load(string folder)
    {
        string[] libraries = [.. Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories).Where(IsForCSharp)];
        var context = new AssemblyLoadContext("peer");
        context.Resolving += (own, name) =>
            libraries.FirstOrDefault(l => Path.GetFileNameWithoutExtension(l) == name.Name) is { } path
                ? own.LoadFromAssemblyPath(path)
                : null;
        var analysers = ImmutableArray.CreateBuilder<DiagnosticAnalyzer>();
        foreach (string library in libraries)
        {
            foreach (Type type in Types(context.LoadFromAssemblyPath(library)))
            {
                bool isAnalyser =
                    !type.IsAbstract
                    && typeof(DiagnosticAnalyzer).IsAssignableFrom(type)
                    && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true;
                if (isAnalyser && Activator.CreateInstance(type) is DiagnosticAnalyzer analyser && IsAboutSecurity(analyser))
                    analysers.Add(analyser);
            }
        }

        return analysers.Count > 0 ? analysers.ToImmutable() : throw new InvalidOperationException($"no analysers in {folder}");
    }

    private static bool IsForCSharp(string path) =>
        !path.Contains("resources", StringComparison.Ordinal) && !Path.GetFileName(path).Contains("VisualBasic", StringComparison.Ordinal);

    private static bool IsAboutSecurity(DiagnosticAnalyzer analyser) =>
        analyser.SupportedDiagnostics.Any(d =>
            d.Category.Contains("Security", StringComparison.OrdinalIgnoreCase)
            || d.Category.Contains("Vulnerability", StringComparison.OrdinalIgnoreCase)
            || d.Category.Contains("Hotspot", StringComparison.OrdinalIgnoreCase)
            || d.Id.StartsWith("SCS", StringComparison.Ordinal)
        );

    private static Type[] Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return [.. e.Types.OfType<Type>()];
        }
    }
}
