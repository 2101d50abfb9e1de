using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Claims;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

public class Order { public int Id { get; set; } public string UserId { get; set; } = ""; public decimal Total { get; set; } }
public class Product { public int Id { get; set; } public string Name { get; set; } = ""; }
public class Profile { public int Id { get; set; } public string Bio { get; set; } = ""; public bool IsAdmin { get; set; } }
public class ShopContext : DbContext { public DbSet<Order> Orders { get; set; } public DbSet<Product> Products { get; set; } public DbSet<Profile> Profiles { get; set; } }

public interface IOrderService { Order Fetch(int id); Order FetchMine(int id, string owner); }
public class OrderService(ShopContext db) : IOrderService
{
    public Order Fetch(int id) => db.Orders.Find(id); // expect: none
    public Order FetchMine(int id, string owner) => db.Orders.First(o => o.Id == id && o.UserId == owner); // expect: none
}

[Authorize]
[ApiController]
[Route("api/[controller]")]
public class OrdersController(ShopContext db, IOrderService orders, ILogger<OrdersController> logger, IAuthorizationService rights) : ControllerBase
{
    [HttpGet("{id}")]
    public ActionResult<Order> Get(int id) => db.Orders.FirstOrDefault(o => o.Id == id); // expect: object-level-authorization

    [HttpGet("mine/{id}")]
    public ActionResult<Order> Mine(int id)
    {
        var caller = User.FindFirstValue(ClaimTypes.NameIdentifier);
        return db.Orders.FirstOrDefault(o => o.Id == id && o.UserId == caller); // expect: none
    }

    [HttpDelete("{id}")]
    public IActionResult Delete(int id)
    {
        logger.LogInformation("{User} deletes {Id}", User.Identity.Name, id);
        var order = db.Orders.Find(id); // expect: object-level-authorization
        db.Orders.Remove(order);
        db.SaveChanges();
        return NoContent();
    }

    [HttpPut("{id}")]
    public async Task<IActionResult> Put(int id, string note)
    {
        var order = db.Orders.Find(id); // expect: none
        var result = await rights.AuthorizeAsync(User, order, "owner");
        if (!result.Succeeded)
            return Forbid();
        db.SaveChanges();
        return Ok();
    }

    [HttpGet("deep/{id}")]
    public Order Deep(int id) => orders.Fetch(id); // expect: object-level-authorization

    [HttpGet("deepmine/{id}")]
    public Order DeepMine(int id) => orders.FetchMine(id, User.Identity.Name); // expect: none

    [HttpGet("compare/{id}")]
    public IActionResult Compare(int id)
    {
        var order = db.Orders.Single(o => o.Id == id); // expect: none
        if (order.UserId != User.Identity.Name)
            return NotFound();
        return Ok(order);
    }

    [Authorize(Roles = "Administrator")]
    [HttpGet("all/{id}")]
    public Order ForStaff(int id) => db.Orders.Find(id); // expect: none

    [HttpGet("product/{id}")]
    public Product Product(int id) => db.Products.Find(id); // expect: none
}

[ApiController]
[Route("api/products")]
public class ProductsController(ShopContext db) : ControllerBase
{
    [HttpGet]
    public List<Product> List() => db.Products.ToList(); // expect: none

    [HttpDelete("{id}")]
    public IActionResult Delete(int id) // expect: missing-authorization
    {
        db.Products.Remove(db.Products.Find(id));
        db.SaveChanges();
        return Ok();
    }

    [Authorize]
    [HttpPost]
    public IActionResult Create(string name) // expect: none
    {
        db.Products.Add(new Product { Name = name });
        db.SaveChanges();
        return Ok();
    }

    [HttpPut("{id}")]
    public IActionResult Rename(int id, string name) // expect: none
    {
        if (!User.IsInRole("editor"))
            return StatusCode(403);
        db.Products.Find(id).Name = name;
        db.SaveChanges();
        return Ok();
    }
}

public class AccountController(ShopContext db) : Controller
{
    [HttpPost]
    public IActionResult Login(string user, string password) // expect: none
    {
        db.SaveChanges();
        return View();
    }

    [Authorize, HttpPost]
    public IActionResult Rename(string name) // expect: missing-antiforgery
    {
        db.SaveChanges();
        return RedirectToAction("Index");
    }

    [Authorize, HttpPost, ValidateAntiForgeryToken]
    public IActionResult RenameSafely(string name) // expect: none
    {
        db.SaveChanges();
        return RedirectToAction("Index");
    }

    [Authorize, HttpPost, ValidateAntiForgeryToken]
    public IActionResult Edit(Profile profile)
    {
        db.Update(profile); // expect: mass-assignment
        db.SaveChanges();
        return View();
    }

    [Authorize, HttpPost, ValidateAntiForgeryToken]
    public IActionResult EditSome([Bind("Id,Bio")] Profile profile)
    {
        db.Update(profile); // expect: none
        db.SaveChanges();
        return View();
    }

    public IActionResult Panel()
    {
        if (Request.Cookies["role"] == "admin") // expect: client-held-authorization
            return View("Panel");
        if (Request.Cookies["theme"] == "dark") // expect: none
            return View("Dark");
        return View();
    }

    public IActionResult Clean(string name)
    {
        if (System.IO.File.Exists(name)) // expect: none
            System.IO.File.Delete(name); // expect: file-race
        return View();
    }
}

public static class Endpoints
{
    public static void Register(WebApplication app, Microsoft.Extensions.DependencyInjection.IServiceCollection services)
    {
        services.AddAuthentication().AddCookie();
        var guarded = app.MapGroup("/v1");
        guarded.RequireAuthorization();
        guarded.MapGet("/orders/{id}", (int id, ShopContext db) => db.Orders.Find(id)); // expect: object-level-authorization
        guarded.MapGet("/mine/{id}", (int id, ShopContext db, ClaimsPrincipal user) => db.Orders.First(o => o.Id == id && o.UserId == user.Identity.Name)); // expect: none
        app.MapDelete("/stock/{id}", (int id, ShopContext db) => { db.Remove(id); db.SaveChanges(); }); // expect: missing-authorization
        guarded.MapDelete("/stock/{id}", (int id, ShopContext db) => { db.Remove(id); db.SaveChanges(); }); // expect: none
        app.MapGroup("/v2").MapStock().RequireAuthorization();
    }

    public static Microsoft.AspNetCore.Routing.RouteGroupBuilder MapStock(this Microsoft.AspNetCore.Routing.RouteGroupBuilder group)
    {
        group.MapDelete("/all", (ShopContext db) => { db.SaveChanges(); }); // expect: none
        return group;
    }
}

public static class HandedOn
{
    public static string Look(Microsoft.AspNetCore.Http.HttpRequest request)
    {
        if (request.Cookies["isAdmin"] == "true") // expect: client-held-authorization
            return "all";
        return "some";
    }

    public static string Dress(Microsoft.AspNetCore.Http.HttpRequest request)
    {
        if (request.Cookies["theme"] == "dark") // expect: none
            return "dark";
        return "light";
    }
}
