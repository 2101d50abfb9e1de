// namespaces: BCrypt.Net, MailKit.Net.Smtp, MailKit.Security, MimeKit, Renci.SshNet, StackExchange.Redis, Novell.Directory.Ldap
// world: both
// BCrypt, MailKit, SSH.NET, StackExchange.Redis and Novell's LDAP; signatures only.
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace BCrypt.Net
{
    public static class BCrypt
    {
        public static string HashPassword(string inputKey) => throw null!;

        public static string HashPassword(string inputKey, int workFactor, bool enhancedEntropy = false) => throw null!;

        public static string HashPassword(string inputKey, string salt) => throw null!;

        public static string EnhancedHashPassword(string inputKey) => throw null!;

        public static string EnhancedHashPassword(string inputKey, int workFactor) => throw null!;

        public static string GenerateSalt() => throw null!;

        public static string GenerateSalt(int workFactor) => throw null!;

        public static bool Verify(string text, string hash, bool enhancedEntropy = false) => throw null!;

        public static bool EnhancedVerify(string text, string hash) => throw null!;
    }
}

namespace MimeKit
{
    public abstract class InternetAddress
    {
        public static InternetAddress Parse(string text) => throw null!;
    }

    public class MailboxAddress : InternetAddress
    {
        public MailboxAddress(string name, string address) { }

        public static new MailboxAddress Parse(string text) => throw null!;
    }

    public class InternetAddressList : List<InternetAddress> { }

    public class HeaderList
    {
        public void Add(string field, string value) => throw null!;
    }

    public abstract class MimeEntity { }

    public class TextPart : MimeEntity
    {
        public TextPart(string subtype) { }

        public string Text { get; set; }
    }

    public class BodyBuilder
    {
        public string TextBody { get; set; }
        public string HtmlBody { get; set; }

        public MimeEntity ToMessageBody() => throw null!;
    }

    public class MimeMessage
    {
        public MimeMessage() { }

        public InternetAddressList From => throw null!;
        public InternetAddressList To => throw null!;
        public InternetAddressList Cc => throw null!;
        public HeaderList Headers => throw null!;
        public string Subject { get; set; }
        public MimeEntity Body { get; set; }
    }
}

namespace MailKit.Security
{
    public enum SecureSocketOptions
    {
        None,
        Auto,
        SslOnConnect,
        StartTls,
        StartTlsWhenAvailable,
    }
}

namespace MailKit.Net.Smtp
{
    public class SmtpClient : IDisposable
    {
        public System.Net.Security.RemoteCertificateValidationCallback ServerCertificateValidationCallback { get; set; }
        public bool CheckCertificateRevocation { get; set; }
        public System.Security.Authentication.SslProtocols SslProtocols { get; set; }

        public void Connect(
            string host,
            int port = 0,
            Security.SecureSocketOptions options = Security.SecureSocketOptions.Auto,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public void Connect(string host, int port, bool useSsl, CancellationToken cancellationToken = default) => throw null!;

        public Task ConnectAsync(
            string host,
            int port = 0,
            Security.SecureSocketOptions options = Security.SecureSocketOptions.Auto,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public Task ConnectAsync(string host, int port, bool useSsl, CancellationToken cancellationToken = default) => throw null!;

        public void Authenticate(string userName, string password, CancellationToken cancellationToken = default) => throw null!;

        public Task AuthenticateAsync(string userName, string password, CancellationToken cancellationToken = default) => throw null!;

        public string Send(MimeKit.MimeMessage message, CancellationToken cancellationToken = default) => throw null!;

        public Task<string> SendAsync(MimeKit.MimeMessage message, CancellationToken cancellationToken = default) => throw null!;

        public void Disconnect(bool quit, CancellationToken cancellationToken = default) => throw null!;

        public Task DisconnectAsync(bool quit, CancellationToken cancellationToken = default) => throw null!;

        public void Dispose() => throw null!;
    }
}

namespace Renci.SshNet
{
    public class ConnectionInfo
    {
        public ConnectionInfo(string host, string username, params object[] authenticationMethods) { }
    }

    public abstract class BaseClient : IDisposable
    {
        public bool IsConnected => throw null!;
        public event EventHandler<EventArgs> HostKeyReceived
        {
            add => throw null!;
            remove => throw null!;
        }

        public void Connect() => throw null!;

        public void Disconnect() => throw null!;

        public void Dispose() => throw null!;
    }

    public class SshCommand : IDisposable
    {
        public string CommandText => throw null!;
        public string Result => throw null!;
        public string Error => throw null!;

        public string Execute() => throw null!;

        public string Execute(string commandText) => throw null!;

        public void Dispose() => throw null!;
    }

    public class SshClient : BaseClient
    {
        public SshClient(ConnectionInfo connectionInfo) { }

        public SshClient(string host, string username, string password) { }

        public SshClient(string host, int port, string username, string password) { }

        public SshCommand CreateCommand(string commandText) => throw null!;

        public SshCommand RunCommand(string commandText) => throw null!;
    }

    public class SftpClient : BaseClient
    {
        public SftpClient(string host, string username, string password) { }

        public SftpClient(string host, int port, string username, string password) { }

        public void UploadFile(Stream input, string path, Action<ulong> uploadCallback = null) => throw null!;

        public void DownloadFile(string path, Stream output, Action<ulong> downloadCallback = null) => throw null!;

        public void DeleteFile(string path) => throw null!;

        public string ReadAllText(string path) => throw null!;

        public void WriteAllText(string path, string contents) => throw null!;

        public bool Exists(string path) => throw null!;
    }
}

namespace StackExchange.Redis
{
    public struct RedisKey
    {
        public static implicit operator RedisKey(string key) => throw null!;

        public static implicit operator string(RedisKey key) => throw null!;
    }

    public struct RedisValue
    {
        public bool HasValue => throw null!;
        public bool IsNull => throw null!;
        public bool IsNullOrEmpty => throw null!;

        public static implicit operator RedisValue(string value) => throw null!;

        public static implicit operator RedisValue(int value) => throw null!;

        public static implicit operator RedisValue(long value) => throw null!;

        public static implicit operator RedisValue(byte[] value) => throw null!;

        public static implicit operator string(RedisValue value) => throw null!;

        public static implicit operator byte[](RedisValue value) => throw null!;

        public static explicit operator int(RedisValue value) => throw null!;

        public static explicit operator long(RedisValue value) => throw null!;
    }

    public struct HashEntry
    {
        public HashEntry(RedisValue name, RedisValue value) => throw null!;

        public RedisValue Name => throw null!;
        public RedisValue Value => throw null!;
    }

    public class RedisResult
    {
        public static explicit operator string(RedisResult result) => throw null!;
    }

    public interface IConnectionMultiplexer : IDisposable
    {
        IDatabase GetDatabase(int db = -1, object asyncState = null);
    }

    public sealed class ConnectionMultiplexer : IConnectionMultiplexer
    {
        public static ConnectionMultiplexer Connect(string configuration, TextWriter log = null) => throw null!;

        public static Task<ConnectionMultiplexer> ConnectAsync(string configuration, TextWriter log = null) => throw null!;

        public IDatabase GetDatabase(int db = -1, object asyncState = null) => throw null!;

        public void Dispose() => throw null!;
    }

    public interface IDatabase
    {
        RedisValue StringGet(RedisKey key);
        bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry = null);
        Task<RedisValue> StringGetAsync(RedisKey key);
        Task<bool> StringSetAsync(RedisKey key, RedisValue value, TimeSpan? expiry = null);
        RedisValue HashGet(RedisKey key, RedisValue hashField);
        bool HashSet(RedisKey key, RedisValue hashField, RedisValue value);
        HashEntry[] HashGetAll(RedisKey key);
        Task<HashEntry[]> HashGetAllAsync(RedisKey key);
        Task HashSetAsync(RedisKey key, HashEntry[] hashFields);
        bool KeyDelete(RedisKey key);
        Task<bool> KeyDeleteAsync(RedisKey key);
        RedisResult ScriptEvaluate(string script, RedisKey[] keys = null, RedisValue[] values = null);
        Task<RedisResult> ScriptEvaluateAsync(string script, RedisKey[] keys = null, RedisValue[] values = null);
        RedisResult Execute(string command, params object[] args);
        Task<RedisResult> ExecuteAsync(string command, params object[] args);
        RedisValue[] ListRange(RedisKey key, long start = 0, long stop = -1);
        long ListRightPush(RedisKey key, RedisValue value);
    }
}

namespace Novell.Directory.Ldap
{
    public interface ILdapConnection : IDisposable
    {
        void Connect(string host, int port);
        void Bind(string dn, string passwd);
        ILdapSearchResults Search(string @base, int scope, string filter, string[] attrs, bool typesOnly);
    }

    public interface ILdapSearchResults
    {
        bool HasMore();
        LdapEntry Next();
    }

    public class LdapEntry
    {
        public string Dn => throw null!;

        public LdapAttribute GetAttribute(string attrName) => throw null!;
    }

    public class LdapAttribute
    {
        public string StringValue => throw null!;
    }

    public class LdapConnection : ILdapConnection
    {
        public const int ScopeBase = 0;
        public const int ScopeOne = 1;
        public const int ScopeSub = 2;
        public bool SecureSocketLayer { get; set; }

        public void Connect(string host, int port) => throw null!;

        public void Bind(string dn, string passwd) => throw null!;

        public ILdapSearchResults Search(string @base, int scope, string filter, string[] attrs, bool typesOnly) => throw null!;

        public void Dispose() => throw null!;
    }
}
