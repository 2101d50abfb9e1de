// namespaces: Grpc.Core, Microsoft.Azure.Functions.Worker, Microsoft.Azure.Functions.Worker.Http, Microsoft.Azure.WebJobs, Microsoft.Azure.WebJobs.Extensions.Http, Azure.Storage.Blobs, Azure.Storage.Blobs.Models, Azure.Messaging.ServiceBus, Amazon.S3, Amazon.S3.Model
// world: modern
// gRPC, Azure Functions, Azure and AWS storage and messaging; signatures only.
using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace Grpc.Core
{
    public class Metadata : List<Metadata.Entry>
    {
        public void Add(string key, string value) => throw null!;

        public string GetValue(string key) => throw null!;

        public class Entry
        {
            public string Key => throw null!;
            public string Value => throw null!;
        }
    }

    public class AuthContext
    {
        public bool IsPeerAuthenticated => throw null!;
    }

    public abstract class ServerCallContext
    {
        public string Method => throw null!;
        public string Peer => throw null!;
        public Metadata RequestHeaders => throw null!;
        public AuthContext AuthContext => throw null!;
        public CancellationToken CancellationToken => throw null!;
        public IDictionary<object, object> UserState => throw null!;
    }

    public static class ServerCallContextExtensions
    {
        public static Microsoft.AspNetCore.Http.HttpContext GetHttpContext(this ServerCallContext serverCallContext) => throw null!;
    }

    public interface IAsyncStreamReader<out T>
    {
        T Current { get; }
        Task<bool> MoveNext(CancellationToken cancellationToken);
    }

    public interface IServerStreamWriter<in T>
    {
        Task WriteAsync(T message);
    }

    public static class AsyncStreamReaderExtensions
    {
        public static IAsyncEnumerable<T> ReadAllAsync<T>(
            this IAsyncStreamReader<T> streamReader,
            CancellationToken cancellationToken = default
        ) => throw null!;
    }

    public enum StatusCode
    {
        OK = 0,
        Cancelled = 1,
        Unknown = 2,
        InvalidArgument = 3,
        NotFound = 5,
        PermissionDenied = 7,
        Internal = 13,
        Unauthenticated = 16,
    }

    public struct Status
    {
        public Status(StatusCode statusCode, string detail) => throw null!;

        public string Detail => throw null!;
    }

    public class RpcException : Exception
    {
        public RpcException(Status status) { }

        public RpcException(Status status, string message) { }
    }
}

namespace Microsoft.Azure.Functions.Worker
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FunctionAttribute : Attribute
    {
        public FunctionAttribute(string name) { }
    }

    public enum AuthorizationLevel
    {
        Anonymous,
        User,
        Function,
        System,
        Admin,
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class HttpTriggerAttribute : Attribute
    {
        public HttpTriggerAttribute(params string[] methods) { }

        public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) { }

        public string Route { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class QueueTriggerAttribute : Attribute
    {
        public QueueTriggerAttribute(string queueName) { }

        public string Connection { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class ServiceBusTriggerAttribute : Attribute
    {
        public ServiceBusTriggerAttribute(string queueName) { }

        public ServiceBusTriggerAttribute(string topicName, string subscriptionName) { }

        public string Connection { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class BlobTriggerAttribute : Attribute
    {
        public BlobTriggerAttribute(string blobPath) { }

        public string Connection { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class TimerTriggerAttribute : Attribute
    {
        public TimerTriggerAttribute(string schedule) { }
    }

    public abstract class FunctionContext
    {
        public abstract string InvocationId { get; }
    }
}

namespace Microsoft.Azure.Functions.Worker.Http
{
    public class HttpHeadersCollection : System.Net.Http.Headers.HttpHeaders { }

    public abstract class HttpRequestData
    {
        public abstract Stream Body { get; }
        public abstract HttpHeadersCollection Headers { get; }
        public abstract Uri Url { get; }
        public abstract string Method { get; }
        public System.Collections.Specialized.NameValueCollection Query => throw null!;
        public abstract HttpResponseData CreateResponse();
    }

    public abstract class HttpResponseData
    {
        public abstract HttpStatusCode StatusCode { get; set; }
        public abstract HttpHeadersCollection Headers { get; set; }
        public abstract Stream Body { get; set; }
    }

    public static class HttpDataExtensions
    {
        public static string ReadAsString(this HttpRequestData request) => throw null!;

        public static Task<string> ReadAsStringAsync(this HttpRequestData request) => throw null!;

        public static ValueTask<T> ReadFromJsonAsync<T>(this HttpRequestData request, CancellationToken cancellationToken = default) =>
            throw null!;

        public static HttpResponseData CreateResponse(this HttpRequestData request, HttpStatusCode statusCode) => throw null!;

        public static void WriteString(this HttpResponseData response, string value) => throw null!;

        public static Task WriteStringAsync(this HttpResponseData response, string value) => throw null!;

        public static ValueTask WriteAsJsonAsync<T>(
            this HttpResponseData response,
            T instance,
            CancellationToken cancellationToken = default
        ) => throw null!;
    }
}

namespace Microsoft.Azure.WebJobs.Extensions.Http
{
    public enum AuthorizationLevel
    {
        Anonymous,
        User,
        Function,
        System,
        Admin,
    }
}

namespace Microsoft.Azure.WebJobs
{
    using Microsoft.Azure.WebJobs.Extensions.Http;

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FunctionNameAttribute : Attribute
    {
        public FunctionNameAttribute(string name) { }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class HttpTriggerAttribute : Attribute
    {
        public HttpTriggerAttribute(params string[] methods) { }

        public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) { }

        public string Route { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class QueueTriggerAttribute : Attribute
    {
        public QueueTriggerAttribute(string queueName) { }

        public string Connection { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class ServiceBusTriggerAttribute : Attribute
    {
        public ServiceBusTriggerAttribute(string queueName) { }

        public ServiceBusTriggerAttribute(string topicName, string subscriptionName) { }

        public string Connection { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class BlobTriggerAttribute : Attribute
    {
        public BlobTriggerAttribute(string blobPath) { }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class TimerTriggerAttribute : Attribute
    {
        public TimerTriggerAttribute(string schedule) { }
    }
}

namespace System
{
    public class BinaryData
    {
        public BinaryData(string data) { }

        public BinaryData(byte[] data) { }

        public static BinaryData FromString(string data) => throw null!;

        public byte[] ToArray() => throw null!;

        public Stream ToStream() => throw null!;

        public T ToObjectFromJson<T>() => throw null!;

        public override string ToString() => throw null!;
    }
}

namespace Azure
{
    public abstract class Response<T>
    {
        public abstract T Value { get; }

        public static implicit operator T(Response<T> response) => throw null!;
    }
}

namespace Azure.Storage.Blobs.Models
{
    public class BlobDownloadInfo
    {
        public Stream Content => throw null!;
        public string ContentType => throw null!;
    }
}

namespace Azure.Storage.Blobs
{
    using Azure.Storage.Blobs.Models;

    public class BlobServiceClient
    {
        public BlobServiceClient(string connectionString) { }

        public BlobServiceClient(Uri serviceUri) { }

        public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName) => throw null!;
    }

    public class BlobContainerClient
    {
        public BlobContainerClient(string connectionString, string blobContainerName) { }

        public BlobContainerClient(Uri blobContainerUri) { }

        public virtual BlobClient GetBlobClient(string blobName) => throw null!;
    }

    public class BlobClient
    {
        public BlobClient(string connectionString, string blobContainerName, string blobName) { }

        public BlobClient(Uri blobUri) { }

        public virtual Uri Uri => throw null!;

        public virtual Response<BlobDownloadInfo> Download() => throw null!;

        public virtual Task<Response<BlobDownloadInfo>> DownloadAsync() => throw null!;

        public virtual Task<object> DownloadToAsync(string path) => throw null!;

        public virtual Task<object> DownloadToAsync(Stream destination) => throw null!;

        public virtual Task<object> UploadAsync(Stream content, bool overwrite = false, CancellationToken cancellationToken = default) =>
            throw null!;

        public virtual Task<object> UploadAsync(string path, bool overwrite = false, CancellationToken cancellationToken = default) =>
            throw null!;

        public virtual Task<Response<bool>> DeleteIfExistsAsync() => throw null!;
    }
}

namespace Azure.Messaging.ServiceBus
{
    public class ServiceBusMessage
    {
        public ServiceBusMessage(string body) { }

        public ServiceBusMessage(BinaryData body) { }

        public BinaryData Body { get; set; }
    }

    public class ServiceBusReceivedMessage
    {
        public BinaryData Body => throw null!;
        public string MessageId => throw null!;
        public string Subject => throw null!;
        public IReadOnlyDictionary<string, object> ApplicationProperties => throw null!;
    }

    public class ServiceBusClient
    {
        public ServiceBusClient(string connectionString) { }

        public virtual ServiceBusSender CreateSender(string queueOrTopicName) => throw null!;

        public virtual ServiceBusProcessor CreateProcessor(string queueName) => throw null!;

        public virtual ServiceBusReceiver CreateReceiver(string queueName) => throw null!;
    }

    public class ServiceBusSender
    {
        public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) => throw null!;
    }

    public class ServiceBusReceiver
    {
        public virtual Task<ServiceBusReceivedMessage> ReceiveMessageAsync(
            TimeSpan? maxWaitTime = null,
            CancellationToken cancellationToken = default
        ) => throw null!;
    }

    public class ProcessMessageEventArgs : EventArgs
    {
        public ServiceBusReceivedMessage Message => throw null!;

        public Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw null!;
    }

    public class ProcessErrorEventArgs : EventArgs
    {
        public Exception Exception => throw null!;
    }

    public class ServiceBusProcessor
    {
        public event Func<ProcessMessageEventArgs, Task> ProcessMessageAsync
        {
            add => throw null!;
            remove => throw null!;
        }
        public event Func<ProcessErrorEventArgs, Task> ProcessErrorAsync
        {
            add => throw null!;
            remove => throw null!;
        }

        public virtual Task StartProcessingAsync(CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Amazon.S3.Model
{
    public class GetObjectRequest
    {
        public string BucketName { get; set; }
        public string Key { get; set; }
    }

    public class GetObjectResponse : IDisposable
    {
        public Stream ResponseStream { get; set; }

        public void Dispose() => throw null!;
    }

    public class PutObjectRequest
    {
        public string BucketName { get; set; }
        public string Key { get; set; }
        public string ContentBody { get; set; }
        public Stream InputStream { get; set; }
        public string FilePath { get; set; }
    }

    public class PutObjectResponse { }

    public class GetPreSignedUrlRequest
    {
        public string BucketName { get; set; }
        public string Key { get; set; }
        public DateTime Expires { get; set; }
    }
}

namespace Amazon.S3
{
    using Amazon.S3.Model;

    public interface IAmazonS3 : IDisposable
    {
        Task<GetObjectResponse> GetObjectAsync(string bucketName, string key, CancellationToken cancellationToken = default);
        Task<GetObjectResponse> GetObjectAsync(GetObjectRequest request, CancellationToken cancellationToken = default);
        Task<PutObjectResponse> PutObjectAsync(PutObjectRequest request, CancellationToken cancellationToken = default);
        string GetPreSignedURL(GetPreSignedUrlRequest request);
    }

    public class AmazonS3Client : IAmazonS3
    {
        public AmazonS3Client() { }

        public AmazonS3Client(string awsAccessKeyId, string awsSecretAccessKey) { }

        public Task<GetObjectResponse> GetObjectAsync(string bucketName, string key, CancellationToken cancellationToken = default) =>
            throw null!;

        public Task<GetObjectResponse> GetObjectAsync(GetObjectRequest request, CancellationToken cancellationToken = default) =>
            throw null!;

        public Task<PutObjectResponse> PutObjectAsync(PutObjectRequest request, CancellationToken cancellationToken = default) =>
            throw null!;

        public string GetPreSignedURL(GetPreSignedUrlRequest request) => throw null!;

        public void Dispose() => throw null!;
    }
}
