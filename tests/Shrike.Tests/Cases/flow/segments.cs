using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

public class SegmentsController : Controller
{
    private const string Root = "/srv/files/";
    private static readonly string[] Allowed = [".png", ".jpg"];

    public IActionResult Named(string path)
    {
        System.IO.File.Delete(Root + path); // expect: path-traversal
        System.IO.File.Delete(Root + new FileInfo(path).Name); // expect: none
        System.IO.File.Delete(Root + new DirectoryInfo(path).Name); // expect: none
        System.IO.File.Delete(new FileInfo(path).FullName); // expect: path-traversal
        System.IO.File.Delete(Root + "x" + Path.GetExtension(path)); // expect: none
        System.IO.File.Delete(Root + new Uri(path).Host); // expect: none
        System.IO.File.Delete(Root + new Uri(path).Port); // expect: none
        System.IO.File.Delete(Root + new Uri(path).LocalPath); // expect: path-traversal
        return Ok();
    }

    private static readonly char[] InvalidInNames = ['\0', '<', '>', '|', ':', '*', '?', '/', '\\'];
    private static readonly char[] Odd = ['#', '%'];

    public IActionResult Spans(string language, string other)
    {
        if (language.AsSpan().IndexOfAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) >= 0)
            throw new ArgumentException("no");
        if (other.AsSpan().IndexOfAny('a', 'b') >= 0)
            throw new ArgumentException("no");
        System.IO.File.Delete(Root + "x." + language); // expect: none
        System.IO.File.Delete(Root + "x." + other); // expect: path-traversal
        System.IO.File.Delete(Path.Combine(Root, GetValidFileName(language + other))); // expect: none
        System.IO.File.Delete(Path.Combine(Root, GetSafeFileName(language + other))); // expect: path-traversal
        return Ok();
    }

    private static string GetValidFileName(string name)
    {
        int first = name.IndexOfAny(InvalidInNames);
        return first < 0 ? name : string.Create(name.Length, name, static (chars, text) => { text.AsSpan().CopyTo(chars); foreach (char c in InvalidInNames) chars.Replace(c, '_'); });
    }

    private static string GetSafeFileName(string name) => string.Create(name.Length, name, static (chars, text) => { text.AsSpan().CopyTo(chars); foreach (char c in Odd) chars.Replace(c, '_'); });

    public async Task<IActionResult> Ask(string address)
    {
        using var client = new System.Net.Http.HttpClient();
        await client.GetAsync("https://" + new Uri(address).Host + "/"); // expect: ssrf
        await client.GetAsync(Path.Combine(Root, address)); // expect: none
        await client.GetAsync(Root.Replace(Root, address)); // expect: ssrf
        return Ok();
    }

    public IActionResult Upload(IFormFile file)
    {
        System.IO.File.Create(Root + Path.GetFileName(file.FileName)); // expect: unrestricted-upload
        System.IO.File.Create(Root + Guid.NewGuid() + Path.GetExtension(file.FileName)); // expect: unrestricted-upload
        return Ok();
    }

    public IActionResult UploadPicture(IFormFile file)
    {
        if (!Allowed.Contains(Path.GetExtension(file.FileName).ToLowerInvariant()))
            return BadRequest();
        System.IO.File.Create(Root + Path.GetFileName(file.FileName)); // expect: none
        return Ok();
    }

    public IActionResult UploadAny(IFormFile file)
    {
        string name = Path.GetFileName(file.FileName);
        if (Allowed.Any(e => name.EndsWith(e)))
            System.IO.File.Create(Root + name); // expect: none
        System.IO.File.Create(Root + name); // expect: unrestricted-upload
        return Ok();
    }

    public IActionResult UploadChecked(IFormFile file)
    {
        if (file.FileName.Contains("..") || !file.FileName.EndsWith(".css"))
            return BadRequest();
        Keep(file);
        return Ok();
    }

    private static void Keep(IFormFile file)
    {
        System.IO.File.Create(Root + file.FileName); // expect: none
    }

    public IActionResult UploadUnchecked(IFormFile file)
    {
        if (file.Name.Contains(".."))
            return BadRequest();
        KeepAny(file);
        return Ok();
    }

    private static void KeepAny(IFormFile file)
    {
        System.IO.File.Create(Root + file.FileName); // expect: path-traversal, unrestricted-upload
    }

    public IActionResult Dots(string name)
    {
        System.IO.File.Delete(Root + name.Replace(".", "")); // expect: none
        System.IO.File.Delete(Root + name.Replace(".", string.Empty)); // expect: none
        System.IO.File.Delete(Root + name.Replace(".", "..")); // expect: path-traversal
        System.IO.File.Delete(Root + name.Replace("x", "")); // expect: path-traversal
        return Ok();
    }

    public IActionResult Canonical(string name)
    {
        string? path = new[] { ".png", ".jpg" }.Select(e => Path.GetFullPath(Path.Combine(Root, name + e))).FirstOrDefault(p => p.Length > 9);
        if (path != null && path.StartsWith(Root))
            System.IO.File.Delete(path); // expect: none
        return Ok();
    }

    public IActionResult NotCanonical(string name)
    {
        string? path = new[] { ".png", ".jpg" }.Select(e => Path.Combine(Root, name + e)).FirstOrDefault(p => p.Length > 9);
        if (path != null && path.StartsWith(Root))
            System.IO.File.Delete(path); // expect: path-traversal
        return Ok();
    }

    public IActionResult Member(Wanted wanted)
    {
        if (!IsFine(wanted))
            return BadRequest();
        System.IO.File.Delete(Root + wanted.Name); // expect: none
        System.IO.File.Delete(Root + wanted.Other); // expect: path-traversal
        return Ok();
    }

    private static bool IsFine(Wanted wanted) => !wanted.Name.Contains("..");

    public class Wanted
    {
        public string Name { get; set; } = "";
        public string Other { get; set; } = "";
    }

    private static readonly Dictionary<string, string> Known = new() { ["a"] = "a.txt" };

    public IActionResult Lookup(string name)
    {
        System.IO.File.Delete(Root + Known[name]); // expect: none
        if (Directory.Exists(Root + name))
            System.IO.File.Delete(Root + name + "/x"); // expect: path-traversal
        return Ok();
    }
}

public class NamesController : Controller
{
    private static readonly char[] invalidCharacters = Path.GetInvalidFileNameChars();

    public IActionResult Cleaned(string name)
    {
        System.IO.File.Delete("/srv/" + GetValidFileName(name)); // expect: none
        System.IO.File.Delete("/srv/" + GetFileNameFor(name)); // expect: path-traversal
        return Ok();
    }

    private static string GetValidFileName(string name)
    {
        var text = new System.Text.StringBuilder();
        foreach (char c in name)
            text.Append(Array.IndexOf(invalidCharacters, c) >= 0 ? '_' : c);
        return text.ToString();
    }

    private static string GetFileNameFor(string name)
    {
        var text = new System.Text.StringBuilder();
        foreach (char c in name)
            text.Append(c);
        return text.ToString();
    }

    public IActionResult Queried(string name, IQueryable<Row> rows, [FromServices] Store store)
    {
        Row row = Ordered(store.Rows, name).First();
        System.IO.File.Delete("/srv/" + row.Place); // expect: none
        return Ok();
    }

    private static IQueryable<Row> Ordered(IQueryable<Row> rows, string name) => Unknown.Filter(rows, name);

    public class Row
    {
        public string Place { get; set; } = "";
    }

    public class Store
    {
        public IQueryable<Row> Rows { get; set; } = null!;
    }
}

public interface IShelf
{
    string Place { get; }
}

public class Shelves(IShelf shelf)
{
    public IShelf Shelf { get; } = shelf;
    public string Label { get; set; } = "";
}

[ApiController]
public class ServicesController : ControllerBase
{
    [HttpGet("shelves")]
    public IActionResult Get([FromQuery] Shelves shelves)
    {
        System.IO.File.Delete("/srv/" + shelves.Shelf.Place); // expect: none
        System.IO.File.Delete("/srv/" + shelves.Label); // expect: path-traversal
        return Ok();
    }
}

public class CharactersController : Controller
{
    private const string Root = "/srv/files/";
    private static readonly char[] Invalid = { ':', '*', '\\', '/' };
    private static readonly char[] Few = { ':', '*' };

    public IActionResult Framework(string name)
    {
        if (name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            return BadRequest();
        System.IO.File.Delete(Root + name); // expect: none
        return Ok();
    }

    public IActionResult Own(string name)
    {
        if (name.IndexOfAny(Invalid) != -1)
            return BadRequest();
        System.IO.File.Delete(Root + name); // expect: none
        return Ok();
    }

    public IActionResult TooFew(string name)
    {
        if (name.IndexOfAny(Few) != -1)
            return BadRequest();
        System.IO.File.Delete(Root + name); // expect: path-traversal
        return Ok();
    }

    public IActionResult Called(string name)
    {
        if (!IsValid(name))
            return BadRequest();
        System.IO.File.Delete(Root + name); // expect: none
        return Ok();
    }

    private static bool IsValid(string name) => name != null && name.IndexOfAny(Invalid) == -1 && !name.EndsWith("~");

    public IActionResult Upwards(string name)
    {
        if (name.IndexOf("..") < 0)
            System.IO.File.Delete(Root + name); // expect: none
        else
            System.IO.File.Delete(Root + name); // expect: path-traversal
        return Ok();
    }

    public IActionResult Any(string name)
    {
        if (name.IndexOf("x") < 0)
            System.IO.File.Delete(Root + name); // expect: path-traversal
        return Ok();
    }
}

public class UnboundController : Controller
{
    public IActionResult Write(string name)
    {
        System.IO.File.WriteAllText(new Foreign.TempFile(), name); // expect: none
        System.IO.File.WriteAllText(name, new Foreign.TempFile()); // expect: path-traversal
        return Ok();
    }
}
