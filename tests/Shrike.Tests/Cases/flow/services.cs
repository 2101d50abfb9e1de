using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

public interface IFileTimers
{
    void Add(string path);
    string Next();
}

public class FileTimers : IFileTimers
{
    private string last = "";
    private readonly List<string> paths = [];

    public void Add(string path)
    {
        last = path;
        paths.Add(path);
    }

    public string Next() => paths.Count > 0 ? paths[0] : last;
}

public class FileEntry
{
    public string Name { get; set; } = "";
    public string Language { get; set; } = "";
    public IFileTimers? Timers { get; set; }
}

public class ServicesController(IFileTimers timers) : Controller
{
    private readonly IFileTimers timers = timers;
    private static readonly ConcurrentDictionary<string, FileEntry> Entries = new();
    private static readonly ConcurrentDictionary<string, FileEntry> Others = new();
    private string chosen = "";

    // A service that is given serves everybody: what was left in it long ago is no answer to this request.
    public IActionResult Held(string name)
    {
        timers.Add(name);
        return Ok(System.IO.File.ReadAllText(timers.Next())); // expect: none
    }

    // An object that was made here holds what it was given.
    public IActionResult Own(string name)
    {
        var own = new FileTimers();
        own.Add(name);
        return Ok(System.IO.File.ReadAllText(own.Next())); // expect: path-traversal
    }

    public IActionResult Field(string name)
    {
        chosen = name;
        return Chosen();
    }

    private IActionResult Chosen() => Ok(System.IO.File.ReadAllText(chosen)); // expect: path-traversal

    public IActionResult Keep([FromBody] FileEntry entry)
    {
        Entries[entry.Name] = entry;
        return Ok();
    }

    // The one who reads is not the one who wrote.
    public IActionResult Kept(int number)
    {
        FileEntry entry = Entries.Values.ElementAt(number);
        return Ok(System.IO.File.ReadAllText(entry.Name)); // expect: path-traversal
    }

    public async Task<IActionResult> Together(string language)
    {
        FileEntry[] all = await Task.WhenAll(Enumerable.Range(0, 3).Select(n => Task.FromResult(new FileEntry { Name = "a", Language = language })));
        System.IO.File.Delete(all[0].Name); // expect: none
        System.IO.File.Delete(all[0].Language); // expect: path-traversal
        return Ok();
    }

    // Who chose the name has not written the file.
    public IActionResult Listed(string list)
    {
        using ZipArchive archive = ZipFile.OpenRead(list); // expect: path-traversal
        return Redirect(archive.Comment); // expect: none
    }

    public IActionResult Made(string key)
    {
        FileEntry entry = Others.GetOrAdd(key, static (_, other) => new FileEntry { Name = other.chosen }, this);
        System.IO.File.Delete(entry.Name); // expect: none
        return Ok();
    }
}
