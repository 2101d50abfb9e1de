using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.CSharp.Lowering;

/// <summary>Lowers every function of one syntax tree. Not thread-safe; one a tree.</summary>
internal sealed class FileLowering(Symbols symbols, CodeFile file, CancellationToken cancel)
{
    private SemanticModel model = null!;
    private DeclaredChecks declared = null!;
    private readonly List<IrFunction> functions = [];
    private readonly List<string> problems = [];
    private readonly List<MemberCheck> checks = [];
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly DepthBudget depth = new();

    public Symbols Symbols { get; } = symbols;

    public MemberRef Interpolation { get; } = InterpolationMember;

    public MemberRef ArrayAllocation { get; } = ArrayMember;

    private static readonly MemberRef InterpolationMember = new()
    {
        Key = "$\"\"",
        Type = "System.String",
        Name = "Interpolate",
        Kind = MemberKind.Method,
        Owners = ["System.String"],
        IsResolved = true,
        IsStatic = true,
    };

    private static readonly MemberRef ArrayMember = new()
    {
        Key = "new[]",
        Type = "System.Array",
        Name = "System.Array",
        Kind = MemberKind.Constructor,
        Owners = ["System.Array"],
        IsResolved = true,
        IsStatic = true,
    };

    /// <exception cref="InsufficientExecutionStackException">The code is nested deeper than the stack allows.</exception>
    public void CheckDepth()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    public bool IsSource(IMethodSymbol method) => Lowering.Symbols.IsSource(method.OriginalDefinition);

    public MemberRef PrimaryField(IParameterSymbol parameter)
    {
        TypeRef type = Symbols.Type(parameter.ContainingType);
        if (
            parameter.ContainingType.IsRecord
            && parameter.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
        )
            return Symbols.Member(property, null, MemberKind.Field);
        return new MemberRef
        {
            Key = $"P:{type.Name}.({parameter.Name}){Symbols.Place(parameter)}",
            Type = type.Name,
            Name = parameter.Name,
            Kind = MemberKind.Field,
            Owners = [type.Name],
            Result = Symbols.Type(parameter.Type),
            IsResolved = true,
            IsSource = true,
        };
    }

    /// <param name="semantics">Of the file's tree; let go at the end, with all that it has bound.</param>
    public LoweredFile Run(SemanticModel semantics)
    {
        model = semantics;
        declared = new DeclaredChecks(semantics, Symbols, cancel);
        VisitAll();
        declared = null!;
        model = null!;
        return new LoweredFile(functions, checks, problems);
    }

    private void VisitAll()
    {
        SyntaxNode root = model.SyntaxTree.GetRoot(cancel);
        foreach (
            SyntaxNode node in root.DescendantNodesAndSelf(static n =>
                n is not (StatementSyntax or ExpressionSyntax or ArrowExpressionClauseSyntax or AttributeListSyntax)
            )
        )
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                Visit(node);
            }
            catch (Exception e)
                when (e
                        is InsufficientExecutionStackException
                            or InvalidOperationException
                            or ArgumentException
                            or NullReferenceException
                            or IndexOutOfRangeException
                            or KeyNotFoundException
                )
            {
                problems.Add($"line {file.Span(node.SpanStart, 0).StartLine}: {Name(node)} was not analysed: {Reason(e)}");
            }
        }
    }

    private static string Reason(Exception e) => e is InsufficientExecutionStackException ? "nested too deeply" : e.Message;

    private static string Name(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax m => m.Identifier.ValueText,
            ConstructorDeclarationSyntax c => c.Identifier.ValueText,
            PropertyDeclarationSyntax p => p.Identifier.ValueText,
            VariableDeclaratorSyntax v => v.Identifier.ValueText,
            _ => "a member",
        };

    private void Visit(SyntaxNode node)
    {
        checks.AddRange(declared.Of(node));
        switch (node)
        {
            case BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null }:
                break;
            case BaseMethodDeclarationSyntax
            or AccessorDeclarationSyntax { Body: not null }
            or AccessorDeclarationSyntax { ExpressionBody: not null }:
                LowerMember(node, model.GetDeclaredSymbol(node, cancel) as IMethodSymbol, node);
                break;
            case ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax } arrow:
                LowerMember(arrow, (model.GetDeclaredSymbol(arrow.Parent!, cancel) as IPropertySymbol)?.GetMethod, arrow.Parent!);
                break;
            case CompilationUnitSyntax unit when unit.Members.Any(static m => m is GlobalStatementSyntax):
                LowerMember(unit, model.GetDeclaredSymbol(unit, cancel), unit);
                break;
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } } initializer:
                LowerInitializer(initializer, model.GetDeclaredSymbol(initializer.Parent!, cancel));
                break;
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } initializer:
                LowerInitializer(initializer, model.GetDeclaredSymbol(initializer.Parent!, cancel));
                break;
            case TypeDeclarationSyntax { ParameterList.Parameters.Count: > 0 } type:
                LowerPrimaryConstructor(type);
                break;
            default:
                break;
        }
    }

    private void LowerMember(SyntaxNode body, IMethodSymbol? method, SyntaxNode declaration)
    {
        depth.Take(body);
        if (method is null || model.GetOperation(body, cancel) is not { } operation)
            return;
        ControlFlowGraph? graph = operation switch
        {
            IMethodBodyOperation m => ControlFlowGraph.Create(m, cancel),
            IConstructorBodyOperation c => ControlFlowGraph.Create(c, cancel),
            IBlockOperation { Parent: null } b => ControlFlowGraph.Create(b, cancel),
            _ => null,
        };
        if (graph is null)
            return;
        IrFunction function = New(Symbols.Key(method), DisplayOf(method), declaration, method);
        new FunctionLowering(this, null, graph, function, method).Lower();
    }

    /// <summary>The method that a call which does not bind was meant for, where only the type of an argument is missing.</summary>
    public IMethodSymbol? Meant(ExpressionSyntax call, BaseArgumentListSyntax? arguments) =>
        Candidates.Meant(model, call, arguments, cancel);

    private void LowerInitializer(EqualsValueClauseSyntax initializer, ISymbol? symbol)
    {
        depth.Take(initializer);
        if (
            symbol is null or IFieldSymbol { IsConst: true }
            || model.GetOperation(initializer, cancel) is not ISymbolInitializerOperation operation
        )
            return;
        ControlFlowGraph? graph = operation switch
        {
            IFieldInitializerOperation f => ControlFlowGraph.Create(f, cancel),
            IPropertyInitializerOperation p => ControlFlowGraph.Create(p, cancel),
            _ => null,
        };
        if (graph is null)
            return;
        IrFunction function = New($"{Symbols.Key(symbol)}=", $"{symbol.ContainingType?.Name}.{symbol.Name}", initializer, null, symbol);
        new FunctionLowering(this, null, graph, function, null).Lower();
    }

    /// <summary>`class C(T x)`: a constructor that stores each parameter where members read it.</summary>
    private void LowerPrimaryConstructor(TypeDeclarationSyntax type)
    {
        if (model.GetDeclaredSymbol(type, cancel) is not INamedTypeSymbol symbol)
            return;
        IMethodSymbol? constructor = symbol.InstanceConstructors.FirstOrDefault(c =>
            c.DeclaringSyntaxReferences.Any(r => r.Span == type.Span && r.SyntaxTree == type.SyntaxTree)
        );
        if (constructor is null)
            return;
        IrFunction function = New(Symbols.Key(constructor), DisplayOf(constructor), type.ParameterList!, constructor);
        var builder = new FunctionBuilder();
        function.This = builder.NewRegister(function.DeclaringType, "this");
        function.Parameters = [.. constructor.Parameters.Select(p => builder.NewRegister(Symbols.Type(p.Type), p.Name))];
        function.ParameterNames = [.. constructor.Parameters.Select(p => p.Name)];
        function.Exception = builder.NewRegister(TypeRef.Unknown);
        for (int i = 0; i < function.Parameters.Length; i++)
            builder.Emit(
                Op.StoreField,
                type.ParameterList!.Parameters[i].Span,
                a: function.This,
                b: function.Parameters[i],
                x: builder.Member(PrimaryField(constructor.Parameters[i]))
            );
        builder.Blocks.Add(
            new Block
            {
                First = 0,
                End = builder.Count,
                Next = 1,
            }
        );
        builder.Blocks.Add(new Block { First = builder.Count, End = builder.Count });
        builder.Finish(function);
    }

    private static string DisplayOf(IMethodSymbol method)
    {
        string name = method.AssociatedSymbol?.Name ?? method.Name;
        if (method.MethodKind == MethodKind.Constructor)
            return $"new {method.ContainingType.Name}";
        return method.ContainingType is { } type && !type.IsImplicitlyDeclared ? $"{type.Name}.{name}" : name;
    }

    private IrFunction New(string symbol, string display, SyntaxNode syntax, IMethodSymbol? method, ISymbol? member = null)
    {
        string unique = names.TryGetValue(symbol, out int seen) ? $"{symbol}#{seen}" : symbol;
        names[symbol] = seen + 1;
        TypeRef type = Symbols.Type((method ?? member)?.ContainingType);
        var function = new IrFunction
        {
            Key = unique,
            Display = display,
            File = file,
            Start = syntax.SpanStart,
            Length = syntax.Span.Length,
            DeclaringType = type,
            Implements = method is null ? [] : Symbols.Implements(method),
            IsHidden = Symbols.IsHidden(method),
        };
        functions.Add(function);
        return function;
    }

    public IrFunction NewNested(IrFunction outer, string symbol, string display, SyntaxNode syntax, IMethodSymbol method)
    {
        var function = new IrFunction
        {
            Key = names.TryGetValue(symbol, out int seen) ? $"{symbol}#{seen}" : symbol,
            Display = display,
            File = file,
            Start = syntax.SpanStart,
            Length = syntax.Span.Length,
            DeclaringType = outer.DeclaringType,
        };
        names[symbol] = seen + 1;
        functions.Add(function);
        return function;
    }
}
