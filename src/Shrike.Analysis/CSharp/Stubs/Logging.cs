// namespaces: log4net, log4net.Config, NLog, Serilog, Serilog.Events, Serilog.Context
// world: both
// log4net, NLog and Serilog; signatures only.
using System;

namespace log4net
{
    public interface ILog
    {
        bool IsDebugEnabled { get; }
        bool IsInfoEnabled { get; }
        bool IsWarnEnabled { get; }
        bool IsErrorEnabled { get; }
        void Debug(object message);
        void Debug(object message, Exception exception);
        void DebugFormat(string format, params object[] args);
        void DebugFormat(string format, object arg0);
        void DebugFormat(string format, object arg0, object arg1);
        void DebugFormat(IFormatProvider provider, string format, params object[] args);
        void Info(object message);
        void Info(object message, Exception exception);
        void InfoFormat(string format, params object[] args);
        void InfoFormat(string format, object arg0);
        void InfoFormat(string format, object arg0, object arg1);
        void InfoFormat(IFormatProvider provider, string format, params object[] args);
        void Warn(object message);
        void Warn(object message, Exception exception);
        void WarnFormat(string format, params object[] args);
        void WarnFormat(string format, object arg0);
        void WarnFormat(string format, object arg0, object arg1);
        void WarnFormat(IFormatProvider provider, string format, params object[] args);
        void Error(object message);
        void Error(object message, Exception exception);
        void ErrorFormat(string format, params object[] args);
        void ErrorFormat(string format, object arg0);
        void ErrorFormat(string format, object arg0, object arg1);
        void ErrorFormat(IFormatProvider provider, string format, params object[] args);
        void Fatal(object message);
        void Fatal(object message, Exception exception);
        void FatalFormat(string format, params object[] args);
        void FatalFormat(string format, object arg0);
        void FatalFormat(string format, object arg0, object arg1);
        void FatalFormat(IFormatProvider provider, string format, params object[] args);
    }

    public static class LogManager
    {
        public static ILog GetLogger(string name) => throw null!;

        public static ILog GetLogger(Type type) => throw null!;

        public static ILog GetLogger(string repository, string name) => throw null!;
    }

    public static class ThreadContext
    {
        public static ThreadContextProperties Properties => throw null!;
    }

    public sealed class ThreadContextProperties
    {
        public object this[string key]
        {
            get => throw null!;
            set => throw null!;
        }
    }
}

namespace log4net.Config
{
    public static class XmlConfigurator
    {
        public static void Configure() => throw null!;

        public static void Configure(System.IO.FileInfo configFile) => throw null!;
    }
}

namespace NLog
{
    public interface ILogger
    {
        string Name { get; }
        bool IsDebugEnabled { get; }
        bool IsInfoEnabled { get; }
        void Trace(string message);
        void Trace(object value);
        void Trace<T>(T value);
        void Trace(string message, params object[] args);
        void Trace<TArgument>(string message, TArgument argument);
        void Trace<TArgument1, TArgument2>(string message, TArgument1 argument1, TArgument2 argument2);
        void Trace(Exception exception, string message);
        void Trace(Exception exception, string message, params object[] args);
        void Debug(string message);
        void Debug(object value);
        void Debug<T>(T value);
        void Debug(string message, params object[] args);
        void Debug<TArgument>(string message, TArgument argument);
        void Debug<TArgument1, TArgument2>(string message, TArgument1 argument1, TArgument2 argument2);
        void Debug(Exception exception, string message);
        void Debug(Exception exception, string message, params object[] args);
        void Info(string message);
        void Info(object value);
        void Info<T>(T value);
        void Info(string message, params object[] args);
        void Info<TArgument>(string message, TArgument argument);
        void Info<TArgument1, TArgument2>(string message, TArgument1 argument1, TArgument2 argument2);
        void Info(Exception exception, string message);
        void Info(Exception exception, string message, params object[] args);
        void Warn(string message);
        void Warn(object value);
        void Warn<T>(T value);
        void Warn(string message, params object[] args);
        void Warn<TArgument>(string message, TArgument argument);
        void Warn<TArgument1, TArgument2>(string message, TArgument1 argument1, TArgument2 argument2);
        void Warn(Exception exception, string message);
        void Warn(Exception exception, string message, params object[] args);
        void Error(string message);
        void Error(object value);
        void Error<T>(T value);
        void Error(string message, params object[] args);
        void Error<TArgument>(string message, TArgument argument);
        void Error<TArgument1, TArgument2>(string message, TArgument1 argument1, TArgument2 argument2);
        void Error(Exception exception, string message);
        void Error(Exception exception, string message, params object[] args);
        void Fatal(string message);
        void Fatal(object value);
        void Fatal<T>(T value);
        void Fatal(string message, params object[] args);
        void Fatal<TArgument>(string message, TArgument argument);
        void Fatal<TArgument1, TArgument2>(string message, TArgument1 argument1, TArgument2 argument2);
        void Fatal(Exception exception, string message);
        void Fatal(Exception exception, string message, params object[] args);
    }

    public class Logger : ILogger
    {
        public string Name => throw null!;
        public bool IsDebugEnabled => throw null!;
        public bool IsInfoEnabled => throw null!;

        public void Trace(string message) => throw null!;

        public void Trace(object value) => throw null!;

        public void Trace<T>(T value) => throw null!;

        public void Trace(string message, params object[] args) => throw null!;

        public void Trace<TArgument>(string message, TArgument argument) => throw null!;

        public void Trace<TArgument1, TArgument2>(string message, TArgument1 argument1, TArgument2 argument2) => throw null!;

        public void Trace(Exception exception, string message) => throw null!;

        public void Trace(Exception exception, string message, params object[] args) => throw null!;

        public void Debug(string message) => throw null!;

        public void Debug(object value) => throw null!;

        public void Debug<T>(T value) => throw null!;

        public void Debug(string message, params object[] args) => throw null!;

        public void Debug<TArgument>(string message, TArgument argument) => throw null!;

        public void Debug<TArgument1, TArgument2>(string message, TArgument1 argument1, TArgument2 argument2) => throw null!;

        public void Debug(Exception exception, string message) => throw null!;

        public void Debug(Exception exception, string message, params object[] args) => throw null!;

        public void Info(string message) => throw null!;

        public void Info(object value) => throw null!;

        public void Info<T>(T value) => throw null!;

        public void Info(string message, params object[] args) => throw null!;

        public void Info<TArgument>(string message, TArgument argument) => throw null!;

        public void Info<TArgument1, TArgument2>(string message, TArgument1 argument1, TArgument2 argument2) => throw null!;

        public void Info(Exception exception, string message) => throw null!;

        public void Info(Exception exception, string message, params object[] args) => throw null!;

        public void Warn(string message) => throw null!;

        public void Warn(object value) => throw null!;

        public void Warn<T>(T value) => throw null!;

        public void Warn(string message, params object[] args) => throw null!;

        public void Warn<TArgument>(string message, TArgument argument) => throw null!;

        public void Warn<TArgument1, TArgument2>(string message, TArgument1 argument1, TArgument2 argument2) => throw null!;

        public void Warn(Exception exception, string message) => throw null!;

        public void Warn(Exception exception, string message, params object[] args) => throw null!;

        public void Error(string message) => throw null!;

        public void Error(object value) => throw null!;

        public void Error<T>(T value) => throw null!;

        public void Error(string message, params object[] args) => throw null!;

        public void Error<TArgument>(string message, TArgument argument) => throw null!;

        public void Error<TArgument1, TArgument2>(string message, TArgument1 argument1, TArgument2 argument2) => throw null!;

        public void Error(Exception exception, string message) => throw null!;

        public void Error(Exception exception, string message, params object[] args) => throw null!;

        public void Fatal(string message) => throw null!;

        public void Fatal(object value) => throw null!;

        public void Fatal<T>(T value) => throw null!;

        public void Fatal(string message, params object[] args) => throw null!;

        public void Fatal<TArgument>(string message, TArgument argument) => throw null!;

        public void Fatal<TArgument1, TArgument2>(string message, TArgument1 argument1, TArgument2 argument2) => throw null!;

        public void Fatal(Exception exception, string message) => throw null!;

        public void Fatal(Exception exception, string message, params object[] args) => throw null!;
    }

    public static class LogManager
    {
        public static Logger GetCurrentClassLogger() => throw null!;

        public static Logger GetLogger(string name) => throw null!;

        public static void Shutdown() => throw null!;
    }
}

namespace Serilog
{
    public interface ILogger
    {
        ILogger ForContext<TSource>();
        ILogger ForContext(Type source);
        ILogger ForContext(string propertyName, object value, bool destructureObjects = false);
        void Verbose(string messageTemplate);
        void Verbose<T>(string messageTemplate, T propertyValue);
        void Verbose<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1);
        void Verbose(string messageTemplate, params object[] propertyValues);
        void Verbose(Exception exception, string messageTemplate);
        void Verbose<T>(Exception exception, string messageTemplate, T propertyValue);
        void Verbose(Exception exception, string messageTemplate, params object[] propertyValues);
        void Debug(string messageTemplate);
        void Debug<T>(string messageTemplate, T propertyValue);
        void Debug<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1);
        void Debug(string messageTemplate, params object[] propertyValues);
        void Debug(Exception exception, string messageTemplate);
        void Debug<T>(Exception exception, string messageTemplate, T propertyValue);
        void Debug(Exception exception, string messageTemplate, params object[] propertyValues);
        void Information(string messageTemplate);
        void Information<T>(string messageTemplate, T propertyValue);
        void Information<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1);
        void Information(string messageTemplate, params object[] propertyValues);
        void Information(Exception exception, string messageTemplate);
        void Information<T>(Exception exception, string messageTemplate, T propertyValue);
        void Information(Exception exception, string messageTemplate, params object[] propertyValues);
        void Warning(string messageTemplate);
        void Warning<T>(string messageTemplate, T propertyValue);
        void Warning<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1);
        void Warning(string messageTemplate, params object[] propertyValues);
        void Warning(Exception exception, string messageTemplate);
        void Warning<T>(Exception exception, string messageTemplate, T propertyValue);
        void Warning(Exception exception, string messageTemplate, params object[] propertyValues);
        void Error(string messageTemplate);
        void Error<T>(string messageTemplate, T propertyValue);
        void Error<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1);
        void Error(string messageTemplate, params object[] propertyValues);
        void Error(Exception exception, string messageTemplate);
        void Error<T>(Exception exception, string messageTemplate, T propertyValue);
        void Error(Exception exception, string messageTemplate, params object[] propertyValues);
        void Fatal(string messageTemplate);
        void Fatal<T>(string messageTemplate, T propertyValue);
        void Fatal<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1);
        void Fatal(string messageTemplate, params object[] propertyValues);
        void Fatal(Exception exception, string messageTemplate);
        void Fatal<T>(Exception exception, string messageTemplate, T propertyValue);
        void Fatal(Exception exception, string messageTemplate, params object[] propertyValues);
    }

    public static class Log
    {
        public static ILogger Logger { get; set; }

        public static void CloseAndFlush() => throw null!;

        public static ILogger ForContext<TSource>() => throw null!;

        public static ILogger ForContext(string propertyName, object value, bool destructureObjects = false) => throw null!;

        public static void Verbose(string messageTemplate) => throw null!;

        public static void Verbose<T>(string messageTemplate, T propertyValue) => throw null!;

        public static void Verbose<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1) => throw null!;

        public static void Verbose(string messageTemplate, params object[] propertyValues) => throw null!;

        public static void Verbose(Exception exception, string messageTemplate) => throw null!;

        public static void Verbose<T>(Exception exception, string messageTemplate, T propertyValue) => throw null!;

        public static void Verbose(Exception exception, string messageTemplate, params object[] propertyValues) => throw null!;

        public static void Debug(string messageTemplate) => throw null!;

        public static void Debug<T>(string messageTemplate, T propertyValue) => throw null!;

        public static void Debug<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1) => throw null!;

        public static void Debug(string messageTemplate, params object[] propertyValues) => throw null!;

        public static void Debug(Exception exception, string messageTemplate) => throw null!;

        public static void Debug<T>(Exception exception, string messageTemplate, T propertyValue) => throw null!;

        public static void Debug(Exception exception, string messageTemplate, params object[] propertyValues) => throw null!;

        public static void Information(string messageTemplate) => throw null!;

        public static void Information<T>(string messageTemplate, T propertyValue) => throw null!;

        public static void Information<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1) => throw null!;

        public static void Information(string messageTemplate, params object[] propertyValues) => throw null!;

        public static void Information(Exception exception, string messageTemplate) => throw null!;

        public static void Information<T>(Exception exception, string messageTemplate, T propertyValue) => throw null!;

        public static void Information(Exception exception, string messageTemplate, params object[] propertyValues) => throw null!;

        public static void Warning(string messageTemplate) => throw null!;

        public static void Warning<T>(string messageTemplate, T propertyValue) => throw null!;

        public static void Warning<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1) => throw null!;

        public static void Warning(string messageTemplate, params object[] propertyValues) => throw null!;

        public static void Warning(Exception exception, string messageTemplate) => throw null!;

        public static void Warning<T>(Exception exception, string messageTemplate, T propertyValue) => throw null!;

        public static void Warning(Exception exception, string messageTemplate, params object[] propertyValues) => throw null!;

        public static void Error(string messageTemplate) => throw null!;

        public static void Error<T>(string messageTemplate, T propertyValue) => throw null!;

        public static void Error<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1) => throw null!;

        public static void Error(string messageTemplate, params object[] propertyValues) => throw null!;

        public static void Error(Exception exception, string messageTemplate) => throw null!;

        public static void Error<T>(Exception exception, string messageTemplate, T propertyValue) => throw null!;

        public static void Error(Exception exception, string messageTemplate, params object[] propertyValues) => throw null!;

        public static void Fatal(string messageTemplate) => throw null!;

        public static void Fatal<T>(string messageTemplate, T propertyValue) => throw null!;

        public static void Fatal<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1) => throw null!;

        public static void Fatal(string messageTemplate, params object[] propertyValues) => throw null!;

        public static void Fatal(Exception exception, string messageTemplate) => throw null!;

        public static void Fatal<T>(Exception exception, string messageTemplate, T propertyValue) => throw null!;

        public static void Fatal(Exception exception, string messageTemplate, params object[] propertyValues) => throw null!;
    }

    public class LoggerConfiguration
    {
        public Configuration.LoggerSinkConfiguration WriteTo => throw null!;
        public Configuration.LoggerMinimumLevelConfiguration MinimumLevel => throw null!;
        public Configuration.LoggerEnrichmentConfiguration Enrich => throw null!;

        public ILogger CreateLogger() => throw null!;
    }

    public static class SinkExtensions
    {
        public static LoggerConfiguration Console(
            this Configuration.LoggerSinkConfiguration sinkConfiguration,
            string outputTemplate = null
        ) => throw null!;

        public static LoggerConfiguration File(
            this Configuration.LoggerSinkConfiguration sinkConfiguration,
            string path,
            string outputTemplate = null,
            RollingInterval rollingInterval = RollingInterval.Infinite
        ) => throw null!;
    }

    public enum RollingInterval
    {
        Infinite,
        Year,
        Month,
        Day,
        Hour,
        Minute,
    }
}

namespace Serilog.Configuration
{
    public class LoggerSinkConfiguration { }

    public class LoggerMinimumLevelConfiguration
    {
        public LoggerConfiguration Debug() => throw null!;

        public LoggerConfiguration Information() => throw null!;

        public LoggerConfiguration Warning() => throw null!;

        public LoggerConfiguration Override(string source, Events.LogEventLevel minimumLevel) => throw null!;
    }

    public class LoggerEnrichmentConfiguration
    {
        public LoggerConfiguration FromLogContext() => throw null!;

        public LoggerConfiguration WithProperty(string name, object value, bool destructureObjects = false) => throw null!;
    }
}

namespace Serilog.Events
{
    public enum LogEventLevel
    {
        Verbose,
        Debug,
        Information,
        Warning,
        Error,
        Fatal,
    }
}

namespace Serilog.Context
{
    public static class LogContext
    {
        public static IDisposable PushProperty(string name, object value, bool destructureObjects = false) => throw null!;
    }
}
