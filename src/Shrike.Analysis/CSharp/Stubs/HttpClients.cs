// namespaces: RestSharp, Flurl, Flurl.Http
// world: both
// RestSharp and Flurl; signatures only.
using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace RestSharp
{
    public enum Method
    {
        Get,
        Post,
        Put,
        Delete,
        Head,
        Options,
        Patch,
        GET = Get,
        POST = Post,
        PUT = Put,
        DELETE = Delete,
    }

    public enum ParameterType
    {
        UrlSegment,
        HttpHeader,
        RequestBody,
        QueryString,
        GetOrPost,
    }

    public interface IRestClient { }

    public class RestClientOptions
    {
        public RestClientOptions() { }

        public RestClientOptions(Uri baseUrl) { }

        public RestClientOptions(string baseUrl) { }

        public Uri BaseUrl { get; set; }
        public bool FollowRedirects { get; set; }
        public System.Net.Security.RemoteCertificateValidationCallback RemoteCertificateValidationCallback { get; set; }
    }

    public class RestClient : IRestClient, IDisposable
    {
        public RestClient() { }

        public RestClient(Uri baseUrl) { }

        public RestClient(string baseUrl) { }

        public RestClient(RestClientOptions options) { }

        public Uri BaseUrl { get; set; }
        public System.Net.Security.RemoteCertificateValidationCallback RemoteCertificateValidationCallback { get; set; }

        public RestResponse Execute(RestRequest request) => throw null!;

        public RestResponse<T> Execute<T>(RestRequest request) => throw null!;

        public Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public Task<RestResponse<T>> ExecuteAsync<T>(RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public Task<RestResponse> GetAsync(RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public Task<T> GetAsync<T>(RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public Task<T> PostAsync<T>(RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public byte[] DownloadData(RestRequest request) => throw null!;

        public void Dispose() => throw null!;
    }

    public class RestRequest
    {
        public RestRequest() { }

        public RestRequest(string resource, Method method = Method.Get) { }

        public RestRequest(Uri resource, Method method = Method.Get) { }

        public RestRequest(Method method) { }

        public string Resource { get; set; }
        public Method Method { get; set; }

        public RestRequest AddParameter(string name, object value) => throw null!;

        public RestRequest AddParameter(string name, object value, ParameterType type) => throw null!;

        public RestRequest AddQueryParameter(string name, string value) => throw null!;

        public RestRequest AddUrlSegment(string name, string value) => throw null!;

        public RestRequest AddHeader(string name, string value) => throw null!;

        public RestRequest AddBody(object obj) => throw null!;

        public RestRequest AddJsonBody(object obj) => throw null!;

        public RestRequest AddFile(string name, string path, string contentType = null) => throw null!;
    }

    public class RestResponse
    {
        public string Content { get; set; }
        public byte[] RawBytes { get; set; }
        public HttpStatusCode StatusCode { get; set; }
        public bool IsSuccessful => throw null!;
        public string ErrorMessage { get; set; }
    }

    public class RestResponse<T> : RestResponse
    {
        public T Data { get; set; }
    }
}

namespace Flurl
{
    public class Url
    {
        public Url(string baseUrl) { }

        public static implicit operator Url(string url) => throw null!;

        public static implicit operator string(Url url) => throw null!;

        public static string Combine(params string[] parts) => throw null!;

        public Url AppendPathSegment(object segment, bool fullyEncode = false) => throw null!;

        public Url SetQueryParam(string name, object value) => throw null!;
    }

    public static class GeneratedExtensions
    {
        public static Url AppendPathSegment(this string url, object segment, bool fullyEncode = false) => throw null!;

        public static Url AppendPathSegments(this string url, params object[] segments) => throw null!;

        public static Url SetQueryParam(this string url, string name, object value) => throw null!;

        public static Url SetQueryParams(this string url, object values) => throw null!;
    }
}

namespace Flurl.Http
{
    public interface IFlurlRequest
    {
        Url Url { get; set; }
    }

    public interface IFlurlResponse
    {
        int StatusCode { get; }
        Task<T> GetJsonAsync<T>();
        Task<string> GetStringAsync();
    }

    public class FlurlRequest : IFlurlRequest
    {
        public FlurlRequest(string url) { }

        public Url Url { get; set; }
    }

    public static class GeneratedExtensions
    {
        public static Task<IFlurlResponse> GetAsync(this string url) => throw null!;

        public static Task<T> GetJsonAsync<T>(this string url) => throw null!;

        public static Task<string> GetStringAsync(this string url) => throw null!;

        public static Task<Stream> GetStreamAsync(this string url) => throw null!;

        public static Task<byte[]> GetBytesAsync(this string url) => throw null!;

        public static Task<IFlurlResponse> PostAsync(this string url, HttpContent content = null) => throw null!;

        public static Task<IFlurlResponse> PostJsonAsync(this string url, object body) => throw null!;

        public static Task<IFlurlResponse> PutJsonAsync(this string url, object body) => throw null!;

        public static Task<IFlurlResponse> DeleteAsync(this string url) => throw null!;

        public static Task<string> DownloadFileAsync(this string url, string localFolderPath, string localFileName = null) => throw null!;

        public static IFlurlRequest WithHeader(this string url, string name, object value) => throw null!;

        public static IFlurlRequest WithOAuthBearerToken(this string url, string token) => throw null!;

        public static IFlurlRequest WithBasicAuth(this string url, string username, string password) => throw null!;

        public static IFlurlRequest WithTimeout(this string url, int seconds) => throw null!;

        public static Task<IFlurlResponse> GetAsync(this Url url) => throw null!;

        public static Task<T> GetJsonAsync<T>(this Url url) => throw null!;

        public static Task<string> GetStringAsync(this Url url) => throw null!;

        public static Task<Stream> GetStreamAsync(this Url url) => throw null!;

        public static Task<byte[]> GetBytesAsync(this Url url) => throw null!;

        public static Task<IFlurlResponse> PostAsync(this Url url, HttpContent content = null) => throw null!;

        public static Task<IFlurlResponse> PostJsonAsync(this Url url, object body) => throw null!;

        public static Task<IFlurlResponse> PutJsonAsync(this Url url, object body) => throw null!;

        public static Task<IFlurlResponse> DeleteAsync(this Url url) => throw null!;

        public static Task<string> DownloadFileAsync(this Url url, string localFolderPath, string localFileName = null) => throw null!;

        public static IFlurlRequest WithHeader(this Url url, string name, object value) => throw null!;

        public static IFlurlRequest WithOAuthBearerToken(this Url url, string token) => throw null!;

        public static IFlurlRequest WithBasicAuth(this Url url, string username, string password) => throw null!;

        public static IFlurlRequest WithTimeout(this Url url, int seconds) => throw null!;

        public static Task<IFlurlResponse> GetAsync(this IFlurlRequest request) => throw null!;

        public static Task<T> GetJsonAsync<T>(this IFlurlRequest request) => throw null!;

        public static Task<string> GetStringAsync(this IFlurlRequest request) => throw null!;

        public static Task<Stream> GetStreamAsync(this IFlurlRequest request) => throw null!;

        public static Task<byte[]> GetBytesAsync(this IFlurlRequest request) => throw null!;

        public static Task<IFlurlResponse> PostAsync(this IFlurlRequest request, HttpContent content = null) => throw null!;

        public static Task<IFlurlResponse> PostJsonAsync(this IFlurlRequest request, object body) => throw null!;

        public static Task<IFlurlResponse> PutJsonAsync(this IFlurlRequest request, object body) => throw null!;

        public static Task<IFlurlResponse> DeleteAsync(this IFlurlRequest request) => throw null!;

        public static Task<string> DownloadFileAsync(this IFlurlRequest request, string localFolderPath, string localFileName = null) =>
            throw null!;

        public static IFlurlRequest WithHeader(this IFlurlRequest request, string name, object value) => throw null!;

        public static IFlurlRequest WithOAuthBearerToken(this IFlurlRequest request, string token) => throw null!;

        public static IFlurlRequest WithBasicAuth(this IFlurlRequest request, string username, string password) => throw null!;

        public static IFlurlRequest WithTimeout(this IFlurlRequest request, int seconds) => throw null!;
    }
}
