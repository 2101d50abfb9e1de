using System;
using System.Collections.Generic;
using System.Data;
using System.Data.SqlClient;
using System.DirectoryServices;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Linq.Dynamic.Core;
using System.Reflection;
using System.Runtime.Serialization.Formatters.Binary;
using System.Security;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using System.Xml.Xsl;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using MongoDB.Bson;
using MongoDB.Driver;
using Newtonsoft.Json;

public class QueryController : Controller
{
    private readonly IDbConnection connection;

    public QueryController(IDbConnection connection) => this.connection = connection;

    public IActionResult Concatenated(string name)
    {
        using IDbCommand command = connection.CreateCommand();
        command.CommandText = "select * from users where name = '" + name + "'"; // expect: sql-injection
        return Ok(command.ExecuteScalar());
    }

    public IActionResult Parameter(string name)
    {
        using var command = new SqlCommand("select * from users where name = @name"); // expect: none
        command.Parameters.AddWithValue("@name", name); // expect: none
        return Ok(command.ExecuteScalar());
    }

    public IActionResult WithDapper(string name) => Ok(connection.Query<string>($"select id from users where name = '{name}'")); // expect: sql-injection

    public IActionResult WithDapperParameter(string name) => Ok(connection.Query<string>("select id from users where name = @name", new { name })); // expect: none

    public IActionResult Number(int id) => Ok(connection.Query<string>("select name from users where id = " + id)); // expect: none

    public IActionResult Dynamic(string filter, string name)
    {
        IQueryable<string> names = new List<string>().AsQueryable();
        var one = names.Where(filter); // expect: expression-injection
        var two = names.Where("it == @0", name); // expect: none
        return Ok(one.Concat(two));
    }

    public IActionResult Table(string filter)
    {
        var rows = new DataTable().Select("name = '" + filter + "'"); // expect: expression-injection
        return Ok(rows.Length);
    }

    public IActionResult Mongo(string json, string name, IMongoCollection<BsonDocument> users)
    {
        var one = users.Find(BsonDocument.Parse("{ name: '" + json + "' }")); // expect: nosql-injection
        var two = users.Find(Builders<BsonDocument>.Filter.Eq("name", name)); // expect: none
        return Ok(one.ToList().Concat(two.ToList()));
    }
}

public class DocumentController : Controller
{
    public IActionResult Find(string name)
    {
        var document = new XmlDocument();
        XmlNode? node = document.SelectSingleNode("//user[@name='" + name + "']"); // expect: xpath-injection
        return Ok(node?.InnerText);
    }

    public void Write(string name, XmlWriter writer)
    {
        writer.WriteRaw("<name>" + name + "</name>"); // expect: xml-injection
        writer.WriteElementString("name", name); // expect: none
        writer.WriteRaw("<name>" + SecurityElement.Escape(name) + "</name>"); // expect: none
    }

    public void Transform(string sheet)
    {
        var transform = new XslCompiledTransform();
        transform.Load(sheet); // expect: xslt-injection
    }

    public void Search(string name)
    {
        var searcher = new DirectorySearcher();
        searcher.Filter = "(uid=" + name + ")"; // expect: ldap-injection
    }
}

public class CodeController : Controller
{
    public object? Script(string code) => CSharpScript.EvaluateAsync(code).Result; // expect: code-injection

    public object? Create(string type) => Activator.CreateInstance("Shop", type); // expect: unsafe-reflection

    public void Load(string path)
    {
        Assembly.LoadFrom(path); // expect: assembly-load
    }

    public object Binary() => new BinaryFormatter().Deserialize(Request.Body); // expect: unsafe-deserialization

    public object? Typed(string json, string type) => JsonConvert.DeserializeObject(json, Type.GetType(type)); // expect: unsafe-reflection

    public object? Plain(string json) => JsonConvert.DeserializeObject<List<string>>(json); // expect: none

    public string Format(string format) => string.Format(format, DateTime.Now); // expect: format-string

    public string Formatted(string name) => string.Format("hello {0}", name); // expect: none

    public void Settings(string connectionString)
    {
        var connection = new SqlConnection(connectionString); // expect: external-settings
    }

    public void OwnSettings()
    {
        var connection = new SqlConnection(Environment.GetEnvironmentVariable("DATABASE")); // expect: none
    }

    public void Unpack(IFormFile file)
    {
        using var archive = new ZipArchive(file.OpenReadStream());
        foreach (ZipArchiveEntry entry in archive.Entries)
            entry.ExtractToFile(Path.Combine("files", entry.FullName)); // expect: zip-slip
    }

    public void UnpackChecked(IFormFile file)
    {
        string folder = Path.GetFullPath("files") + Path.DirectorySeparatorChar;
        using var archive = new ZipArchive(file.OpenReadStream());
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string target = Path.GetFullPath(Path.Combine(folder, entry.FullName));
            if (target.StartsWith(folder, StringComparison.Ordinal))
                entry.ExtractToFile(target); // expect: none
        }
    }
}
