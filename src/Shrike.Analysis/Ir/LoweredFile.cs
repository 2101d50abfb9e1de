namespace Shrike.Analysis.Ir;

/// <summary>What lowering made of a file.</summary>
/// <param name="Checks">What its declarations demand of models.</param>
internal sealed record LoweredFile(IReadOnlyList<IrFunction> Functions, IReadOnlyList<MemberCheck> Checks, IReadOnlyList<string> Problems)
{
    private Dictionary<(int Start, int Length), IrFunction>? bySpan;

    /// <summary>Whether all members that its functions call, read or write were found.</summary>
    public bool IsResolved =>
        Functions.All(static f => f.Calls.All(static c => c.Target.IsResolved) && f.Members.All(static m => m.IsResolved));

    /// <summary>The function whose declaration stands there. Not thread-safe.</summary>
    public IrFunction? At(int start, int length)
    {
        if (bySpan is null)
        {
            bySpan = [];
            foreach (IrFunction function in Functions)
                bySpan.TryAdd((function.Start, function.Length), function);
        }

        return bySpan.GetValueOrDefault((start, length));
    }
}
