using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>Lambdas given to <c>app.Use</c> and <c>app.Run</c>.</summary>
internal static class MiddlewareLambdas
{
    internal static readonly string[] Words = ["Use", "Run"];
    internal static readonly FrozenSet<string> Set = Words.ToFrozenSet(StringComparer.Ordinal);

    public static void Add(SyntaxToken token, Models models, List<EntryPointSite> sites)
    {
        if (
            !Set.Contains(token.ValueText)
            || Shape.CallNamed(token) is not { ArgumentList.Arguments: [{ Expression: AnonymousFunctionExpressionSyntax lambda }] } call
        )
            return;
        int parameters = ParameterReader.Of(lambda).Count();
        if (
            parameters != (token.ValueText == "Use" ? 2 : 1)
            || Shape.Receiver(call) is not { } receiver
            || models.For(call.SyntaxTree) is not { } model
        )
            return;
        ITypeSymbol? type = model.GetTypeInfo(receiver).Type;
        bool isBuilder = type is null or IErrorTypeSymbol
            ? Shape.SimpleName(receiver) is "app" or "builder" or "application"
            : type.Name is "IApplicationBuilder" or "WebApplication" or "IAppBuilder" or "ApplicationBuilder";
        if (!isBuilder)
            return;
        var point = new EntryPoint
        {
            Kind = EntryPointKind.Middleware,
            Symbol = $"{token.ValueText} middleware",
            Display = $"{token.ValueText} middleware",
            Where = Shape.Where(token),
            Parameters = ParameterReader.Read(lambda, EntryPointKind.Middleware, null, false, [], models),
            InTestCode = Shape.IsTestPath(call.SyntaxTree.FilePath),
        };
        sites.Add(new EntryPointSite(point, lambda));
    }
}
