using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Tests.Taint;

/// <summary>What is put into a dictionary under one constant key is not read from it under another, whatever helpers and copies lie between.</summary>
public class DictionaryTests
{
    [Theory]
    [InlineData("options[\"name\"] = text; Remove(Read(options, \"name\"));", true)]
    [InlineData("options[\"name\"] = text; Remove(Read(options, \"folder\"));", false)]
    [InlineData("options[\"name\"] = text; Remove(Read(options, \"NAME\"));", true)]
    [InlineData("options[Keys.Name] = text; Remove(Read(options, Keys.Name));", true)]
    [InlineData("options[Keys.Name] = text; Remove(Read(options, Keys.Folder));", false)]
    [InlineData("options[\"name\"] = text; Remove(options.GetValueOrDefault(\"name\"));", true)]
    [InlineData("options[\"name\"] = text; Remove(options.GetValueOrDefault(\"folder\"));", false)]
    [InlineData("options[\"name\"] = text; options.TryGetValue(\"name\", out var f); Remove(f);", true)]
    [InlineData("options[\"name\"] = text; options.TryGetValue(\"folder\", out var f); Remove(f);", false)]
    [InlineData("options[other] = text; Remove(Read(options, \"folder\"));", true)]
    [InlineData("options[\"name\"] = text; Remove(Read(options, other));", true)]
    [InlineData("Write(options, \"name\", text); Remove(options[\"name\"]);", true)]
    [InlineData("Write(options, \"name\", text); Remove(options[\"folder\"]);", false)]
    [InlineData("Write(options, \"name\", text); Remove(Read(options, \"folder\"));", false)]
    [InlineData("Write(options, other, text); Remove(options[\"folder\"]);", true)]
    [InlineData("options[\"name\"] = text; Remove(new Box(options).Name);", true)]
    [InlineData("options[\"name\"] = text; Remove(new Box(options).Folder);", false)]
    [InlineData(
        "var more = new Dictionary<string, string>(options); options[\"name\"] = text; Copy(options, more); Remove(more[\"name\"]);",
        true
    )]
    [InlineData(
        "var more = new Dictionary<string, string>(); options[\"name\"] = text; Copy(options, more); Remove(more[\"folder\"]);",
        false
    )]
    [InlineData(
        "var more = new Dictionary<string, string>(); options[\"a\"] = text; options[\"name\"] = text; Copy(options, more); Remove(more[\"name\"]);",
        true
    )]
    [InlineData("options[\"name\"] = text; foreach (var e in options) Remove(e.Value);", true)]
    [InlineData("options[\"name\"] = text; foreach (var e in options) Remove(e.Key);", false)]
    [InlineData("options[\"name\"] = text; var l = new List<string>(); foreach (var e in options) l.Add(e.Value); Remove(l[0]);", true)]
    [InlineData(
        "options[\"name\"] = text; var l = new List<KeyValuePair<string, string>>(); foreach (var e in options) l.Add(e); Remove(l[0].Value);",
        true
    )]
    [InlineData("Remove(new[] { text }.ToDictionary(k => k, k => options[k])[other]);", false)]
    [InlineData("Remove(new[] { text }.ToDictionary(k => k, k => k + 1)[other]);", true)]
    [InlineData("Remove(new[] { text }.ToDictionary(k => k.Length)[number]);", true)]
    [InlineData("foreach (var e in new[] { text }.ToDictionary(k => k, k => options[k])) Remove(e.Key);", true)]
    [InlineData("foreach (var e in new[] { text }.ToDictionary(k => k, k => options[k])) Remove(e.Value);", false)]
    [InlineData("foreach (var k in new[] { text }.ToDictionary(k => k, k => options[k]).Keys) Remove(k);", true)]
    [InlineData("foreach (var v in new[] { text }.ToDictionary(k => k, k => options[k]).Values) Remove(v);", false)]
    [InlineData("new[] { text }.ToDictionary(k => k, k => options[k]).TryGetValue(other, out var f); Remove(f);", false)]
    [InlineData("new[] { text }.ToDictionary(k => k, string.Copy).TryGetValue(other, out var f); Remove(f);", true)]
    [InlineData(
        "options[\"name\"] = text; foreach (var e in options) options[e.Key + \"x\"] = e.Value; Remove(options[\"folder\"]);",
        true
    )]
    public void Entries_stay_apart(string body, bool found)
    {
        Codebase result = Analyse.Text(
            $$"""
            using System.Collections.Generic;
            using System.Linq;
            using Microsoft.AspNetCore.Mvc;
            public static class Keys { public const string Name = "name"; public const string Folder = "folder"; }
            public class Box
            {
                private readonly Dictionary<string, string> held;
                public Box(Dictionary<string, string> given) { held = new Dictionary<string, string>(given); }
                public string Name => Get("name", "");
                public string Folder => Get("folder", "");
                private string Get(string key, string other) { var v = held.GetValueOrDefault(key); return string.IsNullOrEmpty(v) ? other : v; }
            }
            public class OptionsController : Controller
            {
                [HttpPost]
                public void Do(string text, int number)
                {
                    string other = System.Environment.MachineName + number;
                    var options = new Dictionary<string, string>();
                    {{body}}
                }
                private static string Read(Dictionary<string, string> from, string key) => from[key];
                private static void Write(Dictionary<string, string> to, string key, string value) => to[key] = value;
                private static void Copy(Dictionary<string, string> from, Dictionary<string, string> to)
                {
                    foreach (var entry in from) to[entry.Key] = entry.Value;
                }
                private static void Remove(string file) => System.IO.File.Delete(file);
            }
            """
        );
        Assert.Equal(found, result.Candidates.Any(c => c.Rule.Id == "path-traversal"));
    }

    [Theory]
    [InlineData("System.Environment.GetEnvironmentVariable(text)", false)]
    [InlineData("System.Environment.ExpandEnvironmentVariables(text)", true)]
    public void The_name_of_a_variable_is_not_what_it_holds(string file, bool found)
    {
        Codebase result = Analyse.Text(
            $$"""
            using Microsoft.AspNetCore.Mvc;
            public class FilesController : Controller { [HttpPost] public void Do(string text) => System.IO.File.Delete({{file}}); }
            """
        );
        Candidate[] all = [.. result.Candidates.Where(c => c.Rule.Id == "path-traversal")];
        Assert.Equal(found, all.Any(c => c.Flows.Any(f => f.Source == SourceKind.Remote)));
    }
}
