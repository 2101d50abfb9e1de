using System.Linq.Dynamic.Core;
using Microsoft.EntityFrameworkCore;
using Webshop.Models;

namespace Webshop.Data;

public interface ICatalog
{
    Task<List<Product>> SearchAsync(string term);
    Task<List<Product>> BySpeciesAsync(string species);
    Task<List<Product>> SortedAsync(string order);
    Task<List<Product>> SortedByKnownAsync(string order);
    Task<Product?> FindAsync(int id);
}

public class SqlCatalog(ShopContext shop) : ICatalog
{
    public Task<List<Product>> SearchAsync(string term)
    {
        string pattern = "'%" + term.Trim() + "%'";
        return shop.Products.FromSqlRaw("SELECT * FROM Products WHERE Name LIKE " + pattern).AsNoTracking().ToListAsync(); // expect: sql-injection
    }

    public Task<List<Product>> BySpeciesAsync(string species) =>
        shop.Products.FromSql($"SELECT * FROM Products WHERE Species = {species}").AsNoTracking().ToListAsync(); // expect: none

    public async Task<List<Product>> SortedAsync(string order)
    {
        IQueryable<Product> products = shop.Products.Where(p => p.InStock > 0);
        return await products.OrderBy(order).ToListAsync(); // expect: expression-injection
    }

    public async Task<List<Product>> SortedByKnownAsync(string order)
    {
        string column = order switch
        {
            "price" => nameof(Product.Price),
            "species" => nameof(Product.Species),
            _ => nameof(Product.Name),
        };
        return await shop.Products.OrderBy(column).ToListAsync(); // expect: none
    }

    public Task<Product?> FindAsync(int id) => shop.Products.Include(p => p.Reviews).FirstOrDefaultAsync(p => p.Id == id)!;
}
