// Checks of a part of a value, before the whole value is used.
using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

public class ChecksController : Controller
{
    private static readonly HttpClient client = new();
    private const string Root = "/srv/images/";

    [HttpGet]
    public async Task<string> Resolved(string url)
    {
        var uri = new Uri(url);
        var entry = Dns.GetHostEntry(uri.Host);
        if (entry?.AddressList.Any(address => IsInternal(address)) ?? true)
            return null;
        return await client.GetStringAsync(uri); // expect: none
    }

    [HttpGet]
    public async Task<string> EachResolved(string url)
    {
        var uri = new Uri(url);
        foreach (var address in await Dns.GetHostAddressesAsync(uri.Host))
        {
            if (IsInternal(address))
                return null;
        }

        return await client.GetStringAsync(uri); // expect: none
    }

    [HttpGet]
    public async Task<string> HostRequired(string url)
    {
        var uri = new Uri(url);
        RequireHost(uri.Host);
        return await client.GetStringAsync(uri); // expect: none
    }

    [HttpGet]
    public async Task<string> NothingRequired(string url)
    {
        var uri = new Uri(url);
        RequireText(uri.Host);
        return await client.GetStringAsync(uri); // expect: ssrf
    }

    [HttpGet]
    public IActionResult Canonical(string name)
    {
        var path = new[] { ".png", ".jpg" }.Select(e => Path.GetFullPath(Path.Combine(Root, name + e))).FirstOrDefault(System.IO.File.Exists);
        if (path == null || !path.StartsWith(Root))
            return NotFound();
        return PhysicalFile(path, "image/png"); // expect: none
    }

    [HttpGet]
    public IActionResult NotCanonical(string name)
    {
        var path = new[] { ".png", ".jpg" }.Select(e => Path.Combine(Root, name + e)).FirstOrDefault(p => p.Length > 3);
        if (path == null || !path.StartsWith(Root))
            return NotFound();
        return PhysicalFile(path, "image/png"); // expect: path-traversal
    }

    [HttpGet]
    public void Header(string url)
    {
        Response.Headers["Location"] = url; // expect: open-redirect
    }

    [HttpGet]
    public void AddedHeader(string url)
    {
        Response.Headers.Add("Location", url); // expect: open-redirect
    }

    [HttpGet]
    public void OtherHeader(string url)
    {
        Response.Headers["X-Seen"] = url; // expect: none
    }

    private static void RequireHost(string host)
    {
        if (host != "api.example.org")
            throw new InvalidOperationException();
    }

    private static void RequireText(string host)
    {
        if (host.Length == 0)
            throw new InvalidOperationException();
    }

    private static bool IsInternal(IPAddress address) => IPAddress.IsLoopback(address) || address.GetAddressBytes()[0] == 10;
}

public static class Names
{
    private static readonly char[] Bad = Path.GetInvalidFileNameChars();

    public static bool HasInvalid(string name, bool wildcards = false)
    {
        if (name == null)
            return false;
        return name.IndexOfAny(Bad) >= 0 || (wildcards && name.IndexOf('*') >= 0);
    }

    public static bool IsSingle(this string path) => path != ".." && path == Path.GetFileName(path);

    public static string EnsureLocal(this IUrlHelper helper, string url, Microsoft.AspNetCore.Http.HttpRequest request = null)
    {
        if (url is null || helper.IsLocalUrl(url))
            return url;
        if (request is null)
            return null;
        if (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Host.Equals(request.Host.Host))
            return url;
        return null;
    }
}

public class NamesController : ControllerBase
{
    [HttpGet]
    public ActionResult Characters(string name)
    {
        if (Names.HasInvalid(name))
            return BadRequest();
        return PhysicalFile("/srv/" + name, "a/b"); // expect: none
    }

    [HttpGet]
    public ActionResult Single(string name)
    {
        if (!name.IsSingle())
            return BadRequest();
        return PhysicalFile("/srv/" + name, "a/b"); // expect: none
    }

    [HttpGet]
    public ActionResult Separators(string name)
    {
        if (name.IndexOfAny(new[] { '/', '\\' }) != -1)
            return BadRequest();
        return PhysicalFile("/srv/" + name, "a/b"); // expect: none
    }

    [HttpGet]
    public ActionResult OtherCharacters(string name)
    {
        if (name.IndexOfAny(new[] { '?', '*' }) != -1)
            return BadRequest();
        return PhysicalFile("/srv/" + name, "a/b"); // expect: path-traversal
    }

    [HttpGet]
    public ActionResult WrongBranch(string name)
    {
        if (name.IndexOfAny(new[] { '/', '\\' }) < 0)
            return BadRequest();
        return PhysicalFile("/srv/" + name, "a/b"); // expect: path-traversal
    }

    [HttpGet]
    public ActionResult OwnHost(string url)
    {
        return Redirect(Url.EnsureLocal(url, Request)); // expect: none
    }

    [HttpGet]
    public ActionResult HostOfNew(string url)
    {
        if (new Uri(url).Host != "a.example.org")
            return BadRequest();
        return Redirect(url); // expect: none
    }

    [HttpGet]
    public ActionResult HostOfTried(string url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var made) && made.Host == "a.example.org")
            return Redirect(url); // expect: none
        return BadRequest();
    }

    [HttpGet]
    public ActionResult SchemeOfTried(string url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var made) && made.Scheme == "https")
            return Redirect(url); // expect: open-redirect
        return BadRequest();
    }
}

public class FoldersController : ControllerBase
{
    [HttpGet]
    public ActionResult FolderOfCanonical(string name)
    {
        var file = Path.GetFullPath(Path.Combine("/srv/files", name));
        var folder = Path.GetDirectoryName(file);
        if (string.IsNullOrEmpty(folder) || !folder.StartsWith(Settings.Folder))
            return BadRequest();
        return PhysicalFile(file, "a/b"); // expect: none
    }

    [HttpGet]
    public ActionResult FolderBesideCanonical(string name)
    {
        var file = Path.GetFullPath(Path.Combine("/srv/files", name));
        var folder = Path.GetDirectoryName(file);
        if (string.IsNullOrEmpty(folder) || !folder.StartsWith("/srv/files"))
            return BadRequest();
        return PhysicalFile(file, "a/b"); // expect: path-traversal
    }

    private static class Settings
    {
        public static string Folder { get; set; }
    }

    [HttpGet]
    public ActionResult FolderOfAny(string name)
    {
        var file = Path.Combine("/srv/files", name);
        var folder = Path.GetDirectoryName(file);
        if (string.IsNullOrEmpty(folder) || !folder.StartsWith("/srv/files"))
            return BadRequest();
        return PhysicalFile(file, "a/b"); // expect: path-traversal
    }

    [HttpGet]
    public ActionResult CanonicalCompared(string name)
    {
        var file = Path.Combine("/srv/files", name);
        if (!Path.GetFullPath(file).StartsWith("/srv/files/"))
            return BadRequest();
        return PhysicalFile(file, "a/b"); // expect: none
    }
}

public class FlagsController : ControllerBase
{
    private const string Root = "/srv/files/";

    private static string Inside(string root, string mapped)
    {
        bool valid = false;
        try
        {
            valid = Path.GetFullPath(mapped).StartsWith(Path.GetFullPath(root), StringComparison.Ordinal);
        }
        catch (Exception)
        {
            valid = false;
        }

        if (!valid)
            throw new ArgumentException("outside");
        return mapped;
    }

    private static string InsideOrBroken(string root, string mapped)
    {
        bool valid = false;
        try
        {
            valid = Path.GetFullPath(mapped).StartsWith(Path.GetFullPath(root), StringComparison.Ordinal);
        }
        catch (Exception)
        {
            valid = true;
        }

        if (!valid)
            throw new ArgumentException("outside");
        return mapped;
    }

    [HttpGet]
    public ActionResult Flag(string name) => PhysicalFile(Inside(Root, Path.Combine(Root, name)), "a/b"); // expect: none

    [HttpGet]
    public ActionResult FlagOfFailure(string name) => PhysicalFile(InsideOrBroken(Root, Path.Combine(Root, name)), "a/b"); // expect: path-traversal

    [HttpGet]
    public ActionResult FlagSetOnBranch(string name)
    {
        string full = Path.GetFullPath(Path.Combine(Root, name));
        bool inside = false;
        if (full.StartsWith(Root))
            inside = true;
        if (!inside)
            return NotFound();
        return PhysicalFile(full, "a/b"); // expect: none
    }

    [HttpGet]
    public ActionResult FlagOfAnother(string name, string other)
    {
        string full = Path.GetFullPath(Path.Combine(Root, name));
        bool inside = false;
        if (full.StartsWith(Root))
            inside = true;
        full = Path.Combine(Root, other);
        if (!inside)
            return NotFound();
        return PhysicalFile(full, "a/b"); // expect: path-traversal
    }

    [HttpGet]
    public ActionResult FlagSetElsewhere(string name, bool trusted)
    {
        string full = Path.GetFullPath(Path.Combine(Root, name));
        bool inside = false;
        if (full.StartsWith(Root))
            inside = true;
        if (trusted)
            inside = true;
        if (!inside)
            return NotFound();
        return PhysicalFile(full, "a/b"); // expect: path-traversal
    }

    [HttpGet]
    public ActionResult FlagOfRefusal(string name)
    {
        string full = Path.GetFullPath(Path.Combine(Root, name));
        bool outside = true;
        try
        {
            outside = !full.StartsWith(Root);
        }
        catch (Exception)
        {
            outside = true;
        }

        return outside ? NotFound() : PhysicalFile(full, "a/b"); // expect: none
    }
}
