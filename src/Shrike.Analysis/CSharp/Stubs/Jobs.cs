// namespaces: Hangfire, Quartz
// world: both
// Hangfire and Quartz; signatures only.
using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Threading;
using System.Threading.Tasks;

namespace Hangfire
{
    public static class BackgroundJob
    {
        public static string Enqueue(Expression<Action> methodCall) => throw null!;

        public static string Enqueue(Expression<Func<Task>> methodCall) => throw null!;

        public static string Enqueue<T>(Expression<Action<T>> methodCall) => throw null!;

        public static string Enqueue<T>(Expression<Func<T, Task>> methodCall) => throw null!;

        public static string Schedule(Expression<Action> methodCall, TimeSpan delay) => throw null!;

        public static string Schedule<T>(Expression<Action<T>> methodCall, TimeSpan delay) => throw null!;
    }

    public static class RecurringJob
    {
        public static void AddOrUpdate(string recurringJobId, Expression<Action> methodCall, string cronExpression) => throw null!;

        public static void AddOrUpdate<T>(string recurringJobId, Expression<Action<T>> methodCall, string cronExpression) => throw null!;

        public static void AddOrUpdate<T>(string recurringJobId, Expression<Func<T, Task>> methodCall, string cronExpression) =>
            throw null!;
    }

    public interface IBackgroundJobClient { }

    public static class BackgroundJobClientExtensions
    {
        public static string Enqueue(this IBackgroundJobClient client, Expression<Action> methodCall) => throw null!;

        public static string Enqueue<T>(this IBackgroundJobClient client, Expression<Action<T>> methodCall) => throw null!;

        public static string Enqueue<T>(this IBackgroundJobClient client, Expression<Func<T, Task>> methodCall) => throw null!;
    }
}

namespace Quartz
{
    public interface IJob
    {
        Task Execute(IJobExecutionContext context);
    }

    public interface IJobExecutionContext
    {
        JobDataMap MergedJobDataMap { get; }
        IJobDetail JobDetail { get; }
        CancellationToken CancellationToken { get; }
    }

    public interface IJobDetail
    {
        JobDataMap JobDataMap { get; }
    }

    public class JobDataMap : Dictionary<string, object>
    {
        public string GetString(string key) => throw null!;

        public int GetInt(string key) => throw null!;

        public bool GetBoolean(string key) => throw null!;
    }
}
