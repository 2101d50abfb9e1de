using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.CSharp.Lowering;

/// <summary>Turns one compilation's symbols into names that outlive it. Thread-safe; each symbol is named once.</summary>
internal sealed class Symbols
{
    private const int MaxBases = 64;

    private readonly ConcurrentDictionary<ITypeSymbol, TypeRef> types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(ISymbol, ITypeSymbol?, MemberKind), MemberRef> members = new(MemberComparer.Instance);
    private readonly ConcurrentDictionary<IPropertySymbol, bool> autoProperties = new(SymbolEqualityComparer.Default);

    public TypeRef Type(ITypeSymbol? type)
    {
        if (type is null)
            return TypeRef.Unknown;
        // `Client? client` of a type that does not bind is taken for a nullable structure.
        if (
            type is INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Nullable_T,
                TypeArguments: [IErrorTypeSymbol lost]
            }
        )
            type = lost;
        return types.TryGetValue(type, out TypeRef? known) ? known : types.GetOrAdd(type, Describe(type));
    }

    private static TypeRef Describe(ITypeSymbol type)
    {
        ITypeSymbol? element = type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var only] } => only,
            _ => null,
        };
        var bases = new List<string>();
        for (INamedTypeSymbol? b = type.BaseType; b is not null && bases.Count < MaxBases; b = b.BaseType)
            bases.Add(QualifiedName(b));
        foreach (INamedTypeSymbol i in type.AllInterfaces)
        {
            if (bases.Count >= MaxBases)
                break;
            bases.Add(QualifiedName(i));
        }

        bool isSource = IsSource(type.OriginalDefinition);
        return new TypeRef(
            QualifiedName(type),
            Kind(type),
            [.. bases],
            isSource,
            type.TypeKind != TypeKind.Error,
            element is null ? null : QualifiedName(element),
            element is null ? ValueKind.Unknown : Kind(element)
        );
    }

    /// <summary>Declared in the scanned code, not in a reference assembly or one of our own library stubs.</summary>
    public static bool IsSource(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Length > 0 && symbol.ContainingAssembly?.Name != LibraryStubs.AssemblyName;

    public static ValueKind Kind(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean:
                return ValueKind.Bool;
            case SpecialType.System_Void:
                return ValueKind.Void;
            case SpecialType.System_String:
                return ValueKind.Text;
            case >= SpecialType.System_SByte and <= SpecialType.System_Double:
            case SpecialType.System_DateTime:
            case SpecialType.System_IntPtr:
            case SpecialType.System_UIntPtr:
                return ValueKind.Number;
            default:
                break;
        }

        if (type.TypeKind == TypeKind.Enum)
            return ValueKind.Number;
        if (type.TypeKind == TypeKind.Delegate)
            return ValueKind.Delegate;
        if (type is INamedTypeSymbol named)
        {
            if (named.TypeArguments.Length == 1 && named.Name is "Nullable" or "Task" or "ValueTask" or "ActionResult")
                return named.TypeArguments.Length == 1 ? Kind(named.TypeArguments[0]) : ValueKind.Object;
            if (
                named.Name is "Guid" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly" or "BigInteger" or "CancellationToken"
                && named.ContainingNamespace?.Name is "System" or "Numerics" or "Threading"
            )
                return ValueKind.Number;
            return named.TypeKind == TypeKind.Error || named.SpecialType == SpecialType.System_Object
                ? ValueKind.Unknown
                : ValueKind.Object;
        }

        return type is IArrayTypeSymbol ? ValueKind.Object : ValueKind.Unknown;
    }

    public static string QualifiedName(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return QualifiedName(array.ElementType) + "[]";
            case IPointerTypeSymbol pointer:
                return QualifiedName(pointer.PointedAtType) + "*";
            case ITypeParameterSymbol parameter:
                return parameter.ConstraintTypes.Length > 0 ? QualifiedName(parameter.ConstraintTypes[0]) : parameter.Name;
            default:
                break;
        }

        var builder = new StringBuilder();
        Append(builder, type);
        return builder.ToString();
    }

    private static void Append(StringBuilder builder, INamespaceOrTypeSymbol symbol)
    {
        if (symbol.ContainingType is { } outer)
        {
            Append(builder, outer);
            builder.Append('.');
        }
        else if (symbol.ContainingNamespace is { IsGlobalNamespace: false } space)
        {
            Append(builder, space);
            builder.Append('.');
        }

        builder.Append(symbol.Name);
    }

    public static string Key(ISymbol symbol)
    {
        ISymbol definition = symbol.OriginalDefinition;
        if (definition is IMethodSymbol { ReducedFrom: { } reduced })
            definition = reduced;
        if (definition is IMethodSymbol { PartialImplementationPart: { } part })
            definition = part;
        return (definition.GetDocumentationCommentId() ?? definition.ToDisplayString()) + Place(definition);
    }

    /// <summary>The file that declares a member, so that members of types of one name are not taken for each other: programs, copies and
    /// versions in one tree have many. Through whichever project a member is seen, its file is the same.</summary>
    public static string Place(ISymbol symbol) =>
        IsSource(symbol) && symbol.DeclaringSyntaxReferences[0].SyntaxTree.FilePath is { Length: > 0 } path ? SymbolKey.Place(path) : "";

    /// <summary>A property without code of its own is a field.</summary>
    public bool IsAuto(IPropertySymbol property) => autoProperties.GetOrAdd(property.OriginalDefinition, static p => FindsAuto(p));

    private static bool FindsAuto(IPropertySymbol property)
    {
        if (!IsSource(property) || property.IsAbstract || property.IsIndexer || property.ContainingType?.TypeKind == TypeKind.Interface)
            return false;
        foreach (SyntaxReference reference in property.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax())
            {
                case PropertyDeclarationSyntax { ExpressionBody: not null }:
                    return false;
                case PropertyDeclarationSyntax { AccessorList: { } list }
                    when list.Accessors.Any(a => a.Body is not null || a.ExpressionBody is not null):
                    return false;
                default:
                    break;
            }
        }

        return property.DeclaringSyntaxReferences.Length > 0;
    }

    public MemberRef Member(ISymbol symbol, ITypeSymbol? receiver, MemberKind kind)
    {
        ISymbol definition = symbol.OriginalDefinition;
        ITypeSymbol? owner =
            receiver is null || SymbolEqualityComparer.Default.Equals(receiver, definition.ContainingType) ? null : receiver;
        (ISymbol, ITypeSymbol?, MemberKind) key = (definition, owner, kind);
        return members.TryGetValue(key, out MemberRef? known) ? known : members.GetOrAdd(key, Describe(symbol, definition, owner, kind));
    }

    private MemberRef Describe(ISymbol symbol, ISymbol definition, ITypeSymbol? receiver, MemberKind kind)
    {
        TypeRef declaring = Type(definition.ContainingType);
        var owners = new List<string> { declaring.Name };
        owners.AddRange(declaring.Bases);
        if (receiver is not null)
        {
            TypeRef own = Type(receiver);
            owners.Add(own.Name);
            owners.AddRange(own.Bases);
        }

        var method = definition as IMethodSymbol;
        var property = definition as IPropertySymbol;
        ISymbol target = (kind, property) switch
        {
            (MemberKind.Getter, { GetMethod: { } get }) => get,
            (MemberKind.Setter, { SetMethod: { } set }) => set,
            _ => definition,
        };
        ITypeSymbol? result = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
            IMethodSymbol m => m.ReturnType,
            IPropertySymbol p => p.Type,
            IFieldSymbol f => f.Type,
            _ => null,
        };
        return new MemberRef
        {
            Key = Key(target),
            RootKey = property is null ? null : RootKey(property),
            Type = declaring.Name,
            Name = property is { IsIndexer: true } ? "Item" : definition.Name,
            Kind = kind,
            Owners = [.. owners.Distinct(StringComparer.Ordinal)],
            ParameterNames =
                method is not null ? [.. method.Parameters.Select(p => p.Name)]
                : property is not null ? [.. property.Parameters.Select(p => p.Name)]
                : [],
            Result = Type(result),
            IsResolved = true,
            IsStatic = definition.IsStatic,
            IsSource = IsSource(definition) || (definition.ContainingType is { } container && IsSource(container)),
            IsExtension = method is { IsExtensionMethod: true },
        };
    }

    private static string RootKey(IPropertySymbol property)
    {
        IPropertySymbol root = property;
        while (root.OverriddenProperty is { } overridden)
            root = overridden;
        if (root.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct } type && !root.IsIndexer)
        {
            foreach (INamedTypeSymbol i in type.AllInterfaces)
            {
                foreach (ISymbol member in i.GetMembers(root.Name))
                {
                    if (member is IPropertySymbol)
                        return Key(member);
                }
            }
        }

        return Key(root);
    }

    /// <summary>A member that did not resolve: only its name and perhaps the receiver's type as written are known.</summary>
    public MemberRef Unresolved(string name, TypeRef receiver, MemberKind kind, TypeRef? result = null) =>
        unresolved.GetOrAdd(
            (name, receiver.Name, kind),
            static (key, state) =>
                new MemberRef
                {
                    Key = $"?:{key.Item2}.{key.Item1}",
                    Type = key.Item2,
                    Name = key.Item1,
                    Kind = key.Item3,
                    Owners = [key.Item2, .. state.receiver.Bases],
                    Result = state.result ?? TypeRef.Unknown,
                },
            (receiver, result)
        );

    private readonly ConcurrentDictionary<(string, string, MemberKind), MemberRef> unresolved = new();

    /// <summary>Keys of what a method overrides or implements.</summary>
    /// <summary>The framework finds handlers of events by their names, private ones too.</summary>
    public static bool IsHidden(IMethodSymbol? method) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private, ExplicitInterfaceImplementations: [] }
        && !method.Name.Contains('_')
        && method.Name != "Main"
        && method.GetAttributes().IsEmpty;

    public static string[] Implements(IMethodSymbol method)
    {
        List<string>? keys = null;
        for (IMethodSymbol? m = method.OverriddenMethod; m is not null; m = m.OverriddenMethod)
            (keys ??= []).Add(Key(m));
        if (
            method.ContainingType is { } type
            && (method.DeclaredAccessibility == Accessibility.Public || method.ExplicitInterfaceImplementations.Length > 0)
        )
        {
            foreach (IMethodSymbol m in method.ExplicitInterfaceImplementations)
                (keys ??= []).Add(Key(m));
            foreach (INamedTypeSymbol i in type.AllInterfaces)
            {
                foreach (ISymbol member in i.GetMembers(method.Name))
                {
                    if (
                        member is IMethodSymbol m
                        && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(m), method)
                    )
                        (keys ??= []).Add(Key(m));
                }
            }
        }

        return keys is null ? [] : [.. keys.Distinct(StringComparer.Ordinal)];
    }

    private sealed class MemberComparer : IEqualityComparer<(ISymbol, ITypeSymbol?, MemberKind)>
    {
        public static readonly MemberComparer Instance = new();

        public bool Equals((ISymbol, ITypeSymbol?, MemberKind) x, (ISymbol, ITypeSymbol?, MemberKind) y) =>
            x.Item3 == y.Item3
            && SymbolEqualityComparer.Default.Equals(x.Item1, y.Item1)
            && SymbolEqualityComparer.Default.Equals(x.Item2, y.Item2);

        public int GetHashCode((ISymbol, ITypeSymbol?, MemberKind) key) =>
            HashCode.Combine(
                SymbolEqualityComparer.Default.GetHashCode(key.Item1),
                key.Item2 is null ? 0 : SymbolEqualityComparer.Default.GetHashCode(key.Item2),
                key.Item3
            );
    }
}
