using Microsoft.CodeAnalysis.Text;

namespace Shrike.Analysis.Sources;

public enum FileKind
{
    CSharp,

    /// <summary>.cshtml</summary>
    RazorView,

    /// <summary>.razor</summary>
    RazorComponent,

    /// <summary>.aspx, .ascx, .master, .ashx, .asmx</summary>
    WebForms,

    /// <summary>.csproj, .props, .targets, .projitems, .shproj, .slnx, .sln: read as data, never evaluated.</summary>
    Project,

    /// <summary>appsettings*.json, web.config, app.config, launchSettings.json…</summary>
    Configuration,
}

/// <summary>One file of the tree. Text is read on demand, bounded; no content is too broken to decode.</summary>
/// <param name="Path">Relative to the scan root, forward slashes.</param>
/// <param name="FullPath">Where it lies on this machine.</param>
public sealed record SourceFile(string Path, string FullPath, FileKind Kind, long Bytes)
{
    private SourceText? text;

    /// <summary>The decoded text; invalid bytes become U+FFFD.</summary>
    /// <exception cref="IOException">The file vanished or cannot be read.</exception>
    public SourceText Text => text ??= SourceReader.Read(FullPath, Bytes);

    /// <summary>The first characters, without keeping or even reading the rest.</summary>
    /// <exception cref="IOException">The file vanished or cannot be read.</exception>
    public string Start(int characters) =>
        text is { } known ? known.ToString(new TextSpan(0, Math.Min(known.Length, characters))) : SourceReader.Start(FullPath, characters);

    /// <summary>For tests and generated code: a file that exists only in memory.</summary>
    public static SourceFile InMemory(string path, string content, FileKind kind = FileKind.CSharp) =>
        new(path, path, kind, content.Length) { text = SourceText.From(content) };
}
