// namespaces: Microsoft.IdentityModel.Tokens, System.IdentityModel.Tokens.Jwt, Microsoft.IdentityModel.JsonWebTokens
// world: both
// Tokens of Microsoft.IdentityModel; signatures only.
using System;
using System.Collections.Generic;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;

namespace Microsoft.IdentityModel.Tokens
{
    public abstract class SecurityKey
    {
        public abstract int KeySize { get; }
        public string KeyId { get; set; }
    }

    public class SymmetricSecurityKey : SecurityKey
    {
        public SymmetricSecurityKey(byte[] key) { }

        public override int KeySize => throw null!;
        public byte[] Key => throw null!;
    }

    public class RsaSecurityKey : SecurityKey
    {
        public RsaSecurityKey(RSA rsa) { }

        public RsaSecurityKey(RSAParameters rsaParameters) { }

        public override int KeySize => throw null!;
    }

    public class X509SecurityKey : SecurityKey
    {
        public X509SecurityKey(X509Certificate2 certificate) { }

        public override int KeySize => throw null!;
    }

    public class SigningCredentials
    {
        public SigningCredentials(SecurityKey key, string algorithm) { }

        public SigningCredentials(SecurityKey key, string algorithm, string digest) { }
    }

    public class X509SigningCredentials : SigningCredentials
    {
        public X509SigningCredentials(X509Certificate2 certificate)
            : base(null, null) { }
    }

    public static class SecurityAlgorithms
    {
        public const string HmacSha256 = "HS256";
        public const string HmacSha384 = "HS384";
        public const string HmacSha512 = "HS512";
        public const string HmacSha256Signature = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";
        public const string HmacSha512Signature = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha512";
        public const string RsaSha256 = "RS256";
        public const string RsaSha512 = "RS512";
        public const string EcdsaSha256 = "ES256";
        public const string None = "none";
    }

    public abstract class SecurityToken
    {
        public abstract string Id { get; }
        public abstract string Issuer { get; }
        public abstract DateTime ValidFrom { get; }
        public abstract DateTime ValidTo { get; }
    }

    public class SecurityTokenDescriptor
    {
        public string Audience { get; set; }
        public string Issuer { get; set; }
        public DateTime? Expires { get; set; }
        public DateTime? NotBefore { get; set; }
        public DateTime? IssuedAt { get; set; }
        public ClaimsIdentity Subject { get; set; }
        public IDictionary<string, object> Claims { get; set; }
        public SigningCredentials SigningCredentials { get; set; }
    }

    public class SecurityTokenException : Exception
    {
        public SecurityTokenException() { }

        public SecurityTokenException(string message) { }
    }

    public class SecurityTokenExpiredException : SecurityTokenException { }

    public delegate bool LifetimeValidator(
        DateTime? notBefore,
        DateTime? expires,
        SecurityToken securityToken,
        TokenValidationParameters validationParameters
    );
    public delegate bool AudienceValidator(
        IEnumerable<string> audiences,
        SecurityToken securityToken,
        TokenValidationParameters validationParameters
    );
    public delegate string IssuerValidator(string issuer, SecurityToken securityToken, TokenValidationParameters validationParameters);
    public delegate SecurityToken SignatureValidator(string token, TokenValidationParameters validationParameters);
    public delegate IEnumerable<SecurityKey> IssuerSigningKeyResolver(
        string token,
        SecurityToken securityToken,
        string kid,
        TokenValidationParameters validationParameters
    );

    public class TokenValidationParameters
    {
        public bool ValidateIssuer { get; set; }
        public bool ValidateAudience { get; set; }
        public bool ValidateLifetime { get; set; }
        public bool ValidateIssuerSigningKey { get; set; }
        public bool ValidateActor { get; set; }
        public bool ValidateTokenReplay { get; set; }
        public bool RequireExpirationTime { get; set; }
        public bool RequireSignedTokens { get; set; }
        public bool RequireAudience { get; set; }
        public bool SaveSigninToken { get; set; }
        public string ValidIssuer { get; set; }
        public string ValidAudience { get; set; }
        public string NameClaimType { get; set; }
        public string RoleClaimType { get; set; }
        public IEnumerable<string> ValidIssuers { get; set; }
        public IEnumerable<string> ValidAudiences { get; set; }
        public IEnumerable<string> ValidAlgorithms { get; set; }
        public SecurityKey IssuerSigningKey { get; set; }
        public IEnumerable<SecurityKey> IssuerSigningKeys { get; set; }
        public SecurityKey TokenDecryptionKey { get; set; }
        public TimeSpan ClockSkew { get; set; }
        public LifetimeValidator LifetimeValidator { get; set; }
        public AudienceValidator AudienceValidator { get; set; }
        public IssuerValidator IssuerValidator { get; set; }
        public SignatureValidator SignatureValidator { get; set; }
        public IssuerSigningKeyResolver IssuerSigningKeyResolver { get; set; }
    }

    public class TokenValidationResult
    {
        public bool IsValid { get; set; }
        public ClaimsIdentity ClaimsIdentity { get; set; }
        public IDictionary<string, object> Claims => throw null!;
        public SecurityToken SecurityToken { get; set; }
        public Exception Exception { get; set; }
    }

    public static class Base64UrlEncoder
    {
        public static string Encode(string arg) => throw null!;

        public static string Encode(byte[] inArray) => throw null!;

        public static string Decode(string arg) => throw null!;

        public static byte[] DecodeBytes(string str) => throw null!;
    }
}

namespace System.IdentityModel.Tokens.Jwt
{
    using Microsoft.IdentityModel.Tokens;
    using SecurityToken = Microsoft.IdentityModel.Tokens.SecurityToken;

    public class JwtSecurityToken : SecurityToken
    {
        public JwtSecurityToken(string jwtEncodedString) { }

        public JwtSecurityToken(
            string issuer = null,
            string audience = null,
            IEnumerable<Claim> claims = null,
            DateTime? notBefore = null,
            DateTime? expires = null,
            Microsoft.IdentityModel.Tokens.SigningCredentials signingCredentials = null
        ) { }

        public override string Id => throw null!;
        public override string Issuer => throw null!;
        public override DateTime ValidFrom => throw null!;
        public override DateTime ValidTo => throw null!;
        public IEnumerable<Claim> Claims => throw null!;
        public string Subject => throw null!;
        public IEnumerable<string> Audiences => throw null!;
        public Dictionary<string, object> Header => throw null!;
        public Dictionary<string, object> Payload => throw null!;
        public string RawData => throw null!;
    }

    public class JwtSecurityTokenHandler
    {
        public bool MapInboundClaims { get; set; }
        public static IDictionary<string, string> DefaultInboundClaimTypeMap { get; set; }

        public virtual bool CanReadToken(string token) => throw null!;

        public JwtSecurityToken ReadJwtToken(string token) => throw null!;

        public virtual SecurityToken ReadToken(string token) => throw null!;

        public virtual string WriteToken(SecurityToken token) => throw null!;

        public virtual SecurityToken CreateToken(Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor tokenDescriptor) => throw null!;

        public virtual JwtSecurityToken CreateJwtSecurityToken(Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor tokenDescriptor) =>
            throw null!;

        public virtual ClaimsPrincipal ValidateToken(
            string token,
            TokenValidationParameters validationParameters,
            out SecurityToken validatedToken
        ) => throw null!;

        public virtual Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters) =>
            throw null!;
    }

    public struct JwtRegisteredClaimNames
    {
        public const string Sub = "sub";
        public const string Jti = "jti";
        public const string Email = "email";
        public const string Name = "name";
        public const string Iat = "iat";
        public const string Exp = "exp";
        public const string UniqueName = "unique_name";
    }
}

namespace Microsoft.IdentityModel.JsonWebTokens
{
    using Microsoft.IdentityModel.Tokens;

    public class JsonWebToken : SecurityToken
    {
        public JsonWebToken(string jwtEncodedString) { }

        public override string Id => throw null!;
        public override string Issuer => throw null!;
        public override DateTime ValidFrom => throw null!;
        public override DateTime ValidTo => throw null!;
        public IEnumerable<Claim> Claims => throw null!;
        public string Subject => throw null!;
    }

    public class JsonWebTokenHandler
    {
        public virtual string CreateToken(SecurityTokenDescriptor tokenDescriptor) => throw null!;

        public virtual JsonWebToken ReadJsonWebToken(string token) => throw null!;

        public virtual Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters) =>
            throw null!;
    }
}
