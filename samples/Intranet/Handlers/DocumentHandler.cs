using System.IO;
using System.Text;
using System.Web;

namespace Intranet.Handlers
{
    /// <summary>Forms and minutes, from the file server.</summary>
    public class DocumentHandler : IHttpHandler
    {
        private const string Root = @"D:\documents\";

        public bool IsReusable
        {
            get { return true; }
        }

        public void ProcessRequest(HttpContext context)
        {
            string name = context.Request.QueryString["name"];
            if (context.Request.QueryString["checked"] == "1")
                SendChecked(context, name);
            else
                Send(context, name);
        }

        private static void Send(HttpContext context, string name)
        {
            context.Response.AddHeader("Content-Disposition", "attachment; filename=" + name); // expect: header-injection
            context.Response.TransmitFile(Root + name); // expect: path-traversal
        }

        private static void SendChecked(HttpContext context, string name)
        {
            string path = Path.GetFullPath(Path.Combine(Root, name));
            if (!path.StartsWith(Root, System.StringComparison.OrdinalIgnoreCase))
            {
                context.Response.StatusCode = 404;
                return;
            }

            context.Response.AddHeader("Content-Disposition", "attachment; filename=" + HttpUtility.UrlEncode(Path.GetFileName(path), Encoding.UTF8)); // expect: none
            context.Response.TransmitFile(path); // expect: none
        }
    }
}
