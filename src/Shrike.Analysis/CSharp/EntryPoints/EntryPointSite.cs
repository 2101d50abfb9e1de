using Microsoft.CodeAnalysis;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>An entry point and the syntax that is its function.</summary>
/// <param name="Declaration">A method declaration, local function or lambda; for top-level statements the compilation unit.</param>
public sealed record EntryPointSite(EntryPoint EntryPoint, SyntaxNode Declaration)
{
    /// <summary>The concrete type that is reached, where there is one (an inherited action is declared elsewhere).</summary>
    public INamedTypeSymbol? Owner { get; init; }

    /// <summary>Attributes of the action, its type and its bases, nearest first.</summary>
    internal IReadOnlyList<AttributeFact> Attributes { get; init; } = [];

    /// <summary>The declaration, and the helpers of its own that it leaves its work to.</summary>
    internal IReadOnlyList<Worker> Workers { get; init; } = [new(Declaration, null)];
}

/// <param name="PublicApi">Also report public methods of public types.</param>
/// <param name="SiteAuthorization">What configuration demands of every caller of a System.Web application (deny users="?"), in words.</param>
public sealed record EntryPointOptions(bool PublicApi = false, string? SiteAuthorization = null);
