using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Shrike.Analysis.CSharp;

/// <summary>Base classes from packages that are not here: a class whose base nobody declares and whose name says that it is a
/// controller gets a base of that name which derives from the framework's controller. Otherwise nothing that it inherits
/// (the request, redirects, results) would bind.</summary>
internal static class StandIns
{
    private const int MaxNames = 200;

    private static readonly (string Suffix, string Modern, string Framework)[] Families =
    [
        ("ApiController", "Microsoft.AspNetCore.Mvc.ControllerBase", "System.Web.Http.ApiController"),
        ("Controller", "Microsoft.AspNetCore.Mvc.Controller", "System.Web.Mvc.Controller"),
        ("ControllerBase", "Microsoft.AspNetCore.Mvc.Controller", "System.Web.Mvc.Controller"),
        ("PageModel", "Microsoft.AspNetCore.Mvc.RazorPages.PageModel", ""),
        ("DbContext", "Microsoft.EntityFrameworkCore.DbContext", "System.Data.Entity.DbContext"),
    ];

    public static CSharpCompilation Add(
        CSharpCompilation compilation,
        bool isFramework,
        CSharpParseOptions options,
        CancellationToken cancel
    )
    {
        var wanted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (SimpleNameSyntax name in Bases(tree.GetRoot(cancel)))
            {
                if (
                    FamilyOf(name.Identifier.ValueText, isFramework) is not { } family
                    || compilation.GetTypeByMetadataName(family) is null
                    || wanted.Count >= MaxNames
                )
                    continue;
                if (IsMissing(compilation, tree, name, cancel))
                    wanted[Declaration(name)] = family;
                else
                    known.Add(name.Identifier.ValueText);
            }
        }

        var text = new StringBuilder();
        foreach ((string declaration, string family) in wanted)
        {
            string name = declaration.Split('<')[0];
            // In the global namespace it would hide one that other files see through a using directive.
            if (!known.Contains(name) && !compilation.ContainsSymbolsWithName(name, SymbolFilter.Type, cancel))
                text.Append(Benefit(family))
                    .Append("public abstract class ")
                    .Append(declaration)
                    .Append(" : ")
                    .Append(family)
                    .AppendLine(" { }");
        }

        return text.Length == 0
            ? compilation
            : compilation.AddSyntaxTrees(
                CSharpSyntaxTree.ParseText(SourceText.From(text.ToString()), options, "(stand-ins)", cancellationToken: cancel)
            );
    }

    // Whether the real one asks for antiforgery tokens is not known; it gets the benefit of the doubt.
    private static string Benefit(string family) =>
        family.EndsWith(".Controller", StringComparison.Ordinal) || family.EndsWith(".ControllerBase", StringComparison.Ordinal)
            ? "[AutoValidateAntiforgeryToken] "
            : "";

    /// <summary>What classes name first behind the colon: bases come before interfaces.</summary>
    private static IEnumerable<SimpleNameSyntax> Bases(SyntaxNode root)
    {
        foreach (
            SyntaxNode node in root.DescendantNodes(static n =>
                n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or ClassDeclarationSyntax
            )
        )
        {
            if (node is ClassDeclarationSyntax { BaseList.Types: [{ Type: SimpleNameSyntax name }, ..] })
                yield return name;
        }
    }

    private static string? FamilyOf(string name, bool isFramework)
    {
        foreach ((string suffix, string modern, string framework) in Families)
        {
            string family = isFramework ? framework : modern;
            if (family.Length > 0 && name.EndsWith(suffix, StringComparison.Ordinal))
                return family;
        }

        return null;
    }

    private static bool IsMissing(CSharpCompilation compilation, SyntaxTree tree, SimpleNameSyntax name, CancellationToken cancel) =>
        compilation.GetSemanticModel(tree).GetTypeInfo(name, cancel).Type
            is null
                or IErrorTypeSymbol { CandidateReason: CandidateReason.None };

    private static string Declaration(SimpleNameSyntax name) =>
        name is GenericNameSyntax generic
            ? $"{name.Identifier.ValueText}<{string.Join(", ", Enumerable.Range(1, generic.Arity).Select(i => $"T{i}"))}>"
            : name.Identifier.ValueText;
}
