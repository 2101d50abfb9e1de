using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Whether the name of a folder, as a prefix that paths are held to, surely ends without a separator: <c>/data</c> is a prefix of
/// <c>/data-old/secret</c> too. What is not known here counts as ended.</summary>
internal sealed class FolderEnd(FunctionFacts facts)
{
    private const int MaxDepth = 16;

    public bool IsOpen(int register, int at) => IsOpen(register, at, 0);

    private bool IsOpen(int register, int at, int depth)
    {
        if (register < 0 || depth > MaxDepth)
            return false;
        Known known = facts.Constants.At(register, facts.BlockOf[at], at);
        if (known.IsConstant)
            return known.Value is string { Length: > 0 } text && text[^1] is not ('/' or '\\');
        int definition = facts.DefinitionAt(register, at);
        if (definition < 0)
            return false;
        ref Instruction code = ref facts.Function.Code[definition];
        return code.Op switch
        {
            Op.Move => IsOpen(code.A, definition, depth + 1),
            Op.Binary when (BinaryOp)code.X == BinaryOp.Add => IsOpen(code.B, definition, depth + 1),
            Op.Call => IsOpen(facts.Function.Calls[code.X], definition, depth + 1),
            _ => false,
        };
    }

    private bool IsOpen(CallSite site, int at, int depth) =>
        site switch
        {
            { Target: { Type: "System.String", Name: "Interpolate" or "Concat" }, Arguments: [.., var last] } => IsOpen(last, at, depth),
            { Target: { Type: "System.String", Name: "TrimEnd" } } => true,
            { Target: { Type: "System.IO.Path", Name: "Combine" or "Join" }, Arguments: [.., var last] } => IsOpen(last, at, depth),
            { Target: { Type: "System.IO.Path", Name: "GetFullPath" }, Arguments: [var path, ..] } => IsOpen(path, at, depth),
            { Target: { Type: "System.IO.Path", Name: "GetDirectoryName" } } => true,
            { Target: { Type: "System.IO.Path", Name: "TrimEndingDirectorySeparator" } } => true,
            { Target: { Type: "System.IO.Directory", Name: "GetCurrentDirectory" } } => true,
            { Target: { Type: "System.Environment", Name: "CurrentDirectory" or "GetFolderPath" } } => true,
            { Target.Name: "WebRootPath" } => true,
            { Target.Name: "MapPath", Arguments: [var path] } => IsOpen(path, at, depth),
            _ => false,
        };
}
