using System.Globalization;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Notes.Storage;
using Notes.Work;
using Scriban;

namespace Notes.Endpoints;

public record NewNote(string Title, string Body);

public static partial class NoteEndpoints
{
    private static readonly JsonSerializerSettings AnyType = new() { TypeNameHandling = TypeNameHandling.All }; // expect: json-type-names
    private static readonly JsonSerializerSettings OwnType = new() { TypeNameHandling = TypeNameHandling.None }; // expect: none

    private static readonly Regex Tags = new("^([a-z]+,?)+$"); // expect: catastrophic-regex
    private static readonly Regex PlainTags = new("^[a-z]+(?:,[a-z]+)*$", RegexOptions.NonBacktracking); // expect: none

    public static void MapNotes(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/notes").RequireAuthorization();
        group.MapGet("/", (string filter, INoteStore store, ClaimsPrincipal user) => store.FindAsync(Owner(user), filter));
        group.MapGet("/titled", (string title, INoteStore store, ClaimsPrincipal user) => store.FindByTitleAsync(Owner(user), title));
        group.MapPost("/", AddAsync);
        group.MapPost("/import", ImportAsync);
        group.MapPost("/import/plain", ImportPlainAsync);
        group.MapPost("/card", Card);
        group.MapPost("/card/standard", StandardCard);
        group.MapGet("/dated", Dated);
        group.MapGet("/dated/standard", DatedStandard);
        group.MapGet("/tags", (string tags) => Tags.IsMatch(tags));
        group.MapGet("/tags/plain", (string tags) => PlainTags.IsMatch(tags));
        group.MapPost("/convert", async (Conversion conversion, Conversions queue) =>
        {
            await queue.AddAsync(conversion);
            return Results.Accepted();
        });
    }

    private static async Task<IResult> AddAsync(NewNote note, INoteStore store, ClaimsPrincipal user)
    {
        var stored = new Note { Owner = Owner(user), Title = note.Title, Body = note.Body };
        await store.AddAsync(stored);
        return Results.Created("/notes/" + stored.Id, stored.Id);
    }

    /// <summary>Notes that another installation exported.</summary>
    private static async Task<IResult> ImportAsync(HttpRequest request, INoteStore store)
    {
        using var reader = new StreamReader(request.Body);
        string json = await reader.ReadToEndAsync();
        var notes = JsonConvert.DeserializeObject<List<Note>>(json, AnyType); // expect: unsafe-deserialization
        foreach (Note note in notes ?? [])
            await store.AddAsync(note);
        return Results.NoContent();
    }

    private static async Task<IResult> ImportPlainAsync(HttpRequest request, INoteStore store)
    {
        using var reader = new StreamReader(request.Body);
        string json = await reader.ReadToEndAsync();
        var notes = JsonConvert.DeserializeObject<List<Note>>(json, OwnType); // expect: none
        foreach (Note note in notes ?? [])
            await store.AddAsync(note);
        return Results.NoContent();
    }

    private static IResult Card(NewNote note)
    {
        Template template = Template.Parse(note.Body); // expect: template-injection
        return Results.Text(template.Render(new { title = note.Title }));
    }

    private static IResult StandardCard(NewNote note)
    {
        Template template = Template.Parse("{{ title }}: {{ body }}"); // expect: none
        return Results.Text(template.Render(new { title = note.Title, body = note.Body }));
    }

    private static IResult Dated(string format, string title)
    {
        string text = string.Format(CultureInfo.InvariantCulture, format, title, DateTime.UtcNow); // expect: format-string
        return Results.Text(text);
    }

    private static IResult DatedStandard(string title)
    {
        string text = string.Format(CultureInfo.InvariantCulture, "{0} ({1:yyyy-MM-dd})", title, DateTime.UtcNow); // expect: none
        return Results.Text(text);
    }

    private static string Owner(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
}
