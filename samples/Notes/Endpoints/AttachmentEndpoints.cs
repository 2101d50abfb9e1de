using Notes.Security;
using Notes.Storage;

namespace Notes.Endpoints;

public record Passphrase(string Owner, string Password);

public static class AttachmentEndpoints
{
    public static void MapAttachments(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/attachments").RequireAuthorization();
        group.MapGet("/text", async (string name, Attachments attachments) => Results.Text(await attachments.ReadAsync(name)));
        group.MapGet("/text/bare", async (string name, Attachments attachments) => Results.Text(await attachments.ReadByBareNameAsync(name)));
        group.MapPost("/spool", (string text, Attachments attachments) => { attachments.Spool(text); });
        group.MapPost("/spool/private", (string text, Attachments attachments) => { attachments.SpoolPrivately(text); });
        group.MapPost("/passphrase", (Passphrase phrase, NoteCipher cipher) => cipher.RememberPassphrase(phrase.Owner, phrase.Password));
        group.MapPost("/passphrase/protected", (Passphrase phrase, NoteCipher cipher) => cipher.RememberProtectedPassphrase(phrase.Owner, phrase.Password));
    }
}
