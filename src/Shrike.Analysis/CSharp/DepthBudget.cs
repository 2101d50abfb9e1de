using Microsoft.CodeAnalysis;

namespace Shrike.Analysis.CSharp;

/// <summary>What the deep members of one file may cost together: binding and lowering are quadratic in depth, and a small file has
/// room for many members that are each just within bounds.</summary>
internal sealed class DepthBudget
{
    /// <summary>Members below this depth cost what their length explains.</summary>
    private const int Free = 300;

    private long left = 3L * SyntaxBounds.MaxDepth * SyntaxBounds.MaxDepth;

    /// <exception cref="InsufficientExecutionStackException">The member is too deep, or there were too many deep ones before it.</exception>
    public void Take(SyntaxNode member)
    {
        if (member.FullSpan.Length < Free)
            return;
        long depth = SyntaxBounds.Depth(member, Free);
        if (depth <= Free)
            return;
        left -= depth * depth;
        if (depth > SyntaxBounds.MaxDepth || left < 0)
            throw new InsufficientExecutionStackException();
    }
}
