using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Webshop.Data;
using Webshop.Models;
using Webshop.Services;

namespace Webshop.Controllers;

/// <summary>The interface for the shop's own tools.</summary>
[ApiController]
[Route("api/products")]
public class ProductsController(ShopContext shop, ManualStore manuals, PhotoStore photos, StockClient stock) : ControllerBase
{
    [HttpDelete("{id}")]
    public async Task<IActionResult> Delete(int id) // expect: missing-authorization
    {
        Product? product = await shop.Products.FindAsync(id);
        if (product is null)
            return NotFound();
        shop.Products.Remove(product);
        await shop.SaveChangesAsync();
        return NoContent();
    }

    [Authorize(Roles = "Staff")]
    [HttpPut("{id}/price")]
    public async Task<IActionResult> SetPrice(int id, decimal price) // expect: none
    {
        Product? product = await shop.Products.FindAsync(id);
        if (product is null)
            return NotFound();
        product.Price = price;
        await shop.SaveChangesAsync();
        return NoContent();
    }

    [HttpGet("manuals")]
    public IActionResult Manual(string name) => File(manuals.Read(name), "application/pdf");

    [HttpGet("manuals/{name}")]
    public IActionResult ManualInside(string name) => manuals.ReadInside(name) is { } bytes ? File(bytes, "application/pdf") : NotFound();

    [Authorize]
    [HttpPost("photos")]
    public async Task<IActionResult> Photo(IFormFile photo) => Ok(await photos.SaveAsync(photo));

    [Authorize]
    [HttpPost("photos/checked")]
    public async Task<IActionResult> CheckedPhoto(IFormFile photo) => Ok(await photos.SaveCheckedAsync(photo));

    [HttpGet("stock")]
    public async Task<IActionResult> Stock(string address) => Ok(await stock.FetchAsync(address));

    [HttpGet("stock/known")]
    public async Task<IActionResult> KnownStock(string address) => Ok(await stock.FetchFromKnownAsync(address));

    /// <summary>Purchase prices, for the staff's screens.</summary>
    [HttpGet("{id}/purchase-price")]
    public async Task<IActionResult> PurchasePrice(int id)
    {
        Product? product = await shop.Products.FindAsync(id);
        if (Request.Cookies["role"] == "staff") // expect: client-held-authorization
            return Ok(product?.Price * 0.6m);
        return Forbid();
    }

    [HttpGet("{id}/margin")]
    public async Task<IActionResult> Margin(int id)
    {
        Product? product = await shop.Products.FindAsync(id);
        if (User.IsInRole("Staff")) // expect: none
            return Ok(product?.Price * 0.4m);
        return Forbid();
    }
}
