namespace Shrike.ReferenceAssemblies;

/// <summary>Merges reference assemblies into one: <c>OUTPUT LIST</c>, where LIST is a file of paths, one a line.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (args.Length != 2)
        {
            Console.Error.WriteLine("usage: reference-assemblies OUTPUT LIST");
            return 2;
        }

        try
        {
            string[] inputs = [.. File.ReadAllLines(args[1]).Where(l => l.Trim().Length > 0)];
            using World world = Close(inputs, out byte[] image, out Notes notes);
            // Whoever reads the file while it is written must not see half of it.
            string part = $"{args[0]}.{Environment.ProcessId}.part";
            File.WriteAllBytes(part, image);
            File.Move(part, args[0], overwrite: true);
            notes.Print(Console.Out, args[0], inputs.Length, image.Length);
            return 0;
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"reference-assemblies: error: {e.Message}");
            return 1;
        }
    }

    /// <summary>Merges until no signature needs an internal type that is not there yet.</summary>
    private static World Close(string[] inputs, out byte[] image, out Notes notes)
    {
        var world = new World(inputs);
        do
        {
            notes = new Notes(world.Twice);
            image = new Merger(world, notes).Merge();
        } while (world.AddNeeded());
        return world;
    }
}
