namespace Webshop.Models;

public class Customer
{
    public int Id { get; set; }
    public string UserName { get; set; } = "";
    public string Nickname { get; set; } = "";
    public string Email { get; set; } = "";
    public string PasswordHash { get; set; } = "";
    public string ResetToken { get; set; } = "";
    public bool IsStaff { get; set; }
}

public class Order
{
    public int Id { get; set; }
    public string CustomerName { get; set; } = "";
    public string Address { get; set; } = "";
    public decimal Total { get; set; }
    public DateTime Placed { get; set; }
}
