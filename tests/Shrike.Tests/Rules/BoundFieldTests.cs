using Shrike.Analysis.Sources;

namespace Shrike.Tests.Rules;

public class BoundFieldTests
{
    [Theory]
    [InlineData("<input @bind=\"name\" />", "string name = \"\"", 1)]
    [InlineData("<input @bind-value=\"name\" @bind-value:event=\"oninput\" />", "string name = \"\"", 1)]
    [InlineData("<input @bind=\"name\" />", "int name", 0)]
    [InlineData("<p>@name</p>", "string name = \"\"", 0)]
    public void What_a_user_types_into_a_bound_field_is_untrusted(string markup, string field, int expected)
    {
        string component = $$"""
            @inject Microsoft.Data.SqlClient.SqlConnection Db
            {{markup}}
            <button @onclick="Save">save</button>
            @code {
                {{field}};
                void Save() => new Microsoft.Data.SqlClient.SqlCommand("delete from t where n = '" + name + "'", Db).ExecuteNonQuery();
            }
            """;
        Assert.Equal(
            expected,
            Analyse
                .Files(null, SourceFile.InMemory("Edit.razor", component, FileKind.RazorComponent))
                .Candidates.Count(candidate => candidate.Rule.Id == "sql-injection")
        );
    }
}
