// namespaces: System.Web.Mvc, System.Web.Mvc.Html, System.Web.Mvc.Ajax, System.Web.Mvc.Filters, System.Web.Optimization, System.Web.WebPages, System.Web.Helpers
// world: framework
// ASP.NET MVC 5 and what comes with it; signatures only.
using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;
using System.IO;
using System.Linq.Expressions;
using System.Security.Principal;
using System.Text;
using System.Threading.Tasks;
using System.Web;
using System.Web.Routing;

namespace System.Web.Mvc
{
    public interface IController
    {
        void Execute(RequestContext requestContext);
    }

    public class ControllerContext
    {
        public ControllerContext() { }

        public virtual ControllerBase Controller { get; set; }
        public virtual HttpContextBase HttpContext { get; set; }
        public RequestContext RequestContext { get; set; }
        public virtual RouteData RouteData { get; set; }
        public virtual bool IsChildAction => throw null!;
    }

    public abstract class ControllerBase : IController
    {
        public ControllerContext ControllerContext { get; set; }
        public TempDataDictionary TempData { get; set; }
        public bool ValidateRequest { get; set; }
        public IValueProvider ValueProvider { get; set; }
        public dynamic ViewBag => throw null!;
        public ViewDataDictionary ViewData { get; set; }

        protected virtual void Execute(RequestContext requestContext) => throw null!;

        void IController.Execute(RequestContext requestContext) => throw null!;
    }

    public abstract class Controller : ControllerBase, IDisposable
    {
        public HttpContextBase HttpContext => throw null!;
        public HttpRequestBase Request => throw null!;
        public HttpResponseBase Response => throw null!;
        public HttpServerUtilityBase Server => throw null!;
        public HttpSessionStateBase Session => throw null!;
        public RouteData RouteData => throw null!;
        public ModelStateDictionary ModelState => throw null!;
        public UrlHelper Url { get; set; }
        public IPrincipal User => throw null!;
        public IActionInvoker ActionInvoker { get; set; }

        public void Dispose() => throw null!;

        protected virtual void Dispose(bool disposing) => throw null!;

        protected virtual void Initialize(RequestContext requestContext) => throw null!;

        protected internal ContentResult Content(string content) => throw null!;

        protected internal ContentResult Content(string content, string contentType) => throw null!;

        protected internal virtual ContentResult Content(string content, string contentType, Encoding contentEncoding) => throw null!;

        protected internal FileContentResult File(byte[] fileContents, string contentType) => throw null!;

        protected internal virtual FileContentResult File(byte[] fileContents, string contentType, string fileDownloadName) => throw null!;

        protected internal FileStreamResult File(Stream fileStream, string contentType) => throw null!;

        protected internal virtual FileStreamResult File(Stream fileStream, string contentType, string fileDownloadName) => throw null!;

        protected internal FilePathResult File(string fileName, string contentType) => throw null!;

        protected internal virtual FilePathResult File(string fileName, string contentType, string fileDownloadName) => throw null!;

        protected internal HttpNotFoundResult HttpNotFound() => throw null!;

        protected internal virtual HttpNotFoundResult HttpNotFound(string statusDescription) => throw null!;

        protected internal virtual JavaScriptResult JavaScript(string script) => throw null!;

        protected internal JsonResult Json(object data) => throw null!;

        protected internal JsonResult Json(object data, string contentType) => throw null!;

        protected internal JsonResult Json(object data, JsonRequestBehavior behavior) => throw null!;

        protected internal virtual JsonResult Json(object data, string contentType, Encoding contentEncoding) => throw null!;

        protected internal JsonResult Json(object data, string contentType, JsonRequestBehavior behavior) => throw null!;

        protected internal PartialViewResult PartialView() => throw null!;

        protected internal PartialViewResult PartialView(object model) => throw null!;

        protected internal PartialViewResult PartialView(string viewName) => throw null!;

        protected internal virtual PartialViewResult PartialView(string viewName, object model) => throw null!;

        protected internal virtual RedirectResult Redirect(string url) => throw null!;

        protected internal virtual RedirectResult RedirectPermanent(string url) => throw null!;

        protected internal RedirectToRouteResult RedirectToAction(string actionName) => throw null!;

        protected internal RedirectToRouteResult RedirectToAction(string actionName, object routeValues) => throw null!;

        protected internal RedirectToRouteResult RedirectToAction(string actionName, RouteValueDictionary routeValues) => throw null!;

        protected internal RedirectToRouteResult RedirectToAction(string actionName, string controllerName) => throw null!;

        protected internal RedirectToRouteResult RedirectToAction(string actionName, string controllerName, object routeValues) =>
            throw null!;

        protected internal virtual RedirectToRouteResult RedirectToAction(
            string actionName,
            string controllerName,
            RouteValueDictionary routeValues
        ) => throw null!;

        protected internal RedirectToRouteResult RedirectToRoute(object routeValues) => throw null!;

        protected internal RedirectToRouteResult RedirectToRoute(string routeName) => throw null!;

        protected internal RedirectToRouteResult RedirectToRoute(string routeName, object routeValues) => throw null!;

        protected internal ViewResult View() => throw null!;

        protected internal ViewResult View(object model) => throw null!;

        protected internal ViewResult View(string viewName) => throw null!;

        protected internal ViewResult View(string viewName, string masterName) => throw null!;

        protected internal ViewResult View(string viewName, object model) => throw null!;

        protected internal virtual ViewResult View(string viewName, string masterName, object model) => throw null!;

        protected internal bool TryUpdateModel<TModel>(TModel model)
            where TModel : class => throw null!;

        protected internal bool TryUpdateModel<TModel>(TModel model, string prefix)
            where TModel : class => throw null!;

        protected internal bool TryUpdateModel<TModel>(TModel model, string[] includeProperties)
            where TModel : class => throw null!;

        protected internal bool TryUpdateModel<TModel>(TModel model, string prefix, string[] includeProperties)
            where TModel : class => throw null!;

        protected internal bool TryUpdateModel<TModel>(TModel model, string prefix, string[] includeProperties, string[] excludeProperties)
            where TModel : class => throw null!;

        protected internal bool TryValidateModel(object model) => throw null!;

        protected internal void UpdateModel<TModel>(TModel model)
            where TModel : class => throw null!;

        protected internal void UpdateModel<TModel>(TModel model, string prefix)
            where TModel : class => throw null!;

        protected internal void UpdateModel<TModel>(TModel model, string[] includeProperties)
            where TModel : class => throw null!;

        protected virtual void OnActionExecuting(ActionExecutingContext filterContext) => throw null!;

        protected virtual void OnActionExecuted(ActionExecutedContext filterContext) => throw null!;

        protected virtual void OnAuthorization(AuthorizationContext filterContext) => throw null!;

        protected virtual void OnException(ExceptionContext filterContext) => throw null!;

        protected virtual void OnResultExecuting(ResultExecutingContext filterContext) => throw null!;
    }

    public abstract class AsyncController : Controller { }

    public interface IActionInvoker
    {
        bool InvokeAction(ControllerContext controllerContext, string actionName);
    }

    public abstract class ActionResult
    {
        public abstract void ExecuteResult(ControllerContext context);
    }

    public class EmptyResult : ActionResult
    {
        public override void ExecuteResult(ControllerContext context) => throw null!;
    }

    public class ContentResult : ActionResult
    {
        public string Content { get; set; }
        public Encoding ContentEncoding { get; set; }
        public string ContentType { get; set; }

        public override void ExecuteResult(ControllerContext context) => throw null!;
    }

    public class JavaScriptResult : ActionResult
    {
        public string Script { get; set; }

        public override void ExecuteResult(ControllerContext context) => throw null!;
    }

    public class JsonResult : ActionResult
    {
        public object Data { get; set; }
        public string ContentType { get; set; }
        public Encoding ContentEncoding { get; set; }
        public JsonRequestBehavior JsonRequestBehavior { get; set; }
        public int? MaxJsonLength { get; set; }
        public int? RecursionLimit { get; set; }

        public override void ExecuteResult(ControllerContext context) => throw null!;
    }

    public enum JsonRequestBehavior
    {
        AllowGet,
        DenyGet,
    }

    public abstract class FileResult : ActionResult
    {
        protected FileResult(string contentType) { }

        public string ContentType => throw null!;
        public string FileDownloadName { get; set; }

        public override void ExecuteResult(ControllerContext context) => throw null!;
    }

    public class FileContentResult : FileResult
    {
        public FileContentResult(byte[] fileContents, string contentType)
            : base(contentType) { }

        public byte[] FileContents => throw null!;
    }

    public class FilePathResult : FileResult
    {
        public FilePathResult(string fileName, string contentType)
            : base(contentType) { }

        public string FileName => throw null!;
    }

    public class FileStreamResult : FileResult
    {
        public FileStreamResult(Stream fileStream, string contentType)
            : base(contentType) { }

        public Stream FileStream => throw null!;
    }

    public class HttpStatusCodeResult : ActionResult
    {
        public HttpStatusCodeResult(int statusCode) { }

        public HttpStatusCodeResult(int statusCode, string statusDescription) { }

        public HttpStatusCodeResult(Net.HttpStatusCode statusCode) { }

        public HttpStatusCodeResult(Net.HttpStatusCode statusCode, string statusDescription) { }

        public int StatusCode => throw null!;

        public override void ExecuteResult(ControllerContext context) => throw null!;
    }

    public class HttpNotFoundResult : HttpStatusCodeResult
    {
        public HttpNotFoundResult()
            : base(404) { }

        public HttpNotFoundResult(string statusDescription)
            : base(404) { }
    }

    public class HttpUnauthorizedResult : HttpStatusCodeResult
    {
        public HttpUnauthorizedResult()
            : base(401) { }

        public HttpUnauthorizedResult(string statusDescription)
            : base(401) { }
    }

    public class RedirectResult : ActionResult
    {
        public RedirectResult(string url) { }

        public RedirectResult(string url, bool permanent) { }

        public string Url => throw null!;

        public override void ExecuteResult(ControllerContext context) => throw null!;
    }

    public class RedirectToRouteResult : ActionResult
    {
        public RedirectToRouteResult(RouteValueDictionary routeValues) { }

        public RedirectToRouteResult(string routeName, RouteValueDictionary routeValues) { }

        public RouteValueDictionary RouteValues => throw null!;

        public override void ExecuteResult(ControllerContext context) => throw null!;
    }

    public abstract class ViewResultBase : ActionResult
    {
        public object Model => throw null!;
        public string ViewName { get; set; }
        public ViewDataDictionary ViewData { get; set; }
        public TempDataDictionary TempData { get; set; }
        public dynamic ViewBag => throw null!;

        public override void ExecuteResult(ControllerContext context) => throw null!;
    }

    public class ViewResult : ViewResultBase
    {
        public string MasterName { get; set; }
    }

    public class PartialViewResult : ViewResultBase { }

    public class FormCollection : NameValueCollection, IValueProvider
    {
        public FormCollection() { }

        public FormCollection(NameValueCollection collection) { }

        public virtual ValueProviderResult GetValue(string name) => throw null!;

        bool IValueProvider.ContainsPrefix(string prefix) => throw null!;

        ValueProviderResult IValueProvider.GetValue(string key) => throw null!;
    }

    public interface IValueProvider
    {
        bool ContainsPrefix(string prefix);
        ValueProviderResult GetValue(string key);
    }

    public class ValueProviderResult
    {
        public string AttemptedValue { get; protected set; }
        public object RawValue { get; protected set; }

        public virtual object ConvertTo(Type type) => throw null!;
    }

    public class ModelStateDictionary : Dictionary<string, ModelState>
    {
        public bool IsValid => throw null!;

        public void AddModelError(string key, string errorMessage) => throw null!;

        public void AddModelError(string key, Exception exception) => throw null!;

        public bool IsValidField(string key) => throw null!;
    }

    public class ModelState
    {
        public ModelErrorCollection Errors => throw null!;
        public ValueProviderResult Value { get; set; }
    }

    public class ModelErrorCollection : List<ModelError> { }

    public class ModelError
    {
        public ModelError(string errorMessage) { }

        public string ErrorMessage => throw null!;
        public Exception Exception => throw null!;
    }

    public class TempDataDictionary : Dictionary<string, object>
    {
        public new object this[string key]
        {
            get => throw null!;
            set => throw null!;
        }

        public void Keep() => throw null!;

        public void Keep(string key) => throw null!;

        public object Peek(string key) => throw null!;
    }

    public class ViewDataDictionary : Dictionary<string, object>
    {
        public ViewDataDictionary() { }

        public ViewDataDictionary(object model) { }

        public new object this[string key]
        {
            get => throw null!;
            set => throw null!;
        }
        public object Model { get; set; }
        public ModelStateDictionary ModelState => throw null!;

        public object Eval(string expression) => throw null!;
    }

    public class ViewDataDictionary<TModel> : ViewDataDictionary
    {
        public ViewDataDictionary() { }

        public ViewDataDictionary(TModel model) { }

        public new TModel Model { get; set; }
    }

    public class ViewContext : ControllerContext
    {
        public ViewContext() { }

        public virtual dynamic ViewBag => throw null!;
        public virtual ViewDataDictionary ViewData { get; set; }
        public virtual TempDataDictionary TempData { get; set; }
        public virtual TextWriter Writer { get; set; }
    }

    public interface IModelBinder
    {
        object BindModel(ControllerContext controllerContext, ModelBindingContext bindingContext);
    }

    public class ModelBindingContext
    {
        public object Model { get; set; }
        public string ModelName { get; set; }
        public Type ModelType { get; set; }
        public IValueProvider ValueProvider { get; set; }
        public ModelStateDictionary ModelState { get; set; }
    }

    public class DefaultModelBinder : IModelBinder
    {
        public virtual object BindModel(ControllerContext controllerContext, ModelBindingContext bindingContext) => throw null!;
    }

    public interface IDependencyResolver
    {
        object GetService(Type serviceType);
        IEnumerable<object> GetServices(Type serviceType);
    }

    public class DependencyResolver
    {
        public static IDependencyResolver Current => throw null!;

        public static void SetResolver(IDependencyResolver resolver) => throw null!;
    }

    public static class DependencyResolverExtensions
    {
        public static TService GetService<TService>(this IDependencyResolver resolver) => throw null!;
    }

    public class SelectListItem
    {
        public bool Disabled { get; set; }
        public bool Selected { get; set; }
        public string Text { get; set; }
        public string Value { get; set; }
    }

    public class MultiSelectList : List<SelectListItem>
    {
        public MultiSelectList(System.Collections.IEnumerable items) { }

        public MultiSelectList(System.Collections.IEnumerable items, string dataValueField, string dataTextField) { }

        public MultiSelectList(
            System.Collections.IEnumerable items,
            string dataValueField,
            string dataTextField,
            System.Collections.IEnumerable selectedValues
        ) { }
    }

    public class SelectList : MultiSelectList
    {
        public SelectList(System.Collections.IEnumerable items)
            : base(items) { }

        public SelectList(System.Collections.IEnumerable items, object selectedValue)
            : base(items) { }

        public SelectList(System.Collections.IEnumerable items, string dataValueField, string dataTextField)
            : base(items) { }

        public SelectList(System.Collections.IEnumerable items, string dataValueField, string dataTextField, object selectedValue)
            : base(items) { }
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public abstract class FilterAttribute : Attribute
    {
        public bool AllowMultiple => throw null!;
        public int Order { get; set; }
    }

    public interface IActionFilter
    {
        void OnActionExecuting(ActionExecutingContext filterContext);
        void OnActionExecuted(ActionExecutedContext filterContext);
    }

    public interface IResultFilter
    {
        void OnResultExecuting(ResultExecutingContext filterContext);
        void OnResultExecuted(ResultExecutedContext filterContext);
    }

    public interface IAuthorizationFilter
    {
        void OnAuthorization(AuthorizationContext filterContext);
    }

    public interface IExceptionFilter
    {
        void OnException(ExceptionContext filterContext);
    }

    public abstract class ActionFilterAttribute : FilterAttribute, IActionFilter, IResultFilter
    {
        public virtual void OnActionExecuting(ActionExecutingContext filterContext) => throw null!;

        public virtual void OnActionExecuted(ActionExecutedContext filterContext) => throw null!;

        public virtual void OnResultExecuting(ResultExecutingContext filterContext) => throw null!;

        public virtual void OnResultExecuted(ResultExecutedContext filterContext) => throw null!;
    }

    public class ActionDescriptor
    {
        public virtual string ActionName => throw null!;

        public virtual bool IsDefined(Type attributeType, bool inherit) => throw null!;

        public virtual object[] GetCustomAttributes(Type attributeType, bool inherit) => throw null!;
    }

    public class ActionExecutingContext : ControllerContext
    {
        public virtual ActionDescriptor ActionDescriptor { get; set; }
        public virtual IDictionary<string, object> ActionParameters { get; set; }
        public ActionResult Result { get; set; }
    }

    public class ActionExecutedContext : ControllerContext
    {
        public virtual Exception Exception { get; set; }
        public bool ExceptionHandled { get; set; }
        public ActionResult Result { get; set; }
    }

    public class ResultExecutingContext : ControllerContext
    {
        public bool Cancel { get; set; }
        public virtual ActionResult Result { get; set; }
    }

    public class ResultExecutedContext : ControllerContext
    {
        public virtual ActionResult Result { get; set; }
    }

    public class AuthorizationContext : ControllerContext
    {
        public virtual ActionDescriptor ActionDescriptor { get; set; }
        public ActionResult Result { get; set; }
    }

    public class ExceptionContext : ControllerContext
    {
        public virtual Exception Exception { get; set; }
        public bool ExceptionHandled { get; set; }
        public ActionResult Result { get; set; }
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
    public class AuthorizeAttribute : FilterAttribute, IAuthorizationFilter
    {
        public string Roles { get; set; }
        public string Users { get; set; }

        protected virtual bool AuthorizeCore(HttpContextBase httpContext) => throw null!;

        protected virtual void HandleUnauthorizedRequest(AuthorizationContext filterContext) => throw null!;

        public virtual void OnAuthorization(AuthorizationContext filterContext) => throw null!;
    }

    public class HandleErrorAttribute : FilterAttribute, IExceptionFilter
    {
        public Type ExceptionType { get; set; }
        public string View { get; set; }

        public virtual void OnException(ExceptionContext filterContext) => throw null!;
    }

    public class OutputCacheAttribute : ActionFilterAttribute
    {
        public int Duration { get; set; }
        public string VaryByParam { get; set; }
        public bool NoStore { get; set; }
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public sealed class ValidateAntiForgeryTokenAttribute : FilterAttribute, IAuthorizationFilter
    {
        public void OnAuthorization(AuthorizationContext filterContext) => throw null!;
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public sealed class ValidateInputAttribute : FilterAttribute, IAuthorizationFilter
    {
        public ValidateInputAttribute(bool enableValidation) { }

        public bool EnableValidation => throw null!;

        public void OnAuthorization(AuthorizationContext filterContext) => throw null!;
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public class RequireHttpsAttribute : FilterAttribute, IAuthorizationFilter
    {
        public virtual void OnAuthorization(AuthorizationContext filterContext) => throw null!;
    }

    [AttributeUsage(AttributeTargets.Property)]
    public sealed class AllowHtmlAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public sealed class AllowAnonymousAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public sealed class OverrideAuthorizationAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Method)]
    public abstract class ActionMethodSelectorAttribute : Attribute { }

    public sealed class HttpGetAttribute : ActionMethodSelectorAttribute { }

    public sealed class HttpPostAttribute : ActionMethodSelectorAttribute { }

    public sealed class HttpPutAttribute : ActionMethodSelectorAttribute { }

    public sealed class HttpDeleteAttribute : ActionMethodSelectorAttribute { }

    public sealed class HttpPatchAttribute : ActionMethodSelectorAttribute { }

    public sealed class NonActionAttribute : ActionMethodSelectorAttribute { }

    [Flags]
    public enum HttpVerbs
    {
        Get = 1,
        Post = 2,
        Put = 4,
        Delete = 8,
        Head = 16,
        Patch = 32,
        Options = 64,
    }

    public sealed class AcceptVerbsAttribute : ActionMethodSelectorAttribute
    {
        public AcceptVerbsAttribute(HttpVerbs verbs) { }

        public AcceptVerbsAttribute(params string[] verbs) { }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ActionNameAttribute : Attribute
    {
        public ActionNameAttribute(string name) { }
    }

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
    public sealed class ChildActionOnlyAttribute : FilterAttribute { }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
    public sealed class RouteAttribute : Attribute
    {
        public RouteAttribute() { }

        public RouteAttribute(string template) { }

        public string Name { get; set; }
    }

    [AttributeUsage(AttributeTargets.Class)]
    public class RoutePrefixAttribute : Attribute
    {
        public RoutePrefixAttribute(string prefix) { }
    }

    [AttributeUsage(AttributeTargets.Class)]
    public class RouteAreaAttribute : Attribute
    {
        public RouteAreaAttribute(string areaName) { }
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Parameter)]
    public sealed class BindAttribute : Attribute
    {
        public string Include { get; set; }
        public string Exclude { get; set; }
        public string Prefix { get; set; }
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Parameter | AttributeTargets.Property)]
    public class ModelBinderAttribute : Attribute
    {
        public ModelBinderAttribute(Type binderType) { }
    }

    [AttributeUsage(AttributeTargets.Class)]
    public class SessionStateAttribute : Attribute
    {
        public SessionStateAttribute(System.Web.SessionState.SessionStateBehavior behavior) { }
    }

    public class GlobalFilterCollection
    {
        public void Add(object filter) => throw null!;
    }

    public static class GlobalFilters
    {
        public static GlobalFilterCollection Filters => throw null!;
    }

    public abstract class AreaRegistration
    {
        public abstract string AreaName { get; }

        public static void RegisterAllAreas() => throw null!;

        public abstract void RegisterArea(AreaRegistrationContext context);
    }

    public class AreaRegistrationContext
    {
        public Route MapRoute(string name, string url, object defaults) => throw null!;
    }

    public sealed class UrlParameter
    {
        private UrlParameter() { }

        public static readonly UrlParameter Optional = null!;
    }

    public static class RouteCollectionExtensions
    {
        public static void IgnoreRoute(this RouteCollection routes, string url) => throw null!;

        public static Route MapRoute(this RouteCollection routes, string name, string url) => throw null!;

        public static Route MapRoute(this RouteCollection routes, string name, string url, object defaults) => throw null!;

        public static Route MapRoute(this RouteCollection routes, string name, string url, object defaults, object constraints) =>
            throw null!;

        public static Route MapRoute(this RouteCollection routes, string name, string url, object defaults, string[] namespaces) =>
            throw null!;

        public static void MapMvcAttributeRoutes(this RouteCollection routes) => throw null!;
    }

    public class UrlHelper
    {
        public UrlHelper() { }

        public UrlHelper(RequestContext requestContext) { }

        public RequestContext RequestContext => throw null!;

        public virtual string Action(string actionName) => throw null!;

        public virtual string Action(string actionName, object routeValues) => throw null!;

        public virtual string Action(string actionName, string controllerName) => throw null!;

        public virtual string Action(string actionName, string controllerName, object routeValues) => throw null!;

        public virtual string Action(string actionName, string controllerName, object routeValues, string protocol) => throw null!;

        public virtual string Content(string contentPath) => throw null!;

        public virtual string Encode(string url) => throw null!;

        public virtual bool IsLocalUrl(string url) => throw null!;

        public virtual string RouteUrl(object routeValues) => throw null!;

        public virtual string RouteUrl(string routeName, object routeValues) => throw null!;
    }

    public class MvcHtmlString : HtmlString
    {
        public static readonly MvcHtmlString Empty = null!;

        public MvcHtmlString(string value)
            : base(value) { }

        public static MvcHtmlString Create(string value) => throw null!;

        public static bool IsNullOrEmpty(MvcHtmlString value) => throw null!;
    }

    public enum TagRenderMode
    {
        Normal,
        StartTag,
        EndTag,
        SelfClosing,
    }

    public class TagBuilder
    {
        public TagBuilder(string tagName) { }

        public IDictionary<string, string> Attributes => throw null!;
        public string InnerHtml { get; set; }
        public string TagName => throw null!;

        public void AddCssClass(string value) => throw null!;

        public void MergeAttribute(string key, string value) => throw null!;

        public void MergeAttribute(string key, string value, bool replaceExisting) => throw null!;

        public void SetInnerText(string innerText) => throw null!;

        public string ToString(TagRenderMode renderMode) => throw null!;
    }

    public interface IViewDataContainer
    {
        ViewDataDictionary ViewData { get; set; }
    }

    public class HtmlHelper
    {
        public HtmlHelper(ViewContext viewContext, IViewDataContainer viewDataContainer) { }

        public dynamic ViewBag => throw null!;
        public ViewContext ViewContext => throw null!;
        public ViewDataDictionary ViewData => throw null!;

        public MvcHtmlString AntiForgeryToken() => throw null!;

        public string AttributeEncode(string value) => throw null!;

        public string AttributeEncode(object value) => throw null!;

        public string Encode(string value) => throw null!;

        public string Encode(object value) => throw null!;

        public IHtmlString Raw(string value) => throw null!;

        public IHtmlString Raw(object value) => throw null!;
    }

    public class HtmlHelper<TModel> : HtmlHelper
    {
        public HtmlHelper(ViewContext viewContext, IViewDataContainer viewDataContainer)
            : base(viewContext, viewDataContainer) { }

        public new ViewDataDictionary<TModel> ViewData => throw null!;
    }

    public class AjaxHelper
    {
        public string JavaScriptStringEncode(string message) => throw null!;
    }

    public class AjaxHelper<TModel> : AjaxHelper { }

    public abstract class WebViewPage : System.Web.WebPages.WebPageBase, IViewDataContainer
    {
        public AjaxHelper<object> Ajax { get; set; }
        public HtmlHelper<object> Html { get; set; }
        public object Model => throw null!;
        public TempDataDictionary TempData => throw null!;
        public UrlHelper Url { get; set; }
        public dynamic ViewBag => throw null!;
        public ViewContext ViewContext { get; set; }
        public ViewDataDictionary ViewData { get; set; }
    }

    public abstract class WebViewPage<TModel> : WebViewPage
    {
        public new AjaxHelper<TModel> Ajax { get; set; }
        public new HtmlHelper<TModel> Html { get; set; }
        public new TModel Model => throw null!;
        public new ViewDataDictionary<TModel> ViewData { get; set; }
    }

    public class ViewPage : System.Web.UI.Page, IViewDataContainer
    {
        public HtmlHelper<object> Html { get; set; }
        public object Model => throw null!;
        public UrlHelper Url { get; set; }
        public dynamic ViewBag => throw null!;
        public ViewDataDictionary ViewData { get; set; }
    }

    public class ViewPage<TModel> : ViewPage
    {
        public new HtmlHelper<TModel> Html { get; set; }
        public new TModel Model => throw null!;
    }

    public class ViewUserControl<TModel> : System.Web.UI.UserControl
    {
        public HtmlHelper<TModel> Html { get; set; }
        public TModel Model => throw null!;
        public UrlHelper Url => throw null!;
    }
}

namespace System.Web.WebPages
{
    public abstract class WebPageBase
    {
        public HttpContextBase Context { get; set; }
        public HttpRequestBase Request => throw null!;
        public HttpResponseBase Response => throw null!;
        public HttpServerUtilityBase Server => throw null!;
        public HttpSessionStateBase Session => throw null!;
        public IPrincipal User => throw null!;
        public string Layout { get; set; }
        public dynamic Page => throw null!;
        public TextWriter Output => throw null!;
        public abstract void Execute();

        public string Href(string path, params object[] pathParts) => throw null!;

        public HelperResult RenderBody() => throw null!;

        public HelperResult RenderPage(string path, params object[] data) => throw null!;

        public HelperResult RenderSection(string name) => throw null!;

        public HelperResult RenderSection(string name, bool required) => throw null!;

        public bool IsSectionDefined(string name) => throw null!;

        public virtual void Write(object value) => throw null!;

        public virtual void WriteLiteral(object value) => throw null!;
    }

    public class HelperResult : IHtmlString
    {
        public HelperResult(Action<TextWriter> action) { }

        public string ToHtmlString() => throw null!;
    }
}

namespace System.Web.Helpers
{
    public static class AntiForgery
    {
        public static HtmlString GetHtml() => throw null!;

        public static void GetTokens(string oldCookieToken, out string newCookieToken, out string formToken) => throw null!;

        public static void Validate() => throw null!;

        public static void Validate(string cookieToken, string formToken) => throw null!;
    }

    public static class AntiForgeryConfig
    {
        public static bool RequireSsl { get; set; }
        public static string CookieName { get; set; }
        public static string UniqueClaimTypeIdentifier { get; set; }
    }

    public static class Crypto
    {
        public static string GenerateSalt(int byteLength = 16) => throw null!;

        public static string Hash(string input, string algorithm = "sha256") => throw null!;

        public static string HashPassword(string password) => throw null!;

        public static string SHA1(string input) => throw null!;

        public static string SHA256(string input) => throw null!;

        public static bool VerifyHashedPassword(string hashedPassword, string password) => throw null!;
    }

    public static class Json
    {
        public static string Encode(object value) => throw null!;

        public static dynamic Decode(string value) => throw null!;

        public static T Decode<T>(string value) => throw null!;
    }
}

namespace System.Web.Optimization
{
    public class Bundle
    {
        public Bundle(string virtualPath) { }

        public virtual Bundle Include(params string[] virtualPaths) => throw null!;
    }

    public class ScriptBundle : Bundle
    {
        public ScriptBundle(string virtualPath)
            : base(virtualPath) { }
    }

    public class StyleBundle : Bundle
    {
        public StyleBundle(string virtualPath)
            : base(virtualPath) { }
    }

    public class BundleCollection
    {
        public void Add(Bundle bundle) => throw null!;
    }

    public static class BundleTable
    {
        public static BundleCollection Bundles => throw null!;
        public static bool EnableOptimizations { get; set; }
    }

    public static class Scripts
    {
        public static IHtmlString Render(params string[] paths) => throw null!;
    }

    public static class Styles
    {
        public static IHtmlString Render(params string[] paths) => throw null!;
    }
}

namespace System.Web.Mvc
{
    public enum FormMethod
    {
        Get,
        Post,
    }
}

namespace System.Web.Mvc.Html
{
    public static class LinkExtensions
    {
        public static MvcHtmlString ActionLink(this HtmlHelper htmlHelper, string linkText, string actionName) => throw null!;

        public static MvcHtmlString ActionLink(this HtmlHelper htmlHelper, string linkText, string actionName, object routeValues) =>
            throw null!;

        public static MvcHtmlString ActionLink(
            this HtmlHelper htmlHelper,
            string linkText,
            string actionName,
            object routeValues,
            object htmlAttributes
        ) => throw null!;

        public static MvcHtmlString ActionLink(this HtmlHelper htmlHelper, string linkText, string actionName, string controllerName) =>
            throw null!;

        public static MvcHtmlString ActionLink(
            this HtmlHelper htmlHelper,
            string linkText,
            string actionName,
            string controllerName,
            object routeValues,
            object htmlAttributes
        ) => throw null!;

        public static MvcHtmlString RouteLink(this HtmlHelper htmlHelper, string linkText, object routeValues) => throw null!;

        public static MvcHtmlString RouteLink(this HtmlHelper htmlHelper, string linkText, string routeName, object routeValues) =>
            throw null!;
    }

    public static class InputExtensions
    {
        public static MvcHtmlString TextBox(this HtmlHelper htmlHelper, string name) => throw null!;

        public static MvcHtmlString TextBox(this HtmlHelper htmlHelper, string name, object value) => throw null!;

        public static MvcHtmlString TextBox(this HtmlHelper htmlHelper, string name, object value, object htmlAttributes) => throw null!;

        public static MvcHtmlString Password(this HtmlHelper htmlHelper, string name) => throw null!;

        public static MvcHtmlString Password(this HtmlHelper htmlHelper, string name, object value) => throw null!;

        public static MvcHtmlString Password(this HtmlHelper htmlHelper, string name, object value, object htmlAttributes) => throw null!;

        public static MvcHtmlString Hidden(this HtmlHelper htmlHelper, string name) => throw null!;

        public static MvcHtmlString Hidden(this HtmlHelper htmlHelper, string name, object value) => throw null!;

        public static MvcHtmlString Hidden(this HtmlHelper htmlHelper, string name, object value, object htmlAttributes) => throw null!;

        public static MvcHtmlString CheckBox(this HtmlHelper htmlHelper, string name) => throw null!;

        public static MvcHtmlString CheckBox(this HtmlHelper htmlHelper, string name, bool isChecked) => throw null!;

        public static MvcHtmlString CheckBox(this HtmlHelper htmlHelper, string name, bool isChecked, object htmlAttributes) => throw null!;

        public static MvcHtmlString RadioButton(this HtmlHelper htmlHelper, string name, object value) => throw null!;

        public static MvcHtmlString TextBoxFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression
        ) => throw null!;

        public static MvcHtmlString TextBoxFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            object htmlAttributes
        ) => throw null!;

        public static MvcHtmlString TextBoxFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            IDictionary<string, object> htmlAttributes
        ) => throw null!;

        public static MvcHtmlString PasswordFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression
        ) => throw null!;

        public static MvcHtmlString PasswordFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            object htmlAttributes
        ) => throw null!;

        public static MvcHtmlString PasswordFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            IDictionary<string, object> htmlAttributes
        ) => throw null!;

        public static MvcHtmlString HiddenFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression
        ) => throw null!;

        public static MvcHtmlString HiddenFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            object htmlAttributes
        ) => throw null!;

        public static MvcHtmlString HiddenFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            IDictionary<string, object> htmlAttributes
        ) => throw null!;

        public static MvcHtmlString TextBoxFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            string format
        ) => throw null!;

        public static MvcHtmlString TextBoxFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            string format,
            object htmlAttributes
        ) => throw null!;

        public static MvcHtmlString CheckBoxFor<TModel>(this HtmlHelper<TModel> htmlHelper, Expression<Func<TModel, bool>> expression) =>
            throw null!;

        public static MvcHtmlString CheckBoxFor<TModel>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, bool>> expression,
            object htmlAttributes
        ) => throw null!;

        public static MvcHtmlString RadioButtonFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            object value
        ) => throw null!;

        public static MvcHtmlString RadioButtonFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            object value,
            object htmlAttributes
        ) => throw null!;
    }

    public static class TextAreaExtensions
    {
        public static MvcHtmlString TextArea(this HtmlHelper htmlHelper, string name) => throw null!;

        public static MvcHtmlString TextArea(this HtmlHelper htmlHelper, string name, string value) => throw null!;

        public static MvcHtmlString TextArea(this HtmlHelper htmlHelper, string name, string value, object htmlAttributes) => throw null!;

        public static MvcHtmlString TextAreaFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression
        ) => throw null!;

        public static MvcHtmlString TextAreaFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            object htmlAttributes
        ) => throw null!;

        public static MvcHtmlString TextAreaFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            int rows,
            int columns,
            object htmlAttributes
        ) => throw null!;
    }

    public static class LabelExtensions
    {
        public static MvcHtmlString Label(this HtmlHelper htmlHelper, string expression) => throw null!;

        public static MvcHtmlString Label(this HtmlHelper htmlHelper, string expression, string labelText) => throw null!;

        public static MvcHtmlString LabelFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression
        ) => throw null!;

        public static MvcHtmlString LabelFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            object htmlAttributes
        ) => throw null!;

        public static MvcHtmlString LabelFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            string labelText
        ) => throw null!;

        public static MvcHtmlString LabelFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            string labelText,
            object htmlAttributes
        ) => throw null!;
    }

    public static class SelectExtensions
    {
        public static MvcHtmlString DropDownList(this HtmlHelper htmlHelper, string name) => throw null!;

        public static MvcHtmlString DropDownList(this HtmlHelper htmlHelper, string name, string optionLabel) => throw null!;

        public static MvcHtmlString DropDownList(this HtmlHelper htmlHelper, string name, IEnumerable<SelectListItem> selectList) =>
            throw null!;

        public static MvcHtmlString DropDownList(
            this HtmlHelper htmlHelper,
            string name,
            IEnumerable<SelectListItem> selectList,
            object htmlAttributes
        ) => throw null!;

        public static MvcHtmlString DropDownList(
            this HtmlHelper htmlHelper,
            string name,
            IEnumerable<SelectListItem> selectList,
            string optionLabel
        ) => throw null!;

        public static MvcHtmlString DropDownListFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            IEnumerable<SelectListItem> selectList
        ) => throw null!;

        public static MvcHtmlString DropDownListFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            IEnumerable<SelectListItem> selectList,
            object htmlAttributes
        ) => throw null!;

        public static MvcHtmlString ListBoxFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            IEnumerable<SelectListItem> selectList
        ) => throw null!;

        public static MvcHtmlString ListBoxFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            IEnumerable<SelectListItem> selectList,
            object htmlAttributes
        ) => throw null!;

        public static MvcHtmlString DropDownListFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            IEnumerable<SelectListItem> selectList,
            string optionLabel
        ) => throw null!;

        public static MvcHtmlString DropDownListFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            IEnumerable<SelectListItem> selectList,
            string optionLabel,
            object htmlAttributes
        ) => throw null!;
    }

    public static class DisplayExtensions
    {
        public static MvcHtmlString Display(this HtmlHelper htmlHelper, string expression) => throw null!;

        public static MvcHtmlString DisplayFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression
        ) => throw null!;

        public static MvcHtmlString DisplayFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            string templateName
        ) => throw null!;

        public static MvcHtmlString DisplayTextFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression
        ) => throw null!;

        public static MvcHtmlString DisplayNameFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression
        ) => throw null!;

        public static MvcHtmlString DisplayNameFor<TModel, TProperty>(
            this HtmlHelper<IEnumerable<TModel>> htmlHelper,
            Expression<Func<TModel, TProperty>> expression
        ) => throw null!;

        public static MvcHtmlString DisplayForModel(this HtmlHelper htmlHelper) => throw null!;

        public static MvcHtmlString ValueFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression
        ) => throw null!;
    }

    public static class EditorExtensions
    {
        public static MvcHtmlString Editor(this HtmlHelper htmlHelper, string expression) => throw null!;

        public static MvcHtmlString EditorFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression
        ) => throw null!;

        public static MvcHtmlString EditorFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            object additionalViewData
        ) => throw null!;

        public static MvcHtmlString EditorFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            string templateName
        ) => throw null!;

        public static MvcHtmlString EditorForModel(this HtmlHelper htmlHelper) => throw null!;
    }

    public static class ValidationExtensions
    {
        public static MvcHtmlString ValidationMessageFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression
        ) => throw null!;

        public static MvcHtmlString ValidationMessageFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            string validationMessage
        ) => throw null!;

        public static MvcHtmlString ValidationMessageFor<TModel, TProperty>(
            this HtmlHelper<TModel> htmlHelper,
            Expression<Func<TModel, TProperty>> expression,
            string validationMessage,
            object htmlAttributes
        ) => throw null!;

        public static MvcHtmlString ValidationMessage(this HtmlHelper htmlHelper, string modelName) => throw null!;

        public static MvcHtmlString ValidationSummary(this HtmlHelper htmlHelper) => throw null!;

        public static MvcHtmlString ValidationSummary(this HtmlHelper htmlHelper, bool excludePropertyErrors) => throw null!;

        public static MvcHtmlString ValidationSummary(this HtmlHelper htmlHelper, string message) => throw null!;

        public static MvcHtmlString ValidationSummary(this HtmlHelper htmlHelper, bool excludePropertyErrors, string message) =>
            throw null!;

        public static MvcHtmlString ValidationSummary(
            this HtmlHelper htmlHelper,
            bool excludePropertyErrors,
            string message,
            object htmlAttributes
        ) => throw null!;
    }

    public static class FormExtensions
    {
        public static MvcForm BeginForm(this HtmlHelper htmlHelper) => throw null!;

        public static MvcForm BeginForm(this HtmlHelper htmlHelper, object routeValues) => throw null!;

        public static MvcForm BeginForm(this HtmlHelper htmlHelper, string actionName, string controllerName) => throw null!;

        public static MvcForm BeginForm(this HtmlHelper htmlHelper, string actionName, string controllerName, object routeValues) =>
            throw null!;

        public static MvcForm BeginForm(this HtmlHelper htmlHelper, string actionName, string controllerName, FormMethod method) =>
            throw null!;

        public static MvcForm BeginForm(
            this HtmlHelper htmlHelper,
            string actionName,
            string controllerName,
            FormMethod method,
            object htmlAttributes
        ) => throw null!;

        public static MvcForm BeginForm(
            this HtmlHelper htmlHelper,
            string actionName,
            string controllerName,
            object routeValues,
            FormMethod method,
            object htmlAttributes
        ) => throw null!;

        public static void EndForm(this HtmlHelper htmlHelper) => throw null!;
    }

    public static class PartialExtensions
    {
        public static MvcHtmlString Partial(this HtmlHelper htmlHelper, string partialViewName) => throw null!;

        public static void RenderPartial(this HtmlHelper htmlHelper, string partialViewName) => throw null!;

        public static MvcHtmlString Partial(this HtmlHelper htmlHelper, string partialViewName, object model) => throw null!;

        public static void RenderPartial(this HtmlHelper htmlHelper, string partialViewName, object model) => throw null!;

        public static MvcHtmlString Partial(this HtmlHelper htmlHelper, string partialViewName, ViewDataDictionary viewData) => throw null!;

        public static void RenderPartial(this HtmlHelper htmlHelper, string partialViewName, ViewDataDictionary viewData) => throw null!;

        public static MvcHtmlString Partial(
            this HtmlHelper htmlHelper,
            string partialViewName,
            object model,
            ViewDataDictionary viewData
        ) => throw null!;

        public static void RenderPartial(this HtmlHelper htmlHelper, string partialViewName, object model, ViewDataDictionary viewData) =>
            throw null!;
    }

    public static class ChildActionExtensions
    {
        public static MvcHtmlString Action(this HtmlHelper htmlHelper, string actionName) => throw null!;

        public static void RenderAction(this HtmlHelper htmlHelper, string actionName) => throw null!;

        public static MvcHtmlString Action(this HtmlHelper htmlHelper, string actionName, object routeValues) => throw null!;

        public static void RenderAction(this HtmlHelper htmlHelper, string actionName, object routeValues) => throw null!;

        public static MvcHtmlString Action(this HtmlHelper htmlHelper, string actionName, string controllerName) => throw null!;

        public static void RenderAction(this HtmlHelper htmlHelper, string actionName, string controllerName) => throw null!;

        public static MvcHtmlString Action(this HtmlHelper htmlHelper, string actionName, string controllerName, object routeValues) =>
            throw null!;

        public static void RenderAction(this HtmlHelper htmlHelper, string actionName, string controllerName, object routeValues) =>
            throw null!;
    }

    public class MvcForm : IDisposable
    {
        public MvcForm(ViewContext viewContext) { }

        public void EndForm() => throw null!;

        public void Dispose() => throw null!;
    }
}

namespace System.Web.Mvc.Ajax
{
    public class AjaxOptions
    {
        public string Confirm { get; set; }
        public string HttpMethod { get; set; }
        public string OnSuccess { get; set; }
        public string UpdateTargetId { get; set; }
        public string Url { get; set; }
    }

    public static class AjaxExtensions
    {
        public static MvcHtmlString ActionLink(
            this AjaxHelper ajaxHelper,
            string linkText,
            string actionName,
            object routeValues,
            AjaxOptions ajaxOptions
        ) => throw null!;

        public static Html.MvcForm BeginForm(this AjaxHelper ajaxHelper, string actionName, AjaxOptions ajaxOptions) => throw null!;

        public static Html.MvcForm BeginForm(
            this AjaxHelper ajaxHelper,
            string actionName,
            string controllerName,
            AjaxOptions ajaxOptions
        ) => throw null!;
    }
}

namespace System.Web.Mvc.Filters
{
    public interface IAuthenticationFilter
    {
        void OnAuthentication(AuthenticationContext filterContext);
        void OnAuthenticationChallenge(AuthenticationChallengeContext filterContext);
    }

    public class AuthenticationContext : ControllerContext
    {
        public IPrincipal Principal { get; set; }
        public ActionResult Result { get; set; }
    }

    public class AuthenticationChallengeContext : ControllerContext
    {
        public ActionResult Result { get; set; }
    }
}
