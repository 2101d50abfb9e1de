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

    public async Task<IActionResult> Ask(string address)
    {
        using var client = new System.Net.Http.HttpClient();
        await client.GetAsync("https://" + new Uri(address).Host + "/"); // expect: ssrf
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
