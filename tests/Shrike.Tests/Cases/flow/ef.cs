using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

public class Product
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

public class Shop : DbContext
{
    public DbSet<Product> Products { get; set; } = null!;
}

public class ProductController(Shop shop) : Controller
{
    public IActionResult Raw(string name) => Ok(shop.Products.FromSqlRaw("select * from Products where Name = '" + name + "'").ToList()); // expect: sql-injection

    public IActionResult RawParameter(string name) => Ok(shop.Products.FromSqlRaw("select * from Products where Name = {0}", name).ToList()); // expect: none

    public IActionResult Interpolated(string name) => Ok(shop.Products.FromSqlInterpolated($"select * from Products where Name = {name}").ToList()); // expect: none

    public IActionResult Formattable(string name) => Ok(shop.Products.FromSql($"select * from Products where Name = {name}").ToList()); // expect: none

    // What EF Core 2 took as text.
    public IActionResult OldText(string name) => Ok(shop.Products.FromSql("select * from Products where Name = '" + name + "'").ToList()); // expect: sql-injection

    public async Task<IActionResult> Execute(string name) => Ok(await shop.Database.ExecuteSqlRawAsync("delete from Products where Name = '" + name + "'")); // expect: sql-injection

    public async Task<IActionResult> ExecuteInterpolated(string name) => Ok(await shop.Database.ExecuteSqlAsync($"delete from Products where Name = {name}")); // expect: none

    public IActionResult Linq(string name) => Ok(shop.Products.Where(p => p.Name == name).ToList()); // expect: none
}
