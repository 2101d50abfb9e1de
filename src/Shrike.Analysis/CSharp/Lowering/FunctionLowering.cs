using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.CSharp.Lowering;

/// <summary>Lowers one function body, and the lambdas and local functions in it, from Roslyn's control-flow graph.</summary>
internal sealed partial class FunctionLowering
{
    private readonly FileLowering file;
    private readonly FunctionLowering? parent;
    private readonly ControlFlowGraph graph;
    private readonly FunctionBuilder builder = new();
    private readonly Dictionary<ISymbol, int> variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, int> flowCaptures = [];
    private readonly Dictionary<CaptureId, IOperation> flowTargets = [];
    private readonly List<ISymbol?> captured = [];
    private readonly List<int> capturedRegisters = [];
    private readonly List<(CallSite Site, IMethodSymbol Local)> localCalls = [];
    private readonly Dictionary<IMethodSymbol, FunctionLowering> localFunctions = new(SymbolEqualityComparer.Default);
    private readonly IrFunction function;
    private readonly IMethodSymbol? method;
    private int thisRegister = -1;
    private int lambdas;

    /// <summary>A call in this block never comes back: System.Web ends a request by aborting its thread.</summary>
    private bool endsRequest;

    public FunctionLowering(FileLowering file, FunctionLowering? parent, ControlFlowGraph graph, IrFunction function, IMethodSymbol? method)
    {
        this.file = file;
        this.parent = parent;
        this.graph = graph;
        this.function = function;
        this.method = method;
        if (parent is null && method is null or { IsStatic: false })
            thisRegister = function.This = builder.NewRegister(function.DeclaringType, "this");
        if (method is not null)
            DeclareParameters(method);
        function.Exception = builder.NewRegister(TypeRef.Unknown, "exception");
    }

    public IrFunction Function => function;

    private void DeclareParameters(IMethodSymbol method)
    {
        var registers = new int[method.Parameters.Length];
        for (int i = 0; i < registers.Length; i++)
        {
            IParameterSymbol parameter = method.Parameters[i];
            registers[i] = builder.NewRegister(file.Symbols.Type(parameter.Type), parameter.Name);
            variables[parameter] = registers[i];
            if (i < 64 && parameter.RefKind is RefKind.Out or RefKind.Ref)
                function.ByRef |= 1UL << i;
        }

        function.Parameters = registers;
        function.ParameterNames = [.. method.Parameters.Select(p => p.Name)];
        function.ParameterSpans =
        [
            .. method.Parameters.Select(p =>
                p.Locations is [{ IsInSource: true } location, ..]
                    ? (location.SourceSpan.Start, location.SourceSpan.Length)
                    : (function.Start, 0)
            ),
        ];
    }

    public void Lower()
    {
        foreach (IMethodSymbol local in graph.LocalFunctions)
            DeclareLocalFunction(local);
        foreach (FunctionLowering local in localFunctions.Values)
            local.Lower();
        LowerBlocks();
        ConnectLocalCalls();
        function.Captures = [.. capturedRegisters];
        builder.Finish(function);
    }

    private void DeclareLocalFunction(IMethodSymbol local)
    {
        SyntaxNode? syntax = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (syntax is null)
            return;
        IrFunction declared = file.NewNested(function, $"{function.Key}/{local.Name}", $"{function.Display}.{local.Name}", syntax, local);
        localFunctions[local] = new FunctionLowering(file, this, graph.GetLocalFunctionControlFlowGraph(local), declared, local);
    }

    /// <summary>A call of a local function passes the variables that it captures, known only when all are lowered.
    /// Passing them may make the caller capture more, so this runs until nothing changes.</summary>
    private void ConnectLocalCalls()
    {
        for (int round = 0; round < 4; round++)
        {
            bool changed = false;
            foreach (FunctionLowering local in localFunctions.Values)
                changed |= local.ConnectOwn();
            changed |= ConnectOwn();
            if (!changed)
                break;
        }

        foreach (FunctionLowering local in localFunctions.Values)
        {
            local.function.Captures = [.. local.capturedRegisters];
            local.builder.Finish(local.function);
        }
    }

    private bool ConnectOwn()
    {
        bool changed = false;
        foreach ((CallSite site, IMethodSymbol symbol) in localCalls)
        {
            if (FindLocal(symbol) is not { } target)
                continue;
            site.Local = target.function;
            int own = target.function.Parameters.Length;
            int wanted = own + target.captured.Count;
            if (site.Arguments.Length >= wanted)
                continue;
            changed = true;
            int[] arguments = new int[wanted];
            Array.Fill(arguments, -1);
            Array.Copy(site.Arguments, arguments, site.Arguments.Length);
            for (int i = site.Arguments.Length; i < wanted; i++)
                arguments[i] = i < own ? -1 : Variable(target.captured[i - own]);
            site.Arguments = arguments;
        }

        return changed;
    }

    private FunctionLowering? FindLocal(IMethodSymbol symbol)
    {
        for (FunctionLowering? scope = this; scope is not null; scope = scope.parent)
        {
            if (scope.localFunctions.TryGetValue(symbol.OriginalDefinition as IMethodSymbol ?? symbol, out FunctionLowering? found))
                return found;
        }

        return null;
    }

    /// <summary>The register of a local, a parameter or (null) `this`; one of an enclosing function becomes a capture.</summary>
    private int Variable(ISymbol? symbol)
    {
        if (symbol is null)
        {
            if (thisRegister < 0)
                thisRegister = parent is null
                    ? builder.NewRegister(function.DeclaringType, "this")
                    : Capture(null, function.DeclaringType, "this");
            return thisRegister;
        }

        if (variables.TryGetValue(symbol, out int register))
            return register;
        ITypeSymbol? type = symbol switch
        {
            ILocalSymbol l => l.Type,
            IParameterSymbol p => p.Type,
            _ => null,
        };
        register = Owns(symbol)
            ? builder.NewRegister(file.Symbols.Type(type), symbol.Name)
            : Capture(symbol, file.Symbols.Type(type), symbol.Name);
        variables[symbol] = register;
        return register;
    }

    private int Capture(ISymbol? symbol, TypeRef type, string name)
    {
        int register = builder.NewRegister(type, name);
        captured.Add(symbol);
        capturedRegisters.Add(register);
        return register;
    }

    /// <summary>A variable belongs to the function whose symbol contains it.</summary>
    private bool Owns(ISymbol symbol)
    {
        for (FunctionLowering? scope = parent; scope is not null; scope = scope.parent)
        {
            if (SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, scope.method))
                return false;
        }

        return true;
    }

    private void LowerBlocks()
    {
        foreach (BasicBlock _ in graph.Blocks)
            builder.Blocks.Add(new Block());
        foreach (BasicBlock block in graph.Blocks)
        {
            Block target = builder.Blocks[block.Ordinal];
            target.First = builder.Count;
            LowerEntryOf(block);
            foreach (IOperation operation in block.Operations)
                Statement(operation);
            if (endsRequest)
                endsRequest = false;
            else
                LowerBranches(block, target);
            target.End = builder.Count;
        }

        AddHandlers();
    }

    /// <summary>A catch begins with the exception in flight; `when` filters read it the same way.</summary>
    private void LowerEntryOf(BasicBlock block)
    {
        ControlFlowRegion region = block.EnclosingRegion;
        if (region.FirstBlockOrdinal != block.Ordinal || region.Kind is not (ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter))
            return;
        foreach (ILocalSymbol local in region.Locals)
            builder.Emit(Op.Move, new TextSpan(function.Start, 0), Variable(local), function.Exception);
        // Marks a handler that nothing passes by: the one move of a register to itself.
        if (
            region is { Kind: ControlFlowRegionKind.Catch, EnclosingRegion.Kind: not ControlFlowRegionKind.FilterAndHandler }
            && (
                region.ExceptionType
                is null
                    or { SpecialType: SpecialType.System_Object }
                    or { Name: "Exception", BaseType.SpecialType: SpecialType.System_Object }
            )
        )
            builder.Emit(Op.Move, new TextSpan(function.Start, 0), function.Exception, function.Exception);
    }

    private void LowerBranches(BasicBlock block, Block target)
    {
        int value = block.BranchValue is { } branchValue ? Value(branchValue) : -1;
        if (block.ConditionalSuccessor is { } conditional && block.ConditionKind != ControlFlowConditionKind.None)
        {
            target.Condition = value;
            int jump = Destination(conditional);
            int fall = block.FallThroughSuccessor is { } next ? Destination(next) : -1;
            bool jumpsWhenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            target.WhenTrue = jumpsWhenTrue ? jump : fall;
            target.Next = jumpsWhenTrue ? fall : jump;
            return;
        }

        if (block.FallThroughSuccessor is not { } successor)
            return;
        if (Asked(block, successor) is var (asked, answer))
        {
            target.Condition = Captured(answer);
            bool whenTrue = asked.ConditionKind == ControlFlowConditionKind.WhenTrue;
            int other = asked.FallThroughSuccessor is { } next ? Destination(next) : -1;
            target.WhenTrue = whenTrue ? Destination(asked.ConditionalSuccessor!) : other;
            target.Next = whenTrue ? other : Destination(asked.ConditionalSuccessor!);
            return;
        }

        switch (successor.Semantics)
        {
            case ControlFlowBranchSemantics.Return:
                if (value >= 0)
                    builder.Emit(Op.Return, block.BranchValue!.Syntax.Span, a: value);
                target.Next = Destination(successor);
                break;
            case ControlFlowBranchSemantics.Throw:
                if (value >= 0)
                    builder.Emit(Op.Throw, block.BranchValue!.Syntax.Span, a: value);
                break;
            case ControlFlowBranchSemantics.Regular:
                target.Next = Destination(successor);
                break;
            default:
                break;
        }
    }

    /// <summary>A block that only asks for what this one has just found out: this one then asks itself, so that each way to the answer
    /// keeps what it knows. (Where a part of `a || b` does not bind, the whole is a value first and a condition afterwards.)</summary>
    private static (BasicBlock Block, IFlowCaptureReferenceOperation Answer)? Asked(BasicBlock block, ControlFlowBranch way)
    {
        if (
            way is not { Semantics: ControlFlowBranchSemantics.Regular, FinallyRegions.Length: 0, Destination: { } next }
            || next is not { Operations.Length: 0, ConditionalSuccessor: not null, BranchValue: { } value }
            || next.ConditionKind == ControlFlowConditionKind.None
            || block.Operations is not [.., IFlowCaptureOperation found]
        )
            return null;
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value is IFlowCaptureReferenceOperation answer && answer.Id.Equals(found.Id) ? (next, answer) : null;
    }

    /// <summary>Where a branch goes first: through the finally blocks on its way, each of which then goes on to the next.</summary>
    private int Destination(ControlFlowBranch branch)
    {
        int destination = branch.Destination?.Ordinal ?? -1;
        for (int i = branch.FinallyRegions.Length - 1; i >= 0; i--)
        {
            ControlFlowRegion region = branch.FinallyRegions[i];
            if (destination >= 0)
                AddExtra(builder.Blocks[region.LastBlockOrdinal], destination);
            destination = region.FirstBlockOrdinal;
        }

        return destination;
    }

    private static void AddExtra(Block block, int destination)
    {
        if (Array.IndexOf(block.Extra, destination) < 0)
            block.Extra = [.. block.Extra, destination];
    }

    private void AddHandlers()
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            // A lambda's root lies inside its function's regions: those are not its own.
            for (
                ControlFlowRegion region = block.EnclosingRegion;
                region is { Kind: not ControlFlowRegionKind.Root, EnclosingRegion: { } outer };
                region = outer
            )
            {
                if (region.Kind != ControlFlowRegionKind.Try)
                    continue;
                foreach (ControlFlowRegion handler in outer.NestedRegions)
                {
                    if (handler != region)
                        AddExtra(builder.Blocks[block.Ordinal], handler.FirstBlockOrdinal);
                }
            }
        }
    }
}
