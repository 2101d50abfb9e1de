using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>What the solver asks of one function: where each register is mentioned, what defines it, which branches can
/// happen. Made when first asked.</summary>
internal sealed class FunctionFacts
{
    private readonly int[] mentionStart;
    private readonly int[] mentions;
    private readonly int[] reads;

    public FunctionFacts(IrFunction function, ConstantPropagation constants, ProgramConstants? results = null)
    {
        Function = function;
        Results = results;
        Constants = constants;
        BlockOf = new int[function.Code.Length];
        for (int b = 0; b < function.Blocks.Length; b++)
        {
            for (int i = function.Blocks[b].First; i < function.Blocks[b].End; i++)
                BlockOf[i] = b;
        }

        int registers = function.RegisterTypes.Length;
        reads = Reads();
        Definition = new int[registers];
        Array.Fill(Definition, -1);
        var counts = new int[registers + 1];
        Visit((register, _) => counts[register]++);
        mentionStart = new int[registers + 1];
        for (int r = 0; r < registers; r++)
            mentionStart[r + 1] = mentionStart[r] + counts[r];
        mentions = new int[mentionStart[registers]];
        int[] next = [.. mentionStart];
        Visit((register, i) => mentions[next[register]++] = i);
        for (int i = 0; i < function.Code.Length; i++)
        {
            int dst = function.Code[i].Dst;
            if (dst >= 0)
                Definition[dst] = Definition[dst] == -1 ? i : -2;
        }

        MentionedAcross = new bool[registers];
        for (int r = 0; r < registers; r++)
        {
            ReadOnlySpan<int> own = Mentions(r);
            MentionedAcross[r] = own.Length > 0 && BlockOf[own[0]] != BlockOf[own[^1]];
        }
    }

    public IrFunction Function { get; }
    public ConstantPropagation Constants { get; }
    public ProgramConstants? Results { get; }
    public int[] BlockOf { get; }

    /// <summary>The one instruction that defines a register; -1 none, -2 several.</summary>
    public int[] Definition { get; }

    /// <summary>Which blocks matter to which register; made by the solver, who knows the guards.</summary>
    public SparseBlocks? Sparse { get; set; }

    /// <summary>What a register holds is seen by others when the function has ended.</summary>
    public bool LivesOn(int register) =>
        register == Function.This
        || register == Function.Exception
        || Array.IndexOf(Function.Parameters, register) >= 0
        || Array.IndexOf(Function.Captures, register) >= 0;

    /// <summary>Whether a register is mentioned in more than one block.</summary>
    public bool[] MentionedAcross { get; }

    /// <summary>Instructions that read or write a register, ascending.</summary>
    public ReadOnlySpan<int> Mentions(int register) =>
        mentions.AsSpan(mentionStart[register], mentionStart[register + 1] - mentionStart[register]);

    /// <summary>The object that an argument's value was read from: a check of the value says something of the object.</summary>
    private int OriginOf(int argument)
    {
        if (argument < 0 || reads[argument] < 0)
            return -1;
        ref Instruction read = ref Function.Code[reads[argument]];
        return read.Op == Op.Call ? Function.Calls[read.X].Receiver : read.A;
    }

    /// <summary>The one instruction, if any, that reads a register's value from a member of an object.</summary>
    private int[] Reads()
    {
        int[] found = new int[Function.RegisterTypes.Length];
        Array.Fill(found, -1);
        for (int i = 0; i < Function.Code.Length; i++)
        {
            ref Instruction code = ref Function.Code[i];
            if (code.Dst < 0)
                continue;
            bool isRead =
                code.Op is Op.LoadField or Op.Move || (code.Op == Op.Call && Function.Calls[code.X].Target.Kind == MemberKind.Getter);
            found[code.Dst] = found[code.Dst] == -1 && isRead ? i : -2;
        }

        return found;
    }

    private void Visit(Action<int, int> mention)
    {
        IrFunction function = Function;
        for (int i = 0; i < function.Code.Length; i++)
        {
            ref Instruction instruction = ref function.Code[i];
            int seen1 = -1,
                seen2 = -1,
                seen3 = -1;
            void Once(int register, int at)
            {
                if (register < 0 || register == seen1 || register == seen2 || register == seen3)
                    return;
                seen3 = seen2;
                seen2 = seen1;
                seen1 = register;
                mention(register, at);
            }

            switch (instruction.Op)
            {
                case Op.Call:
                    CallSite site = function.Calls[instruction.X];
                    var all = new HashSet<int>(site.Arguments) { site.Receiver, instruction.Dst };
                    foreach (int argument in site.Arguments)
                        all.Add(OriginOf(argument));
                    foreach (int register in all)
                    {
                        if (register >= 0)
                            mention(register, i);
                    }

                    break;
                case Op.Closure:
                    ClosureSite closure = function.Closures[instruction.X];
                    foreach (int register in new HashSet<int>(closure.Captured) { closure.Receiver, instruction.Dst })
                    {
                        if (register >= 0)
                            mention(register, i);
                    }

                    break;
                default:
                    Once(instruction.A, i);
                    Once(instruction.B, i);
                    Once(instruction.C, i);
                    Once(instruction.Dst, i);
                    break;
            }
        }
    }

    /// <summary>The register from which a value surely came, through variables; the register itself where it came from elsewhere.</summary>
    public int SourceAt(int register, int instruction, int maxMoves = 4)
    {
        for (int n = 0; n < maxMoves; n++)
        {
            int definition = DefinitionAt(register, instruction);
            if (definition < 0 || Function.Code[definition].Op != Op.Move)
                break;
            (register, instruction) = (Function.Code[definition].A, definition);
        }

        return register;
    }

    /// <summary>The instruction that surely made the value which a register holds at a place, through variables; -1 where none is sure.</summary>
    public int OriginAt(int register, int instruction, int maxMoves = 4)
    {
        int definition = DefinitionAt(register, instruction);
        for (int n = 0; n < maxMoves && definition >= 0 && Function.Code[definition].Op == Op.Move; n++)
            definition = DefinitionAt(Function.Code[definition].A, definition);
        return definition;
    }

    /// <summary>The call whose result a register surely holds; null where it is something else.</summary>
    public CallSite? CallAt(int register, int instruction) =>
        OriginAt(register, instruction) is >= 0 and int made && Function.Code[made].Op == Op.Call
            ? Function.Calls[Function.Code[made].X]
            : null;

    /// <summary>The function value that a register surely holds, where it was made in this function.</summary>
    public ClosureSite? ClosureAt(int register, int instruction) =>
        OriginAt(register, instruction) is >= 0 and int made && Function.Code[made].Op == Op.Closure
            ? Function.Closures[Function.Code[made].X]
            : null;

    /// <summary>The instruction that surely defines a register at a place: its only one, or the last one before it in the
    /// same block.</summary>
    public int DefinitionAt(int register, int instruction)
    {
        if (register < 0)
            return -1;
        int only = Definition[register];
        if (only >= 0)
            return only;
        if (only == -1)
            return -1;
        int block = BlockOf[instruction];
        for (int i = instruction - 1; i >= Function.Blocks[block].First; i--)
        {
            if (Function.Code[i].Dst == register)
                return i;
        }

        return -1;
    }
}
