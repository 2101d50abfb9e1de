using System.Collections.Generic;
using System.Web;
using System.Web.Mvc;
using Intranet.Data;
using Intranet.Models;

namespace Intranet.Controllers
{
    [Authorize]
    public class NewsController : Controller
    {
        public ActionResult Index(string headline)
        {
            ViewBag.Headline = headline;
            return View(new List<NewsItem>());
        }

        public ActionResult Leave(string target)
        {
            return Redirect(target); // expect: open-redirect
        }

        public ActionResult LeaveToOwn(string target)
        {
            if (!Url.IsLocalUrl(target))
                return RedirectToAction("Index");
            return Redirect(target); // expect: none
        }

        [HttpPost, ValidateAntiForgeryToken]
        public ActionResult Holidays()
        {
            return View("Days", Data.Holidays.Days(Request.InputStream));
        }

        [HttpPost, ValidateAntiForgeryToken]
        public ActionResult HolidaysWithoutResolver()
        {
            return View("Days", Data.Holidays.DaysWithoutResolver(Request.InputStream));
        }

        [HttpPost, ValidateAntiForgeryToken]
        [ValidateInput(false)] // expect: request-validation-off
        public ActionResult Draft(string body)
        {
            return Content(HttpUtility.HtmlEncode(body)); // expect: none
        }
    }
}
