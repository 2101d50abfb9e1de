// namespaces: RazorEngine, RazorEngine.Templating, HandlebarsDotNet, Scriban, DotLiquid, NCalc, System.Linq.Dynamic.Core, System.Linq.Dynamic, Microsoft.CodeAnalysis.CSharp.Scripting, Microsoft.CodeAnalysis.Scripting, Jint, IronPython.Hosting, Microsoft.Scripting.Hosting
// world: both
// Template engines, expression evaluators and script hosts; signatures only.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RazorEngine
{
    public static class Razor
    {
        public static string Parse(string razorTemplate) => throw null!;

        public static string Parse<T>(string razorTemplate, T model) => throw null!;
    }

    public static class Engine
    {
        public static Templating.IRazorEngineService Razor { get; set; }
    }
}

namespace RazorEngine.Templating
{
    public interface IRazorEngineService : IDisposable { }

    public static class RazorEngineServiceExtensions
    {
        public static string RunCompile(
            this IRazorEngineService service,
            string templateSource,
            string name,
            Type modelType = null,
            object model = null,
            object viewBag = null
        ) => throw null!;

        public static string Run(
            this IRazorEngineService service,
            string name,
            Type modelType = null,
            object model = null,
            object viewBag = null
        ) => throw null!;

        public static void Compile(this IRazorEngineService service, string templateSource, string name, Type modelType = null) =>
            throw null!;

        public static void AddTemplate(this IRazorEngineService service, string name, string templateSource) => throw null!;
    }
}

namespace HandlebarsDotNet
{
    public delegate string HandlebarsTemplate<TContext, TData>(TContext context, TData data = default);

    public interface IHandlebars
    {
        HandlebarsTemplate<object, object> Compile(string template);
    }

    public sealed class Handlebars
    {
        public static IHandlebars Create(object configuration = null) => throw null!;

        public static HandlebarsTemplate<object, object> Compile(string template) => throw null!;
    }
}

namespace Scriban
{
    public class Template
    {
        public bool HasErrors => throw null!;

        public static Template Parse(string text, string sourceFilePath = null) => throw null!;

        public static Template ParseLiquid(string text, string sourceFilePath = null) => throw null!;

        public static object Evaluate(string expression, object model) => throw null!;

        public string Render(object model = null) => throw null!;
    }
}

namespace DotLiquid
{
    public class Hash : Dictionary<string, object>
    {
        public static Hash FromAnonymousObject(object anonymousObject) => throw null!;
    }

    public class Template
    {
        public static Template Parse(string source) => throw null!;

        public string Render() => throw null!;

        public string Render(Hash localVariables) => throw null!;
    }
}

namespace NCalc
{
    public class Expression
    {
        public Expression(string expression) { }

        public Dictionary<string, object> Parameters { get; set; }

        public bool HasErrors() => throw null!;

        public object Evaluate() => throw null!;
    }
}

namespace System.Linq.Dynamic.Core
{
    public class ParsingConfig
    {
        public static ParsingConfig Default { get; set; }
        public bool AllowNewToEvaluateAnyType { get; set; }
        public bool ResolveTypesBySimpleName { get; set; }
    }

    public static class DynamicQueryableExtensions
    {
        public static IQueryable<TSource> Where<TSource>(this IQueryable<TSource> source, string predicate, params object[] args) =>
            throw null!;

        public static IQueryable<TSource> Where<TSource>(
            this IQueryable<TSource> source,
            ParsingConfig config,
            string predicate,
            params object[] args
        ) => throw null!;

        public static IQueryable Where(this IQueryable source, string predicate, params object[] args) => throw null!;

        public static IOrderedQueryable<TSource> OrderBy<TSource>(this IQueryable<TSource> source, string ordering, params object[] args) =>
            throw null!;

        public static IOrderedQueryable<TSource> OrderBy<TSource>(
            this IQueryable<TSource> source,
            ParsingConfig config,
            string ordering,
            params object[] args
        ) => throw null!;

        public static IOrderedQueryable<TSource> ThenBy<TSource>(
            this IOrderedQueryable<TSource> source,
            string ordering,
            params object[] args
        ) => throw null!;

        public static IQueryable Select(this IQueryable source, string selector, params object[] args) => throw null!;

        public static IQueryable<TResult> Select<TResult>(this IQueryable source, string selector, params object[] args) => throw null!;

        public static IQueryable GroupBy(this IQueryable source, string keySelector, params object[] args) => throw null!;

        public static bool Any(this IQueryable source, string predicate, params object[] args) => throw null!;

        public static int Count(this IQueryable source, string predicate, params object[] args) => throw null!;

        public static dynamic First(this IQueryable source, string predicate, params object[] args) => throw null!;
    }

    public static class DynamicExpressionParser
    {
        public static System.Linq.Expressions.LambdaExpression ParseLambda(
            Type itType,
            Type resultType,
            string expression,
            params object[] values
        ) => throw null!;

        public static System.Linq.Expressions.Expression<Func<T, TResult>> ParseLambda<T, TResult>(
            ParsingConfig parsingConfig,
            bool createParameterCtor,
            string expression,
            params object[] values
        ) => throw null!;
    }
}

namespace System.Linq.Dynamic
{
    public static class DynamicQueryable
    {
        public static IQueryable<T> Where<T>(this IQueryable<T> source, string predicate, params object[] values) => throw null!;

        public static IQueryable<T> OrderBy<T>(this IQueryable<T> source, string ordering, params object[] values) => throw null!;
    }
}

namespace Microsoft.CodeAnalysis.Scripting
{
    public sealed class ScriptOptions
    {
        public static ScriptOptions Default => throw null!;

        public ScriptOptions AddReferences(params System.Reflection.Assembly[] references) => throw null!;

        public ScriptOptions AddReferences(params string[] references) => throw null!;

        public ScriptOptions AddImports(params string[] imports) => throw null!;

        public ScriptOptions WithImports(params string[] imports) => throw null!;

        public ScriptOptions WithReferences(params System.Reflection.Assembly[] references) => throw null!;
    }

    public abstract class ScriptState
    {
        public object ReturnValue => throw null!;
    }

    public sealed class ScriptState<T> : ScriptState
    {
        public new T ReturnValue => throw null!;
    }

    public class Script<T>
    {
        public Task<ScriptState<T>> RunAsync(object globals = null, CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Microsoft.CodeAnalysis.CSharp.Scripting
{
    using Microsoft.CodeAnalysis.Scripting;

    public static class CSharpScript
    {
        public static Script<object> Create(string code, ScriptOptions options = null, Type globalsType = null) => throw null!;

        public static Script<T> Create<T>(string code, ScriptOptions options = null, Type globalsType = null) => throw null!;

        public static Task<object> EvaluateAsync(
            string code,
            ScriptOptions options = null,
            object globals = null,
            Type globalsType = null,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<T> EvaluateAsync<T>(
            string code,
            ScriptOptions options = null,
            object globals = null,
            Type globalsType = null,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<ScriptState<object>> RunAsync(
            string code,
            ScriptOptions options = null,
            object globals = null,
            Type globalsType = null,
            CancellationToken cancellationToken = default
        ) => throw null!;
    }
}

namespace Jint
{
    public class Options
    {
        public Options AllowClr(params System.Reflection.Assembly[] assemblies) => throw null!;

        public Options TimeoutInterval(TimeSpan timeoutInterval) => throw null!;

        public Options MaxStatements(int maxStatements = 0) => throw null!;

        public Options LimitMemory(long memoryLimit) => throw null!;
    }

    public class Engine
    {
        public Engine() { }

        public Engine(Action<Options> options) { }

        public Engine SetValue(string name, object obj) => throw null!;

        public Engine SetValue(string name, Delegate value) => throw null!;

        public Engine Execute(string code, string source = null) => throw null!;

        public object Evaluate(string code, string source = null) => throw null!;

        public object GetValue(string propertyName) => throw null!;
    }
}

namespace Microsoft.Scripting.Hosting
{
    public sealed class ScriptEngine
    {
        public ScriptScope CreateScope() => throw null!;

        public dynamic Execute(string expression) => throw null!;

        public dynamic Execute(string expression, ScriptScope scope) => throw null!;

        public dynamic ExecuteFile(string path) => throw null!;

        public ScriptSource CreateScriptSourceFromString(string expression) => throw null!;
    }

    public sealed class ScriptScope
    {
        public void SetVariable(string name, object value) => throw null!;

        public dynamic GetVariable(string name) => throw null!;
    }

    public sealed class ScriptSource
    {
        public dynamic Execute() => throw null!;

        public dynamic Execute(ScriptScope scope) => throw null!;
    }
}

namespace IronPython.Hosting
{
    public static class Python
    {
        public static Microsoft.Scripting.Hosting.ScriptEngine CreateEngine() => throw null!;
    }
}
