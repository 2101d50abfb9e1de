using System;
using System.IO;
using System.Web;
using System.Web.Mvc;
using System.Web.UI;
using System.Web.UI.WebControls;

public class OldPage : Page
{
    protected TextBox box;
    protected Label label;
    protected HyperLink link;
    protected Literal text;

    protected void Page_Load(object sender, EventArgs e)
    {
        label.Text = box.Text; // expect: xss
        label.Text = HttpUtility.HtmlEncode(box.Text); // expect: none
        link.NavigateUrl = Request.QueryString["back"]; // expect: xss-url
        link.NavigateUrl = "~/show.aspx?id=" + Request.QueryString["id"]; // expect: none
        Response.Output.Write("<b>" + Request.Form["name"] + "</b>"); // expect: xss
        ClientScript.RegisterStartupScript(typeof(OldPage), "hello", "alert('" + HttpUtility.HtmlEncode(box.Text) + "')", true); // expect: xss-script
        ClientScript.RegisterStartupScript(typeof(OldPage), "hello", "alert('" + HttpUtility.JavaScriptStringEncode(box.Text) + "')", true); // expect: none
        Response.AddHeader("X-Name", box.Text); // expect: header-injection
        Response.AddHeader("X-Name", HttpUtility.UrlEncode(box.Text)); // expect: none
        Response.Redirect(Request.QueryString["back"]); // expect: open-redirect
        var writer = new StringWriter();
        writer.Write(box.Text); // expect: none
    }
}

public class OldController : Controller
{
    public ActionResult Show(string name)
    {
        return Content("<b>" + name + "</b>"); // expect: xss
    }

    public ActionResult Plain(string name)
    {
        return Content(name, "text/plain"); // expect: none
    }

    public ActionResult Built(string name)
    {
        var tag = new TagBuilder("b");
        tag.SetInnerText(name);
        return View((object)MvcHtmlString.Create(tag.ToString())); // expect: none
    }
}

public class PartsController : Controller
{
    // Views alone call it, with what they have.
    [ChildActionOnly]
    public ActionResult Part(string name)
    {
        System.IO.File.Delete("/srv/" + name); // expect: none
        return new EmptyResult();
    }

    public ActionResult Whole(string name)
    {
        System.IO.File.Delete("/srv/" + name); // expect: path-traversal
        return new EmptyResult();
    }
}
