using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Bench.Statistics;

namespace Shrike.Bench.Perturbations;

/// <summary>Gives new names to what only the text itself can name: locals, parameters of lambdas, local functions and private methods, and
/// private methods and fields. Every word of that name must be known to mean it, or known not to.</summary>
internal sealed class Renaming : ICSharpChange
{
    public Perturbation Kind => Perturbation.Rename;

    public IReadOnlyList<PerturbedText> Apply(CSharpProgram program, FreshNames names, SplitMix random)
    {
        var uses = new NameUses(program);
        var edits = program.Trees.Select(_ => new List<TextChange>()).ToArray();
        int[] changes = new int[edits.Length],
            skipped = new int[edits.Length];
        foreach (NamedThing thing in uses.Things)
        {
            if (!thing.IsSafe)
            {
                skipped[thing.File]++;
                continue;
            }

            changes[thing.File]++;
            string name = names.Like(thing.Symbol.Name);
            foreach ((int file, TextSpan place) in thing.Places)
                edits[file].Add(new TextChange(place, name));
        }

        return
        [
            .. program.Trees.Select(
                (tree, i) =>
                    edits[i].Count == 0
                        ? PerturbedText.Unchanged(tree.ToString(), skipped[i])
                        : new PerturbedText(
                            tree.GetText().WithChanges(edits[i].OrderBy(e => e.Span.Start)).ToString(),
                            null,
                            changes[i],
                            skipped[i]
                        )
            ),
        ];
    }
}

/// <summary>Something that could be renamed.</summary>
internal sealed class NamedThing(ISymbol symbol, int file)
{
    public ISymbol Symbol { get; } = symbol;

    /// <summary>Where it is declared.</summary>
    public int File { get; } = file;
    public bool IsSafe { get; set; } = true;

    /// <summary>Every word that means it; a file and characters.</summary>
    public List<(int File, TextSpan Place)> Places { get; } = [];
}

/// <summary>All that could be renamed in a program, in the order of the text, and what speaks of each.</summary>
internal sealed class NameUses
{
    private readonly Dictionary<ISymbol, NamedThing> things = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> wordsElsewhere;
    private readonly HashSet<string>[] disabled;
    private readonly HashSet<string> handedOn;

    public NameUses(CSharpProgram program)
    {
        IReadOnlyList<SyntaxTree> trees = program.Trees;
        disabled = [.. trees.Select(DisabledWords)];
        wordsElsewhere = program
            .Others.SelectMany(Words.Of)
            .Concat(trees.SelectMany(t => t.GetRoot().DescendantTokens().Where(IsText).SelectMany(k => Words.Of(k.ValueText))))
            .Concat(disabled.SelectMany(d => d))
            .ToHashSet(StringComparer.Ordinal);
        handedOn = trees
            .SelectMany(t => t.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            .Where(n => !IsCalled(n))
            .Select(n => n.Identifier.ValueText)
            .ToHashSet(StringComparer.Ordinal);
        SemanticModel[] models = [.. trees.Select(t => program.Compilation.GetSemanticModel(t))];
        for (int i = 0; i < trees.Count; i++)
            Declare(trees[i], models[i], i);
        ILookup<string, NamedThing> byName = things.Values.ToLookup(t => t.Symbol.Name, StringComparer.Ordinal);
        for (int i = 0; i < trees.Count; i++)
        {
            foreach (SyntaxToken token in trees[i].GetRoot().DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)))
            {
                if (byName.Contains(token.ValueText))
                    Use(token, models[i], i, byName[token.ValueText]);
            }

            foreach (InvocationExpressionSyntax call in trees[i].GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
                LeaveWrittenArguments(call, models[i]);
        }

        // What nothing in the text speaks of may be called by its name at run time.
        foreach (NamedThing thing in things.Values.Where(t => t.Symbol is IMethodSymbol && t.Places.Count < 2))
            thing.IsSafe = false;
        Things = [.. things.Values.OrderBy(t => t.File).ThenBy(t => t.Places.Count == 0 ? 0 : t.Places[0].Place.Start)];
    }

    public IReadOnlyList<NamedThing> Things { get; }

    private static bool IsText(SyntaxToken token) =>
        token.Kind()
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken;

    private static HashSet<string> DisabledWords(SyntaxTree tree) =>
        tree.GetRoot()
            .DescendantTrivia()
            .Where(t => t.IsKind(SyntaxKind.DisabledTextTrivia))
            .SelectMany(t => Words.Of(t.ToString()))
            .ToHashSet(StringComparer.Ordinal);

    private void Declare(SyntaxTree tree, SemanticModel model, int file)
    {
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            if (IsDeclaration(node) && model.GetDeclaredSymbol(node) is { } symbol && IsOurs(symbol, model))
                things.TryAdd(symbol, new NamedThing(symbol, file) { IsSafe = IsFree(symbol, file) });
        }
    }

    private static bool IsDeclaration(SyntaxNode node) =>
        node
            is VariableDeclaratorSyntax
                or ParameterSyntax
                or MethodDeclarationSyntax
                or LocalFunctionStatementSyntax
                or ForEachStatementSyntax
                or CatchDeclarationSyntax
                or SingleVariableDesignationSyntax;

    private bool IsOurs(ISymbol symbol, SemanticModel model) =>
        symbol switch
        {
            { Name: "" or "_" } => false,
            ILocalSymbol => true,
            IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter => method.MethodKind switch
            {
                MethodKind.AnonymousFunction => IsPlainDelegate(method, model),
                MethodKind.LocalFunction => !HasAttributes(method) && IsOnlyCalled(method),
                MethodKind.Ordinary => parameter is { IsThis: false }
                    && (IsMain(method) || (IsPrivate(method) && !HasAttributes(method) && IsOnlyCalled(method))),
                _ => false,
            },
            IMethodSymbol { MethodKind: MethodKind.LocalFunction } => true,
            IMethodSymbol { MethodKind: MethodKind.Ordinary, Name: not "Main" } method => IsPrivate(method)
                && !HasAttributes(method)
                && method is { IsExtern: false, PartialImplementationPart: null, PartialDefinitionPart: null },
            IFieldSymbol field => IsPrivate(field)
                && field is { IsImplicitlyDeclared: false, AssociatedSymbol: null }
                && field.GetAttributes().IsEmpty
                && field.ContainingType.TypeKind is TypeKind.Class
                && !field.ContainingType.GetAttributes().Any(a => IsAboutFields(a.AttributeClass?.Name ?? "")),
            _ => false,
        };

    private static bool IsMain(IMethodSymbol method) => method is { IsStatic: true, Name: "Main", Parameters.Length: 1 };

    private static bool IsPrivate(ISymbol symbol) =>
        symbol.DeclaredAccessibility == Accessibility.Private
        && !symbol.IsImplicitlyDeclared
        && symbol.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct;

    private static bool HasAttributes(IMethodSymbol method) =>
        !method.GetAttributes().IsEmpty || method.Parameters.Any(p => !p.GetAttributes().IsEmpty);

    private static bool IsAboutFields(string attribute) =>
        attribute.Contains("Serializ", StringComparison.Ordinal)
        || attribute.Contains("Contract", StringComparison.Ordinal)
        || attribute.Contains("Layout", StringComparison.Ordinal)
        || attribute.Contains("Json", StringComparison.Ordinal);

    // A route handler's parameters are bound by name, and a method that is handed on may be one.
    private static bool IsPlainDelegate(IMethodSymbol lambda, SemanticModel model) =>
        lambda.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax() is { } node
        && !HasAttributes(lambda)
        && model.GetTypeInfo(node).ConvertedType is INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: not null } type
        && !(node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && model.GetSymbolInfo(call).Symbol is null)
        && type.ContainingNamespace?.ToString() != "Microsoft.AspNetCore.Http";

    private bool IsOnlyCalled(IMethodSymbol method) => !handedOn.Contains(method.Name);

    private static bool IsCalled(SimpleNameSyntax name) =>
        name.Parent is InvocationExpressionSyntax
        || name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access
            && call.Expression == access
            && access.Name == name;

    private bool IsFree(ISymbol symbol, int file) =>
        symbol is ILocalSymbol or IParameterSymbol ? !disabled[file].Contains(symbol.Name) : !wordsElsewhere.Contains(symbol.Name);

    private void Use(SyntaxToken token, SemanticModel model, int file, IEnumerable<NamedThing> sameName)
    {
        if (token.Parent is not { } node)
            return;
        ISymbol? meant = IsDeclaration(node) ? model.GetDeclaredSymbol(node) : Meant(node, model);
        if (meant is null)
        {
            // Members of others have no names here that a local could be; a word that is not understood could be anything.
            bool isBehindDot =
                node.Parent is MemberAccessExpressionSyntax access && access.Name == node || node.Parent is MemberBindingExpressionSyntax;
            foreach (NamedThing thing in sameName.Where(t => CouldMean(t, node, file, isBehindDot)))
                thing.IsSafe = false;
            return;
        }

        if (!things.TryGetValue(meant, out NamedThing? found))
            return;
        if (token.Text != token.ValueText || IsName(node))
            found.IsSafe = false;
        found.Places.Add((file, token.Span));
    }

    private static ISymbol? Meant(SyntaxNode node, SemanticModel model)
    {
        ISymbol? symbol = node is SimpleNameSyntax name ? model.GetSymbolInfo(name).Symbol : model.GetDeclaredSymbol(node);
        return symbol is IMethodSymbol method ? (method.ReducedFrom ?? method).OriginalDefinition : symbol?.OriginalDefinition;
    }

    private static bool CouldMean(NamedThing thing, SyntaxNode node, int file, bool isBehindDot) =>
        thing.Symbol is ILocalSymbol or IParameterSymbol
            ? thing.File == file && (!isBehindDot || thing.Symbol is IParameterSymbol && node.Parent is NameColonSyntax)
            : true;

    /// <summary>Where a word does not only mean the thing but gives something its name as well.</summary>
    private static bool IsName(SyntaxNode node) =>
        node.Parent switch
        {
            AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } => true,
            ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax } => true,
            MemberBindingExpressionSyntax => true,
            MemberAccessExpressionSyntax access when access.Name == node => IsName(access),
            _ => false,
        }
        || node.Ancestors()
            .OfType<InvocationExpressionSyntax>()
            .Any(c => c.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" });

    // The compiler writes such arguments down for the callee.
    private void LeaveWrittenArguments(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (
            model.GetSymbolInfo(call).Symbol is not IMethodSymbol callee
            || !callee.Parameters.Any(p => p.GetAttributes().Any(a => a.AttributeClass?.Name == "CallerArgumentExpressionAttribute"))
        )
            return;
        foreach (SimpleNameSyntax name in call.ArgumentList.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (Meant(name, model) is { } symbol && things.TryGetValue(symbol, out NamedThing? thing))
                thing.IsSafe = false;
        }
    }
}
