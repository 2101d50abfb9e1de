using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Which overrides a virtual call can reach when its object was made in the same function.</summary>
internal static class ReceiverTypes
{
    public static int[] Narrow(IrProgram program, FunctionFacts facts, int instruction)
    {
        CallSite site = facts.Function.Calls[facts.Function.Code[instruction].X];
        if (site.Callees.Length < 2 || site.Receiver < 0 || MadeAs(facts, site.Receiver, instruction) is not { } type)
            return site.Callees;
        int[] own = [.. site.Callees.Where(c => program.Functions[c].DeclaringType.Name == type.Name)];
        if (own.Length > 0)
            return own;
        // The nearest of its bases that has the member.
        int[] inherited = [.. site.Callees.Where(c => type.Is(program.Functions[c].DeclaringType.Name))];
        int[] nearest =
        [
            .. inherited.Where(c =>
                !inherited.Any(other => other != c && program.Functions[other].DeclaringType.Is(program.Functions[c].DeclaringType.Name))
            ),
        ];
        return nearest.Length > 0 ? nearest : site.Callees;
    }

    private static TypeRef? MadeAs(FunctionFacts facts, int register, int at)
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
                default:
                    return null;
            }
        }

        return null;
    }
}
