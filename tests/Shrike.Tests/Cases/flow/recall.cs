using System;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Xml;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.SqlClient;

public record Wanted(string Name, string Order);

public class CopiedController(SqlConnection db) : Controller
{
    public IActionResult Kept(string name)
    {
        var wanted = new Wanted(name, "a") with { Order = "b" };
        using var command = new SqlCommand("select * from t where n = '" + wanted.Name + "'", db); // expect: sql-injection
        return Ok(command.ExecuteScalar());
    }

    public IActionResult Replaced(string name)
    {
        var wanted = new Wanted("a", name);
        var other = wanted with { Order = "b" };
        using var command = new SqlCommand("select * from t order by " + other.Order, db); // expect: none
        return Ok(command.ExecuteScalar());
    }
}

/// Conditions with a method of a package that is not there.
public class HalfBoundController : Controller
{
    public IActionResult Either(string url)
    {
        if (url.IsMissingOrBlank() || !Url.IsLocalUrl(url))
            return RedirectToAction("Index");
        return Redirect(url); // expect: none
    }

    public IActionResult Both(string url)
    {
        if (url.IsThere() && Url.IsLocalUrl(url))
            return Redirect(url); // expect: none
        return RedirectToAction("Index");
    }

    public IActionResult One(string url)
    {
        if (url.IsThere() || Url.IsLocalUrl(url))
            return Redirect(url); // expect: open-redirect
        return RedirectToAction("Index");
    }

    public IActionResult NamedLikeAMethodOfString(string url)
    {
        if (url.IsNullOrEmpty() || !Url.IsLocalUrl(url))
            return RedirectToAction("Index");
        return Redirect(url); // expect: none
    }

    public IActionResult NamedLikeAMethodOfStringToo(string url)
    {
        if (!url.IsNullOrEmpty() || Url.IsLocalUrl(url))
            return Redirect(url); // expect: open-redirect
        return RedirectToAction("Index");
    }

    public IActionResult Turned(string url)
    {
        if (!(url.IsThere() && Url.IsLocalUrl(url)))
            return RedirectToAction("Index");
        return Redirect(url); // expect: none
    }
}

public class ReadersController : Controller
{
    public void Resolves()
    {
        var reader = new XmlTextReader(Request.Body) { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() }; // expect: xxe
        reader.Read();
    }

    public void ResolvesNothing()
    {
        var reader = new XmlTextReader(Request.Body); // expect: none
        reader.XmlResolver = null;
        reader.DtdProcessing = DtdProcessing.Parse;
        reader.Read();
    }

    public object AnyType() => new BinaryFormatter().Deserialize(Request.Body); // expect: unsafe-deserialization

    public object ListedTypes()
    {
        var formatter = new BinaryFormatter { Binder = new ListedBinder() };
        return formatter.Deserialize(Request.Body); // expect: none
    }
}

public class ListedBinder : SerializationBinder
{
    public override Type BindToType(string assembly, string type) =>
        type == typeof(Wanted).FullName ? typeof(Wanted) : throw new SerializationException(type);
}
