using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>What a type derives from, by simple name, and the attributes that reach it.</summary>
internal sealed class TypeFacts
{
    private const int MaxTypes = 64;

    /// <summary>Bases and interfaces that the scanned code does not define itself: framework types and unresolved ones.</summary>
    public HashSet<string> Foreign { get; } = new(StringComparer.Ordinal);

    /// <summary>Interfaces that another scanned project declares: to this one they are what a package's are.</summary>
    public HashSet<string> OfOtherProjects { get; } = new(StringComparer.Ordinal);

    /// <summary>Source types from this one up to the last base in source, nearest first.</summary>
    public List<INamedTypeSymbol> SourceChain { get; } = [];

    /// <summary>Attributes of the source chain, nearest first.</summary>
    public List<AttributeFact> Attributes { get; } = [];

    public bool Is(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Foreign.Contains(name))
                return true;
        }

        return false;
    }

    /// <summary>As <see cref="Is"/>, and also where the interface comes from another project.</summary>
    public bool IsGiven(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Foreign.Contains(name) || OfOtherProjects.Contains(name))
                return true;
        }

        return false;
    }

    public bool Has(string attribute) => Attributes.Any(fact => fact.Name == attribute);

    public static TypeFacts Of(INamedTypeSymbol type, Models models)
    {
        var facts = new TypeFacts();
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var queue = new Queue<INamedTypeSymbol>();
        queue.Enqueue(type);
        while (queue.Count > 0 && seen.Count < MaxTypes)
        {
            INamedTypeSymbol at = queue.Dequeue().OriginalDefinition;
            if (at.SpecialType == SpecialType.System_Object || !seen.Add(at))
                continue;
            bool inSource = at.DeclaringSyntaxReferences.Length > 0 && !IsFramework(at);
            if (!inSource && !ReferenceEquals(at, type))
                facts.Foreign.Add(at.Name);
            if (inSource && at.TypeKind != TypeKind.Interface)
                facts.SourceChain.Add(at);
            else if (inSource && !SymbolEqualityComparer.Default.Equals(at.ContainingAssembly, type.ContainingAssembly))
                facts.OfOtherProjects.Add(at.Name);
            if (at.BaseType is { } parent)
                queue.Enqueue(parent);
            foreach (INamedTypeSymbol implemented in at.Interfaces)
                queue.Enqueue(implemented);
            foreach (SyntaxReference reference in at.DeclaringSyntaxReferences)
                facts.Read(reference, at, models);
        }

        return facts;
    }

    private void Read(SyntaxReference reference, INamedTypeSymbol type, Models models)
    {
        if (models.For(reference.SyntaxTree) is not { } model || reference.GetSyntax() is not TypeDeclarationSyntax declaration)
            return;
        foreach (AttributeListSyntax list in declaration.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
                Attributes.Add(new AttributeFact(Shape.AttributeName(attribute), attribute, type.Name, model));
        }

        foreach (BaseTypeSyntax written in declaration.BaseList?.Types ?? default)
        {
            // An unresolved base is not always kept in the symbol's own lists.
            if (model.GetTypeInfo(written.Type).Type is null or IErrorTypeSymbol)
                Foreign.Add(Shape.SimpleName(written));
        }
    }

    /// <summary>Types that play a framework's part although they are in source (declarations that stand in for packages).</summary>
    internal static bool IsFramework(INamedTypeSymbol type)
    {
        string space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return space.StartsWith("System.", StringComparison.Ordinal)
            || space.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || space.StartsWith("Microsoft.AspNet.", StringComparison.Ordinal)
            || space.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || space.StartsWith("Microsoft.Azure.", StringComparison.Ordinal)
            || space.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || space is "MassTransit" or "NServiceBus" or "MediatR" or "FastEndpoints" or "Rebus.Handlers" or "Dapper";
    }
}

/// <summary>Semantic models of one compilation, made once a tree.</summary>
internal sealed class Models(Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    private readonly Dictionary<INamedTypeSymbol, TypeFacts> facts = new(SymbolEqualityComparer.Default);
    private List<Microsoft.CodeAnalysis.CSharp.CSharpCompilation>? sources;

    public Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compilation => compilation;

    /// <summary>What was looked at in other projects, other than declarations.</summary>
    public ForeignTexts Foreign { get; } = new(compilation);

    /// <summary>What stands there, body and all, be it in another project.</summary>
    public SyntaxNode Syntax(SyntaxReference reference)
    {
        Foreign.Add(reference.SyntaxTree);
        return reference.GetSyntax();
    }

    /// <summary>null for a tree of another compilation.</summary>
    public SemanticModel? For(SyntaxTree tree)
    {
        if (models.TryGetValue(tree, out SemanticModel? model))
            return model.Compilation == compilation ? model : null;
        if (!compilation.ContainsSyntaxTree(tree))
            return null;
        return models[tree] = compilation.GetSemanticModel(tree);
    }

    /// <summary>This compilation and those of the projects that it refers to, however far. Whoever looks further than at names of
    /// members says so in <see cref="Foreign"/>.</summary>
    public IReadOnlyList<Microsoft.CodeAnalysis.CSharp.CSharpCompilation> Sources => sources ??= Reachable();

    /// <summary>As <see cref="For"/>, and also for trees of projects referred to.</summary>
    public SemanticModel? ForAny(SyntaxTree tree)
    {
        if ((models.GetValueOrDefault(tree) ?? For(tree)) is { } known)
            return known;
        return Sources.FirstOrDefault(source => source.ContainsSyntaxTree(tree)) is { } other
            ? models[tree] = other.GetSemanticModel(tree)
            : null;
    }

    private List<Microsoft.CodeAnalysis.CSharp.CSharpCompilation> Reachable()
    {
        var found = new List<Microsoft.CodeAnalysis.CSharp.CSharpCompilation> { compilation };
        for (int i = 0; i < found.Count; i++)
        {
            foreach (CompilationReference reference in found[i].References.OfType<CompilationReference>())
            {
                if (reference.Compilation is Microsoft.CodeAnalysis.CSharp.CSharpCompilation other && !found.Contains(other))
                    found.Add(other);
            }
        }

        return found;
    }

    public TypeFacts FactsOf(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        if (!facts.TryGetValue(type, out TypeFacts? known))
            facts[type] = known = TypeFacts.Of(type, this);
        return known;
    }
}
