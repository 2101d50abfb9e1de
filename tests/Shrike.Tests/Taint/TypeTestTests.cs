using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Tests.Taint;

/// <summary>An object passes no test for a class that it surely is not of.</summary>
public class TypeTestTests
{
    [Theory]
    [InlineData("Show(file.OpenReadStream())", "", false)]
    [InlineData(
        "Show(file.OpenReadStream())",
        "public class Both : MemoryStream, IEntry { string name; public string Open() { File.Delete(name); return name; } }",
        true
    )]
    [InlineData("Show(new Local { Path = file.FileName })", "", true)]
    public void Lead_only_where_the_object_can_be(string shown, string more, bool found)
    {
        Codebase result = Analyse.Text(
            $$"""
            using System.IO;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            public interface IEntry { string Open(); }
            public class Local : IEntry { public string Path; public string Open() { File.Delete(Path); return Path; } }
            {{more}}
            public class FilesController : Controller
            {
                [HttpPost]
                public void Do(IFormFile file) => {{shown}};
                private static void Show(object source)
                {
                    if (source is IEntry entry)
                        entry.Open();
                }
            }
            """
        );
        Assert.Equal(found, result.Candidates.Any(c => c.Rule.Id == "path-traversal"));
    }
}
