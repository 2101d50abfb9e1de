using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

public class Domain { public Guid Id { get; set; } public Guid OrganizationId { get; set; } public string Name { get; set; } = ""; }
public class Country { public Guid Id { get; set; } public string Name { get; set; } = ""; }
public class Plan { public string Id { get; set; } = ""; public string StoreDataId { get; set; } = ""; }
public class Invoice { public string Id { get; set; } = ""; public Guid ProviderId { get; set; } }
public class DomainRequest { public Guid OrganizationId { get; set; } public string Name { get; set; } = ""; }

public interface IRepository<T> { Task<T> GetByIdAsync(Guid id); }
public interface IDomains : IRepository<Domain> { Task<Domain> GetByIdOrganizationIdAsync(Guid id, Guid organizationId); }
public interface ICountries : IRepository<Country>;
public interface IPlans { Task<Plan> GetPlan(string id, string store = null); }
public interface IInvoices { Task<List<Invoice>> GetByInvoiceId(string invoiceId); Task<List<Invoice>> GetOfProvider(Guid providerId, string invoiceId); }
public interface ICaller { Task<bool> ManageSso(Guid organizationId); bool IsMember(Guid organizationId); Task<bool> CanSee(Domain domain); }
public class Reports(IInvoices invoices)
{
    public async Task<int> Report(string invoiceId) => (await invoices.GetByInvoiceId(invoiceId)).Count; // expect: object-level-authorization
    public async Task<int> ReportOf(Guid providerId, string invoiceId) => (await invoices.GetOfProvider(providerId, invoiceId)).Count; // expect: none
}

[Authorize]
[Route("organizations/{orgId}/domains")]
public class DomainsController(IDomains domains, ICountries countries, ICaller caller, Reports reports) : Controller
{
    [HttpGet("{id}")]
    public async Task<IActionResult> Get(string orgId, Guid id)
    {
        var orgIdGuid = new Guid(orgId);
        if (!await caller.ManageSso(orgIdGuid))
            return NotFound();
        return Ok(await domains.GetByIdAsync(id)); // expect: object-level-authorization
    }

    [HttpGet("both/{id}")]
    public async Task<IActionResult> Both(Guid orgId, Guid id)
    {
        if (!await caller.ManageSso(orgId))
            return NotFound();
        return Ok(await domains.GetByIdOrganizationIdAsync(id, orgId)); // expect: none
    }

    [HttpGet("compared/{id}")]
    public async Task<IActionResult> Compared(Guid orgId, Guid id)
    {
        if (!await caller.ManageSso(orgId))
            return NotFound();
        var domain = await domains.GetByIdAsync(id); // expect: none
        return domain.OrganizationId == orgId ? Ok(domain) : NotFound();
    }

    [HttpPut("{id}")]
    public async Task<IActionResult> Put(Guid id, [FromBody] DomainRequest model)
    {
        var domain = await domains.GetByIdAsync(id); // expect: object-level-authorization
        if (!caller.IsMember(model.OrganizationId))
            return NotFound();
        domain.Name = model.Name;
        return Ok();
    }

    [HttpPut("asked/{id}")]
    public async Task<IActionResult> Asked(Guid orgId, Guid id)
    {
        var domain = await domains.GetByIdAsync(id); // expect: none
        if (!caller.IsMember(orgId) || !await caller.CanSee(domain))
            return NotFound();
        return Ok(domain);
    }

    [HttpGet("country/{countryId}")]
    public async Task<IActionResult> OfAll(Guid orgId, Guid countryId)
    {
        if (!caller.IsMember(orgId))
            return NotFound();
        return Ok(await countries.GetByIdAsync(countryId)); // expect: none
    }

    [HttpGet("invoices/{invoiceId}")]
    public async Task<IActionResult> Invoices(Guid providerId, string invoiceId)
    {
        if (!caller.IsMember(providerId))
            return NotFound();
        return Ok(await reports.Report(invoiceId));
    }

    [HttpGet("own-invoices/{invoiceId}")]
    public async Task<IActionResult> OwnInvoices(Guid providerId, string invoiceId)
    {
        if (!caller.IsMember(providerId))
            return NotFound();
        return Ok(await reports.ReportOf(providerId, invoiceId));
    }
}

[Authorize(Policy = "CanModifyStores")]
public class PlansController(IPlans plans) : Controller
{
    [HttpPost("stores/{storeId}/plans")]
    public async Task<IActionResult> Any(string storeId, string planId) => Ok(await plans.GetPlan(planId)); // expect: object-level-authorization

    [HttpPost("stores/{storeId}/own-plans")]
    public async Task<IActionResult> Own(string storeId, string planId) => Ok(await plans.GetPlan(planId, storeId)); // expect: none
}

public class VisitorController : Controller
{
    public int Visit(int id)
    {
        bool authorized = User.IsInRole("Staff");
        if (!authorized)
            authorized = id == NumberIn(Request.Cookies["visitor"]); // expect: client-held-authorization
        return authorized ? id : 0;
    }

    public int Proven(int id)
    {
        bool authorized = id == NumberIn(Unprotect(Request.Cookies["visitor"])); // expect: none
        return authorized ? id : 0;
    }

    public int Language(int id)
    {
        bool same = id == NumberIn(Request.Cookies["language"]); // expect: none
        return same ? id : 0;
    }

    private static string Unprotect(string text) => text;

    private static int NumberIn(string text) => int.TryParse(text, out int number) ? number : -1;
}

public class CustomerLoginCheckAttribute : Microsoft.AspNetCore.Mvc.Filters.ActionFilterAttribute { }
public interface IShelf { void Delete(int number); }

[CustomerLoginCheck]
public class ShelvesController(IShelf shelf) : Controller
{
    [HttpDelete("shelves/{number}")]
    public IActionResult Delete(int number) // expect: none
    {
        shelf.Delete(number);
        return Ok();
    }
}

public class OpenShelvesController(IShelf shelf) : Controller
{
    [HttpDelete("open-shelves/{number}")]
    public IActionResult Delete(int number) // expect: missing-authorization
    {
        shelf.Delete(number);
        return Ok();
    }
}
