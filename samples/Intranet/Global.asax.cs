using System.Web;
using System.Web.Mvc;
using System.Web.Routing;

namespace Intranet
{
    public class MvcApplication : HttpApplication
    {
        protected void Application_Start()
        {
            GlobalFilters.Filters.Add(new AuthorizeAttribute());
            RouteConfig.RegisterRoutes(RouteTable.Routes);
        }
    }
}
