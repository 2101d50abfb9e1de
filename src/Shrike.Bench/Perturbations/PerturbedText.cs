namespace Shrike.Bench.Perturbations;

/// <summary>A text after a change.</summary>
/// <param name="Lines">For each line of the new text, from the first, the number of the old one (from 1); null where none moved.</param>
internal sealed record PerturbedText(string Text, int[]? Lines, int Changes, int Skipped)
{
    public static PerturbedText Unchanged(string text, int skipped = 0) => new(text, null, 0, skipped);

    /// <summary>The line of the text before all changes, given what later changes moved.</summary>
    public static int[]? Compose(int[]? first, int[]? second) =>
        first is null ? second
        : second is null ? first
        : [.. second.Select(line => Back(first, line))];

    /// <summary>The old number of a line; what lies behind the last stays behind it.</summary>
    public static int Back(int[]? lines, int line) =>
        lines is null || line < 1 || lines.Length == 0 ? line
        : line <= lines.Length ? lines[line - 1]
        : line;
}
