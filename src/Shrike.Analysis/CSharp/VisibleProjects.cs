using Shrike.Analysis.Sources;

namespace Shrike.Analysis.CSharp;

/// <summary>Which projects each project sees: those that it refers to and, what these pass on, as MSBuild's SDK
/// has it.</summary>
/// <remarks>A chain of n projects has a closure of n²/2; so that cost stays in proportion to their number, a project sees no more than
/// the nearest <see cref="MaxVisible"/>. Nothing is kept: the list is made anew for each project that asks.</remarks>
internal sealed class VisibleProjects(IReadOnlyList<SourceProject> projects)
{
    public const int MaxVisible = 400;
    private const int MaxLooks = 20_000;

    /// <summary>Its own references in their order, then what they pass on, nearest first.</summary>
    public IReadOnlyList<int> Of(int index)
    {
        SourceProject project = projects[index];
        if (!project.SeesFurther)
            return project.References;
        var seen = new HashSet<int>(project.References) { index };
        var visible = new List<int>(project.References);
        int looks = 0;
        for (int i = 0; i < visible.Count; i++)
        {
            foreach (int next in projects[visible[i]].PassedOn)
            {
                if (visible.Count >= MaxVisible || ++looks > MaxLooks)
                    return visible;
                if (seen.Add(next))
                    visible.Add(next);
            }
        }

        return visible;
    }
}
