using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Webshop.Data;
using Webshop.Models;
using Webshop.Services;

namespace Webshop.Controllers;

[Authorize(Roles = "Staff")]
public class StaffController(ISalesReports reports, SupplierFeed feed, CatalogImport import, LabelPrinter printer, ILogger<StaffController> logger) : Controller
{
    public IActionResult Sales(ReportQuery query) => View(reports.Sales(query));

    public IActionResult SalesTable(ReportQuery query) => View("Sales", reports.SalesByKnownColumn(query));

    public async Task<IActionResult> CustomerOrders(int id) => View("Orders", await reports.OrdersOfAsync(id));

    public async Task<IActionResult> OrdersOfCustomer(int id) => View("Orders", await reports.OrdersOfCustomerAsync(id));

    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Feed() => View("Products", feed.Read(Request.Body));

    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult FeedWithoutDtd() => View("Products", feed.ReadWithoutDtd(Request.Body));

    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Import(IFormFile archive) => Ok(import.Unpack(archive.OpenReadStream()));

    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult ImportInside(IFormFile archive) => Ok(import.UnpackInside(archive.OpenReadStream()));

    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Label(string printerName, string text) => Ok(printer.Print(printerName, text));

    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult LabelList(string printerName, string text) => Ok(printer.PrintList(printerName, text));

    public IActionResult Rebuild()
    {
        try
        {
            return Ok(import.Unpack(Stream.Null));
        }
        catch (InvalidDataException e)
        {
            return Content(e.ToString()); // expect: information-exposure-exception
        }
    }

    public IActionResult RebuildQuietly()
    {
        try
        {
            return Ok(import.UnpackInside(Stream.Null));
        }
        catch (InvalidDataException e)
        {
            logger.LogError(e, "import failed");
            return Content("The import failed."); // expect: none
        }
    }
}
