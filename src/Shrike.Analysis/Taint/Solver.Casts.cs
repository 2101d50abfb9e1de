using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Ways that lead through a type test which the object on them cannot pass.</summary>
internal sealed partial class Solver
{
    private const int MaxWay = 400;
    private const int MaxWayDepth = 40;

    private readonly Dictionary<(string, string), bool> together = [];
    private List<TypeRef>? classes;

    /// <summary>On its way one object is held as two classes of which neither derives from the other.</summary>
    public bool IsImpossible(TaintResult result)
    {
        var way = new List<Node>();
        int depth = 0;
        for (Hit? hit = result.Hit; hit is not null && depth < MaxWayDepth; hit = hit.Inner, depth++)
            AddWay(hit.Node, way, depth);
        var held = new List<TypeRef>();
        foreach (Node node in way)
        {
            if (node.Source is not null || !IsSameObject(node))
                held.Clear();
            if (node.Path != AccessPaths.Empty || node.Register < 0)
                continue;
            TypeRef type = node.Context.Function.RegisterTypes[node.Register];
            if (!SaysWhatItIs(type))
                continue;
            if (held.Exists(other => !CanBeBoth(other, type)))
                return true;
            held.Add(type);
        }

        return false;
    }

    private static void AddWay(Node last, List<Node> way, int depth)
    {
        var chain = new List<Node>();
        for (Node? node = last; node is not null && chain.Count + way.Count < MaxWay; node = node.Previous)
            chain.Add(node);
        for (int i = chain.Count - 1; i >= 0; i--)
        {
            if (chain[i].Exit is { } exit && depth < MaxWayDepth && way.Count < MaxWay)
                AddWay(exit.Node, way, depth + 1);
            way.Add(chain[i]);
        }
    }

    /// <summary>The fact is of the same object as the one before, wherever it is held now. Paths as long as they may be were perhaps cut.</summary>
    private bool IsSameObject(Node node)
    {
        if (paths.Length(node.Path) >= AccessPaths.MaxSteps)
            return false;
        if (node.Exit is { } exit)
            return exit.Key.Kind is ExitKind.Return or ExitKind.This or ExitKind.Parameter or ExitKind.Capture;
        if (node.At < 0)
            return true;
        ref Instruction code = ref node.Context.Function.Code[node.At];
        switch (code.Op)
        {
            case Op.Move or Op.StoreField or Op.StoreElement or Op.LoadElement or Op.Closure:
                return true;
            case Op.LoadField:
                return node.Previous is { } before && paths.WithoutKeys(before.Path) != AccessPaths.Empty;
            case Op.Call:
                CallSite site = node.Context.Function.Calls[code.X];
                return site is { Callees.Length: 0, Target.IsSource: false }
                    && (
                        node.Register != code.Dst
                            ? CallShapes.Fills(site.Target) || site.Target is { Kind: MemberKind.Setter, Name: "Item" }
                            : site.Target.Type.StartsWith("System.", StringComparison.Ordinal)
                                && CallShapes.Keeps(site.Target)
                                && site.Target.Name is not ("Value" or "Key" or "Zip" or "Chunk" or "Publish" or "Run")
                    );
            default:
                return false;
        }
    }

    private static bool SaysWhatItIs(TypeRef type) =>
        type is { Kind: ValueKind.Object, IsResolved: true }
        && (type.IsSource || type.Is("System.IO.Stream"))
        && (type.Is("System.Object") || IsInterface(type.Name))
        && !type.Is("System.Collections.IEnumerable");

    /// <summary>By its name: a type parameter is none, and says nothing.</summary>
    private static bool IsInterface(string name) =>
        name[(name.LastIndexOf('.') + 1)..] is ['I', var second, var third, ..] && char.IsUpper(second) && char.IsLower(third);

    private bool CanBeBoth(TypeRef a, TypeRef b)
    {
        if (a.Is(b.Name) || b.Is(a.Name))
            return true;
        bool isClass = a.Is("System.Object");
        bool isOtherClass = b.Is("System.Object");
        if (isClass && isOtherClass)
            return false;
        if (isClass == isOtherClass)
            return true;
        if (together.TryGetValue((a.Name, b.Name), out bool known))
            return known;
        classes ??= Classes();
        return together[(a.Name, b.Name)] = classes.Exists(c => c.Is(a.Name) && c.Is(b.Name));
    }

    /// <summary>Every class of the program that something is done with.</summary>
    private List<TypeRef> Classes()
    {
        var found = new Dictionary<string, TypeRef>(StringComparer.Ordinal);
        foreach (IrFunction function in program.Functions)
        {
            found.TryAdd(function.DeclaringType.Name, function.DeclaringType);
            foreach (TypeRef type in function.RegisterTypes)
            {
                if (type.IsSource)
                    found.TryAdd(type.Name, type);
            }
        }

        return [.. found.Values];
    }
}
