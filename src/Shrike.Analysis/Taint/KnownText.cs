using System.Globalization;
using System.Text.RegularExpressions;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>Library calls whose text is known when their arguments are: what filters are usually built from.</summary>
internal static class KnownText
{
    /// <summary>What Windows forbids in file names; the larger of the sets that the framework may return.</summary>
    private const string InvalidInNames = "\"<>|:*?\\/";
    private const string InvalidInPaths = "\"<>|";

    public static Known? Of(CallSite site, Func<int, Known> read)
    {
        switch (site.Target)
        {
            case { Type: "System.IO.Path", Name: "GetInvalidFileNameChars" }:
                return Known.Constant(InvalidInNames);
            case { Type: "System.IO.Path", Name: "GetInvalidPathChars" }:
                return Known.Constant(InvalidInPaths);
            case { Type: "System.String", Kind: MemberKind.Constructor } when site.Arguments is [var characters]:
                return Text(read(characters), static text => text);
            case { Type: "System.Text.RegularExpressions.Regex", Name: "Escape" } when site.Arguments is [var escaped]:
                return Text(read(escaped), Regex.Escape);
            case { Type: "Microsoft.Extensions.Primitives.StringValues", Name: "op_Implicit" } when site.Arguments is [var single]:
                return Text(read(single), static text => text);
            case { Type: "System.String", Name: "Item" or "Chars" or "get_Chars" } when site.Arguments is [var index] && site.Receiver >= 0:
                return
                    read(site.Receiver).Value is string chars
                    && Known.TryInteger(read(index).Value, out long at)
                    && at >= 0
                    && at < chars.Length
                    ? Known.Constant(chars[(int)at])
                    : null;
            case { Type: "System.String", Name: "Format" } when site.Arguments is [var format, var value]:
                return Formatted(read(format), read(value));
            default:
                return null;
        }
    }

    private static Known? Text(Known known, Func<string, string> change) =>
        known.Value is string { Length: < 2000 } text ? Known.Constant(change(text)) : null;

    private static Known? Formatted(Known format, Known value)
    {
        if (format.Value is not string { Length: < 2000 } text || value.Value is not string { Length: < 2000 } part)
            return null;
        try
        {
            return Known.Constant(string.Format(CultureInfo.InvariantCulture, text, part));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
