using System.Text.RegularExpressions;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Facts;

public enum EntryPointKind
{
    Controller,
    MinimalApi,
    RazorPage,
    Blazor,
    SignalRHub,
    Grpc,
    WebApi2,
    Mvc5,
    WebForms,
    Asmx,
    HttpHandler,
    Wcf,
    Middleware,
    MessageHandler,
    AzureFunction,
    PublicApi,
    Main,
}

/// <summary>How a parameter of an entry point gets its value.</summary>
public enum Binding
{
    Route,
    Query,
    Form,
    Body,
    Header,
    File,
    Message,
    Argument,

    /// <summary>Framework-chosen among route, query, form and body.</summary>
    Model,

    /// <summary>From dependency injection or the framework itself: not attacker data.</summary>
    Services,
}

public sealed record EntryParameter(string Name, string Type, Binding Binding);

/// <summary>What guards an entry point, as far as code shows.</summary>
public sealed partial record Guards
{
    /// <summary>null: nothing found; otherwise what requires a signed-in or entitled caller, in words ("[Authorize(Roles = Admin)] on OrdersController").</summary>
    public string? Authorization { get; init; }

    /// <summary>Policy or role names required.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Explicitly open: [AllowAnonymous] or AllowAnonymous().</summary>
    public bool AllowsAnonymous { get; init; }

    /// <summary>What checks antiforgery tokens, or null.</summary>
    public string? Antiforgery { get; init; }

    /// <summary>What limits the rate, or null.</summary>
    public string? RateLimit { get; init; }

    /// <summary>One of the attributes that all have to be satisfied lets only administrators pass ([AdminAuthorize]).</summary>
    public bool NamesAdministrators { get; init; }

    /// <summary>Only those who administer the whole installation pass: each role and policy that is named is theirs, since of
    /// several roles any one may do.</summary>
    public bool ForAdministrators => !AllowsAnonymous && (NamesAdministrators || (Policies.Count > 0 && Policies.All(IsAdministrator)));

    /// <summary>A role or policy of those who run the installation; not of those who manage one tenant, shop or group in it.</summary>
    public static bool IsAdministrator(string role) => Administrator().IsMatch(role) && !OfAPart().IsMatch(role);

    [GeneratedRegex(
        "admin|super_?-?user|sys_?-?op|elevat|^(super|root|host|host_?-? ?users?|system)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Administrator();

    [GeneratedRegex(
        "(org|organi[sz]ations?|tenant|account|store|shop|site|group|team|project|company|department|workspace|customer|client|user|member|provider|vendor|content|non)_?-? ?admin|administered|admin(istrator)?s?_?-? ?(or|and)_?-? ?[a-z]|_?or_?-? ?default",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex OfAPart();
}

/// <summary>A door: a function that something outside the program calls.</summary>
public sealed record EntryPoint
{
    public required EntryPointKind Kind { get; init; }

    /// <summary>Qualified name with parameter types, equal to the IR function's symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>For people: "POST /orders/{id}" or the symbol's short name.</summary>
    public required string Display { get; init; }

    public required SourceSpan Where { get; init; }
    public string? Route { get; init; }

    /// <summary>Upper case; empty when any verb is answered or verbs do not apply.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    public IReadOnlyList<EntryParameter> Parameters { get; init; } = [];

    /// <summary>Properties of the declaring type that the framework fills from the request ([BindProperty],
    /// [SupplyParameterFromQuery], route parameters of components) before the function runs.</summary>
    public IReadOnlyList<EntryParameter> Properties { get; init; } = [];
    public Guards Guards { get; init; } = new();

    /// <summary>The framework refuses models that break their declarations, before the function runs.</summary>
    public bool RefusesInvalidModels { get; init; }

    /// <summary>The framework refuses requests with markup in a parameter before the function runs; a member may be exempt
    /// (<c>[AllowHtml]</c>).</summary>
    public bool RefusesMarkup { get; init; }
    public bool InTestCode { get; init; }
}
