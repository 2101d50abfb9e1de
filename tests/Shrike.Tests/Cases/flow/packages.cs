// Code whose packages are not here.
using System.IO;
using Microsoft.AspNetCore.Mvc;
using Some.Package;

public class PackagedController : PackageController
{
    [HttpGet]
    public IActionResult Go(string url)
    {
        return Redirect(url); // expect: open-redirect
    }

    [HttpGet]
    public IActionResult Show(string name)
    {
        return PhysicalFile("/srv/files/" + name, "text/plain"); // expect: path-traversal
    }

    [HttpGet]
    public IActionResult Named(string name)
    {
        return PhysicalFile("/srv/files/" + Path.GetFileName(name), "text/plain"); // expect: none
    }
}

public class NamedController : PackageBase<string>
{
    [HttpGet]
    public string Plain(string url) => Redirect(url); // expect: none

    private string Redirect(string text) => text;
}

public class HalfBoundController : Controller
{
    [HttpGet]
    public IActionResult Static(string name) => Files.Send(Path.Combine("/srv/files", name), PackageTypes.Of(name), false);

    [HttpGet]
    public IActionResult Safe(string name) => Files.SendSafe(Path.GetFileName(name), PackageTypes.Of(name));

    [HttpGet]
    public IActionResult Create(string name)
    {
        return new PhysicalFileResult("/srv/files/" + name, PackageTypes.Of(name)); // expect: path-traversal
    }

    [HttpGet]
    public IActionResult Type(string type)
    {
        return new PhysicalFileResult("/srv/files/a.bin", PackageTypes.Of(type)); // expect: none
    }
}

public static class Files
{
    public static ActionResult Send(string path, string contentType, bool isHead)
    {
        return new PhysicalFileResult(path, contentType) { EnableRangeProcessing = true }; // expect: path-traversal
    }

    public static ActionResult SendSafe(string path, string contentType)
    {
        return new PhysicalFileResult("/srv/files/" + path, contentType); // expect: none
    }
}
