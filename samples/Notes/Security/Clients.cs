using System.Net.Security;
using System.Security.Authentication;

namespace Notes.Security;

/// <summary>Connections to the other servers of the house.</summary>
public static class Clients
{
    public static HttpClient ForOldArchive() => new(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (_, _, _, _) => true, // expect: cert-validation-off
    });

    public static HttpClient ForArchive(string thumbprint) => new(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None && certificate?.GetCertHashString() == thumbprint, // expect: none
    });

    public static HttpClient ForPrinter() => new(new HttpClientHandler
    {
        SslProtocols = SslProtocols.Tls, // expect: weak-tls
    });

    public static HttpClient ForScanner() => new(new HttpClientHandler
    {
        SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13, // expect: none
    });
}
