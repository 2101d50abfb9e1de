using System.Buffers;
using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Shrike.Analysis.CSharp.EntryPoints;

/// <summary>Finds identifiers in a tree by searching its text first: most files hold none of the words, and walking the
/// tokens of every file would cost more than all the rest.</summary>
internal sealed class WordScan
{
    private const int Chunk = 1 << 16;
    private const int MaxHitsPerTree = 50_000;
    private readonly SearchValues<string> search;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly int longest;

    public WordScan(IEnumerable<string> wordsToFind)
    {
        string[] list = [.. wordsToFind.Distinct(StringComparer.Ordinal)];
        search = SearchValues.Create(list, StringComparison.Ordinal);
        words = list.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        longest = list.Length == 0 ? 0 : list.Max(word => word.Length);
    }

    /// <summary>Identifier tokens equal to one of the words, in order.</summary>
    public List<SyntaxToken> In(SyntaxTree tree, CancellationToken cancel)
    {
        var found = new List<SyntaxToken>();
        if (longest == 0)
            return found;
        SourceText text = tree.GetText(cancel);
        int overlap = longest + 2;
        char[] buffer = ArrayPool<char>.Shared.Rent(Math.Min(text.Length, Chunk + overlap) + 1);
        try
        {
            for (int start = 0; start < text.Length && found.Count < MaxHitsPerTree; start += Chunk)
            {
                cancel.ThrowIfCancellationRequested();
                // One character before the chunk tells whether a word begins at its edge.
                int from = Math.Max(0, start - 1);
                int count = Math.Min(text.Length - from, start - from + Chunk + overlap);
                if (buffer.Length < count)
                {
                    ArrayPool<char>.Shared.Return(buffer);
                    buffer = ArrayPool<char>.Shared.Rent(count);
                }

                text.CopyTo(from, buffer, 0, count);
                Collect(tree, buffer.AsSpan(0, count), from, start, Math.Min(text.Length, start + Chunk), found, cancel);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }

        return found;
    }

    private void Collect(
        SyntaxTree tree,
        ReadOnlySpan<char> text,
        int offset,
        int start,
        int end,
        List<SyntaxToken> found,
        CancellationToken cancel
    )
    {
        int at = 0;
        while (at < text.Length && found.Count < MaxHitsPerTree)
        {
            int hit = text[at..].IndexOfAny(search);
            if (hit < 0)
                return;
            hit += at;
            int stop = hit;
            while (stop < text.Length && IsWordPart(text[stop]))
                stop++;
            at = stop > hit ? stop : hit + 1;
            if (offset + hit < start || offset + hit >= end)
                continue;
            if ((hit > 0 && IsWordPart(text[hit - 1])) || !words.Contains(text[hit..stop]))
                continue;
            SyntaxToken token = tree.GetRoot(cancel).FindToken(offset + hit);
            if (token.SpanStart == offset + hit && token.Parent is not null)
                found.Add(token);
        }
    }

    private static bool IsWordPart(char c) => c == '_' || char.IsLetterOrDigit(c);
}
