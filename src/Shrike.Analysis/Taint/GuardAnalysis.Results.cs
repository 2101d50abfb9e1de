using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>`return a &amp;&amp; b &amp;&amp; c` joins several results in one register: each is judged where it is made, with what was proved
/// on the way there.</summary>
internal sealed partial class GuardAnalysis
{
    private static HashSet<int> JoinedResults(FunctionFacts facts)
    {
        var joined = new HashSet<int>();
        for (int i = 0; i < facts.Function.Code.Length; i++)
        {
            if (facts.Function.Code[i].Op == Op.Return && ResultOf(facts, i) is >= 0 and int result)
                joined.Add(result);
        }

        return joined;
    }

    /// <summary>The register of several definitions that a return hands out; -1 where there is only one.</summary>
    private static int ResultOf(FunctionFacts facts, int at)
    {
        int register = facts.Function.Code[at].A;
        for (int n = 0; n < 6 && register >= 0; n++)
        {
            int definition = facts.DefinitionAt(register, at);
            if (definition < 0)
                return facts.Definition[register] == -2 ? register : -1;
            if (facts.Function.Code[definition].Op != Op.Move)
                return -1;
            register = facts.Function.Code[definition].A;
            at = definition;
        }

        return -1;
    }
}
