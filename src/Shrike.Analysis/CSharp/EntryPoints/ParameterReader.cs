using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>How frameworks fill parameters, by attribute, type, name and template.</summary>
internal static partial class ParameterReader
{
    public static List<EntryParameter> Read(
        SyntaxNode function,
        EntryPointKind kind,
        string? route,
        bool isApi,
        IReadOnlyList<string> verbs,
        Models models
    )
    {
        var read = new List<EntryParameter>();
        SemanticModel? model = models.For(function.SyntaxTree);
        foreach (ParameterSyntax parameter in Of(function))
        {
            ITypeSymbol? type = model?.GetDeclaredSymbol(parameter) is IParameterSymbol symbol ? symbol.Type : null;
            string name = parameter.Identifier.ValueText;
            string shown = parameter.Type?.ToString() ?? type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "";
            read.Add(new EntryParameter(name, shown, Bind(parameter, type, shown, kind, route, isApi, verbs)));
        }

        return read;
    }

    public static IEnumerable<ParameterSyntax> Of(SyntaxNode function) =>
        function switch
        {
            BaseMethodDeclarationSyntax method => method.ParameterList.Parameters,
            LocalFunctionStatementSyntax local => local.ParameterList.Parameters,
            ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters,
            SimpleLambdaExpressionSyntax simple => [simple.Parameter],
            AnonymousMethodExpressionSyntax anonymous => anonymous.ParameterList?.Parameters ?? default,
            _ => [],
        };

    private static Binding Bind(
        ParameterSyntax parameter,
        ITypeSymbol? type,
        string shown,
        EntryPointKind kind,
        string? route,
        bool isApi,
        IReadOnlyList<string> verbs
    )
    {
        foreach (AttributeSyntax attribute in parameter.AttributeLists.SelectMany(list => list.Attributes))
        {
            switch (Shape.AttributeName(attribute))
            {
                case "FromRoute":
                    return Binding.Route;
                case "FromQuery" or "FromUri":
                    return Binding.Query;
                case "FromForm":
                    return Binding.Form;
                case "FromBody":
                    return Binding.Body;
                case "FromHeader":
                    return Binding.Header;
                case "BindNever" or "FromServices" or "FromKeyedServices" or "DurableClient" or "SignalRConnectionInfo":
                    return Binding.Services;
                case "AsParameters":
                    return Binding.Model;
                case "HttpTrigger":
                    return Binding.Body;
                case { } trigger when trigger.EndsWith("Trigger", StringComparison.Ordinal):
                    return trigger.StartsWith("Timer", StringComparison.Ordinal) ? Binding.Services : Binding.Message;
            }
        }

        string simple = TypeName(type, shown);
        if (FrameworkType().IsMatch(simple))
            return Binding.Services;
        if (FileType().IsMatch(shown))
            return Binding.File;
        bool isSimple = IsSimple(type, simple);
        bool inRoute = route is not null && HasToken(route, parameter.Identifier.ValueText);
        switch (kind)
        {
            case EntryPointKind.Main:
                return Binding.Argument;
            case EntryPointKind.SignalRHub
            or EntryPointKind.Grpc
            or EntryPointKind.MessageHandler
            or EntryPointKind.Wcf
            or EntryPointKind.Asmx
            or EntryPointKind.Blazor:
                return Binding.Message;
            case EntryPointKind.AzureFunction:
                return inRoute ? Binding.Route
                    : Injected().IsMatch(simple) ? Binding.Services
                    : Binding.Message;
            case EntryPointKind.WebForms or EntryPointKind.Middleware or EntryPointKind.HttpHandler:
                return Binding.Services;
            case EntryPointKind.PublicApi:
                return Binding.Argument;
        }

        if (simple is "FormCollection" or "IFormCollection" or "FormDataCollection")
            return Binding.Form;
        if (inRoute)
            return Binding.Route;
        bool minimal = kind == EntryPointKind.MinimalApi;
        if (isSimple)
            return minimal || isApi || kind == EntryPointKind.WebApi2 ? Binding.Query : Binding.Model;
        if ((minimal || isApi) && (Injected().IsMatch(simple) || type?.TypeKind == TypeKind.Interface && !IsSequence(type)))
            return Binding.Services;
        if (minimal)
            return verbs.Count > 0 && verbs.All(verb => verb is "GET" or "DELETE" or "HEAD") ? Binding.Services : Binding.Body;
        return isApi || kind == EntryPointKind.WebApi2 ? Binding.Body : Binding.Model;
    }

    private static bool HasToken(string route, string name)
    {
        int at = route.IndexOf("{" + name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            at = route.IndexOf("*" + name, StringComparison.OrdinalIgnoreCase);
        int end = at + name.Length + 1;
        return at >= 0 && end < route.Length && route[end] is '}' or ':' or '?' or '=';
    }

    private static bool IsSequence(ITypeSymbol type) => type.AllInterfaces.Any(i => i.Name == "IEnumerable");

    private static string TypeName(ITypeSymbol? type, string shown)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (type is IArrayTypeSymbol array)
            return array.ElementType.Name;
        string name = type?.Name is { Length: > 0 } known ? known : shown.TrimEnd('?');
        int generic = name.IndexOf('<', StringComparison.Ordinal);
        if (generic >= 0)
            name = name[..generic];
        return name[(name.LastIndexOf('.') + 1)..];
    }

    /// <summary>Whether frameworks read the type from one string.</summary>
    public static bool IsSimple(ITypeSymbol? type, string simple)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return type is { TypeKind: TypeKind.Enum }
            || type is { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime }
            || simple
                is "Guid"
                    or "DateTimeOffset"
                    or "DateOnly"
                    or "TimeOnly"
                    or "TimeSpan"
                    or "Uri"
                    or "StringValues"
                    or "string"
                    or "int"
                    or "long"
                    or "bool"
                    or "Ulid"
                    or "ObjectId";
    }

    [GeneratedRegex(
        "^(CancellationToken|HttpContext|HttpContextBase|HttpRequest|HttpResponse|ClaimsPrincipal|IPrincipal|HttpRequestMessage|ILogger|FunctionContext|ExecutionContext|ILambdaContext|ServerCallContext|PipeWriter|TraceWriter)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex FrameworkType();

    [GeneratedRegex("IFormFile|HttpPostedFile|IBrowserFile", RegexOptions.NonBacktracking)]
    private static partial Regex FileType();

    [GeneratedRegex(
        "^(I[A-Z].*(Service|Services|Repository|Context|Client|Manager|Factory|Handler|Mediator|Sender|Provider|Store|Options|OptionsSnapshot|OptionsMonitor|Logger|Validator|Accessor|Environment|Configuration|Mapper|Publisher|Endpoint|Bus|Cache|UnitOfWork)|.*(Service|Services|Repository|DbContext|Context|DataContext|HttpClient|Manager|Factory|Handler|Store|Validator|Mapper|Cache|TimeProvider|LinkGenerator)|IMediator|ISender)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Injected();
}
