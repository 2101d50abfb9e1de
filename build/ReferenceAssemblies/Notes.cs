namespace Shrike.ReferenceAssemblies;

/// <summary>What the merged assembly lacks, and why.</summary>
internal sealed class Notes(IReadOnlyCollection<string> twice)
{
    private readonly SortedSet<string> outside = new(StringComparer.Ordinal);
    private readonly SortedSet<string> unresolved = new(StringComparer.Ordinal);

    public int Types { get; set; }

    /// <summary>A member whose signature needs a type that no input declares.</summary>
    public void LeftOut(string member) => outside.Add(member);

    public void Unresolved(string type) => unresolved.Add(type);

    /// <summary>A summary for the log of the build; the members themselves go to a file beside the assembly.</summary>
    public void Print(TextWriter to, string file, int inputs, int length)
    {
        string name = Path.GetFileName(file);
        to.WriteLine($"{name}: {Types} types of {inputs} assemblies in {length / 1024} KB");
        foreach (string type in twice)
            to.WriteLine($"{name}: {type} is declared twice; the first is taken");
        if (outside.Count > 0)
            to.WriteLine(
                $"{name}: {outside.Count} members and bases left out for {unresolved.Count} types that no input has, see {file}.txt"
            );
        File.WriteAllLines($"{file}.txt", [.. outside, "", .. unresolved]);
    }
}
