using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Webshop.Data;
using Webshop.Models;
using Webshop.Services;

namespace Webshop.Controllers;

public class AccountController(ShopContext shop, Passwords passwords, ICustomerMail mail) : Controller
{
    public IActionResult Login(string? returnUrl) => View(new LoginForm { ReturnUrl = returnUrl });

    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Login(LoginForm form)
    {
        if (!await SignInAsync(form))
            return View(form);
        if (form.ReturnUrl is null)
            return RedirectToAction("Index", "Catalog");
        return Redirect(form.ReturnUrl); // expect: open-redirect
    }

    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> QuickLogin(LoginForm form)
    {
        if (!await SignInAsync(form))
            return View("Login", form);
        if (Url.IsLocalUrl(form.ReturnUrl))
            return Redirect(form.ReturnUrl); // expect: none
        return RedirectToAction("Index", "Catalog");
    }

    [HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> ForgotPassword(string email)
    {
        Customer? customer = await shop.Customers.FirstOrDefaultAsync(c => c.Email == email);
        if (customer is not null)
        {
            customer.ResetToken = passwords.ResetToken();
            await shop.SaveChangesAsync();
            await mail.SendResetAsync(customer.Email, customer.ResetToken);
        }

        return View("ResetSent");
    }

    /// <summary>Remembers the visitor's basket between visits.</summary>
    public IActionResult Remember(string basket)
    {
        var options = new CookieOptions { Expires = DateTimeOffset.UtcNow.AddDays(30) }; // expect: cookie-not-secure, cookie-not-httponly
        Response.Cookies.Append("basket-session", Guid.NewGuid().ToString("N"), options);
        return RedirectToAction("Index", "Catalog");
    }

    public IActionResult RememberSafely(string basket)
    {
        var options = new CookieOptions { Expires = DateTimeOffset.UtcNow.AddDays(30), Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax }; // expect: none
        Response.Cookies.Append("basket-session", Guid.NewGuid().ToString("N"), options);
        return RedirectToAction("Index", "Catalog");
    }

    /// <summary>The form holds the stored object itself, with its staff flag.</summary>
    [Authorize, HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> Edit(Customer customer)
    {
        shop.Customers.Update(customer); // expect: mass-assignment
        await shop.SaveChangesAsync();
        return RedirectToAction("Index", "Catalog");
    }

    [Authorize, HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> EditProfile(ProfileForm form)
    {
        string name = User.Identity!.Name!;
        Customer customer = await shop.Customers.SingleAsync(c => c.UserName == name);
        customer.Nickname = form.Nickname;
        customer.Email = form.Email;
        shop.Customers.Update(customer); // expect: none
        await shop.SaveChangesAsync();
        return RedirectToAction("Index", "Catalog");
    }

    [Authorize, HttpPost]
    public async Task<IActionResult> ChangeNickname(string nickname) // expect: missing-antiforgery
    {
        await RenameAsync(nickname);
        return RedirectToAction("Index", "Catalog");
    }

    [Authorize, HttpPost, ValidateAntiForgeryToken]
    public async Task<IActionResult> ChangeNicknameSafely(string nickname) // expect: none
    {
        await RenameAsync(nickname);
        return RedirectToAction("Index", "Catalog");
    }

    private async Task RenameAsync(string nickname)
    {
        string name = User.Identity!.Name!;
        Customer customer = await shop.Customers.SingleAsync(c => c.UserName == name);
        customer.Nickname = nickname;
        await shop.SaveChangesAsync();
    }

    private async Task<bool> SignInAsync(LoginForm form)
    {
        Customer? customer = await shop.Customers.FirstOrDefaultAsync(c => c.UserName == form.UserName);
        if (customer is null || !passwords.Fits(form.Password, customer.PasswordHash))
            return false;
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, customer.UserName)], "cookie");
        await HttpContext.SignInAsync(new ClaimsPrincipal(identity));
        return true;
    }
}
