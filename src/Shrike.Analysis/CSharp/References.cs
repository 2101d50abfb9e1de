using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Shrike.Analysis.CSharp;

/// <summary>Reference assemblies that loose files are bound against; embedded metadata, never executed.</summary>
public static class References
{
    private static readonly Lazy<MetadataReference[]> ModernOnce = new(() => Load("refs/netcore/", "refs/aspnetcore/"));
    private static readonly Lazy<MetadataReference[]> FrameworkOnce = new(() => Load("refs/netfx/"));

    /// <summary>.NET 10 and ASP.NET Core 10.</summary>
    public static IReadOnlyList<MetadataReference> Modern => ModernOnce.Value;

    /// <summary>.NET Framework 4.8 with System.Web and WCF.</summary>
    public static IReadOnlyList<MetadataReference> Framework => FrameworkOnce.Value;

    private static unsafe MetadataReference[] Load(params string[] prefixes)
    {
        Assembly assembly = typeof(References).Assembly;
        var references = new List<MetadataReference>();
        foreach (string name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
                continue;
            // The resource lies in the mapped image for the life of the process: no copy is made.
            var stream = (UnmanagedMemoryStream)assembly.GetManifestResourceStream(name)!;
            ModuleMetadata module = ModuleMetadata.CreateFromImage((nint)stream.PositionPointer, (int)stream.Length);
            references.Add(AssemblyMetadata.Create(module).GetReference(display: name[(name.LastIndexOf('/') + 1)..]));
        }

        return [.. references];
    }
}
