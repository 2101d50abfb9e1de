using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shrike.Analysis.CSharp;

namespace Shrike.Tests.CSharp;

/// <summary>Merging must not change what code sees of a framework: every visible type and member, as Roslyn understands it.</summary>
public sealed partial class ReferencesTests
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeTypeParameters
            | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility
            | SymbolDisplayMemberOptions.IncludeConstantValue
            | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeType,
        parameterOptions: SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeExtensionThis
            | SymbolDisplayParameterOptions.IncludeModifiers
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeType
    );

    [Theory]
    [InlineData("modern", 50_000)]
    [InlineData("netfx", 50_000)]
    public void What_is_merged_has_the_surface_of_the_assemblies_it_is_made_of(string world, int atLeast)
    {
        string[] inputs = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "references", $"{world}.list"));
        HashSet<string> expected = Surface(inputs.Select(i => MetadataReference.CreateFromFile(i)));
        HashSet<string> merged = Surface(world == "modern" ? References.Modern : References.Framework);

        Assert.Equal("", string.Join('\n', expected.Except(merged).Order(StringComparer.Ordinal).Take(20)));
        Assert.Equal("", string.Join('\n', merged.Except(expected).Order(StringComparer.Ordinal).Take(20)));
        Assert.True(merged.Count > atLeast, $"{merged.Count} lines");
    }

    [Theory]
    [InlineData("modern")]
    [InlineData("netfx")]
    public void A_world_is_one_assembly_that_refers_to_no_other(string world)
    {
        MetadataReference reference = Assert.Single(world == "modern" ? References.Modern : References.Framework);
        CSharpCompilation compilation = CSharpCompilation.Create("x", references: [reference]);
        IModuleSymbol module = ((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!).Modules.Single();

        Assert.Empty(module.ReferencedAssemblies);
        Assert.Same(module.ContainingAssembly, compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly);
        Assert.True(module.ContainingAssembly.MightContainExtensionMethods);
    }

    private static HashSet<string> Surface(IEnumerable<MetadataReference> references)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            metadataImportOptions: MetadataImportOptions.Public,
            nullableContextOptions: NullableContextOptions.Disable
        );
        var lines = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<INamespaceOrTypeSymbol>();
        open.Push(CSharpCompilation.Create("x", references: references, options: options).GlobalNamespace);
        while (open.TryPop(out INamespaceOrTypeSymbol? symbol))
        {
            foreach (ISymbol member in symbol.GetMembers())
            {
                if (member is INamespaceSymbol inner)
                    open.Push(inner);
                else if (IsVisible(member) && !IsBroken(member))
                    lines.Add(Line(member));
                if (member is INamedTypeSymbol type && IsVisible(member))
                    open.Push(type);
            }
        }

        return lines;
    }

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static string Line(ISymbol symbol)
    {
        string line = $"{symbol.GetDocumentationCommentId()} | {symbol.ToDisplayString(Format)}";
        line = NotBinding().Replace(line, "");
        return symbol switch
        {
            INamedTypeSymbol type => $"{line} : {Id(type.BaseType)} : {Interfaces(type)} {Flags(type)}",
            IMethodSymbol method =>
                $"{line} {method.MethodKind} {(method.IsExtensionMethod ? "extension" : "")} {(method.IsInitOnly ? "init" : "")} "
                    + $"{(method.IsConditional ? "conditional" : "")}",
            IPropertySymbol { IsRequired: true } => line + " required",
            IFieldSymbol { IsRequired: true } => line + " required",
            _ => line,
        };
    }

    /// <summary>What has no bearing on how code binds: nullability, where a body would be, and setters for friends alone.</summary>
    [GeneratedRegex(@"notnull, | where \w+ : notnull(?= |$)| extern| internal set;")]
    private static partial Regex NotBinding();

    /// <summary>A member that needs a type from what is left out on purpose, such as the desktop.</summary>
    private static bool IsBroken(ISymbol symbol) =>
        symbol is IMethodSymbol method
        && (method.ReturnType.TypeKind == TypeKind.Error || method.Parameters.Any(p => p.Type.TypeKind == TypeKind.Error));

    private static string Flags(INamedTypeSymbol type) =>
        string.Join(
            ' ',
            type.TypeKind,
            type.IsReadOnly,
            type.IsRefLikeType,
            type.IsUnmanagedType,
            type.IsAbstract,
            type.IsSealed,
            type.MightContainExtensionMethods
        );

    private static string Interfaces(INamedTypeSymbol type) =>
        string.Join(
            ',',
            type.Interfaces.Where(i => IsVisible(i.OriginalDefinition) && (i.ContainingType is null || IsVisible(i.ContainingType)))
                .Select(Id)
                .Order(StringComparer.Ordinal)
        );

    private static string Id(INamedTypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) ?? "";
}
