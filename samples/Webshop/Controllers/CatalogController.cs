using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Ganss.Xss;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Webshop.Data;
using Webshop.Models;

namespace Webshop.Controllers;

/// <summary>What every visitor sees.</summary>
public class CatalogController(ICatalog catalog, ShopContext shop, ILogger<CatalogController> logger) : Controller
{
    public async Task<IActionResult> Index(string order = "name") => View("List", await catalog.SortedByKnownAsync(order));

    public async Task<IActionResult> Sorted(string order) => View("List", await catalog.SortedAsync(order));

    public async Task<IActionResult> Search(string term)
    {
        logger.LogInformation($"search for {term}"); // expect: log-injection
        var page = new SearchPage { Term = term, Hits = await catalog.SearchAsync(term) };
        return View(page);
    }

    public async Task<IActionResult> Species(string species)
    {
        string oneLine = species.Replace("\r", "").Replace("\n", "");
        logger.LogInformation($"species {oneLine}"); // expect: none
        return View("List", await catalog.BySpeciesAsync(species));
    }

    public async Task<IActionResult> Details(int id)
    {
        Product? product = await catalog.FindAsync(id);
        return product is null ? NotFound() : View(product);
    }

    public ContentResult Greeting(string name)
    {
        string html = $"<p>Welcome to the aviary, {name}!</p>";
        return Content(html, "text/html"); // expect: xss
    }

    public ContentResult GreetingCard(string name)
    {
        string html = $"<p>Welcome to the aviary, {HtmlEncoder.Default.Encode(name)}!</p>";
        return Content(html, "text/html"); // expect: none
    }

    /// <summary>Product names that fit a pattern, for the search box.</summary>
    public IActionResult Suggest(string pattern)
    {
        var expression = new Regex(pattern, RegexOptions.IgnoreCase); // expect: regex-injection
        return Json(shop.Products.AsEnumerable().Where(p => expression.IsMatch(p.Name)).Select(p => p.Name).Take(10));
    }

    public IActionResult SuggestWord(string word)
    {
        var expression = new Regex("\\b" + Regex.Escape(word), RegexOptions.IgnoreCase, TimeSpan.FromMilliseconds(100)); // expect: none
        return Json(shop.Products.AsEnumerable().Where(p => expression.IsMatch(p.Name)).Select(p => p.Name).Take(10));
    }

    [Authorize, HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Review(int productId, string text)
    {
        shop.Reviews.Add(new Review { ProductId = productId, Author = User.Identity?.Name ?? "", Text = text });
        await shop.SaveChangesAsync();
        return RedirectToAction(nameof(Details), new { id = productId });
    }

    public async Task<IActionResult> Reviews(int id)
    {
        var sanitizer = new HtmlSanitizer();
        Product? product = await catalog.FindAsync(id);
        if (product is null)
            return NotFound();
        List<string> clean = [.. product.Reviews.Select(r => sanitizer.Sanitize(r.Text))];
        return View(clean);
    }
}
