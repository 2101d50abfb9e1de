using System.IO;
using System.Web;
using System.Web.Mvc;
using System.Xml;
using Intranet.Data;

namespace Intranet.Controllers
{
    [Authorize]
    public class EmployeesController : Controller
    {
        private readonly IEmployeeDirectory directory;

        public EmployeesController()
            : this(new EmployeeDirectory())
        {
        }

        public EmployeesController(IEmployeeDirectory directory)
        {
            this.directory = directory;
        }

        public ActionResult Department(string name)
        {
            return View("List", directory.InDepartment(name));
        }

        public ActionResult DepartmentSafely(string name)
        {
            return View("List", directory.InDepartmentSafely(name));
        }

        public ActionResult Mail(string account)
        {
            return Json(directory.MailOf(account), JsonRequestBehavior.AllowGet);
        }

        public ActionResult MailEscaped(string account)
        {
            return Json(directory.MailOfEscaped(account), JsonRequestBehavior.AllowGet);
        }

        public ActionResult Phone(string name)
        {
            var book = new PhoneBook(Server.MapPath("~/App_Data/phones.xml"));
            return Json(book.NumberOf(name), JsonRequestBehavior.AllowGet);
        }

        public ActionResult PhoneOfPlainName(string name)
        {
            var book = new PhoneBook(Server.MapPath("~/App_Data/phones.xml"));
            return Json(book.NumberOfPlainName(name), JsonRequestBehavior.AllowGet);
        }

        public ActionResult Card(string name, string number)
        {
            var text = new StringWriter();
            using (XmlWriter writer = XmlWriter.Create(text))
                PhoneBook.WriteCard(writer, name, number);
            return Content(text.ToString(), "text/xml");
        }

        public ActionResult EncodedCard(string name, string number)
        {
            var text = new StringWriter();
            using (XmlWriter writer = XmlWriter.Create(text))
                PhoneBook.WriteEncodedCard(writer, name, number);
            return Content(text.ToString(), "text/xml");
        }

        public ActionResult Language(string language)
        {
            var cookie = new HttpCookie("session-language", language) { HttpOnly = true }; // expect: cookie-not-secure
            Response.Cookies.Add(cookie);
            return RedirectToAction("Index", "News");
        }

        public ActionResult LanguageSafely(string language)
        {
            var cookie = new HttpCookie("session-language", language == "fr" ? "fr" : "en") { HttpOnly = true, Secure = true }; // expect: none
            Response.Cookies.Add(cookie);
            return RedirectToAction("Index", "News");
        }
    }
}
