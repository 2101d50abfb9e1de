using System.Globalization;

namespace Shrike.Perf;

/// <summary>Time and memory over size: copies of one tree beside each other, so that only the amount grows.</summary>
internal static class Growth
{
    public static int Run(string shrike, string tree, int copies)
    {
        string root = Directory.CreateTempSubdirectory("shrike-growth").FullName;
        try
        {
            Console.WriteLine("copies   lines     seconds   MiB    microseconds a line");
            int there = 0;
            for (int count = 1; count <= copies; count *= 2)
            {
                long lines = 0;
                for (; there < count; there++)
                    Copy(tree, Path.Combine(root, $"copy{there}"));
                foreach (string file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
                    lines += File.ReadLines(file).LongCount();
                Measured[] runs = [.. Enumerable.Range(0, 3).Select(_ => Measured.Scan(shrike, root))];
                double seconds = Measured.Median(runs.Select(r => r.Seconds));
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{count, 6} {lines, 8} {seconds, 10:0.00} {Measured.Median(runs.Select(r => r.Mebibytes)), 6:0} {1e6 * seconds / lines, 10:0.0}"
                    )
                );
            }

            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
