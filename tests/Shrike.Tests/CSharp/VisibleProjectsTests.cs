using Shrike.Analysis.CSharp;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Rules;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.CSharp;

public sealed class VisibleProjectsTests
{
    private const string Sdk = " Sdk=\"Microsoft.NET.Sdk\"";

    private static SourceFile Project(string name, string references, string sdk = Sdk, string properties = "") =>
        SourceFile.InMemory(
            $"{name}/{name}.csproj",
            $"<Project{sdk}><PropertyGroup>{properties}</PropertyGroup><ItemGroup>{references}</ItemGroup></Project>",
            FileKind.Project
        );

    private static string To(string name, string more = "") => $"<ProjectReference Include=\"../{name}/{name}.csproj\" {more}/>";

    private static readonly SourceFile[] Code =
    [
        SourceFile.InMemory("a/A.cs", "class A { static void Main(string[] args) { Get.It().Run(args[0]); } }"),
        SourceFile.InMemory("b/B.cs", "public static class Get { public static Runner It() => new Runner(); }"),
        SourceFile.InMemory(
            "c/C.cs",
            "public class Runner { public void Run(string s) { System.Diagnostics.Process.Start(\"sh\", \"-c \" + s); } }"
        ),
    ];

    private static SourceTree Tree(params SourceFile[] files) => new("/nowhere", files, []);

    private static Codebase Read(SourceTree tree, IFactsStore? store = null) =>
        CodeFacts.Read(tree, RuleCatalogue.BuiltIn(), new AnalysisOptions { Jobs = 1 }, null, CancellationToken.None, store);

    private static bool IsFound(Codebase code) => code.Candidates.Any(c => c.Rule.Id == "os-command");

    public static TheoryData<string, string, string, string, bool> Ways =>
        new()
        {
            { To("b"), Sdk, "", To("c"), true },
            { To("b"), Sdk, "", To("c", "PrivateAssets=\"all\" "), false },
            { To("b"), Sdk, "", To("c", "PrivateAssets=\"contentfiles;Compile\" "), false },
            { To("b"), Sdk, "", To("c", "PrivateAssets=\"runtime\" "), true },
            {
                To("b"),
                Sdk,
                "",
                To("c").Replace("/>", "><PrivateAssets>all</PrivateAssets></ProjectReference>", StringComparison.Ordinal),
                false
            },
            { To("b"), Sdk, "<DisableTransitiveProjectReferences>true</DisableTransitiveProjectReferences>", To("c"), false },
            { To("b"), "", "", To("c"), false },
            { To("b", "PrivateAssets=\"all\" "), Sdk, "", To("c"), true },
            { To("b", "ReferenceOutputAssembly=\"false\" "), Sdk, "", To("c"), false },
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_project_sees_what_its_references_pass_on(string ofA, string sdk, string properties, string ofB, bool isSeen)
    {
        SourceTree tree = Tree([Project("a", ofA, sdk, properties), Project("b", ofB), Project("c", ""), .. Code]);

        Assert.Equal(isSeen, IsFound(Read(tree)));
    }

    private sealed class Store : IFactsStore
    {
        private readonly Dictionary<string, byte[]> entries = [];

        public byte[]? Find(string name) => entries.GetValueOrDefault(name);

        public void Keep(string name, ReadOnlySpan<byte> facts) => entries[name] = facts.ToArray();
    }

    [Fact]
    public void What_is_kept_is_not_used_when_something_two_steps_away_has_changed()
    {
        SourceFile[] projects = [Project("a", To("b")), Project("b", To("c")), Project("c", "")];
        var store = new Store();
        Assert.True(IsFound(Read(Tree([.. projects, .. Code]), store)));
        Assert.True(IsFound(Read(Tree([.. projects, .. Code]), store)));

        SourceFile changed = SourceFile.InMemory(
            "c/C.cs",
            Code[2]
                .Text.ToString()
                .Replace("(string s)", "(object s)", StringComparison.Ordinal)
                .Replace(
                    "public class",
                    "public class Runner { public void Run(string s) { } public void Walk(string s) { } } class Other",
                    StringComparison.Ordinal
                )
                .Replace("class Other Runner", "class Other", StringComparison.Ordinal)
        );
        Assert.False(IsFound(Read(Tree([.. projects, Code[0], Code[1], changed]), store)));
        SourceFile closed = Project("b", To("c", "PrivateAssets=\"all\" "));
        Assert.False(IsFound(Read(Tree([projects[0], closed, projects[2], .. Code]), store)));
        Assert.True(IsFound(Read(Tree([.. projects, .. Code]), store)));
    }

    [Fact]
    public void A_long_chain_is_seen_as_far_as_its_cost_stays_in_proportion()
    {
        SourceProject[] chain =
        [
            .. Enumerable
                .Range(0, 5_000)
                .Select(i => new SourceProject($"p{i}", $"p{i}/", [], [], [], false, false, "", i == 0 ? [] : [i - 1])
                {
                    SeesFurther = true,
                    PassedOn = i == 0 ? [] : [i - 1],
                }),
        ];
        var visible = new VisibleProjects(chain);

        Assert.Equal([2, 1, 0], visible.Of(3));
        Assert.Equal(Enumerable.Range(0, VisibleProjects.MaxVisible).Select(i => 4_998 - i), visible.Of(4_999));
    }
}
