// namespaces: Owin, Microsoft.Owin, Microsoft.Owin.Security, Microsoft.Owin.Security.Cookies, Microsoft.AspNet.Identity, Microsoft.AspNet.Identity.EntityFramework, Microsoft.AspNet.Identity.Owin, Microsoft.AspNet.SignalR, Microsoft.AspNet.SignalR.Hubs
// world: framework
// OWIN, ASP.NET Identity 2 and SignalR 2; signatures only.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Claims;
using System.Security.Principal;
using System.Threading.Tasks;

namespace Owin
{
    public interface IAppBuilder
    {
        IDictionary<string, object> Properties { get; }
        IAppBuilder Use(object middleware, params object[] args);
    }

    public static class AppBuilderUseExtensions
    {
        public static IAppBuilder Use<T>(this IAppBuilder app, params object[] args) => throw null!;

        public static IAppBuilder Use(this IAppBuilder app, Func<Microsoft.Owin.IOwinContext, Func<Task>, Task> handler) => throw null!;

        public static void Run(this IAppBuilder app, Func<Microsoft.Owin.IOwinContext, Task> handler) => throw null!;

        public static IAppBuilder UseCookieAuthentication(
            this IAppBuilder app,
            Microsoft.Owin.Security.Cookies.CookieAuthenticationOptions options
        ) => throw null!;

        public static IAppBuilder UseCors(this IAppBuilder app, object options) => throw null!;

        public static IAppBuilder MapSignalR(this IAppBuilder app) => throw null!;

        public static IAppBuilder CreatePerOwinContext<T>(this IAppBuilder app, Func<T> createCallback)
            where T : class, IDisposable => throw null!;

        public static IAppBuilder UseWebApi(this IAppBuilder builder, System.Web.Http.HttpConfiguration configuration) => throw null!;
    }
}

namespace Microsoft.Owin
{
    [AttributeUsage(AttributeTargets.Assembly)]
    public sealed class OwinStartupAttribute : Attribute
    {
        public OwinStartupAttribute(Type startupType) { }
    }

    public interface IReadableStringCollection : IEnumerable<KeyValuePair<string, string[]>>
    {
        string this[string key] { get; }
        string Get(string key);
        IList<string> GetValues(string key);
    }

    public interface IFormCollection : IReadableStringCollection { }

    public interface IHeaderDictionary : IReadableStringCollection, IDictionary<string, string[]>
    {
        new string this[string key] { get; set; }
        void Append(string key, string value);
        void Set(string key, string value);
    }

    public class RequestCookieCollection : IEnumerable<KeyValuePair<string, string>>
    {
        public string this[string key] => throw null!;

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => throw null!;

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null!;
    }

    public class CookieOptions
    {
        public string Domain { get; set; }
        public string Path { get; set; }
        public DateTime? Expires { get; set; }
        public bool Secure { get; set; }
        public bool HttpOnly { get; set; }
    }

    public class ResponseCookieCollection
    {
        public void Append(string key, string value) => throw null!;

        public void Append(string key, string value, CookieOptions options) => throw null!;

        public void Delete(string key) => throw null!;
    }

    public struct PathString
    {
        public PathString(string value) => throw null!;

        public string Value => throw null!;

        public bool StartsWithSegments(PathString other) => throw null!;
    }

    public struct QueryString
    {
        public string Value => throw null!;
    }

    public interface IOwinRequest
    {
        IOwinContext Context { get; }
        string Method { get; set; }
        string Scheme { get; set; }
        PathString Path { get; set; }
        QueryString QueryString { get; set; }
        Uri Uri { get; }
        Stream Body { get; set; }
        IReadableStringCollection Query { get; }
        IHeaderDictionary Headers { get; }
        RequestCookieCollection Cookies { get; }
        IPrincipal User { get; set; }
        string RemoteIpAddress { get; set; }
        Task<IFormCollection> ReadFormAsync();
        T Get<T>(string key);
    }

    public interface IOwinResponse
    {
        int StatusCode { get; set; }
        string ContentType { get; set; }
        Stream Body { get; set; }
        IHeaderDictionary Headers { get; }
        ResponseCookieCollection Cookies { get; }
        void Redirect(string location);
        void Write(string text);
        void Write(byte[] data);
        Task WriteAsync(string text);
    }

    public interface IOwinContext
    {
        IOwinRequest Request { get; }
        IOwinResponse Response { get; }
        IDictionary<string, object> Environment { get; }
        Security.IAuthenticationManager Authentication { get; }
        T Get<T>(string key);
    }

    public abstract class OwinMiddleware
    {
        protected OwinMiddleware(OwinMiddleware next) { }

        protected OwinMiddleware Next { get; set; }
        public abstract Task Invoke(IOwinContext context);
    }
}

namespace Microsoft.Owin.Security
{
    public interface IAuthenticationManager
    {
        ClaimsPrincipal User { get; set; }
        void SignIn(params ClaimsIdentity[] identities);
        void SignIn(AuthenticationProperties properties, params ClaimsIdentity[] identities);
        void SignOut(params string[] authenticationTypes);
        void Challenge(AuthenticationProperties properties, params string[] authenticationTypes);
    }

    public class AuthenticationProperties
    {
        public bool IsPersistent { get; set; }
        public string RedirectUri { get; set; }
        public DateTimeOffset? ExpiresUtc { get; set; }
    }

    public abstract class AuthenticationOptions
    {
        public string AuthenticationType { get; set; }
    }
}

namespace Microsoft.Owin.Security.Cookies
{
    public enum CookieSecureOption
    {
        SameAsRequest,
        Never,
        Always,
    }

    public class CookieAuthenticationOptions : AuthenticationOptions
    {
        public string CookieName { get; set; }
        public bool CookieHttpOnly { get; set; }
        public CookieSecureOption CookieSecure { get; set; }
        public TimeSpan ExpireTimeSpan { get; set; }
        public bool SlidingExpiration { get; set; }
        public PathString LoginPath { get; set; }
    }
}

namespace Microsoft.AspNet.Identity
{
    public interface IUser<out TKey>
    {
        TKey Id { get; }
        string UserName { get; set; }
    }

    public interface IUser : IUser<string> { }

    public class IdentityResult
    {
        public IdentityResult(params string[] errors) { }

        public bool Succeeded => throw null!;
        public IEnumerable<string> Errors => throw null!;
        public static IdentityResult Success => throw null!;
    }

    public class PasswordValidator
    {
        public int RequiredLength { get; set; }
        public bool RequireNonLetterOrDigit { get; set; }
        public bool RequireLowercase { get; set; }
        public bool RequireUppercase { get; set; }
        public bool RequireDigit { get; set; }
    }

    public class UserManager<TUser, TKey> : IDisposable
        where TUser : class, IUser<TKey>
        where TKey : IEquatable<TKey>
    {
        public PasswordValidator PasswordValidator { get; set; }
        public bool UserLockoutEnabledByDefault { get; set; }
        public int MaxFailedAccessAttemptsBeforeLockout { get; set; }
        public virtual IQueryable<TUser> Users => throw null!;

        public virtual Task<IdentityResult> CreateAsync(TUser user, string password) => throw null!;

        public virtual Task<IdentityResult> UpdateAsync(TUser user) => throw null!;

        public virtual Task<TUser> FindAsync(string userName, string password) => throw null!;

        public virtual Task<TUser> FindByIdAsync(TKey userId) => throw null!;

        public virtual Task<TUser> FindByNameAsync(string userName) => throw null!;

        public virtual Task<TUser> FindByEmailAsync(string email) => throw null!;

        public virtual Task<bool> CheckPasswordAsync(TUser user, string password) => throw null!;

        public virtual Task<IdentityResult> AddToRoleAsync(TKey userId, string role) => throw null!;

        public virtual Task<bool> IsInRoleAsync(TKey userId, string role) => throw null!;

        public virtual Task<IdentityResult> ChangePasswordAsync(TKey userId, string currentPassword, string newPassword) => throw null!;

        public virtual Task<IdentityResult> ResetPasswordAsync(TKey userId, string token, string newPassword) => throw null!;

        public virtual Task<ClaimsIdentity> CreateIdentityAsync(TUser user, string authenticationType) => throw null!;

        public void Dispose() => throw null!;
    }

    public class UserManager<TUser> : UserManager<TUser, string>
        where TUser : class, IUser<string>
    {
        public UserManager(object store) { }
    }

    public static class DefaultAuthenticationTypes
    {
        public const string ApplicationCookie = "ApplicationCookie";
        public const string ExternalCookie = "ExternalCookie";
    }

    public static class IdentityExtensions
    {
        public static string GetUserId(this IIdentity identity) => throw null!;

        public static T GetUserId<T>(this IIdentity identity)
            where T : IConvertible => throw null!;

        public static string GetUserName(this IIdentity identity) => throw null!;
    }
}

namespace Microsoft.AspNet.Identity.EntityFramework
{
    public class IdentityUser : IUser
    {
        public virtual string Id { get; set; }
        public virtual string UserName { get; set; }
        public virtual string Email { get; set; }
        public virtual string PasswordHash { get; set; }
        public virtual string PhoneNumber { get; set; }
    }

    public class IdentityDbContext<TUser> : System.Data.Entity.DbContext
        where TUser : IdentityUser
    {
        public IdentityDbContext() { }

        public IdentityDbContext(string nameOrConnectionString) { }

        public IdentityDbContext(string nameOrConnectionString, bool throwIfV1Schema) { }

        public virtual System.Data.Entity.IDbSet<TUser> Users { get; set; }
    }

    public class UserStore<TUser>
        where TUser : IdentityUser
    {
        public UserStore(System.Data.Entity.DbContext context) { }
    }
}

namespace Microsoft.AspNet.Identity.Owin
{
    public enum SignInStatus
    {
        Success,
        LockedOut,
        RequiresVerification,
        Failure,
    }

    public class SignInManager<TUser, TKey>
        where TUser : class, IUser<TKey>
        where TKey : IEquatable<TKey>
    {
        public virtual Task SignInAsync(TUser user, bool isPersistent, bool rememberBrowser) => throw null!;

        public virtual Task<SignInStatus> PasswordSignInAsync(string userName, string password, bool isPersistent, bool shouldLockout) =>
            throw null!;
    }
}

namespace Microsoft.AspNet.SignalR
{
    public abstract class Hub : IDisposable
    {
        public Hubs.HubCallerContext Context { get; set; }
        public dynamic Clients => throw null!;
        public dynamic Groups => throw null!;

        public virtual Task OnConnected() => throw null!;

        public virtual Task OnDisconnected(bool stopCalled) => throw null!;

        public void Dispose() => throw null!;
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public class AuthorizeAttribute : Attribute
    {
        public string Roles { get; set; }
        public string Users { get; set; }
    }

    public static class GlobalHost
    {
        public static dynamic ConnectionManager => throw null!;
    }
}

namespace Microsoft.AspNet.SignalR.Hubs
{
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class HubNameAttribute : Attribute
    {
        public HubNameAttribute(string hubName) { }
    }

    public class HubCallerContext
    {
        public string ConnectionId => throw null!;
        public IPrincipal User => throw null!;
        public System.Collections.Specialized.NameValueCollection QueryString => throw null!;
    }
}
