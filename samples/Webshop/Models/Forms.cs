using System.ComponentModel.DataAnnotations;

namespace Webshop.Models;

/// <summary>What a customer may change about the own account.</summary>
public class ProfileForm
{
    [MaxLength(60)]
    public string Nickname { get; set; } = "";

    [EmailAddress]
    public string Email { get; set; } = "";
}

public class LoginForm
{
    public string UserName { get; set; } = "";
    public string Password { get; set; } = "";
    public string? ReturnUrl { get; set; }
}

public class PaymentForm
{
    public string CardNumber { get; set; } = "";
    public string Holder { get; set; } = "";
    public decimal Amount { get; set; }
}

public class ReportQuery
{
    public string Region { get; set; } = "";
    public string SortBy { get; set; } = "Placed";
    public bool Descending { get; set; }
}

public class SearchPage
{
    public string Term { get; set; } = "";
    public IReadOnlyList<Product> Hits { get; set; } = [];
}
