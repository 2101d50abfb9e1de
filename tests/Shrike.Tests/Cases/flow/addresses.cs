using System;
using System.Globalization;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

public class AddressesController : Controller
{
    private const string Check = "https://check.example.com/verify?secret={0}&answer={1}";
    private static readonly HttpClient Client = new();

    public async Task<IActionResult> Formatted(string answer)
    {
        await Client.GetStringAsync(string.Format(CultureInfo.InvariantCulture, Check, "s", answer)); // expect: none
        await Client.GetStringAsync(string.Format(CultureInfo.InvariantCulture, "{0}/x", answer)); // expect: ssrf
        return Ok();
    }

    public async Task<IActionResult> Long(string a, string b)
    {
        await Client.GetStringAsync("https://x.example.com/q" + "?a=" + a.Length + "&b=" + b.Length + "&c=" + a.Length + "&d=" + b.Length + "&e=" + a.Length + "&f=" + b); // expect: none
        return Ok();
    }

    public async Task<IActionResult> Host(string address)
    {
        if (!Uri.IsWellFormedUriString(address, UriKind.Absolute) || new Uri(address).Host != "raw.example.com")
            throw new ArgumentException("no");
        await Client.GetStreamAsync(address); // expect: none
        return Ok();
    }

    public async Task<IActionResult> Created(string address)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Host == "raw.example.com")
            await Client.GetStreamAsync(address); // expect: none
        return Ok();
    }

    public async Task<IActionResult> Scheme(string address)
    {
        if (new Uri(address).Scheme != "https")
            return BadRequest();
        await Client.GetStreamAsync(address); // expect: ssrf
        return Ok();
    }
}

public record Subscription(string Url, string GrantUrl);

public class SubscriptionsController : Controller
{
    private static readonly HttpClient Client = new();
    private readonly string own = Environment.GetEnvironmentVariable("OWN_ADDRESS") ?? "";

    public Task Both(Subscription wanted) => Ask(wanted.Url, wanted.GrantUrl);

    public async Task Known(Subscription wanted)
    {
        if (IsOwn(own, wanted.GrantUrl))
            await Client.GetStringAsync(wanted.GrantUrl); // expect: none
    }

    public async Task Here(Subscription wanted)
    {
        if (new Uri(wanted.Url).Host == Request.Host.Host)
            await Client.GetStringAsync(wanted.Url); // expect: none
    }

    private static async Task Ask(string first, string second)
    {
        if (IsSame(first, second))
            await Client.GetStringAsync(second); // expect: ssrf
    }

    private static bool IsOwn(string a, string b) => new Uri(a).Host == new Uri(b).Host;

    private static bool IsSame(string a, string b) => new Uri(a).Host == new Uri(b).Host;
}
