using System.Text.RegularExpressions;

namespace Shrike.Analysis.Sources;

/// <summary>Files of no project that use both web frameworks are two programs: bound against one framework, the others' requests
/// and responses would be unknown types.</summary>
internal static partial class LooseFiles
{
    /// <summary>The files of .NET Framework, and the rest; the first is empty unless both are there. A namespace stays together as
    /// far as its own files agree.</summary>
    public static (List<SourceFile> Framework, List<SourceFile> Modern) Split(List<SourceFile> files)
    {
        var marks = new int[files.Count];
        var spaces = new string[files.Count];
        var balance = new Dictionary<string, int>(StringComparer.Ordinal);
        Parallel.For(0, files.Count, i => (marks[i], spaces[i]) = Look(files[i]));
        for (int i = 0; i < files.Count; i++)
            balance[spaces[i]] = balance.GetValueOrDefault(spaces[i]) + marks[i];

        if (!marks.Contains(1) || !marks.Contains(-1))
            return ([], files);
        int all = marks.Sum();
        var framework = new List<SourceFile>();
        var modern = new List<SourceFile>();
        for (int i = 0; i < files.Count; i++)
        {
            int side = marks[i] != 0 ? marks[i] : balance[spaces[i]];
            (side > 0 || (side == 0 && all > 0) ? framework : modern).Add(files[i]);
        }

        return (framework, modern);
    }

    /// <summary>1 for a file that uses the web of .NET Framework, -1 for one of .NET.</summary>
    public static int Mark(string text)
    {
        bool old =
            text.Contains("using System.Web", StringComparison.Ordinal)
            || text.Contains("System.Runtime.Remoting", StringComparison.Ordinal);
        bool modern =
            text.Contains("using Microsoft.AspNetCore", StringComparison.Ordinal)
            || text.Contains("using Microsoft.Extensions", StringComparison.Ordinal);
        return (old ? 1 : 0) - (modern ? 1 : 0);
    }

    private static (int Mark, string Space) Look(SourceFile file)
    {
        if (file.Kind == FileKind.WebForms)
            return (1, "");
        if (file.Kind != FileKind.CSharp)
            return (0, "");
        try
        {
            string text = file.Start(4000);
            return (Mark(text), Namespace().Match(text).Groups[1].Value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (0, "");
        }
    }

    [GeneratedRegex(@"^[ \t]*namespace[ \t]+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
