using Microsoft.CodeAnalysis;

namespace Shrike.Analysis.CSharp;

/// <summary>Reference assemblies that loose files are bound against; embedded metadata, never executed. Each world is one assembly,
/// merged when Shrike is built.</summary>
public static class References
{
    private static readonly Lazy<MetadataReference[]> ModernOnce = new(() => Load("refs/modern"));
    private static readonly Lazy<MetadataReference[]> FrameworkOnce = new(() => Load("refs/netfx"));

    /// <summary>.NET 10 and ASP.NET Core 10.</summary>
    public static IReadOnlyList<MetadataReference> Modern => ModernOnce.Value;

    /// <summary>.NET Framework 4.8 with System.Web and WCF.</summary>
    public static IReadOnlyList<MetadataReference> Framework => FrameworkOnce.Value;

    private static unsafe MetadataReference[] Load(string name)
    {
        // The resource lies in the mapped image for the life of the process: no copy is made.
        var stream = (UnmanagedMemoryStream)typeof(References).Assembly.GetManifestResourceStream(name)!;
        ModuleMetadata module = ModuleMetadata.CreateFromImage((nint)stream.PositionPointer, (int)stream.Length);
        return [AssemblyMetadata.Create(module).GetReference(display: name)];
    }
}
