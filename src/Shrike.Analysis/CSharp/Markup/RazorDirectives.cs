namespace Shrike.Analysis.CSharp.Markup;

/// <summary>What the directives of one file say. Positions are offsets in that file.</summary>
internal sealed class RazorDirectives
{
    public List<(string Text, int Start, int End)> Usings { get; } = [];
    public List<(string Type, string Name, int Start, int End)> Injects { get; } = [];
    public List<string> Implements { get; } = [];
    public List<string> TypeParameters { get; } = [];
    public List<(int Start, int End)> Attributes { get; } = [];
    public List<string> Routes { get; } = [];
    public bool IsPage { get; set; }
    public string? Model { get; set; }
    public string? Inherits { get; set; }
    public string? Namespace { get; set; }
    public int First { get; set; } = -1;
}
