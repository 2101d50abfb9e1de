// namespaces: RabbitMQ.Client, RabbitMQ.Client.Events
// world: both
// RabbitMQ client; signatures only. A delivered body is its own type here: .NET Framework lacks ReadOnlyMemory.
using System;
using System.Collections.Generic;
using RabbitMQ.Client.Events;

namespace RabbitMQ.Client
{
    public interface IConnectionFactory
    {
        IConnection CreateConnection();
    }

    public sealed class ConnectionFactory : IConnectionFactory
    {
        public string HostName { get; set; }
        public int Port { get; set; }
        public string UserName { get; set; }
        public string Password { get; set; }
        public string VirtualHost { get; set; }
        public Uri Uri { get; set; }
        public SslOption Ssl { get; set; }
        public bool DispatchConsumersAsync { get; set; }

        public IConnection CreateConnection() => throw null!;

        public IConnection CreateConnection(string clientProvidedName) => throw null!;
    }

    public class SslOption
    {
        public bool Enabled { get; set; }
        public string ServerName { get; set; }
        public System.Net.Security.SslPolicyErrors AcceptablePolicyErrors { get; set; }
        public System.Net.Security.RemoteCertificateValidationCallback CertificateValidationCallback { get; set; }
    }

    public interface IConnection : IDisposable
    {
        IModel CreateModel();
        void Close();
    }

    public interface IBasicProperties
    {
        IDictionary<string, object> Headers { get; set; }
        string CorrelationId { get; set; }
        string ReplyTo { get; set; }
        bool Persistent { get; set; }
    }

    public interface IBasicConsumer { }

    public interface IModel : IDisposable
    {
        IBasicProperties CreateBasicProperties();
        void BasicPublish(string exchange, string routingKey, IBasicProperties basicProperties, byte[] body);
        void BasicAck(ulong deliveryTag, bool multiple);
        string BasicConsume(string queue, bool autoAck, IBasicConsumer consumer);
        void ExchangeDeclare(
            string exchange,
            string type,
            bool durable = false,
            bool autoDelete = false,
            IDictionary<string, object> arguments = null
        );
        QueueDeclareOk QueueDeclare(
            string queue = "",
            bool durable = false,
            bool exclusive = true,
            bool autoDelete = true,
            IDictionary<string, object> arguments = null
        );
        void QueueBind(string queue, string exchange, string routingKey, IDictionary<string, object> arguments = null);
    }

    public class QueueDeclareOk
    {
        public string QueueName => throw null!;
    }
}

namespace RabbitMQ.Client.Events
{
    public class BasicDeliverEventArgs : EventArgs
    {
        public DeliveredBody Body { get; set; }
        public ulong DeliveryTag { get; set; }
        public string RoutingKey { get; set; }
        public string Exchange { get; set; }
        public IBasicProperties BasicProperties { get; set; }
    }

    public struct DeliveredBody
    {
        public byte[] ToArray() => throw null!;

        public static implicit operator byte[](DeliveredBody body) => throw null!;
    }

    public class EventingBasicConsumer : IBasicConsumer
    {
        public EventingBasicConsumer(IModel model) { }

        public event EventHandler<BasicDeliverEventArgs> Received
        {
            add => throw null!;
            remove => throw null!;
        }
    }

    public delegate System.Threading.Tasks.Task AsyncEventHandler<in TEvent>(object sender, TEvent @event)
        where TEvent : EventArgs;

    public class AsyncEventingBasicConsumer : IBasicConsumer
    {
        public AsyncEventingBasicConsumer(IModel model) { }

        public event AsyncEventHandler<BasicDeliverEventArgs> Received
        {
            add => throw null!;
            remove => throw null!;
        }
    }
}
