namespace Shrike.Bench.Blinding;

internal static class Blinders
{
    /// <summary>null: nobody here can blind that language, and a blinded run must not show it.</summary>
    public static ILanguageBlinder? For(string language) =>
        language switch
        {
            "csharp" => new CSharpBlinder(),
            _ => null,
        };
}
