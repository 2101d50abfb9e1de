namespace Webshop.Services;

/// <summary>Manuals of cages and feeders, as files that the editors maintain.</summary>
public class ManualStore(IConfiguration configuration)
{
    private readonly string root = Path.GetFullPath(configuration["Files:Manuals"] ?? "manuals");

    public byte[] Read(string name)
    {
        string file = Path.Combine(root, name + ".pdf");
        return File.ReadAllBytes(file); // expect: path-traversal
    }

    public byte[]? ReadInside(string name)
    {
        string file = Path.GetFullPath(Path.Combine(root, name + ".pdf"));
        if (!file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return null;
        return File.ReadAllBytes(file); // expect: none
    }
}
