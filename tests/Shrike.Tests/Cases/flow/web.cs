using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Net.Mail;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;

public class AddressController : Controller
{
    private const string Api = "https://api.example.com";
    private readonly HttpClient client = new();
    private readonly string partner = Environment.MachineName;

    public async Task<string> Fetch(string address) => await client.GetStringAsync(address); // expect: ssrf

    public async Task<string> FetchHost(string host) => await client.GetStringAsync("https://" + host + "/status"); // expect: ssrf

    public async Task<string> FetchSuffix(string host) => await client.GetStringAsync($"https://{host}.example.com/"); // expect: ssrf

    public async Task<string> FetchById(string id) => await client.GetStringAsync($"{Api}/users/{id}"); // expect: none

    public async Task<string> FetchJoined(string id) => await client.GetStringAsync(Api + "/users/" + id + "/name"); // expect: none

    public async Task<string> FetchFormatted(string id) => await client.GetStringAsync(string.Format("{0}/users/{1}", partner, id)); // expect: none

    public async Task<string> FetchRelative(string id) => await client.GetStringAsync("users/" + id); // expect: none

    public async Task<string> FetchSlash(string id) => await client.GetStringAsync("/" + id); // expect: ssrf

    public IActionResult Leave(string to) => Redirect(to); // expect: open-redirect

    public IActionResult LeaveSlash(string to) => Redirect("/" + to); // expect: open-redirect

    public IActionResult Stay(string to) => Redirect("/account/" + to); // expect: none

    public IActionResult StayQuery(string query) => Redirect($"~/search?q={query}"); // expect: none

    public IActionResult StayLocal(string to) => LocalRedirect(to); // expect: none

    public IActionResult StayChecked(string to)
    {
        if (!Url.IsLocalUrl(to))
            return NotFound();
        return Redirect(to); // expect: none
    }

    public void LeaveByHeader(string to)
    {
        Response.Headers.Location = to; // expect: open-redirect
    }
}

public class LeaveModel : PageModel
{
    public IActionResult OnGet(string returnUrl) => Redirect(returnUrl); // expect: open-redirect

    public IActionResult OnPost(string returnUrl) => LocalRedirect(returnUrl); // expect: none
}

public class TextController : Controller
{
    public IActionResult Page(string name) => Content("<b>" + name + "</b>", "text/html"); // expect: xss

    public IActionResult Plain(string name) => Content("hello " + name, "text/plain"); // expect: none

    public IActionResult Encoded(string name) => Content("<b>" + HtmlEncoder.Default.Encode(name) + "</b>", "text/html"); // expect: none

    public IActionResult Markup(string name)
    {
        ViewData["a"] = new HtmlString(name); // expect: xss
        ViewData["b"] = new HtmlString(System.Net.WebUtility.HtmlEncode(name)); // expect: none
        return View();
    }

    public IActionResult Made(string name) => new ContentResult { ContentType = "text/html", Content = name }; // expect: xss

    public IActionResult MadePlain(string name) => new ContentResult { ContentType = "text/plain", Content = name }; // expect: none
}

public class ToolController : Controller
{
    public void Shell(string name)
    {
        Process.Start("/bin/sh", "-c \"ls " + name + "\""); // expect: os-command
    }

    public void List(string branch)
    {
        var info = new ProcessStartInfo("git");
        info.ArgumentList.Add("log"); // expect: none
        info.ArgumentList.Add(branch); // expect: argument-injection
        info.ArgumentList.Add("--author=" + branch); // expect: none
        Process.Start(info);
    }

    public IActionResult ListChecked(string branch)
    {
        if (branch.StartsWith("-"))
            return BadRequest();
        var info = new ProcessStartInfo("git");
        info.ArgumentList.Add(branch); // expect: none
        Process.Start(info);
        return Ok();
    }

    public void ListArray(string branch)
    {
        Process.Start("git", new[] { "log", branch }); // expect: argument-injection
    }

    public IActionResult Match(string pattern, string text) => Ok(Regex.IsMatch(text, pattern)); // expect: regex-injection

    public IActionResult MatchLiteral(string pattern, string text) => Ok(Regex.IsMatch(text, Regex.Escape(pattern))); // expect: none
}

public class SizeController : Controller
{
    public IActionResult Buffer(int length)
    {
        var buffer = new byte[length]; // expect: resource-exhaustion
        return Ok(buffer.Length);
    }

    public IActionResult Names(List<string> names)
    {
        var copy = new List<string>(names); // expect: none
        return Ok(copy.Count);
    }

    public IActionResult Text(string text)
    {
        var builder = new StringBuilder(text); // expect: none
        return Ok(builder.Length);
    }

    public IActionResult Room(int count)
    {
        var names = new List<string>(count); // expect: resource-exhaustion
        return Ok(names);
    }

    public IActionResult RoomBounded(int count)
    {
        var names = new List<string>(Math.Min(count, 100)); // expect: none
        return Ok(names);
    }
}

public class FileController : Controller
{
    private readonly string folder = Path.GetFullPath("files");

    public IActionResult Download(string name) => PhysicalFile(Path.Combine(folder, name), "text/plain"); // expect: path-traversal

    public IActionResult DownloadName(string name) => PhysicalFile(Path.Combine(folder, Path.GetFileName(name)), "text/plain"); // expect: none

    public async Task<IActionResult> Upload(IFormFile file)
    {
        using var stream = new FileStream(Path.Combine(folder, file.FileName), FileMode.Create); // expect: unrestricted-upload
        await file.CopyToAsync(stream);
        return Ok();
    }

    public async Task<IActionResult> UploadRenamed(IFormFile file)
    {
        using var stream = new FileStream(Path.Combine(folder, Guid.NewGuid() + ".bin"), FileMode.Create); // expect: none
        await file.CopyToAsync(stream);
        return Ok();
    }

    public void Temporary(string text)
    {
        System.IO.File.WriteAllText(Path.Combine(Path.GetTempPath(), "export.txt"), text); // expect: insecure-temp-file
        System.IO.File.WriteAllText(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), text); // expect: none
    }
}

public class SecretController : Controller
{
    private readonly ILogger<SecretController> logger;

    public SecretController(ILogger<SecretController> logger) => this.logger = logger;

    public record Account(string Name, string Password, string PasswordHint);

    public void Mail(Account account)
    {
        var message = new MailMessage { Body = "Your password is " + account.Password }; // expect: secret-sent-unprotected
        var other = new MailMessage { Body = "Dear " + account.Name }; // expect: none
    }

    public void Log(Account account)
    {
        logger.LogInformation("signed in with {Password}", account.Password); // expect: sensitive-data-in-logs
        logger.LogInformation("password length {Length}", account.Password.Length); // expect: none
    }

    public void Forge(string name)
    {
        logger.LogInformation("hello " + name); // expect: log-injection
        logger.LogInformation("hello " + name.ReplaceLineEndings("")); // expect: none
    }

    public IActionResult Fail()
    {
        try
        {
            return Ok();
        }
        catch (Exception e)
        {
            return StatusCode(500, e.ToString()); // expect: information-exposure-exception
        }
    }
}

public class OwnAddressController : Controller
{
    public IActionResult Again() => Redirect(Microsoft.AspNetCore.Http.Extensions.UriHelper.GetDisplayUrl(Request)); // expect: none

    public IActionResult Host(string address) => Content("<b>" + new Uri(address).Host + "</b>", "text/html"); // expect: none

    public IActionResult Whole(string address) => Content("<b>" + new Uri(address).OriginalString + "</b>", "text/html"); // expect: xss
}

public class PrefixController : Controller
{
    private readonly HttpClient client = new();

    private static string Address(string id) => "https://api.example.com/orders/" + id;

    public async Task<string> Order(string id) => await client.GetStringAsync(Address(id)); // expect: none

    public async Task<string> Orders(string state, int page, string after)
    {
        string address = "https://api.example.com/orders?page=" + page;
        if (page > 1)
            address += "&after=" + after;
        if (state != "")
            address += "&state=" + state;
        return await client.GetStringAsync(address); // expect: none
    }

    public async Task<string> OrdersOf(string host, bool isOwn, string state)
    {
        string address = "https://api.example.com/orders?";
        if (isOwn)
            address = "https://" + host;
        return await client.GetStringAsync(address + "&state=" + state); // expect: ssrf
    }

    public async Task<string> OrdersBehind(bool isOwn, string state)
    {
        string address = "https://api.example.com/orders?";
        if (isOwn)
            address = "https://";
        return await client.GetStringAsync(address + state); // expect: ssrf
    }

    public async Task<string> OrdersBuilt(string state)
    {
        var builder = new UriBuilder("https://api.example.com/orders") { Query = "state=" + state };
        return await client.GetStringAsync(builder.Uri); // expect: none
    }

    public async Task<string> OrdersBuiltAt(string host)
    {
        var builder = new UriBuilder("https://api.example.com/orders") { Host = host };
        return await client.GetStringAsync(builder.Uri); // expect: ssrf
    }

    public async Task<string> OrdersBuiltOf(string address, string state)
    {
        var builder = new UriBuilder(address);
        builder.Query = "state=" + state;
        return await client.GetStringAsync(builder.Uri); // expect: ssrf
    }

    public async Task<string> OrderUri(string id) => await client.GetStringAsync(new Uri("https://api.example.com/orders/" + id)); // expect: none

    public async Task<string> Open(string address) => await client.GetStringAsync(new Uri(address)); // expect: ssrf

    public void Option(string value)
    {
        var info = new ProcessStartInfo("git");
        info.ArgumentList.Add("-" + value); // expect: argument-injection
        info.ArgumentList.Add("refs/heads/" + value); // expect: none
        Process.Start(info);
    }
}
