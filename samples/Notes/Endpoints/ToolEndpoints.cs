using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Notes.Storage;
using Notes.Work;

namespace Notes.Endpoints;

public static class ToolEndpoints
{
    private static readonly string[] Zones = ["UTC", "Europe/Paris", "Asia/Tokyo"];

    public static void MapTools(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/tools").RequireAuthorization();
        group.MapPost("/preview", (PreviewRequest request, LinkPreview preview) => preview.TitleAsync(request));
        group.MapPost("/preview/known", (PreviewRequest request, LinkPreview preview) => preview.TitleOfKnownAsync(request));
        group.MapGet("/calculate", CalculateAsync);
        group.MapGet("/sum", Sum);
        group.MapPost("/zone", SetZone);
        group.MapPost("/zone/known", SetKnownZone);
        group.MapPost("/export", (string format, Note note, Exporters exporters) => exporters.Named(format)?.Export(note));
        group.MapPost("/export/known", (string format, Note note, Exporters exporters) => exporters.Find(format)?.Export(note));
        group.MapGet("/check", CheckAsync);
        group.MapGet("/check/quiet", CheckQuietlyAsync);
    }

    private static async Task<IResult> CalculateAsync(string formula)
    {
        object result = await CSharpScript.EvaluateAsync(formula); // expect: code-injection
        return Results.Text(Convert.ToString(result, CultureInfo.InvariantCulture));
    }

    private static async Task<IResult> Sum(string numbers)
    {
        decimal sum = numbers.Split('+').Sum(n => decimal.Parse(n, CultureInfo.InvariantCulture));
        object result = await CSharpScript.EvaluateAsync("1 + 1"); // expect: none
        return Results.Text($"{sum} ({result})");
    }

    private static IResult SetZone(string zone)
    {
        Environment.SetEnvironmentVariable(zone, "1"); // expect: external-settings
        return Results.NoContent();
    }

    private static IResult SetKnownZone(string zone)
    {
        if (!Zones.Contains(zone))
            return Results.BadRequest();
        Environment.SetEnvironmentVariable("TZ", "UTC"); // expect: none
        return Results.NoContent();
    }

    private static async Task<IResult> CheckAsync(INoteStore store)
    {
        try
        {
            return Results.Ok(await store.FindByTitleAsync("monitor", "check"));
        }
        catch (TimeoutException e)
        {
            return Results.Text(e.StackTrace); // expect: information-exposure-exception
        }
    }

    private static async Task<IResult> CheckQuietlyAsync(INoteStore store, ILogger<Program> logger)
    {
        try
        {
            return Results.Ok(await store.FindByTitleAsync("monitor", "check"));
        }
        catch (TimeoutException e)
        {
            logger.LogError(e, "the store does not answer");
            return Results.Text("The store does not answer."); // expect: none
        }
    }
}
