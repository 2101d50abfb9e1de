using Shrike.Analysis.Findings;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Writes a solver's result as steps that a person can follow, through every call on the way.</summary>
internal sealed class FlowBuilder
{
    private const int MaxSteps = 120;
    private const int MaxDepth = 40;

    private readonly List<FlowStep> steps = [];
    private string? source;

    public static Flow Build(TaintResult result)
    {
        var builder = new FlowBuilder();
        builder.AddHit(result.Hit, 0);
        return new Flow(result.Source, builder.source ?? "untrusted data", Tidy(builder.steps));
    }

    private void AddHit(Hit hit, int depth)
    {
        AddChain(hit.Node, depth);
        if (hit.Inner is { } inner && depth < MaxDepth)
            AddHit(inner, depth + 1);
        else
            Add(hit.Function, hit.Instruction, $"reaches {SinkName(hit)}");
    }

    private static string SinkName(Hit hit)
    {
        ref Instruction code = ref hit.Function.Code[hit.Instruction];
        string name = CandidateFinder.SinkName(hit.Function, code);
        return hit.Sink.Spec.Description is { } description ? $"{name} ({description})" : name;
    }

    private void AddChain(Node last, int depth)
    {
        var chain = new List<Node>();
        for (Node? node = last; node is not null && chain.Count < MaxSteps; node = node.Previous)
            chain.Add(node);
        for (int i = chain.Count - 1; i >= 0 && steps.Count < MaxSteps; i--)
            AddNode(chain[i], depth);
    }

    private void AddNode(Node node, int depth)
    {
        IrFunction function = node.Context.Function;
        if (node.Source is { } named)
        {
            source ??= named;
            if (node.At < 0)
                AddParameter(function, node.Register, $"enters as {named}");
            else
                Add(function, node.At, $"enters as {named}");
            return;
        }

        if (node.Exit is { } exit)
        {
            if (depth < MaxDepth)
                AddChain(exit.Node, depth + 1);
            if (node.At >= 0)
                Add(
                    function,
                    node.At,
                    exit.Key.Kind == ExitKind.Return
                        ? $"returned from {exit.Node.Context.Function.Display}"
                        : $"held after {exit.Node.Context.Function.Display}"
                );
            return;
        }

        if (node.At < 0)
        {
            string name = NameOf(function, node.Register);
            AddParameter(function, node.Register, $"passed to {function.Display} as {name}");
            return;
        }

        if (Describe(function, node) is { } message)
            Add(function, node.At, message);
    }

    private static string NameOf(IrFunction function, int register) =>
        register >= 0 && function.RegisterNames[register] is { } name ? $"'{name}'" : "a value";

    private static string? Describe(IrFunction function, Node node)
    {
        ref Instruction code = ref function.Code[node.At];
        return code.Op switch
        {
            Op.Move => function.RegisterNames[code.Dst] is { } name ? $"assigned to '{name}'" : null,
            Op.Binary => (BinaryOp)code.X == BinaryOp.Add ? "concatenated" : null,
            Op.StoreField => $"stored in {function.Members[code.X].Display}",
            Op.LoadField => $"read from {function.Members[code.X].Display}",
            Op.StoreElement => "stored in a collection",
            Op.LoadElement => "taken from a collection",
            Op.Call => function.Calls[code.X].Target switch
            {
                { Name: "Interpolate" } => "interpolated into text",
                { Kind: MemberKind.Getter } getter => $"read from {getter.Display}",
                { } target => $"through {target.Display}",
            },
            Op.Closure => "captured by a function",
            Op.Throw => "thrown",
            _ => null,
        };
    }

    private void AddParameter(IrFunction function, int register, string message)
    {
        int parameter = Array.IndexOf(function.Parameters, register);
        (int start, int length) =
            parameter >= 0 && parameter < function.ParameterSpans.Length ? function.ParameterSpans[parameter] : (function.Start, 0);
        steps.Add(new FlowStep(function.File.Span(start, length), message, function.Display));
    }

    private void Add(IrFunction function, int at, string message)
    {
        ref Instruction code = ref function.Code[at];
        steps.Add(new FlowStep(function.File.Span(code.Start, code.Length), message, function.Display));
    }

    /// <summary>One step a line, the most telling: the first and the last stay, and of others on one line the later.</summary>
    private static List<FlowStep> Tidy(List<FlowStep> steps)
    {
        var tidy = new List<FlowStep>();
        for (int i = 0; i < steps.Count; i++)
        {
            FlowStep step = steps[i];
            bool isEnd = i == 0 || i == steps.Count - 1;
            if (
                !isEnd
                && i + 1 < steps.Count
                && steps[i + 1].Where.Path == step.Where.Path
                && steps[i + 1].Where.StartLine == step.Where.StartLine
            )
                continue;
            tidy.Add(step);
        }

        return tidy;
    }
}
