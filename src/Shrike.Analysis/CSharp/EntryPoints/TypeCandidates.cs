using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>Chooses, by names alone, the types that may hold entry points.</summary>
internal static class TypeCandidates
{
    internal static readonly HashSet<string> Roots = new(StringComparer.Ordinal)
    {
        "Controller",
        "ControllerBase",
        "ApiController",
        "AsyncController",
        "ODataController",
        "PageModel",
        "Hub",
        "DynamicHub",
        "ComponentBase",
        "OwningComponentBase",
        "LayoutComponentBase",
        "WebService",
        "Page",
        "UserControl",
        "MasterPage",
        "IHttpHandler",
        "IHttpAsyncHandler",
        "IHttpModule",
        "HttpApplication",
        "IMiddleware",
        "OwinMiddleware",
        "IConsumer",
        "IHandleMessages",
        "IMessageHandler",
        "IIntegrationEventHandler",
        "Endpoint",
        "EndpointWithoutRequest",
        "ViewComponent",
        "HttpTaskAsyncHandler",
        "PersistentConnection",
    };

    private static readonly HashSet<string> MethodAttributes = new(StringComparer.Ordinal)
    {
        "Function",
        "FunctionName",
        "WebMethod",
        "JSInvokable",
        "OperationContract",
        "LambdaFunction",
        "HttpGet",
        "HttpPost",
        "HttpPut",
        "HttpDelete",
        "HttpPatch",
    };

    private static readonly HashSet<string> MethodNames = new(StringComparer.Ordinal)
    {
        "Main",
        "FunctionHandler",
        "Invoke",
        "InvokeAsync",
        "ProcessRequest",
    };

    public static IEnumerable<INamedTypeSymbol> In(Models models, bool all, CancellationToken cancel)
    {
        var declarations = new List<TypeDeclarationSyntax>();
        var derived = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in models.Compilation.SyntaxTrees)
            Collect((CompilationUnitSyntax)tree.GetRoot(cancel), declarations, derived);

        HashSet<string> names = Closure(derived, declarations);
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (TypeDeclarationSyntax declaration in declarations)
        {
            cancel.ThrowIfCancellationRequested();
            if (!all && !names.Contains(declaration.Identifier.ValueText) && !HasShape(declaration))
                continue;
            if (models.For(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration, cancel) is INamedTypeSymbol type && seen.Add(type))
                yield return type;
        }
    }

    private static void Collect(
        CompilationUnitSyntax unit,
        List<TypeDeclarationSyntax> declarations,
        Dictionary<string, List<string>> derived
    )
    {
        foreach (TypeDeclarationSyntax type in DeclaredTypes.Of(unit))
        {
            declarations.Add(type);
            foreach (BaseTypeSyntax parent in type.BaseList?.Types ?? default)
            {
                string name = Shape.SimpleName(parent);
                if (!derived.TryGetValue(name, out List<string>? children))
                    derived[name] = children = [];
                children.Add(type.Identifier.ValueText);
                // Names of unresolved bases show their part: AbpController, XxxServiceBase of a gRPC service.
                if (
                    name.EndsWith("Controller", StringComparison.Ordinal)
                    || parent.Type is QualifiedNameSyntax && name.EndsWith("Base", StringComparison.Ordinal)
                    || name.EndsWith("Hub", StringComparison.Ordinal)
                )
                    AddRoot(derived, type.Identifier.ValueText);
            }
        }
    }

    private static void AddRoot(Dictionary<string, List<string>> derived, string name)
    {
        if (!derived.TryGetValue("", out List<string>? roots))
            derived[""] = roots = [];
        roots.Add(name);
    }

    private static HashSet<string> Closure(Dictionary<string, List<string>> derived, List<TypeDeclarationSyntax> declarations)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>(Roots);
        queue.Enqueue("");
        foreach (TypeDeclarationSyntax declaration in declarations)
        {
            if (declaration is InterfaceDeclarationSyntax && HasAttribute(declaration.AttributeLists, name => name == "ServiceContract"))
                queue.Enqueue(declaration.Identifier.ValueText);
        }

        while (queue.TryDequeue(out string? name))
        {
            foreach (string child in derived.GetValueOrDefault(name) ?? [])
            {
                if (reached.Add(child))
                    queue.Enqueue(child);
            }
        }

        return reached;
    }

    private static bool HasShape(TypeDeclarationSyntax type)
    {
        if (
            type.Identifier.ValueText.EndsWith("Controller", StringComparison.Ordinal)
            || HasAttribute(type.AttributeLists, name => name is "ApiController" or "ServiceContract" or "Controller")
        )
            return true;
        foreach (MemberDeclarationSyntax member in type.Members)
        {
            if (
                member is MethodDeclarationSyntax method
                && (MethodNames.Contains(method.Identifier.ValueText) || HasAttribute(method.AttributeLists, MethodAttributes.Contains))
            )
                return true;
        }

        return false;
    }

    private static bool HasAttribute(SyntaxList<AttributeListSyntax> lists, Func<string, bool> wanted)
    {
        foreach (AttributeListSyntax list in lists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (wanted(Shape.AttributeName(attribute)))
                    return true;
            }
        }

        return false;
    }
}
