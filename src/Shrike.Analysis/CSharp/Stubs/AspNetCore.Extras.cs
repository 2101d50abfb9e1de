// namespaces: Microsoft.AspNetCore.Authentication.JwtBearer, Microsoft.AspNetCore.Identity.EntityFrameworkCore, Microsoft.AspNetCore.Mvc.NewtonsoftJson
// world: modern
// Parts of ASP.NET Core that come as packages; signatures only.
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.AspNetCore.Authentication.JwtBearer
{
    public static class JwtBearerDefaults
    {
        public const string AuthenticationScheme = "Bearer";
    }

    public class JwtBearerOptions : AuthenticationSchemeOptions
    {
        public bool RequireHttpsMetadata { get; set; }
        public string MetadataAddress { get; set; }
        public string Authority { get; set; }
        public string Audience { get; set; }
        public string Challenge { get; set; }
        public bool SaveToken { get; set; }
        public bool IncludeErrorDetails { get; set; }
        public bool MapInboundClaims { get; set; }
        public TokenValidationParameters TokenValidationParameters { get; set; }
        public System.Net.Http.HttpMessageHandler BackchannelHttpHandler { get; set; }
        public new JwtBearerEvents Events { get; set; }
    }

    public class JwtBearerEvents
    {
        public Func<MessageReceivedContext, Task> OnMessageReceived { get; set; }
        public Func<TokenValidatedContext, Task> OnTokenValidated { get; set; }
        public Func<AuthenticationFailedContext, Task> OnAuthenticationFailed { get; set; }
        public Func<JwtBearerChallengeContext, Task> OnChallenge { get; set; }
    }

    public class MessageReceivedContext
    {
        public HttpContext HttpContext => throw null!;
        public HttpRequest Request => throw null!;
        public string Token { get; set; }
    }

    public class TokenValidatedContext
    {
        public HttpContext HttpContext => throw null!;
        public System.Security.Claims.ClaimsPrincipal Principal { get; set; }
        public SecurityToken SecurityToken { get; set; }

        public void Fail(string failureMessage) => throw null!;
    }

    public class AuthenticationFailedContext
    {
        public HttpContext HttpContext => throw null!;
        public HttpResponse Response => throw null!;
        public Exception Exception { get; set; }
    }

    public class JwtBearerChallengeContext
    {
        public HttpContext HttpContext => throw null!;
        public HttpResponse Response => throw null!;
        public string Error { get; set; }
        public string ErrorDescription { get; set; }

        public void HandleResponse() => throw null!;
    }
}

namespace Microsoft.AspNetCore.Identity.EntityFrameworkCore
{
    public class IdentityDbContext<TUser, TRole, TKey> : DbContext
        where TUser : IdentityUser<TKey>
        where TRole : IdentityRole<TKey>
        where TKey : IEquatable<TKey>
    {
        protected IdentityDbContext() { }

        public IdentityDbContext(DbContextOptions options)
            : base(options) { }

        public virtual DbSet<TUser> Users { get; set; }
        public virtual DbSet<TRole> Roles { get; set; }
        public virtual DbSet<IdentityUserRole<TKey>> UserRoles { get; set; }
        public virtual DbSet<IdentityUserClaim<TKey>> UserClaims { get; set; }
        public virtual DbSet<IdentityUserLogin<TKey>> UserLogins { get; set; }
    }

    public class IdentityDbContext<TUser> : IdentityDbContext<TUser, IdentityRole, string>
        where TUser : IdentityUser
    {
        protected IdentityDbContext() { }

        public IdentityDbContext(DbContextOptions options)
            : base(options) { }
    }

    public class IdentityDbContext : IdentityDbContext<IdentityUser>
    {
        protected IdentityDbContext() { }

        public IdentityDbContext(DbContextOptions options)
            : base(options) { }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class JwtBearerExtensions
    {
        public static AuthenticationBuilder AddJwtBearer(this AuthenticationBuilder builder) => throw null!;

        public static AuthenticationBuilder AddJwtBearer(this AuthenticationBuilder builder, Action<JwtBearerOptions> configureOptions) =>
            throw null!;

        public static AuthenticationBuilder AddJwtBearer(
            this AuthenticationBuilder builder,
            string authenticationScheme,
            Action<JwtBearerOptions> configureOptions
        ) => throw null!;
    }

    public static class IdentityEntityFrameworkBuilderExtensions
    {
        public static IdentityBuilder AddEntityFrameworkStores<TContext>(this IdentityBuilder builder)
            where TContext : DbContext => throw null!;
    }

    public static class IdentityServiceCollectionUIExtensions
    {
        public static IdentityBuilder AddDefaultIdentity<TUser>(this IServiceCollection services, Action<IdentityOptions> configureOptions)
            where TUser : class => throw null!;
    }

    public static class NewtonsoftJsonMvcBuilderExtensions
    {
        public static IMvcBuilder AddNewtonsoftJson(this IMvcBuilder builder) => throw null!;

        public static IMvcBuilder AddNewtonsoftJson(
            this IMvcBuilder builder,
            Action<Microsoft.AspNetCore.Mvc.MvcNewtonsoftJsonOptions> setupAction
        ) => throw null!;
    }

    public static class MediatRServiceCollectionExtensions
    {
        public static IServiceCollection AddMediatR(this IServiceCollection services, params System.Reflection.Assembly[] assemblies) =>
            throw null!;
    }
}

namespace Microsoft.AspNetCore.Mvc
{
    public class MvcNewtonsoftJsonOptions
    {
        public Newtonsoft.Json.JsonSerializerSettings SerializerSettings => throw null!;
    }
}

namespace Microsoft.AspNetCore.Mvc.NewtonsoftJson
{
    public class NewtonsoftJsonOutputFormatter { }
}
