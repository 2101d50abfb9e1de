// namespaces: FastEndpoints
// world: modern
// FastEndpoints; signatures only.
using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FastEndpoints
{
    public abstract class BaseEndpoint
    {
        public HttpContext HttpContext => throw null!;
        public System.Security.Claims.ClaimsPrincipal User => throw null!;

        public virtual void Configure() => throw null!;

        protected void Get(params string[] routePatterns) => throw null!;

        protected void Post(params string[] routePatterns) => throw null!;

        protected void Put(params string[] routePatterns) => throw null!;

        protected void Patch(params string[] routePatterns) => throw null!;

        protected void Delete(params string[] routePatterns) => throw null!;

        protected void AllowAnonymous(params string[] verbs) => throw null!;

        protected void AllowFileUploads(bool dontAutoBindFormData = false) => throw null!;

        protected void Roles(params string[] rolesNames) => throw null!;

        protected void Policies(params string[] policyNames) => throw null!;

        protected void Options(Action<RouteHandlerBuilder> builder) => throw null!;

        protected T Route<T>(string paramName, bool isRequired = true) => throw null!;

        protected T Query<T>(string paramName, bool isRequired = true) => throw null!;

        protected T Resolve<T>()
            where T : class => throw null!;

        protected IFormFileCollection Files => throw null!;
    }

    public abstract class Endpoint<TRequest, TResponse> : BaseEndpoint
        where TRequest : notnull
    {
        public TResponse Response { get; set; }

        public virtual Task HandleAsync(TRequest req, CancellationToken ct) => throw null!;

        public virtual Task<TResponse> ExecuteAsync(TRequest req, CancellationToken ct) => throw null!;

        protected Task SendAsync(TResponse response, int statusCode = 200, CancellationToken cancellation = default) => throw null!;

        protected Task SendOkAsync(TResponse response, CancellationToken cancellation = default) => throw null!;

        protected Task SendOkAsync(CancellationToken cancellation = default) => throw null!;

        protected Task SendNotFoundAsync(CancellationToken cancellation = default) => throw null!;

        protected Task SendNoContentAsync(CancellationToken cancellation = default) => throw null!;

        protected Task SendForbiddenAsync(CancellationToken cancellation = default) => throw null!;

        protected Task SendStringAsync(
            string content,
            int statusCode = 200,
            string contentType = "text/plain",
            CancellationToken cancellation = default
        ) => throw null!;

        protected Task SendRedirectAsync(string location, bool isPermanent = false, bool allowRemoteRedirects = false) => throw null!;

        protected Task SendFileAsync(
            System.IO.FileInfo fileInfo,
            string contentType = "application/octet-stream",
            CancellationToken cancellation = default
        ) => throw null!;
    }

    public abstract class Endpoint<TRequest> : Endpoint<TRequest, object>
        where TRequest : notnull { }

    public class EmptyRequest { }

    public abstract class EndpointWithoutRequest : Endpoint<EmptyRequest, object>
    {
        public virtual Task HandleAsync(CancellationToken ct) => throw null!;
    }

    public abstract class EndpointWithoutRequest<TResponse> : Endpoint<EmptyRequest, TResponse>
    {
        public virtual Task HandleAsync(CancellationToken ct) => throw null!;
    }
}
