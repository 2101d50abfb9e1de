using System.Diagnostics;
using System.Globalization;

namespace Shrike.Bench.Contestants;

/// <summary>How much memory a program and all that it started hold.</summary>
internal static class ProcessTree
{
    private const string Processes = "/proc";

    /// <summary>On Linux of the whole tree (shared pages counted with each process), elsewhere of the program alone. 0 when it has ended.</summary>
    public static long ResidentBytes(Process root)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                root.Refresh();
                return root.WorkingSet64;
            }

            (int Id, int Parent)[] all = [.. Ids().Select(id => (id, Parent(id))).Where(p => p.Item2 >= 0)];
            ILookup<int, int> children = all.ToLookup(p => p.Parent, p => p.Id);
            var seen = new HashSet<int>();
            var open = new Stack<int>([root.Id]);
            long sum = 0;
            while (open.TryPop(out int id))
            {
                if (!seen.Add(id))
                    continue;
                sum += Resident(id);
                foreach (int child in children[id])
                    open.Push(child);
            }

            return sum;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static IEnumerable<int> Ids()
    {
        foreach (string folder in Directory.EnumerateDirectories(Processes))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id))
                yield return id;
        }
    }

    // "id (name) state parent …", where the name may hold spaces and parentheses.
    private static int Parent(int id)
    {
        string line = Line(id, "stat");
        int behindName = line.LastIndexOf(')');
        string[] fields = behindName < 0 ? [] : line[(behindName + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 && int.TryParse(fields[1], CultureInfo.InvariantCulture, out int parent) ? parent : -1;
    }

    private static long Resident(int id)
    {
        string[] fields = Line(id, "statm").Split(' ');
        return fields.Length > 1 && long.TryParse(fields[1], CultureInfo.InvariantCulture, out long pages)
            ? pages * Environment.SystemPageSize
            : 0;
    }

    private static string Line(int id, string file)
    {
        try
        {
            return File.ReadAllText($"{Processes}/{id}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
