using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.Facts;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>Entry points that are methods of a type.</summary>
internal sealed class TypeEntryPoints(Models models, AppFacts app, EntryPointOptions options, CancellationToken cancel)
{
    private const int MaxMethods = 5_000;
    private readonly bool modern = models.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.ControllerBase") is not null;
    private readonly Lazy<ScopedFilters> filters = new(() => ScopedFilters.Of(models, cancel), LazyThreadSafetyMode.None);

    public void Add(INamedTypeSymbol type, List<EntryPointSite> sites)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || TypeFacts.IsFramework(type))
            return;
        TypeFacts facts = models.FactsOf(type);
        EntryPointKind? kind = KindOf(type, facts);
        foreach ((IMethodSymbol method, MethodDeclarationSyntax syntax) in Methods(type, facts))
        {
            EntryPointKind? own = KindOf(method, syntax, type, facts, kind);
            if (own is { } known)
                sites.Add(Site(known, type, facts, method, syntax));
            else if (
                options.PublicApi
                && method.DeclaredAccessibility == Accessibility.Public
                && type.DeclaredAccessibility == Accessibility.Public
                && SymbolEqualityComparer.Default.Equals(method.ContainingType, type)
            )
                sites.Add(Site(EntryPointKind.PublicApi, type, facts, method, syntax));
        }
    }

    private EntryPointKind? KindOf(INamedTypeSymbol type, TypeFacts facts)
    {
        if (facts.Is("ApiController"))
            return EntryPointKind.WebApi2;
        if (facts.Is("PageModel"))
            return EntryPointKind.RazorPage;
        if (facts.Is("Hub", "DynamicHub"))
            return EntryPointKind.SignalRHub;
        if (facts.Is("ComponentBase", "OwningComponentBase", "LayoutComponentBase"))
            return EntryPointKind.Blazor;
        if (facts.Is("Page", "UserControl", "MasterPage"))
            return EntryPointKind.WebForms;
        if (IsController(type, facts))
            return modern && !UsesSystemWebMvc(type) ? EntryPointKind.Controller : EntryPointKind.Mvc5;
        return null;
    }

    private static bool IsController(INamedTypeSymbol type, TypeFacts facts)
    {
        if (facts.Has("NonController"))
            return false;
        if (facts.Is("Controller", "ControllerBase", "AsyncController", "ODataController"))
            return true;
        bool named = type.Name.EndsWith("Controller", StringComparison.Ordinal);
        if (named && facts.Foreign.Any(name => name.EndsWith("Controller", StringComparison.Ordinal)))
            return true;
        return facts.Has("ApiController")
            || named
                && type is { DeclaredAccessibility: Accessibility.Public, IsStatic: false }
                && (facts.Has("Route") || facts.Has("Authorize") || facts.Has("Controller"));
    }

    private static bool UsesSystemWebMvc(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences[0].SyntaxTree.GetRoot() is CompilationUnitSyntax unit
        && unit.Usings.Any(used => used.Name?.ToString() is "System.Web.Mvc" or "System.Web");

    private IEnumerable<(IMethodSymbol, MethodDeclarationSyntax)> Methods(INamedTypeSymbol type, TypeFacts facts)
    {
        var overridden = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        int left = MaxMethods;
        foreach (INamedTypeSymbol at in facts.SourceChain)
        {
            foreach (IMethodSymbol method in at.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.MethodKind != MethodKind.Ordinary || --left < 0)
                    continue;
                if (method.OverriddenMethod is { } original)
                    overridden.Add(original.OriginalDefinition);
                if (method.IsAbstract || overridden.Contains(method.OriginalDefinition) || type.IsAbstract && !type.IsStatic)
                    continue;
                IMethodSymbol implementation = method.PartialImplementationPart ?? method;
                if (
                    implementation.DeclaringSyntaxReferences.FirstOrDefault() is { } declared
                    && models.For(declared.SyntaxTree) is not null
                    && declared.GetSyntax() is MethodDeclarationSyntax syntax
                    && Shape.Body(syntax) is not null
                )
                    yield return (method, syntax);
            }
        }
    }

    private static EntryPointKind? KindOf(
        IMethodSymbol method,
        MethodDeclarationSyntax syntax,
        INamedTypeSymbol type,
        TypeFacts facts,
        EntryPointKind? kind
    )
    {
        string name = method.Name;
        bool isPublic = method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false };
        // Only a view of the same request runs a child action.
        if (Has(syntax, "NonAction") || Has(syntax, "ChildActionOnly"))
            return null;
        if (Has(syntax, "Function") || Has(syntax, "FunctionName"))
            return EntryPointKind.AzureFunction;
        if (Has(syntax, "WebMethod"))
            return EntryPointKind.Asmx;
        if (kind is null && isPublic && Routes.VerbAttributes.Keys.Any(verb => Has(syntax, verb)))
            return EntryPointKind.Controller;
        switch (kind)
        {
            case EntryPointKind.Controller or EntryPointKind.Mvc5 or EntryPointKind.WebApi2:
                return
                    isPublic
                    && method.OverriddenMethod?.ContainingType.SpecialType != SpecialType.System_Object
                    && name is not ("Dispose" or "OnActionExecuting" or "OnActionExecuted" or "OnActionExecutionAsync" or "Initialize")
                    && !name.Contains('.')
                    ? kind
                    : null;
            case EntryPointKind.RazorPage:
                return isPublic && Routes.PageVerb(name) is not null ? kind : null;
            case EntryPointKind.SignalRHub:
                return
                    isPublic
                    && name
                        is not (
                            "OnConnected"
                            or "OnDisconnected"
                            or "OnReconnected"
                            or "OnConnectedAsync"
                            or "OnDisconnectedAsync"
                            or "Dispose"
                        )
                    ? kind
                    : null;
            case EntryPointKind.Blazor:
                return
                    name
                        is "OnInitialized"
                            or "OnInitializedAsync"
                            or "OnParametersSet"
                            or "OnParametersSetAsync"
                            or "SetParametersAsync"
                            or "OnAfterRenderAsync"
                    || Has(syntax, "JSInvokable")
                    || method.Parameters.Any(p =>
                        p.Type.Name.EndsWith("EventArgs", StringComparison.Ordinal) || p.Type.Name is "EditContext"
                    )
                    ? kind
                    : null;
            case EntryPointKind.WebForms:
                return IsEventHandler(method) || name is "Page_Load" or "Page_Init" or "Page_PreRender" or "OnLoad" or "OnInit" or "Render"
                    ? kind
                    : null;
        }

        ReadOnlySpan<string> consumers = ["IConsumer", "IHandleMessages", "IMessageHandler", "IIntegrationEventHandler"];
        if (isPublic && facts.IsGiven(consumers) && name is "Consume" or "Handle" or "HandleAsync")
            return EntryPointKind.MessageHandler;
        if (isPublic && facts.Is("Endpoint", "EndpointWithoutRequest") && name is "HandleAsync" or "ExecuteAsync")
            return EntryPointKind.MinimalApi;
        if (
            facts.Is("IHttpHandler", "IHttpAsyncHandler", "HttpTaskAsyncHandler")
            && name is "ProcessRequest" or "ProcessRequestAsync" or "BeginProcessRequest"
        )
            return EntryPointKind.HttpHandler;
        if (
            facts.Is("IHttpModule", "HttpApplication")
            && (IsEventHandler(method) || name.StartsWith("Application_", StringComparison.Ordinal))
        )
            return EntryPointKind.HttpHandler;
        if (isPublic && name is "Invoke" or "InvokeAsync" && method.Parameters.Any(p => p.Type.Name is "HttpContext" or "IOwinContext"))
            return EntryPointKind.Middleware;
        if (isPublic && method.IsOverride && syntax.ParameterList.Parameters.Any(p => Shape.SimpleName(p.Type) == "ServerCallContext"))
            return EntryPointKind.Grpc;
        if (method.IsStatic && name == "Main" && method.Parameters.Length <= 1)
            return EntryPointKind.Main;
        if (
            isPublic
            && (Has(syntax, "LambdaFunction") || name == "FunctionHandler" || method.Parameters.Any(p => p.Type.Name == "ILambdaContext"))
        )
            return EntryPointKind.AzureFunction;
        return isPublic && ImplementsContract(method, type) ? EntryPointKind.Wcf : null;
    }

    private static bool IsEventHandler(IMethodSymbol method) =>
        method.Parameters is [{ Type.SpecialType: SpecialType.System_Object }, { Type: { } args }]
        && args.Name.EndsWith("EventArgs", StringComparison.Ordinal);

    private static bool ImplementsContract(IMethodSymbol method, INamedTypeSymbol type)
    {
        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            if (!contract.GetAttributes().Any(a => a.AttributeClass?.Name is "ServiceContractAttribute" or "ServiceContract"))
                continue;
            foreach (IMethodSymbol operation in contract.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                if (
                    operation.GetAttributes().Any(a => a.AttributeClass?.Name is "OperationContractAttribute" or "OperationContract")
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(operation), method)
                )
                    return true;
            }
        }

        return false;
    }

    private static bool Has(MethodDeclarationSyntax method, string attribute) =>
        method.AttributeLists.Any(list => list.Attributes.Any(written => Shape.AttributeName(written) == attribute));

    private EntryPointSite Site(
        EntryPointKind kind,
        INamedTypeSymbol type,
        TypeFacts facts,
        IMethodSymbol method,
        MethodDeclarationSyntax syntax
    )
    {
        List<AttributeFact> attributes = [.. OwnAttributes(syntax, method), .. facts.Attributes];
        (string? route, IReadOnlyList<string> verbs) = Routes.Of(kind, type, method, attributes, syntax.SyntaxTree.FilePath);
        bool isApi = facts.Has("ApiController");
        List<EntryParameter> parameters =
            kind == EntryPointKind.AzureFunction || kind == EntryPointKind.MinimalApi
                ? ParameterReader.Read(
                    syntax,
                    kind == EntryPointKind.MinimalApi ? EntryPointKind.WebApi2 : kind,
                    route,
                    isApi,
                    verbs,
                    models
                )
                : ParameterReader.Read(syntax, kind, route, isApi, verbs, models);
        string label = $"{type.Name}.{method.Name}";
        var point = new EntryPoint
        {
            Kind = kind,
            Symbol = method.ToDisplayString(),
            Display = route is null ? label : $"{(verbs.Count > 0 ? string.Join('|', verbs) + " " : "")}{route}",
            Where = Shape.WhereNamed(syntax),
            Route = route,
            Verbs = verbs,
            Parameters = parameters,
            RefusesInvalidModels = isApi,
            RefusesMarkup = kind == EntryPointKind.Mvc5 && !attributes.Exists(a => a.Name is "ValidateInput"),
            Properties = BoundProperties(kind, facts),
            Guards = GuardReader.Read(
                attributes,
                syntax,
                kind == EntryPointKind.AzureFunction
                    ? HttpTrigger.Of(method, models.For(syntax.SyntaxTree))?.Authorization
                    : Global(kind, type, route) ?? Filter(kind, type, attributes),
                Antiforgery(kind),
                models
            ),
            InTestCode = Shape.IsTestPath(syntax.SyntaxTree.FilePath),
        };
        return new EntryPointSite(point, syntax) { Owner = type, Attributes = attributes };
    }

    private List<AttributeFact> OwnAttributes(MethodDeclarationSyntax syntax, IMethodSymbol method)
    {
        SemanticModel model = models.For(syntax.SyntaxTree)!;
        return
        [
            .. syntax
                .AttributeLists.SelectMany(list => list.Attributes)
                .Select(a => new AttributeFact(Shape.AttributeName(a), a, method.Name, model)),
        ];
    }

    private string? Antiforgery(EntryPointKind kind) =>
        kind switch
        {
            EntryPointKind.RazorPage => "Razor Pages validate by default",
            EntryPointKind.Controller or EntryPointKind.Mvc5 => app.GlobalAntiforgery,
            _ => null,
        };

    private string? Global(EntryPointKind kind, INamedTypeSymbol type, string? route)
    {
        Dictionary<string, string> mapped = app.Mapped;
        string? own = kind switch
        {
            EntryPointKind.Controller => mapped.GetValueOrDefault("MapControllers")
                ?? mapped.GetValueOrDefault("MapControllerRoute")
                ?? mapped.GetValueOrDefault("MapDefaultControllerRoute"),
            EntryPointKind.RazorPage => mapped.GetValueOrDefault("MapRazorPages")
                ?? (
                    app.GuardedPages.Any(path => route?.StartsWith(path.TrimEnd('/'), StringComparison.OrdinalIgnoreCase) == true)
                        ? "page convention"
                        : null
                ),
            EntryPointKind.SignalRHub => mapped.GetValueOrDefault("MapHub:" + type.Name),
            EntryPointKind.Grpc => mapped.GetValueOrDefault("MapGrpcService:" + type.Name),
            EntryPointKind.Blazor => mapped.GetValueOrDefault("MapRazorComponents") ?? mapped.GetValueOrDefault("MapBlazorHub"),
            EntryPointKind.WebForms or EntryPointKind.HttpHandler or EntryPointKind.Asmx or EntryPointKind.Mvc5 or EntryPointKind.WebApi2 =>
                options.SiteAuthorization,
            _ => null,
        };
        return own
            ?? (
                kind
                    is EntryPointKind.Main
                        or EntryPointKind.MessageHandler
                        or EntryPointKind.PublicApi
                        or EntryPointKind.AzureFunction
                        or EntryPointKind.WebForms
                    ? null
                    : app.GlobalAuthorization
            );
    }

    private string? Filter(EntryPointKind kind, INamedTypeSymbol type, List<AttributeFact> attributes)
    {
        if (kind is not (EntryPointKind.Controller or EntryPointKind.Mvc5 or EntryPointKind.WebApi2))
            return null;
        const string Suffix = "Controller";
        string name = type.Name.EndsWith(Suffix, StringComparison.Ordinal) ? type.Name[..^Suffix.Length] : type.Name;
        return filters.Value.Guarding(name, attributes.Select(attribute => attribute.Name));
    }

    private static List<EntryParameter> BoundProperties(EntryPointKind kind, TypeFacts facts)
    {
        var bound = new List<EntryParameter>();
        if (kind is not (EntryPointKind.RazorPage or EntryPointKind.Blazor or EntryPointKind.Controller))
            return bound;
        bool all = facts.Has("BindProperties");
        foreach (IPropertySymbol property in facts.SourceChain.SelectMany(type => type.GetMembers().OfType<IPropertySymbol>()))
        {
            Binding? binding = all && property.SetMethod?.DeclaredAccessibility == Accessibility.Public ? Binding.Model : null;
            foreach (
                AttributeSyntax attribute in property
                    .DeclaringSyntaxReferences.Select(r => r.GetSyntax())
                    .OfType<PropertyDeclarationSyntax>()
                    .SelectMany(p => p.AttributeLists)
                    .SelectMany(l => l.Attributes)
            )
            {
                binding = Shape.AttributeName(attribute) switch
                {
                    "BindProperty" => Binding.Model,
                    "FromQuery" or "SupplyParameterFromQuery" => Binding.Query,
                    "FromRoute" => Binding.Route,
                    "FromForm" or "SupplyParameterFromForm" => Binding.Form,
                    "FromHeader" => Binding.Header,
                    "Parameter" when facts.Has("Route") && ParameterReader.IsSimple(property.Type, property.Type.Name) => Binding.Route,
                    _ => binding,
                };
            }

            if (binding is { } known)
                bound.Add(
                    new EntryParameter(property.Name, property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), known)
                );
        }

        return bound;
    }
}
