// namespaces: System.DirectoryServices, System.DirectoryServices.Protocols, System.DirectoryServices.AccountManagement, System.Management, System.Configuration, System.ServiceModel
// world: modern
// Parts of Windows and of .NET Framework that modern .NET has as packages; signatures only.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Net;

namespace System.DirectoryServices
{
    [Flags]
    public enum AuthenticationTypes
    {
        None = 0,
        Secure = 1,
        Encryption = 2,
        SecureSocketsLayer = 2,
        Anonymous = 16,
        FastBind = 32,
        Signing = 64,
        Sealing = 128,
        Delegation = 256,
        ServerBind = 512,
    }

    public enum SearchScope
    {
        Base,
        OneLevel,
        Subtree,
    }

    public class DirectoryEntry : IDisposable
    {
        public DirectoryEntry() { }

        public DirectoryEntry(string path) { }

        public DirectoryEntry(string path, string username, string password) { }

        public DirectoryEntry(string path, string username, string password, AuthenticationTypes authenticationType) { }

        public string Path { get; set; }
        public string Username { get; set; }
        public string Password
        {
            set => throw null!;
        }
        public string Name => throw null!;
        public AuthenticationTypes AuthenticationType { get; set; }
        public PropertyCollection Properties => throw null!;
        public object NativeObject => throw null!;

        public void CommitChanges() => throw null!;

        public void Dispose() => throw null!;
    }

    public class PropertyCollection
    {
        public PropertyValueCollection this[string propertyName] => throw null!;

        public bool Contains(string propertyName) => throw null!;
    }

    public class PropertyValueCollection : CollectionBase
    {
        public object this[int index]
        {
            get => throw null!;
            set => throw null!;
        }
        public object Value { get; set; }
    }

    public class DirectorySearcher : IDisposable
    {
        public DirectorySearcher() { }

        public DirectorySearcher(string filter) { }

        public DirectorySearcher(DirectoryEntry searchRoot) { }

        public DirectorySearcher(DirectoryEntry searchRoot, string filter) { }

        public DirectorySearcher(DirectoryEntry searchRoot, string filter, string[] propertiesToLoad) { }

        public DirectorySearcher(DirectoryEntry searchRoot, string filter, string[] propertiesToLoad, SearchScope scope) { }

        public string Filter { get; set; }
        public DirectoryEntry SearchRoot { get; set; }
        public SearchScope SearchScope { get; set; }
        public int SizeLimit { get; set; }
        public StringCollection PropertiesToLoad => throw null!;

        public SearchResult FindOne() => throw null!;

        public SearchResultCollection FindAll() => throw null!;

        public void Dispose() => throw null!;
    }

    public class SearchResult
    {
        public string Path => throw null!;
        public ResultPropertyCollection Properties => throw null!;

        public DirectoryEntry GetDirectoryEntry() => throw null!;
    }

    public class ResultPropertyCollection
    {
        public ResultPropertyValueCollection this[string name] => throw null!;

        public bool Contains(string propertyName) => throw null!;
    }

    public class ResultPropertyValueCollection : ReadOnlyCollectionBase
    {
        public object this[int index] => throw null!;
    }

    public class SearchResultCollection : IEnumerable, IDisposable
    {
        public SearchResult this[int index] => throw null!;
        public int Count => throw null!;

        public IEnumerator GetEnumerator() => throw null!;

        public void Dispose() => throw null!;
    }
}

namespace System.DirectoryServices.Protocols
{
    public enum SearchScope
    {
        Base,
        OneLevel,
        Subtree,
    }

    public enum AuthType
    {
        Anonymous,
        Basic,
        Negotiate,
        Ntlm,
    }

    public class LdapDirectoryIdentifier
    {
        public LdapDirectoryIdentifier(string server) { }

        public LdapDirectoryIdentifier(string server, int portNumber) { }
    }

    public abstract class DirectoryRequest { }

    public abstract class DirectoryResponse { }

    public class SearchRequest : DirectoryRequest
    {
        public SearchRequest() { }

        public SearchRequest(string distinguishedName, string ldapFilter, SearchScope searchScope, params string[] attributeList) { }

        public string DistinguishedName { get; set; }
        public object Filter { get; set; }
    }

    public class SearchResponse : DirectoryResponse
    {
        public SearchResultEntryCollection Entries => throw null!;
    }

    public class SearchResultEntryCollection : ReadOnlyCollectionBase
    {
        public SearchResultEntry this[int index] => throw null!;
    }

    public class SearchResultEntry
    {
        public string DistinguishedName => throw null!;
    }

    public class LdapSessionOptions
    {
        public bool SecureSocketLayer { get; set; }
        public int ProtocolVersion { get; set; }
        public VerifyServerCertificateCallback VerifyServerCertificate { get; set; }
    }

    public delegate bool VerifyServerCertificateCallback(
        LdapConnection connection,
        System.Security.Cryptography.X509Certificates.X509Certificate certificate
    );

    public class LdapConnection : IDisposable
    {
        public LdapConnection(string server) { }

        public LdapConnection(LdapDirectoryIdentifier identifier) { }

        public LdapConnection(LdapDirectoryIdentifier identifier, NetworkCredential credential) { }

        public LdapConnection(LdapDirectoryIdentifier identifier, NetworkCredential credential, AuthType authType) { }

        public AuthType AuthType { get; set; }
        public LdapSessionOptions SessionOptions => throw null!;

        public void Bind() => throw null!;

        public void Bind(NetworkCredential newCredential) => throw null!;

        public DirectoryResponse SendRequest(DirectoryRequest request) => throw null!;

        public void Dispose() => throw null!;
    }
}

namespace System.DirectoryServices.AccountManagement
{
    public enum ContextType
    {
        Machine,
        Domain,
        ApplicationDirectory,
    }

    public class PrincipalContext : IDisposable
    {
        public PrincipalContext(ContextType contextType) { }

        public PrincipalContext(ContextType contextType, string name) { }

        public bool ValidateCredentials(string userName, string password) => throw null!;

        public void Dispose() => throw null!;
    }

    public abstract class Principal : IDisposable
    {
        public string Name { get; set; }
        public string SamAccountName { get; set; }

        public void Dispose() => throw null!;
    }

    public class UserPrincipal : Principal
    {
        public string EmailAddress { get; set; }

        public static UserPrincipal FindByIdentity(PrincipalContext context, string identityValue) => throw null!;
    }
}

namespace System.Management
{
    public class ManagementScope
    {
        public ManagementScope(string path) { }

        public void Connect() => throw null!;
    }

    public class ObjectQuery
    {
        public ObjectQuery(string query) { }
    }

    public class SelectQuery : ObjectQuery
    {
        public SelectQuery(string queryOrClassName)
            : base(queryOrClassName) { }
    }

    public class ManagementBaseObject : IDisposable
    {
        public object this[string propertyName]
        {
            get => throw null!;
            set => throw null!;
        }

        public void Dispose() => throw null!;
    }

    public class ManagementObject : ManagementBaseObject
    {
        public ManagementObject(string path) { }

        public object InvokeMethod(string methodName, object[] args) => throw null!;
    }

    public class ManagementClass : ManagementObject
    {
        public ManagementClass(string path)
            : base(path) { }
    }

    public class ManagementObjectCollection : IEnumerable
    {
        public IEnumerator GetEnumerator() => throw null!;
    }

    public class ManagementObjectSearcher : IDisposable
    {
        public ManagementObjectSearcher(string queryString) { }

        public ManagementObjectSearcher(string scope, string queryString) { }

        public ManagementObjectSearcher(ManagementScope scope, ObjectQuery query) { }

        public ManagementObjectCollection Get() => throw null!;

        public void Dispose() => throw null!;
    }
}

namespace System.Configuration
{
    public static class ConfigurationManager
    {
        public static NameValueCollection AppSettings => throw null!;
        public static ConnectionStringSettingsCollection ConnectionStrings => throw null!;

        public static object GetSection(string sectionName) => throw null!;
    }

    public sealed class ConnectionStringSettingsCollection
    {
        public ConnectionStringSettings this[string name] => throw null!;
    }

    public sealed class ConnectionStringSettings
    {
        public string ConnectionString { get; set; }
        public string Name { get; set; }
        public string ProviderName { get; set; }
    }
}

namespace System.ServiceModel
{
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
    public sealed class ServiceContractAttribute : Attribute
    {
        public string Name { get; set; }
        public string Namespace { get; set; }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class OperationContractAttribute : Attribute
    {
        public string Action { get; set; }
        public bool IsOneWay { get; set; }
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class ServiceBehaviorAttribute : Attribute
    {
        public bool IncludeExceptionDetailInFaults { get; set; }
    }

    public class EndpointAddress
    {
        public EndpointAddress(string uri) { }

        public EndpointAddress(Uri uri) { }
    }

    public enum BasicHttpSecurityMode
    {
        None,
        Transport,
        Message,
        TransportWithMessageCredential,
        TransportCredentialOnly,
    }

    public class BasicHttpBinding
    {
        public BasicHttpBinding() { }

        public BasicHttpBinding(BasicHttpSecurityMode securityMode) { }

        public long MaxReceivedMessageSize { get; set; }
    }

    public class FaultException : Exception
    {
        public FaultException() { }

        public FaultException(string reason) { }
    }
}
