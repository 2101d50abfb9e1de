using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shrike.Analysis.CSharp;
using Shrike.Analysis.Rules;

namespace Shrike.Tests.Rules;

/// <summary>A member's name that is spelled wrong never matches, and nothing says so: hence these. Names are held to the
/// reference assemblies and to our declarations of libraries; names of packages that neither has are listed in a file.</summary>
public class ApiNamesTests
{
    private static readonly Lazy<Dictionary<string, List<INamedTypeSymbol>>> Types = new(ReadTypes);

    private static readonly HashSet<string> InPackages =
    [
        .. File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "Shrike.Tests", "Rules", "names-of-packages.txt"))
            .Where(line => line.Length > 0 && line[0] != '#'),
    ];

    [Fact]
    public void Every_member_named_exists()
    {
        string[] wrong =
        [
            .. Named()
                .Where(item => !Exists(item.Spec))
                .Select(item => $"{item.Where}: {Name(item.Spec)}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_parameter_named_exists()
    {
        string[] wrong =
        [
            .. Named()
                .SelectMany(item => WrongParameters(item.Spec).Select(p => $"{item.Where}: {Name(item.Spec)}({p})"))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_list_of_packages_holds_only_what_is_named_and_not_declared()
    {
        MemberSpec[] specs = [.. CatalogueMembers.Of(RuleCatalogue.BuiltIn()).Select(item => item.Spec)];
        Assert.All(
            InPackages,
            name =>
            {
                MemberSpec[] named = [.. specs.Where(spec => Name(spec) == name)];
                Assert.True(named.Length > 0, $"nothing names {name}: take it off the list");
                Assert.False(Exists(named[0]), $"{name} is declared: take it off the list");
            }
        );
    }

    private static IEnumerable<(string Where, MemberSpec Spec)> Named() =>
        CatalogueMembers.Of(RuleCatalogue.BuiltIn()).Where(item => TypeName(item.Spec) is not "*" && !InPackages.Contains(Name(item.Spec)));

    private static string Name(MemberSpec spec) => (spec.Call ?? spec.New ?? spec.Get ?? spec.Set)!;

    private static string TypeName(MemberSpec spec) => spec.New ?? Name(spec)[..Name(spec).LastIndexOf('.')];

    private static bool Exists(MemberSpec spec) =>
        Types.Value.ContainsKey(TypeName(spec))
        && (spec.New is not null || spec.Loose || Name(spec).EndsWith(".*", StringComparison.Ordinal) || Members(spec).Any());

    private static IEnumerable<string> WrongParameters(MemberSpec spec)
    {
        ISymbol[] members = spec.New is null
            ? [.. Members(spec)]
            : [.. Types.Value.GetValueOrDefault(spec.New, []).SelectMany(type => type.Constructors)];
        if (members.Length == 0)
            yield break;
        var parameters = members.SelectMany(ParameterNames).ToHashSet(StringComparer.Ordinal);
        foreach (string word in spec.Args.Concat(spec.From).Concat(spec.To).Concat(spec.When.Select(c => c.Arg)))
        {
            if (word is not ("this" or "return" or "*" or "value" or "page") && !int.TryParse(word, out _) && !parameters.Contains(word))
                yield return word;
        }
    }

    private static IEnumerable<string> ParameterNames(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => method.Parameters.Select(p => p.Name),
            IPropertySymbol property => property.Parameters.Select(p => p.Name),
            _ => [],
        };

    private static IEnumerable<ISymbol> Members(MemberSpec spec)
    {
        string wanted = Name(spec)[(Name(spec).LastIndexOf('.') + 1)..];
        return Types
            .Value.GetValueOrDefault(TypeName(spec), [])
            .SelectMany(WithBases)
            .SelectMany(type => type.GetMembers())
            .Where(member =>
                Fits(spec, member)
                && (
                    wanted.EndsWith('*')
                        ? member.Name.StartsWith(wanted[..^1], StringComparison.Ordinal)
                        : wanted == (member is IPropertySymbol { IsIndexer: true } ? "Item" : member.Name)
                )
            );
    }

    private static bool Fits(MemberSpec spec, ISymbol member) =>
        spec.Call is not null ? member is IMethodSymbol
        : spec.Get is not null ? member is IFieldSymbol or IPropertySymbol { GetMethod: not null }
        : member is IFieldSymbol or IEventSymbol or IPropertySymbol { SetMethod: not null };

    private static IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
            yield return t;
        foreach (INamedTypeSymbol i in type.AllInterfaces)
            yield return i;
    }

    private static Dictionary<string, List<INamedTypeSymbol>> ReadTypes()
    {
        var types = new Dictionary<string, List<INamedTypeSymbol>>(StringComparer.Ordinal);
        foreach (
            (IReadOnlyList<MetadataReference> references, string world) in new[]
            {
                (References.Modern, "modern"),
                (References.Framework, "framework"),
            }
        )
        {
            var open = new Stack<INamespaceOrTypeSymbol>();
            open.Push(CSharpCompilation.Create("names", Declarations(world), references).GlobalNamespace);
            while (open.TryPop(out INamespaceOrTypeSymbol? symbol))
            {
                if (symbol is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type)
                {
                    string name = type.ToDisplayString(
                        new SymbolDisplayFormat(
                            typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces
                        )
                    );
                    if (!types.TryGetValue(name, out List<INamedTypeSymbol>? list))
                        types.Add(name, list = []);
                    list.Add(type);
                }

                foreach (INamedTypeSymbol nested in symbol.GetTypeMembers())
                    open.Push(nested);
                foreach (INamespaceSymbol inner in (symbol as INamespaceSymbol)?.GetNamespaceMembers() ?? [])
                    open.Push(inner);
            }
        }

        return types;
    }

    private static IEnumerable<SyntaxTree> Declarations(string world)
    {
        Assembly assembly = typeof(References).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("stubs/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            string text = reader.ReadToEnd();
            if (
                !text.Contains("// world: ", StringComparison.Ordinal)
                || text.Contains($"// world: {world}", StringComparison.Ordinal)
                || text.Contains("// world: both", StringComparison.Ordinal)
            )
                yield return CSharpSyntaxTree.ParseText(
                    text,
                    new CSharpParseOptions(LanguageVersion.Preview),
                    cancellationToken: TestContext.Current.CancellationToken
                );
        }
    }
}
