using System;
using System.Linq;
using System.Web;
using System.Web.Mvc;
using System.Web.Security;
using System.Data.Entity;

public class Invoice { public int Id { get; set; } public int CustomerId { get; set; } public decimal Amount { get; set; } }
public class Store : DbContext { public DbSet<Invoice> Invoices { get; set; } }

[Authorize]
public class InvoicesController : Controller
{
    private readonly Store store = new Store();

    public ActionResult Details(int id) => View(store.Invoices.Find(id)); // expect: object-level-authorization

    public ActionResult Own(int id)
    {
        var customer = (int)Session["customer"];
        return View(store.Invoices.SingleOrDefault(i => i.Id == id && i.CustomerId == customer)); // expect: none
    }

    [HttpPost]
    public ActionResult Pay(decimal sum) // expect: missing-antiforgery
    {
        store.SaveChanges();
        return RedirectToAction("Index");
    }

    [HttpPost, ValidateAntiForgeryToken]
    public ActionResult PaySafely(decimal sum) // expect: none
    {
        store.SaveChanges();
        return RedirectToAction("Index");
    }
}

public class GateController : Controller
{
    [HttpPost]
    public ActionResult SignIn(string name)
    {
        Session["name"] = name;
        FormsAuthentication.SetAuthCookie(name, false); // expect: session-fixation
        return View();
    }

    [HttpPost]
    public ActionResult LogIn(string name)
    {
        Session.Abandon();
        FormsAuthentication.SetAuthCookie(name, false); // expect: none
        return View();
    }

    public ActionResult Show(bool isAdmin)
    {
        if (isAdmin) // expect: client-held-authorization
            return View("All");
        return View();
    }
}
