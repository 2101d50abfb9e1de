using System;
using System.IO;
using System.Linq;
using System.Runtime.Caching;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

public class CallsController : Controller
{
    private const string Root = "/srv/files/";

    public IActionResult Flags(string name)
    {
        System.IO.File.Delete(Places.Of(name)); // expect: none
        System.IO.File.Delete(Places.Of(name, false)); // expect: path-traversal
        System.IO.File.Delete(Places.Passed(name, true)); // expect: none
        System.IO.File.Delete(Places.Passed(name, false)); // expect: path-traversal
        return Ok();
    }

    public IActionResult Asked(string type)
    {
        Type? asked = Type.GetType(type); // expect: none
        if (asked != null && asked.GetInterfaces().Contains(typeof(IDisposable)))
            Activator.CreateInstance(asked);
        Type? any = Type.GetType(type); // expect: unsafe-reflection
        return Ok(Activator.CreateInstance(any!));
    }

    public async Task<IActionResult> Below(string name)
    {
        var file = new FileInfo(Path.Combine(Root, name));
        if (file.FullName.StartsWith(Root) && file.Exists)
            await Response.SendFileAsync(new Microsoft.Extensions.FileProviders.Physical.PhysicalFileInfo(file)); // expect: none
        file.OpenRead(); // expect: path-traversal
        return Ok();
    }

    public IActionResult Store(IFormFile file)
    {
        if (!IsWelcome(file.FileName))
            return BadRequest();
        System.IO.File.Create(Root + Path.GetFileName(file.FileName)); // expect: none
        return Ok();
    }

    private static bool IsWelcome(string name) => "png,jpg".Split(',').Contains(Path.GetExtension(name).ToLower().Replace(".", ""));

    public IActionResult Cached(string key)
    {
        System.IO.File.Delete((string)MemoryCache.Default.Get(key)); // expect: none
        System.IO.File.Delete((string)MemoryCache.Default.Get(key) + key); // expect: path-traversal
        return Ok();
    }
}

public static class Places
{
    public static string Of(string name) => Of(name, true);

    public static string Of(string name, bool normalize)
    {
        string valid = normalize ? Path.GetFileName(name) : name;
        return Path.Combine("/srv/files", valid);
    }

    public static string Passed(string name, bool normalize) => Of(name, normalize);
}
