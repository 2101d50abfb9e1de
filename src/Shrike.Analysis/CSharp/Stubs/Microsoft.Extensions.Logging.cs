// namespaces: Microsoft.Extensions.Logging
// world: framework
// The logging package, which modern .NET has among its own assemblies; signatures only.
using System;

namespace Microsoft.Extensions.Logging
{
    public enum LogLevel
    {
        Trace,
        Debug,
        Information,
        Warning,
        Error,
        Critical,
        None,
    }

    public interface ILogger
    {
        bool IsEnabled(LogLevel logLevel);
    }

    public interface ILogger<out TCategoryName> : ILogger { }

    public interface ILoggerFactory : IDisposable
    {
        ILogger CreateLogger(string categoryName);
    }

    public interface ILoggingBuilder { }

    public class LoggerFactory : ILoggerFactory
    {
        public static ILoggerFactory Create(Action<ILoggingBuilder> configure) => throw null;

        public ILogger CreateLogger(string categoryName) => throw null;

        public void Dispose() => throw null;
    }

    public static class LoggerFactoryExtensions
    {
        public static ILogger<T> CreateLogger<T>(this ILoggerFactory factory) => throw null;

        public static ILogger CreateLogger(this ILoggerFactory factory, Type type) => throw null;
    }

    public static class LoggerExtensions
    {
        public static void Log(this ILogger logger, LogLevel logLevel, string message, params object[] args) => throw null;

        public static void Log(this ILogger logger, LogLevel logLevel, Exception exception, string message, params object[] args) =>
            throw null;

        public static void LogTrace(this ILogger logger, string message, params object[] args) => throw null;

        public static void LogTrace(this ILogger logger, Exception exception, string message, params object[] args) => throw null;

        public static void LogDebug(this ILogger logger, string message, params object[] args) => throw null;

        public static void LogDebug(this ILogger logger, Exception exception, string message, params object[] args) => throw null;

        public static void LogInformation(this ILogger logger, string message, params object[] args) => throw null;

        public static void LogInformation(this ILogger logger, Exception exception, string message, params object[] args) => throw null;

        public static void LogWarning(this ILogger logger, string message, params object[] args) => throw null;

        public static void LogWarning(this ILogger logger, Exception exception, string message, params object[] args) => throw null;

        public static void LogError(this ILogger logger, string message, params object[] args) => throw null;

        public static void LogError(this ILogger logger, Exception exception, string message, params object[] args) => throw null;

        public static void LogCritical(this ILogger logger, string message, params object[] args) => throw null;

        public static void LogCritical(this ILogger logger, Exception exception, string message, params object[] args) => throw null;
    }
}
