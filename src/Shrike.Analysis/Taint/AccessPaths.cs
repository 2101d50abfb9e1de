namespace Shrike.Analysis.Taint;

/// <summary>Access paths as numbers: 0 is the value itself, others are a step followed by a path. Bounded in depth: a
/// longer path is cut, and then stands for all that lies below. Not thread-safe.</summary>
internal sealed class AccessPaths
{
    public const int MaxSteps = 4;
    public const int Empty = 0;

    private readonly List<(int Step, int Tail, int Length)> paths = [(0, 0, 0)];
    private readonly Dictionary<(int Step, int Tail), int> index = [];
    private readonly Dictionary<string, int> keySteps = new(StringComparer.OrdinalIgnoreCase);

    public int Head(int path) => paths[path].Step;

    public int Tail(int path) => paths[path].Tail;

    public int Length(int path) => paths[path].Length;

    public int Prepend(int step, int path)
    {
        if (paths[path].Length >= MaxSteps)
            path = DropLast(path);
        if (!index.TryGetValue((step, path), out int id))
        {
            id = paths.Count;
            paths.Add((step, path, paths[path].Length + 1));
            index.Add((step, path), id);
        }

        return id;
    }

    private int DropLast(int path) => paths[path].Length <= 1 ? Empty : Prepend(paths[path].Step, DropLast(paths[path].Tail));

    /// <summary>The step for a constant key or index of a collection; negative, so that it is never a field's. Many dictionaries take upper and
    /// lower case for the same.</summary>
    public int KeyStep(object? key)
    {
        string text = Convert.ToString(key, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        if (!keySteps.TryGetValue(text, out int step))
        {
            step = -keySteps.Count - 1;
            keySteps.Add(text, step);
        }

        return step;
    }

    public bool StartsWithKey(int path) => path != Empty && paths[path].Step < 0;

    /// <summary>The last step; 0 for the value itself.</summary>
    public int Last(int path)
    {
        int step = 0;
        for (; path != Empty; path = Tail(path))
            step = Head(path);
        return step;
    }

    public bool HasPrefix(int path, int prefix)
    {
        while (prefix != Empty)
        {
            if (path == Empty || Head(path) != Head(prefix))
                return false;
            path = Tail(path);
            prefix = Tail(prefix);
        }

        return true;
    }

    /// <summary>The path without the keys in front: what an element of unknown place holds.</summary>
    public int WithoutKeys(int path)
    {
        while (StartsWithKey(path))
            path = paths[path].Tail;
        return path;
    }
}
