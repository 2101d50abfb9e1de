using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Tests.Taint;

/// <summary>What a client's registration refuses, the client refuses wherever it is asked for by its name.</summary>
public class GuardedClientTests
{
    [Theory]
    [InlineData("services.AddHttpClient(\"files\").EnableSsrfProtection();", "files", false)]
    [InlineData("services.AddHttpClient(\"files\").SetHandlerLifetime(time).EnableSsrfProtection();", "files", false)]
    [InlineData("services.AddHttpClient(\"files\");", "files", true)]
    [InlineData("services.AddHttpClient(\"files\").EnableSsrfProtection();", "others", true)]
    [InlineData(
        "services.AddHttpClient(\"files\").SetHandlerLifetime(time); services.AddHttpClient(\"more\").EnableSsrfProtection();",
        "files",
        true
    )]
    public void Refuse_inner_addresses_by_name(string registration, string asked, bool found)
    {
        Codebase result = Analyse.Text(
            $$"""
            using System.Net.Http;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.DependencyInjection;
            using Vendor.Hosting;
            public static class Setup
            {
                public static void Add(IServiceCollection services, System.TimeSpan time)
                {
                    {{registration}}
                }
            }
            public class FilesController(IHttpClientFactory factory) : Controller
            {
                [HttpPost]
                public void Get(string url)
                {
                    using var client = factory.CreateClient("{{asked}}");
                    client.GetAsync(url);
                }
            }
            """
        );
        Assert.Equal(found, result.Candidates.Any(c => c.Rule.Id == "ssrf"));
    }
}
