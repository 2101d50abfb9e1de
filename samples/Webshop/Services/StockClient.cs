namespace Webshop.Services;

/// <summary>Asks suppliers what they have in stock.</summary>
public class StockClient(IHttpClientFactory clients, IConfiguration configuration)
{
    private readonly string[] hosts = configuration.GetSection("Suppliers:Hosts").Get<string[]>() ?? [];

    public async Task<string> FetchAsync(string address)
    {
        HttpClient client = clients.CreateClient();
        return await client.GetStringAsync(address); // expect: ssrf
    }

    public async Task<string?> FetchFromKnownAsync(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme != Uri.UriSchemeHttps)
            return null;
        if (!hosts.Contains(uri.Host))
            return null;
        HttpClient client = clients.CreateClient();
        return await client.GetStringAsync(uri); // expect: none
    }
}
