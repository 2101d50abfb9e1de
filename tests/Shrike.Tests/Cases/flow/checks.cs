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
