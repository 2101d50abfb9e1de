namespace Shrike.Analysis.Sources;

/// <summary>A group of files that bind together.</summary>
/// <param name="Files">C#, Razor and WebForms files that this project accounts for, sorted by path.</param>
/// <param name="GlobalUsings">What `global using` is followed by.</param>
/// <param name="References">Indices of earlier projects in the set.</param>
public sealed record SourceProject(
    string Name,
    string Folder,
    IReadOnlyList<SourceFile> Files,
    IReadOnlyList<string> Constants,
    IReadOnlyList<string> GlobalUsings,
    bool IsFramework,
    bool IsTest,
    string RootNamespace,
    IReadOnlyList<int> References
)
{
    /// <summary>The version of .NET Framework that the project is built for; null where it is another or does not say.</summary>
    public Version? FrameworkVersion { get; init; }

    /// <summary>C# files that the project compiles and another one accounts for: their names bind here, and no more.</summary>
    public IReadOnlyList<SourceFile> Shared { get; init; } = [];

    /// <summary>Those of <see cref="References"/> that who refers to this project sees as well.</summary>
    public IReadOnlyList<int> PassedOn { get; init; } = [];

    /// <summary>Sees what its references pass on.</summary>
    public bool SeesFurther { get; init; }

    /// <summary>`field` is a name like any other.</summary>
    public bool IsBeforeCSharp14 { get; init; }

    /// <summary>One of several that a project too large was cut into.</summary>
    public bool IsPart { get; init; }

    /// <summary>What no project compiles of the files below the project of this index: they see all of it.</summary>
    public int? LeftOverOf { get; init; }
}
