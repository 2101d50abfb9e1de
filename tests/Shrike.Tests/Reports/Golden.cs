using Shrike.Tests.Rules;

namespace Shrike.Tests.Reports;

/// <summary>Whole outputs kept as files; <c>SHRIKE_UPDATE=1</c> writes them anew, to be read before they are committed.</summary>
internal static class Golden
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Shrike.Tests", "Cases", "reports");

    public static void Check(string name, string actual)
    {
        string file = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("SHRIKE_UPDATE") == "1")
            File.WriteAllText(file, actual);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
