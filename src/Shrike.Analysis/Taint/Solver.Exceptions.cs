using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

internal sealed partial class Solver
{
    private readonly Dictionary<int, TypeRef> thrownTypes = [];

    /// <summary>An exception in flight: its path begins with its type, so that only a handler of that type gets it.</summary>
    private int Thrown(TypeRef type, int path)
    {
        int step = MemberRef.StepOf("thrown:" + type.Name);
        thrownTypes.TryAdd(step, type);
        return paths.Prepend(step, path);
    }

    /// <summary>After an instruction an exception goes to the handlers around it and, past them, to the caller; the code that follows
    /// never sees it.</summary>
    private void Fly(TaintContext context, int at, int path, ulong mask, Node? previous, ExitFact? exit)
    {
        IrFunction function = context.Function;
        int register = function.Exception;
        if (mask == 0 || !IsNew(context, at + 1, register, path, ref mask))
            return;
        var node = new Node(context, at, register, path, previous, exit, null);
        bool isCaught = false;
        foreach (int handler in function.Blocks[context.Facts.BlockOf[at]].Extra)
        {
            EnterBlock(node, handler, mask);
            isCaught |= CatchesAll(function, handler);
        }

        if (!isCaught)
            Leave(node, mask);
    }

    private static bool CatchesAll(IrFunction function, int handler)
    {
        Block block = function.Blocks[handler];
        for (int i = block.First; i < block.End && function.Code[i].Op == Op.Move && function.Code[i].A == function.Exception; i++)
        {
            if (function.Code[i].Dst == function.Exception)
                return true;
        }

        return false;
    }

    /// <summary>A handler names its exception.</summary>
    private void Catch(Node node, int i, int variable, ulong mask)
    {
        int path = node.Path;
        if (thrownTypes.TryGetValue(paths.Head(path), out TypeRef? thrown))
        {
            if (!CanBe(thrown, node.Context.Function.RegisterTypes[variable]))
                return;
            path = paths.Tail(path);
        }

        Generate(node.Context, i, variable, path, mask, node, null);
    }

    private static bool CanBe(TypeRef thrown, TypeRef caught) =>
        !thrown.IsResolved
        || !caught.IsResolved
        || caught.Name
            is "System.Exception"
                or "System.Object"
                or "System.AggregateException"
                or "System.Reflection.TargetInvocationException"
        || thrown.Is(caught.Name)
        || caught.Is(thrown.Name);
}
