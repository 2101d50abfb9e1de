namespace Webshop.Models;

public class Product
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";
    public string Species { get; set; } = "";
    public decimal Price { get; set; }
    public int InStock { get; set; }
    public List<Review> Reviews { get; set; } = [];
}

public class Review
{
    public int Id { get; set; }
    public int ProductId { get; set; }
    public string Author { get; set; } = "";
    public string Text { get; set; } = "";
}
