// Names of files in arguments, files opened by name, and other values that a check or a form leaves harmless.
using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

public static class Arguments
{
    public static string EscapeProcessArgument(this string value) => value.Contains('"') ? value.Replace("\"", "\\\"") : value;

    public static string EscapeArgumentNot(this string value) => value.Trim();
}

public class NamesController : Controller
{
    private static readonly char[] invalidCharacters = { '"', '<', '>', '|', '/', '\\', ':' };
    private static readonly char[] invalidSeparators = { '/', '\\', ':' };

    private static string GetValidFilename(string name) =>
        name.IndexOfAny(invalidCharacters) < 0 ? name : new string(name.Select(c => invalidCharacters.Contains(c) ? ' ' : c).ToArray());

    private static string GetSafeFilename(string name) =>
        name.IndexOfAny(invalidSeparators) < 0 ? name : new string(name.Select(c => invalidSeparators.Contains(c) ? ' ' : c).ToArray());

    [HttpPost]
    public void Run(string name)
    {
        Process.Start(new ProcessStartInfo("convert") { Arguments = "-i \"" + name.EscapeProcessArgument() + "\"" }); // expect: none
        Process.Start(new ProcessStartInfo("convert") { Arguments = "-i \"" + name.EscapeArgumentNot() + "\"" }); // expect: os-command
        Process.Start(new ProcessStartInfo("convert") { Arguments = "-i \"" + GetValidFilename(name) + "\"" }); // expect: none
        Process.Start(new ProcessStartInfo("convert") { Arguments = "-i \"" + GetSafeFilename(name) + "\"" }); // expect: os-command
    }

    [HttpPost]
    public object Read(string name)
    {
        var document = new XmlDocument();
        document.Load(name);
        string id = document.DocumentElement.GetAttribute("id");
        var sent = new XmlDocument();
        sent.LoadXml(name);
        string own = sent.DocumentElement.GetAttribute("id");
        return new object[]
        {
            document.SelectSingleNode("//a[@id='" + id + "']"), // expect: none
            document.SelectSingleNode("//a[@id='" + own + "']"), // expect: xpath-injection
        };
    }

    [HttpPost]
    public void Culture(string name)
    {
        System.IO.File.Delete("/srv/" + new CultureInfo(name).Name + ".mo"); // expect: none
        System.IO.File.Delete("/srv/" + name + ".mo"); // expect: path-traversal
    }

    [HttpPost]
    public void Upload(IFormFile file)
    {
        string path = Path.Combine("/srv", Path.GetFileName(file.FileName));
        using var read = new FileStream(path, FileMode.Open, FileAccess.Read); // expect: none
        using var written = new FileStream(path, FileMode.Create); // expect: unrestricted-upload
    }
}
