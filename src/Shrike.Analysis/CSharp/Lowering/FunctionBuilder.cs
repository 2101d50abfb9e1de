using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.CSharp.Lowering;

/// <summary>Collects one function's instructions.</summary>
internal sealed class FunctionBuilder
{
    private readonly List<Instruction> code = [];
    private readonly List<Block> blocks = [];
    private readonly List<TypeRef> types = [];
    private readonly List<string?> names = [];
    private readonly List<object?> constants = [];
    private readonly List<CallSite> calls = [];
    private readonly List<ClosureSite> closures = [];
    private readonly List<MemberRef> members = [];
    private readonly Dictionary<MemberRef, int> memberIndex = [];

    public int Count => code.Count;

    public int NewRegister(TypeRef type, string? name = null)
    {
        types.Add(type);
        names.Add(name);
        return types.Count - 1;
    }

    public TypeRef TypeOf(int register) => register < 0 ? TypeRef.Unknown : types[register];

    public List<Block> Blocks => blocks;

    public void Emit(Op op, TextSpan span, int dst = -1, int a = -1, int b = -1, int c = -1, int x = -1) =>
        code.Add(
            new Instruction
            {
                Op = op,
                Dst = dst,
                A = a,
                B = b,
                C = c,
                X = x,
                Start = span.Start,
                Length = span.Length,
            }
        );

    public int Constant(object? value, TypeRef type, TextSpan span)
    {
        constants.Add(value);
        int dst = NewRegister(type);
        Emit(Op.Const, span, dst, x: constants.Count - 1);
        return dst;
    }

    public int ConstantIndex(object? value)
    {
        constants.Add(value);
        return constants.Count - 1;
    }

    public int Call(CallSite site, TypeRef result, TextSpan span)
    {
        calls.Add(site);
        int dst = result.Kind == ValueKind.Void && result.Name == "System.Void" ? -1 : NewRegister(result);
        Emit(Op.Call, span, dst, x: calls.Count - 1);
        return dst;
    }

    public int Closure(ClosureSite site, TypeRef type, TextSpan span)
    {
        closures.Add(site);
        int dst = NewRegister(type);
        Emit(Op.Closure, span, dst, x: closures.Count - 1);
        return dst;
    }

    public int Member(MemberRef member)
    {
        if (!memberIndex.TryGetValue(member, out int index))
        {
            index = members.Count;
            members.Add(member);
            memberIndex.Add(member, index);
        }

        return index;
    }

    public int LoadField(int receiver, MemberRef member, TextSpan span)
    {
        int dst = NewRegister(member.Result);
        Emit(Op.LoadField, span, dst, receiver, x: Member(member));
        return dst;
    }

    public IEnumerable<CallSite> Calls => calls;

    public IEnumerable<ClosureSite> Closures => closures;

    public void Finish(IrFunction function)
    {
        function.Code = [.. code];
        function.Blocks = [.. blocks];
        function.RegisterTypes = [.. types];
        function.RegisterNames = [.. names];
        function.Constants = [.. constants];
        function.Calls = [.. calls];
        function.Closures = [.. closures];
        function.Members = [.. members];
    }
}
