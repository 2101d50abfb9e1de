namespace Notes.Storage;

/// <summary>Files that belong to notes, on the server's disk.</summary>
public class Attachments(IConfiguration configuration)
{
    private readonly string root = Path.GetFullPath(configuration["Notes:Attachments"] ?? "attachments");

    public async Task<string> ReadAsync(string name)
    {
        string path = Locate(name);
        using var reader = new StreamReader(path); // expect: path-traversal
        return await reader.ReadToEndAsync();
    }

    public async Task<string> ReadByBareNameAsync(string name)
    {
        string path = Locate(Path.GetFileName(name));
        using var reader = new StreamReader(path); // expect: none
        return await reader.ReadToEndAsync();
    }

    /// <summary>Removes an attachment if it is there.</summary>
    public void Remove(Guid id)
    {
        string path = Path.Combine(root, id.ToString("N"));
        if (File.Exists(path))
            File.Delete(path); // expect: file-race
    }

    public void RemoveAtOnce(Guid id)
    {
        string path = Path.Combine(root, id.ToString("N"));
        try
        {
            File.Delete(path); // expect: none
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing to remove.
        }
    }

    /// <summary>Puts text into a file for a program that wants one.</summary>
    public string Spool(string text)
    {
        string path = Path.Combine(Path.GetTempPath(), "notes-spool.txt");
        File.WriteAllText(path, text); // expect: insecure-temp-file
        return path;
    }

    public string SpoolPrivately(string text)
    {
        string path = Path.Combine(root, Path.GetRandomFileName());
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write); // expect: none
        using var writer = new StreamWriter(stream);
        writer.Write(text);
        return path;
    }

    private string Locate(string name) => Path.Combine(root, name);
}
