using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Which overrides a virtual call can reach when its object was made in the same function, or is of a known class.</summary>
internal static class ReceiverTypes
{
    public static int[] Narrow(IrProgram program, FunctionFacts facts, int instruction)
    {
        CallSite site = facts.Function.Calls[facts.Function.Code[instruction].X];
        if (site.Callees.Length < 2 || site.Receiver < 0 || MadeAs(facts, site.Receiver, instruction) is not { } type)
            return site.Callees;
        int[] reached = Reached(program, site.Callees, type);
        return reached.Length > 0 ? reached : site.Callees;
    }

    /// <summary>The overrides of a class, or those that it inherits; and those of classes that derive from it, where the object may be of
    /// one.</summary>
    public static int[] Of(IrProgram program, int[] callees, TypeRef type, bool isExact)
    {
        int[] reached = Reached(program, callees, type);
        if (reached.Length == 0)
            return callees;
        if (isExact)
            return reached;
        return
        [
            .. reached.Union(
                callees.Where(c => program.Functions[c].DeclaringType is var other && other.Name != type.Name && other.Is(type.Name))
            ),
        ];
    }

    /// <summary>Its own, else the nearest of its bases that has the member.</summary>
    private static int[] Reached(IrProgram program, int[] callees, TypeRef type)
    {
        int[] own = [.. callees.Where(c => program.Functions[c].DeclaringType.Name == type.Name)];
        if (own.Length > 0)
            return own;
        int[] inherited = [.. callees.Where(c => type.Is(program.Functions[c].DeclaringType.Name))];
        return
        [
            .. inherited.Where(c =>
                !inherited.Any(other => other != c && program.Functions[other].DeclaringType.Is(program.Functions[c].DeclaringType.Name))
            ),
        ];
    }

    public static TypeRef? MadeAs(FunctionFacts facts, int register, int at)
    {
        for (int i = 0; i < 6; i++)
        {
            int definition = facts.DefinitionAt(register, at);
            if (definition < 0)
                return null;
            ref Instruction code = ref facts.Function.Code[definition];
            switch (code.Op)
            {
                case Op.Move:
                    register = code.A;
                    at = definition;
                    break;
                case Op.Call when facts.Function.Calls[code.X].Target.Kind == MemberKind.Constructor:
                    TypeRef type = facts.Function.RegisterTypes[code.Dst];
                    return type.IsSource ? type : null;
                case Op.LoadField
                    when facts.Results?.OnlyStore(facts.Function.Members[code.X]) is { } store && store.Facts.Function.Code.Length > 0:
                    facts = store.Facts;
                    register = store.Register;
                    at = store.Instruction;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
