using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Shrike.Bench.Statistics;

namespace Shrike.Bench.Perturbations;

/// <summary>Puts methods and types in another order. Fields and properties stay, for the order of what they are set to counts; constructors
/// too, among which containers choose; and so does everything in interfaces, between directives, or on a line with something else.</summary>
internal sealed class Reordering : ICSharpChange
{
    public Perturbation Kind => Perturbation.Reorder;

    public IReadOnlyList<PerturbedText> Apply(CSharpProgram program, FreshNames names, SplitMix random) =>
        [.. program.Trees.Select(t => Apply(t, random))];

    private static PerturbedText Apply(SyntaxTree tree, SplitMix random)
    {
        SourceText text = tree.GetText();
        var order = new Order(text, random);
        order.Write(tree.GetRoot());
        return order.Moved == 0 ? PerturbedText.Unchanged(text.ToString(), order.Skipped) : order.Result();
    }

    private sealed class Order(SourceText text, SplitMix random)
    {
        private readonly List<TextSpan> spans = [];

        public int Moved { get; private set; }
        public int Skipped { get; private set; }

        public void Write(SyntaxNode container)
        {
            SyntaxNode[] members = [.. Members(container)];
            int[] free = [.. Enumerable.Range(0, members.Length).Where(i => IsMovable(members[i]))];
            int wanted = members.Count(m => m is MethodDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);
            if (free.Length < 2 || HasDirectives(container, members))
                free = [];
            if (wanted > 1)
                Skipped += wanted - free.Length;
            var placed = (SyntaxNode[])members.Clone();
            int[] shuffled = Shuffled(free);
            for (int i = 0; i < free.Length; i++)
                placed[free[i]] = members[shuffled[i]];
            Moved += free.Where((at, i) => at != shuffled[i]).Count();
            int done = container.FullSpan.Start;
            for (int i = 0; i < members.Length; i++)
            {
                spans.Add(TextSpan.FromBounds(done, members[i].FullSpan.Start));
                Write(placed[i]);
                done = members[i].FullSpan.End;
            }

            spans.Add(TextSpan.FromBounds(done, container.FullSpan.End));
        }

        public PerturbedText Result()
        {
            var written = new System.Text.StringBuilder(text.Length);
            var lines = new List<int>(text.Lines.Count);
            bool atStart = true;
            foreach (TextSpan span in spans)
            {
                for (int at = span.Start; at < span.End; )
                {
                    TextLine line = text.Lines.GetLineFromPosition(at);
                    if (atStart)
                        lines.Add(line.LineNumber + 1);
                    int end = Math.Min(line.EndIncludingLineBreak, span.End);
                    written.Append(text.ToString(TextSpan.FromBounds(at, end)));
                    atStart = end == line.EndIncludingLineBreak && line.EndIncludingLineBreak > line.End;
                    at = end;
                }
            }

            return new PerturbedText(written.ToString(), [.. lines], Moved, Skipped);
        }

        private static IEnumerable<SyntaxNode> Members(SyntaxNode container) =>
            container switch
            {
                InterfaceDeclarationSyntax => [],
                TypeDeclarationSyntax type => type.Members,
                BaseNamespaceDeclarationSyntax space => space.Members,
                CompilationUnitSyntax unit => unit.Members,
                _ => [],
            };

        private bool IsMovable(SyntaxNode member) =>
            member is MethodDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
            && !member.ContainsDiagnostics
            && IsLineStart(member.FullSpan.Start)
            && member.FullSpan.End > 0
            && IsLineStart(member.FullSpan.End);

        private bool IsLineStart(int position) => position == 0 || text[position - 1] == '\n';

        // A region, a condition or a warning that is switched off would no longer hold for what it held for.
        private static bool HasDirectives(SyntaxNode container, SyntaxNode[] members) =>
            members.Any(m => m.ContainsDirectives) || container.GetLastToken().LeadingTrivia.Any(t => t.IsDirective);

        private int[] Shuffled(int[] values)
        {
            var shuffled = (int[])values.Clone();
            for (int i = shuffled.Length - 1; i > 0; i--)
            {
                int other = random.Below(i + 1);
                (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
            }

            return shuffled;
        }
    }
}
