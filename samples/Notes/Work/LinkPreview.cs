namespace Notes.Work;

public record PreviewRequest(string Address, string Language);

/// <summary>Titles of the pages that a note links to.</summary>
public class LinkPreview(IHttpClientFactory clients, IConfiguration configuration)
{
    private readonly HashSet<string> hosts = [.. configuration.GetSection("Notes:PreviewHosts").Get<string[]>() ?? []];

    public async Task<string> TitleAsync(PreviewRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.Address); // expect: ssrf
        message.Headers.Add("Accept-Language", "en");
        using HttpClient client = clients.CreateClient();
        using HttpResponseMessage response = await client.SendAsync(message);
        return Title(await response.Content.ReadAsStringAsync());
    }

    public async Task<string> TitleOfKnownAsync(PreviewRequest request)
    {
        var address = new Uri(request.Address);
        if (!hosts.Contains(address.Host))
            return "";
        var message = new HttpRequestMessage(HttpMethod.Get, address); // expect: none
        using HttpClient client = clients.CreateClient();
        using HttpResponseMessage response = await client.SendAsync(message);
        return Title(await response.Content.ReadAsStringAsync());
    }

    private static string Title(string page)
    {
        int start = page.IndexOf("<title>", StringComparison.OrdinalIgnoreCase);
        int end = start < 0 ? -1 : page.IndexOf("</title>", start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? "" : page[(start + 7)..end];
    }
}
