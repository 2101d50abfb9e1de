using System.Text.Json;
using System.Text.RegularExpressions;
using Shrike.Analysis.Rules;

namespace Shrike.Tests.Rules;

public class CatalogueTests
{
    private static readonly RuleCatalogue Catalogue = RuleCatalogue.BuiltIn();
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "src", "Shrike.Analysis", "Rules", "Catalogue");

    /// <summary>The bits of a taint mask.</summary>
    private const int MaxContexts = 64;

    private static IEnumerable<Rule> Flows => Catalogue.Rules.Where(rule => rule.Flow is not null);

    /// <summary>Loading trusts the rules that ship; this is where they are checked.</summary>
    [Fact]
    public void Every_rule_that_ships_is_valid() => Assert.All(Catalogue.Rules, rule => RuleCheck.Validate(rule, rule.Id));

    [Fact]
    public void Every_file_is_a_rule_of_its_name_or_a_library()
    {
        string[] ids =
        [
            .. Directory
                .EnumerateFiles(Folder, "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(ids, Catalogue.Rules.Select(rule => rule.Id));
        Assert.Equal(Directory.GetFiles(Path.Combine(Folder, "libraries"), "*.json").Length, Catalogue.Libraries.Count);
        Assert.Empty(Catalogue.Problems);
    }

    [Fact]
    public void Libraries_have_names_of_their_own() =>
        Assert.Equal(Catalogue.Libraries.Count, Catalogue.Libraries.Select(library => library.Library).Distinct().Count());

    [Fact]
    public void Every_rule_is_documented() =>
        Assert.All(
            Catalogue.Rules,
            rule =>
            {
                Assert.All(
                    [rule.Title, rule.Message, rule.What, rule.Why, rule.Fix],
                    text => Assert.False(string.IsNullOrWhiteSpace(text), rule.Id)
                );
                Assert.False(rule.Title.EndsWith('.'), rule.Id);
                Assert.True(rule.Vulnerable is { Length: > 0 } && rule.Fixed is { Length: > 0 } && rule.Vulnerable != rule.Fixed, rule.Id);
                Assert.NotEmpty(rule.References);
            }
        );

    [Fact]
    public void Messages_of_flows_name_the_data_and_the_place() =>
        Assert.All(Flows, rule => Assert.Contains("{sink}", rule.Message, StringComparison.Ordinal));

    [Fact]
    public void Every_flow_has_sinks_and_a_context_that_fits_the_mask()
    {
        Assert.All(Flows, rule => Assert.NotEmpty(rule.Flow!.Sinks));
        Assert.InRange(Contexts().Count, 1, MaxContexts);
    }

    [Fact]
    public void Contexts_that_are_cleared_exist()
    {
        HashSet<string> contexts = Contexts();
        Assert.All(
            Everything().SelectMany(item => item.Spec.Clears.Select(context => (item.Where, context))),
            cleared =>
                Assert.True(
                    cleared.context == "*" || contexts.Contains(cleared.context),
                    $"{cleared.Where}: no rule has the context '{cleared.context}'"
                )
        );
    }

    [Fact]
    public void Sanitizers_and_guards_of_libraries_clear_something() =>
        Assert.All(
            Catalogue.Libraries.SelectMany(library => library.Sanitizers.Concat(library.Guards)),
            spec => Assert.NotEmpty(spec.Clears)
        );

    [Fact]
    public void Sources_say_who_controls_them_and_what_they_are() =>
        Assert.All(
            Catalogue.Libraries.SelectMany(library => library.Sources).Concat(Flows.SelectMany(rule => rule.Flow!.OwnSources)),
            spec =>
            {
                Assert.NotEqual(Analysis.Findings.SourceKind.None, spec.Source);
                Assert.False(string.IsNullOrEmpty(spec.Description), spec.ToString());
            }
        );

    [Fact]
    public void Each_member_is_named_once_and_fully() =>
        Assert.All(
            Everything(),
            item =>
            {
                Assert.Single(new[] { item.Spec.Call, item.Spec.New, item.Spec.Get, item.Spec.Set }, name => name is not null);
                string name = (item.Spec.Call ?? item.Spec.New ?? item.Spec.Get ?? item.Spec.Set)!;
                Assert.True(
                    Regex.IsMatch(name, @"^(\*|[A-Za-z_]\w*)(\.[A-Za-z_]\w*\*?|\.\*)*$", RegexOptions.NonBacktracking),
                    $"{item.Where}: '{name}'"
                );
            }
        );

    [Fact]
    public void No_member_is_listed_twice_in_one_list()
    {
        foreach (
            IReadOnlyList<MemberSpec> list in Flows
                .SelectMany(rule => new[] { rule.Flow!.Sinks, rule.Flow.Sanitizers, rule.Flow.OwnSources })
                .Concat(Catalogue.Libraries.SelectMany(l => new[] { l.Sources, l.Sanitizers, l.Propagators }))
        )
        {
            string[] twice = [.. list.GroupBy(Text).Where(same => same.Count() > 1).Select(same => same.Key)];
            Assert.Empty(twice);
        }
    }

    [Fact]
    public void Fields_of_library_files_are_known()
    {
        string[] known =
        [
            "call",
            "new",
            "get",
            "set",
            "args",
            "loose",
            "nameMatches",
            "when",
            "source",
            "description",
            "clears",
            "from",
            "to",
            "result",
        ];
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Folder, "libraries"), "*.json"))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
            foreach (JsonProperty list in document.RootElement.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array))
            {
                Assert.Contains(list.Name, new[] { "sources", "sanitizers", "propagators", "guards" });
                Assert.All(
                    list.Value.EnumerateArray().SelectMany(spec => spec.EnumerateObject()),
                    field => Assert.Contains(field.Name, known)
                );
            }
        }
    }

    private static HashSet<string> Contexts() => [.. Flows.Select(rule => rule.Flow!.Context)];

    private static string Text(MemberSpec spec) =>
        $"{spec.Call}|{spec.New}|{spec.Get}|{spec.Set}|{string.Join(',', spec.Args)}|{string.Join(';', spec.When)}|{string.Join(',', spec.Clears)}|{spec.NameMatches}";

    private static IEnumerable<(string Where, MemberSpec Spec)> Everything() => CatalogueMembers.Of(Catalogue);
}
