// namespaces: MassTransit
// world: both
// MassTransit; signatures only.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace MassTransit
{
    public interface IConsumer { }

    public interface IConsumer<in TMessage> : IConsumer
        where TMessage : class
    {
        Task Consume(ConsumeContext<TMessage> context);
    }

    public interface ConsumeContext : IPublishEndpoint
    {
        Guid? MessageId { get; }
        Guid? CorrelationId { get; }
        CancellationToken CancellationToken { get; }
        Task RespondAsync<T>(T message)
            where T : class;
        Task RespondAsync<T>(object values)
            where T : class;
    }

    public interface ConsumeContext<out T> : ConsumeContext
        where T : class
    {
        T Message { get; }
    }

    public interface IPublishEndpoint
    {
        Task Publish<T>(T message, CancellationToken cancellationToken = default)
            where T : class;
        Task Publish<T>(object values, CancellationToken cancellationToken = default)
            where T : class;
    }

    public interface ISendEndpoint
    {
        Task Send<T>(T message, CancellationToken cancellationToken = default)
            where T : class;
    }

    public interface IBus : IPublishEndpoint
    {
        Task<ISendEndpoint> GetSendEndpoint(Uri address);
    }

    public interface IRequestClient<TRequest>
        where TRequest : class
    {
        Task<Response<T>> GetResponse<T>(TRequest message, CancellationToken cancellationToken = default)
            where T : class;
    }

    public interface Response<out T>
        where T : class
    {
        T Message { get; }
    }
}
