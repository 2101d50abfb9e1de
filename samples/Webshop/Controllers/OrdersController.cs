using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Webshop.Data;
using Webshop.Models;

namespace Webshop.Controllers;

[Authorize]
public class OrdersController(ShopContext shop, ILogger<OrdersController> logger) : Controller
{
    public async Task<IActionResult> Details(int id)
    {
        Order? order = await shop.Orders.FirstOrDefaultAsync(o => o.Id == id); // expect: object-level-authorization
        return order is null ? NotFound() : View(order);
    }

    public async Task<IActionResult> Mine(int id)
    {
        string name = User.Identity!.Name!;
        Order? order = await shop.Orders.FirstOrDefaultAsync(o => o.Id == id && o.CustomerName == name); // expect: none
        return order is null ? NotFound() : View("Details", order);
    }

    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Pay(PaymentForm payment)
    {
        logger.LogInformation("payment of {Amount} with card {Card}", payment.Amount, payment.CardNumber); // expect: sensitive-data-in-logs, log-injection
        return View("Paid");
    }

    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult PayQuietly(PaymentForm payment)
    {
        logger.LogInformation("payment of {Amount}", payment.Amount); // expect: none
        return View("Paid");
    }

    /// <summary>An image of the invoice's bar code, so many pixels wide.</summary>
    public IActionResult BarCode(int width)
    {
        var pixels = new byte[width * 40]; // expect: resource-exhaustion
        return File(pixels, "application/octet-stream");
    }

    public IActionResult SmallBarCode(int width)
    {
        if (width is < 1 or > 2000)
            return BadRequest();
        var pixels = new byte[width * 40]; // expect: none
        return File(pixels, "application/octet-stream");
    }
}
