using System.IO;
using System.Web;

public class AnswerHandler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        context.Response.Write(context.Request.QueryString["x"]); // expect: xss
        context.Response.Write(context.Request.Headers.ToString()); // expect: none
        context.Response.Write(context.Request.Url.Scheme); // expect: none
        context.Response.Write(context.Request.ServerVariables["APP_POOL_ID"]); // expect: none
        context.Response.Write(context.Request.ServerVariables["HTTP_HOST"]); // expect: xss
        File.Delete(context.Server.MapPath(context.Request.FilePath)); // expect: none
    }
}

public class TextHandler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        context.Response.Write(context.Request.QueryString["x"]); // expect: none
    }
}

public class PageHandler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        context.Response.Write(context.Request.QueryString["x"]); // expect: xss
    }
}

public class ThemedPage : System.Web.UI.Page
{
    protected void Page_Load(object sender, System.EventArgs e)
    {
        string theme = Request.QueryString["theme"];
        System.Web.UI.Control view = LoadControl("~/themes/" + theme + "/view.ascx");
        Response.Write(view.ClientID); // expect: none
        Response.Write(theme); // expect: xss
    }
}

public class EitherHandler : IHttpHandler
{
    public bool IsReusable => true;

    public void ProcessRequest(HttpContext context)
    {
        if (context.Request.Headers["X-Requested-With"] == "XMLHttpRequest")
        {
            context.Response.ContentType = "text/json";
            context.Response.Write(context.Request.QueryString["x"]); // expect: none
        }
        else
        {
            context.Response.Write(context.Request.QueryString["x"]); // expect: xss
        }
    }
}
