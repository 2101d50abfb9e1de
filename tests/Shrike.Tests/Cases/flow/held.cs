using System.Collections.Generic;
using System.Runtime.Caching;
using Microsoft.AspNetCore.Mvc;

public class HeldController : Controller
{
    public IActionResult Notice(string all)
    {
        var values = new Dictionary<string, string> { [all] = all };
        string status = string.Empty;
        values.TryGetValue("status", out status!);
        MemoryCache.Default.Set(all, "something", null);
        System.IO.File.Delete(status); // expect: path-traversal
        return Ok();
    }

    public IActionResult Later(string name)
    {
        System.IO.File.Delete(OrNothing(null)); // expect: none
        System.IO.File.Delete(OrNothing(name)); // expect: path-traversal
        System.IO.File.Delete((string)MemoryCache.Default.Get("fixed")); // expect: none
        return Ok();
    }

    private static string OrNothing(string? text) => (text ?? string.Empty).Trim();
}
