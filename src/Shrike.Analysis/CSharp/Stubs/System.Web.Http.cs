// namespaces: System.Web.Http, System.Web.Http.Controllers, System.Web.Http.Results, System.Web.Http.Cors, System.Web.Http.Filters, System.Web.Http.Description, System.Web.Http.ModelBinding, System.Web.Http.Dependencies, System.Web.Http.ExceptionHandling, System.Web.Http.Routing, System.Net.Http
// world: framework
// ASP.NET Web API 2; signatures only.
using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Formatting;
using System.Net.Http.Headers;
using System.Security.Principal;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Web.Http.Controllers;
using System.Web.Http.Dependencies;
using System.Web.Http.Filters;
using System.Web.Http.ModelBinding;
using System.Web.Http.Results;
using System.Web.Http.Routing;

namespace System.Web.Http
{
    public interface IHttpActionResult
    {
        Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken);
    }

    public abstract class ApiController : IHttpController, IDisposable
    {
        public HttpConfiguration Configuration { get; set; }
        public HttpControllerContext ControllerContext { get; set; }
        public HttpActionContext ActionContext { get; set; }
        public ModelStateDictionary ModelState => throw null!;
        public HttpRequestMessage Request { get; set; }
        public HttpRequestContext RequestContext { get; set; }
        public UrlHelper Url { get; set; }
        public IPrincipal User { get; set; }

        public virtual Task<HttpResponseMessage> ExecuteAsync(
            HttpControllerContext controllerContext,
            CancellationToken cancellationToken
        ) => throw null!;

        protected virtual void Initialize(HttpControllerContext controllerContext) => throw null!;

        public void Validate<TEntity>(TEntity entity) => throw null!;

        protected internal virtual OkResult Ok() => throw null!;

        protected internal virtual OkNegotiatedContentResult<T> Ok<T>(T content) => throw null!;

        protected internal virtual BadRequestResult BadRequest() => throw null!;

        protected internal virtual BadRequestErrorMessageResult BadRequest(string message) => throw null!;

        protected internal virtual InvalidModelStateResult BadRequest(ModelStateDictionary modelState) => throw null!;

        protected internal virtual NotFoundResult NotFound() => throw null!;

        protected internal virtual ConflictResult Conflict() => throw null!;

        protected internal virtual UnauthorizedResult Unauthorized(params AuthenticationHeaderValue[] challenges) => throw null!;

        protected internal virtual InternalServerErrorResult InternalServerError() => throw null!;

        protected internal virtual ExceptionResult InternalServerError(Exception exception) => throw null!;

        protected internal virtual StatusCodeResult StatusCode(HttpStatusCode status) => throw null!;

        protected internal virtual NegotiatedContentResult<T> Content<T>(HttpStatusCode statusCode, T value) => throw null!;

        protected internal virtual CreatedNegotiatedContentResult<T> Created<T>(string location, T content) => throw null!;

        protected internal virtual CreatedNegotiatedContentResult<T> Created<T>(Uri location, T content) => throw null!;

        protected internal virtual CreatedAtRouteNegotiatedContentResult<T> CreatedAtRoute<T>(
            string routeName,
            object routeValues,
            T content
        ) => throw null!;

        protected internal virtual RedirectResult Redirect(string location) => throw null!;

        protected internal virtual RedirectResult Redirect(Uri location) => throw null!;

        protected internal virtual RedirectToRouteResult RedirectToRoute(string routeName, object routeValues) => throw null!;

        protected internal JsonResult<T> Json<T>(T content) => throw null!;

        protected internal JsonResult<T> Json<T>(T content, Newtonsoft.Json.JsonSerializerSettings serializerSettings) => throw null!;

        protected internal virtual ResponseMessageResult ResponseMessage(HttpResponseMessage response) => throw null!;

        public void Dispose() => throw null!;

        protected virtual void Dispose(bool disposing) => throw null!;
    }

    public class HttpConfiguration : IDisposable
    {
        public HttpConfiguration() { }

        public HttpRouteCollection Routes => throw null!;
        public MediaTypeFormatterCollection Formatters => throw null!;
        public HttpFilterCollection Filters => throw null!;
        public Collections.ObjectModel.Collection<DelegatingHandler> MessageHandlers => throw null!;
        public IDependencyResolver DependencyResolver { get; set; }
        public ServicesContainer Services => throw null!;
        public IncludeErrorDetailPolicy IncludeErrorDetailPolicy { get; set; }

        public void EnsureInitialized() => throw null!;

        public void Dispose() => throw null!;
    }

    public enum IncludeErrorDetailPolicy
    {
        Default,
        LocalOnly,
        Always,
        Never,
    }

    public static class GlobalConfiguration
    {
        public static HttpConfiguration Configuration => throw null!;

        public static void Configure(Action<HttpConfiguration> configurationCallback) => throw null!;
    }

    public class HttpRouteCollection : IDisposable
    {
        public void Dispose() => throw null!;
    }

    public static class HttpRouteCollectionExtensions
    {
        public static object MapHttpRoute(this HttpRouteCollection routes, string name, string routeTemplate) => throw null!;

        public static object MapHttpRoute(this HttpRouteCollection routes, string name, string routeTemplate, object defaults) =>
            throw null!;

        public static object MapHttpRoute(
            this HttpRouteCollection routes,
            string name,
            string routeTemplate,
            object defaults,
            object constraints
        ) => throw null!;

        public static object MapHttpRoute(
            this HttpRouteCollection routes,
            string name,
            string routeTemplate,
            object defaults,
            object constraints,
            HttpMessageHandler handler
        ) => throw null!;
    }

    public static class HttpConfigurationExtensions
    {
        public static void MapHttpAttributeRoutes(this HttpConfiguration configuration) => throw null!;

        public static void SuppressDefaultHostAuthentication(this HttpConfiguration configuration) => throw null!;
    }

    public static class CorsHttpConfigurationExtensions
    {
        public static void EnableCors(this HttpConfiguration httpConfiguration) => throw null!;

        public static void EnableCors(this HttpConfiguration httpConfiguration, Cors.ICorsPolicyProvider defaultPolicyProvider) =>
            throw null!;
    }

    public static class RouteParameter
    {
        public static readonly object Optional = null!;
    }

    public class HttpResponseException : Exception
    {
        public HttpResponseException(HttpStatusCode statusCode) { }

        public HttpResponseException(HttpResponseMessage response) { }

        public HttpResponseMessage Response => throw null!;
    }

    public sealed class HttpError : Dictionary<string, object>
    {
        public HttpError() { }

        public HttpError(string message) { }

        public HttpError(Exception exception, bool includeErrorDetail) { }
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
    public class AuthorizeAttribute : AuthorizationFilterAttribute
    {
        public string Roles { get; set; }
        public string Users { get; set; }

        protected virtual bool IsAuthorized(HttpActionContext actionContext) => throw null!;

        protected virtual void HandleUnauthorizedRequest(HttpActionContext actionContext) => throw null!;
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public sealed class AllowAnonymousAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class NonActionAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ActionNameAttribute : Attribute
    {
        public ActionNameAttribute(string name) { }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class AcceptVerbsAttribute : Attribute
    {
        public AcceptVerbsAttribute(string method) { }

        public AcceptVerbsAttribute(params string[] methods) { }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class HttpGetAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class HttpPostAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class HttpPutAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class HttpDeleteAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class HttpPatchAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class HttpHeadAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class HttpOptionsAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
    public sealed class RouteAttribute : Attribute
    {
        public RouteAttribute() { }

        public RouteAttribute(string template) { }

        public string Name { get; set; }
        public int Order { get; set; }
        public string Template => throw null!;
    }

    [AttributeUsage(AttributeTargets.Class)]
    public class RoutePrefixAttribute : Attribute
    {
        public RoutePrefixAttribute(string prefix) { }
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Parameter)]
    public sealed class FromBodyAttribute : ParameterBindingAttribute { }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Parameter)]
    public sealed class FromUriAttribute : ModelBinderAttribute { }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Parameter)]
    public abstract class ParameterBindingAttribute : Attribute { }
}

namespace System.Web.Http.Controllers
{
    public interface IHttpController
    {
        Task<HttpResponseMessage> ExecuteAsync(HttpControllerContext controllerContext, CancellationToken cancellationToken);
    }

    public class HttpControllerContext
    {
        public HttpRequestMessage Request { get; set; }
        public HttpRequestContext RequestContext { get; set; }
        public IHttpRouteData RouteData { get; set; }
    }

    public class HttpRequestContext
    {
        public virtual IPrincipal Principal { get; set; }
        public virtual IHttpRouteData RouteData { get; set; }
        public virtual bool IsLocal { get; set; }
        public virtual bool IncludeErrorDetail { get; set; }
    }

    public class HttpActionContext
    {
        public HttpActionContext() { }

        public Dictionary<string, object> ActionArguments => throw null!;
        public HttpControllerContext ControllerContext { get; set; }
        public HttpActionDescriptor ActionDescriptor { get; set; }
        public ModelStateDictionary ModelState => throw null!;
        public HttpRequestMessage Request => throw null!;
        public HttpRequestContext RequestContext => throw null!;
        public HttpResponseMessage Response { get; set; }
    }

    public abstract class HttpActionDescriptor
    {
        public abstract string ActionName { get; }

        public virtual Collections.ObjectModel.Collection<T> GetCustomAttributes<T>()
            where T : class => throw null!;
    }

    public abstract class ServicesContainer
    {
        public void Add(Type serviceType, object service) => throw null!;

        public void Replace(Type serviceType, object service) => throw null!;
    }
}

namespace System.Web.Http.Dependencies
{
    public interface IDependencyScope : IDisposable
    {
        object GetService(Type serviceType);
        IEnumerable<object> GetServices(Type serviceType);
    }

    public interface IDependencyResolver : IDependencyScope
    {
        IDependencyScope BeginScope();
    }
}

namespace System.Web.Http.Routing
{
    public interface IHttpRouteData
    {
        IDictionary<string, object> Values { get; }
    }

    public class UrlHelper
    {
        public virtual string Link(string routeName, object routeValues) => throw null!;

        public virtual string Route(string routeName, object routeValues) => throw null!;

        public virtual string Content(string path) => throw null!;
    }
}

namespace System.Web.Http.ModelBinding
{
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Parameter)]
    public class ModelBinderAttribute : ParameterBindingAttribute
    {
        public ModelBinderAttribute() { }

        public ModelBinderAttribute(Type binderType) { }

        public string Name { get; set; }
    }

    public class ModelStateDictionary : Dictionary<string, ModelState>
    {
        public bool IsValid => throw null!;

        public void AddModelError(string key, string errorMessage) => throw null!;

        public void AddModelError(string key, Exception exception) => throw null!;
    }

    public class ModelState { }
}

namespace System.Web.Http.Description
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ResponseTypeAttribute : Attribute
    {
        public ResponseTypeAttribute(Type responseType) { }
    }
}

namespace System.Web.Http.Cors
{
    public interface ICorsPolicyProvider { }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public sealed class EnableCorsAttribute : Attribute, ICorsPolicyProvider
    {
        public EnableCorsAttribute(string origins, string headers, string methods) { }

        public EnableCorsAttribute(string origins, string headers, string methods, string exposedHeaders) { }

        public bool SupportsCredentials { get; set; }
        public IList<string> Origins => throw null!;
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public sealed class DisableCorsAttribute : Attribute { }
}

namespace System.Web.Http.ExceptionHandling
{
    public class ExceptionContext
    {
        public Exception Exception => throw null!;
        public HttpRequestMessage Request { get; set; }
    }

    public class ExceptionLoggerContext
    {
        public Exception Exception => throw null!;
        public HttpRequestMessage Request => throw null!;
    }

    public class ExceptionHandlerContext
    {
        public Exception Exception => throw null!;
        public HttpRequestMessage Request => throw null!;
        public IHttpActionResult Result { get; set; }
    }

    public abstract class ExceptionLogger
    {
        public virtual void Log(ExceptionLoggerContext context) => throw null!;
    }

    public abstract class ExceptionHandler
    {
        public virtual void Handle(ExceptionHandlerContext context) => throw null!;
    }
}

namespace System.Web.Http.Filters
{
    public interface IFilter
    {
        bool AllowMultiple { get; }
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public abstract class FilterAttribute : Attribute, IFilter
    {
        public virtual bool AllowMultiple => throw null!;
    }

    public abstract class AuthorizationFilterAttribute : FilterAttribute
    {
        public virtual void OnAuthorization(HttpActionContext actionContext) => throw null!;

        public virtual Task OnAuthorizationAsync(HttpActionContext actionContext, CancellationToken cancellationToken) => throw null!;
    }

    public abstract class ActionFilterAttribute : FilterAttribute
    {
        public virtual void OnActionExecuting(HttpActionContext actionContext) => throw null!;

        public virtual void OnActionExecuted(HttpActionExecutedContext actionExecutedContext) => throw null!;

        public virtual Task OnActionExecutingAsync(HttpActionContext actionContext, CancellationToken cancellationToken) => throw null!;
    }

    public abstract class ExceptionFilterAttribute : FilterAttribute
    {
        public virtual void OnException(HttpActionExecutedContext actionExecutedContext) => throw null!;

        public virtual Task OnExceptionAsync(HttpActionExecutedContext actionExecutedContext, CancellationToken cancellationToken) =>
            throw null!;
    }

    public class HttpActionExecutedContext
    {
        public HttpActionContext ActionContext { get; set; }
        public Exception Exception { get; set; }
        public HttpRequestMessage Request => throw null!;
        public HttpResponseMessage Response { get; set; }
    }

    public class HttpFilterCollection
    {
        public void Add(IFilter filter) => throw null!;
    }
}

namespace System.Net.Http.Formatting
{
    public abstract class MediaTypeFormatter
    {
        public Collections.ObjectModel.Collection<MediaTypeHeaderValue> SupportedMediaTypes => throw null!;
    }

    public class JsonMediaTypeFormatter : MediaTypeFormatter
    {
        public Newtonsoft.Json.JsonSerializerSettings SerializerSettings { get; set; }
    }

    public class XmlMediaTypeFormatter : MediaTypeFormatter
    {
        public bool UseXmlSerializer { get; set; }
    }

    public class MediaTypeFormatterCollection : Collections.ObjectModel.Collection<MediaTypeFormatter>
    {
        public JsonMediaTypeFormatter JsonFormatter => throw null!;
        public XmlMediaTypeFormatter XmlFormatter => throw null!;
    }
}

namespace System.Net.Http
{
    public static class HttpRequestMessageExtensions
    {
        public static HttpResponseMessage CreateResponse(this HttpRequestMessage request) => throw null!;

        public static HttpResponseMessage CreateResponse(this HttpRequestMessage request, HttpStatusCode statusCode) => throw null!;

        public static HttpResponseMessage CreateResponse<T>(this HttpRequestMessage request, T value) => throw null!;

        public static HttpResponseMessage CreateResponse<T>(this HttpRequestMessage request, HttpStatusCode statusCode, T value) =>
            throw null!;

        public static HttpResponseMessage CreateErrorResponse(this HttpRequestMessage request, HttpStatusCode statusCode, string message) =>
            throw null!;

        public static HttpResponseMessage CreateErrorResponse(
            this HttpRequestMessage request,
            HttpStatusCode statusCode,
            Exception exception
        ) => throw null!;

        public static HttpResponseMessage CreateErrorResponse(
            this HttpRequestMessage request,
            HttpStatusCode statusCode,
            Web.Http.ModelBinding.ModelStateDictionary modelState
        ) => throw null!;

        public static IEnumerable<KeyValuePair<string, string>> GetQueryNameValuePairs(this HttpRequestMessage request) => throw null!;

        public static HttpRequestContext GetRequestContext(this HttpRequestMessage request) => throw null!;

        public static IHttpRouteData GetRouteData(this HttpRequestMessage request) => throw null!;
    }

    public static class HttpContentExtensions
    {
        public static Task<T> ReadAsAsync<T>(this HttpContent content) => throw null!;

        public static Task<object> ReadAsAsync(this HttpContent content, Type type) => throw null!;
    }

    public static class HttpContentMultipartExtensions
    {
        public static bool IsMimeMultipartContent(this HttpContent content) => throw null!;

        public static Task<MultipartMemoryStreamProvider> ReadAsMultipartAsync(this HttpContent content) => throw null!;

        public static Task<T> ReadAsMultipartAsync<T>(this HttpContent content, T streamProvider)
            where T : MultipartStreamProvider => throw null!;
    }

    public abstract class MultipartStreamProvider
    {
        public Collections.ObjectModel.Collection<HttpContent> Contents => throw null!;
    }

    public class MultipartMemoryStreamProvider : MultipartStreamProvider { }

    public class MultipartFileStreamProvider : MultipartStreamProvider
    {
        public MultipartFileStreamProvider(string rootPath) { }

        public Collections.ObjectModel.Collection<MultipartFileData> FileData => throw null!;

        public virtual string GetLocalFileName(HttpContentHeaders headers) => throw null!;
    }

    public class MultipartFormDataStreamProvider : MultipartFileStreamProvider
    {
        public MultipartFormDataStreamProvider(string rootPath)
            : base(rootPath) { }

        public Collections.Specialized.NameValueCollection FormData => throw null!;
    }

    public class MultipartFileData
    {
        public HttpContentHeaders Headers => throw null!;
        public string LocalFileName => throw null!;
    }

    public static class HttpClientExtensions
    {
        public static Task<HttpResponseMessage> PostAsJsonAsync<T>(this HttpClient client, string requestUri, T value) => throw null!;

        public static Task<HttpResponseMessage> PutAsJsonAsync<T>(this HttpClient client, string requestUri, T value) => throw null!;
    }
}

namespace System.Web.Http.Results
{
    public class OkResult : IHttpActionResult
    {
        internal OkResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class OkNegotiatedContentResult<T> : IHttpActionResult
    {
        internal OkNegotiatedContentResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class BadRequestResult : IHttpActionResult
    {
        internal BadRequestResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class BadRequestErrorMessageResult : IHttpActionResult
    {
        internal BadRequestErrorMessageResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class InvalidModelStateResult : IHttpActionResult
    {
        internal InvalidModelStateResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class NotFoundResult : IHttpActionResult
    {
        internal NotFoundResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class ConflictResult : IHttpActionResult
    {
        internal ConflictResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class UnauthorizedResult : IHttpActionResult
    {
        internal UnauthorizedResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class InternalServerErrorResult : IHttpActionResult
    {
        internal InternalServerErrorResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class ExceptionResult : IHttpActionResult
    {
        internal ExceptionResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class StatusCodeResult : IHttpActionResult
    {
        internal StatusCodeResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class NegotiatedContentResult<T> : IHttpActionResult
    {
        internal NegotiatedContentResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class CreatedNegotiatedContentResult<T> : IHttpActionResult
    {
        internal CreatedNegotiatedContentResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class CreatedAtRouteNegotiatedContentResult<T> : IHttpActionResult
    {
        internal CreatedAtRouteNegotiatedContentResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class RedirectResult : IHttpActionResult
    {
        internal RedirectResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class RedirectToRouteResult : IHttpActionResult
    {
        internal RedirectToRouteResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class JsonResult<T> : IHttpActionResult
    {
        internal JsonResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class ResponseMessageResult : IHttpActionResult
    {
        internal ResponseMessageResult() { }

        public virtual Task<HttpResponseMessage> ExecuteAsync(CancellationToken cancellationToken) => throw null!;
    }
}
