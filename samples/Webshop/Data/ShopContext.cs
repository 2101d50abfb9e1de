using Microsoft.EntityFrameworkCore;
using Webshop.Models;

namespace Webshop.Data;

public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Product> Products { get; set; } = null!;
    public DbSet<Review> Reviews { get; set; } = null!;
    public DbSet<Customer> Customers { get; set; } = null!;
    public DbSet<Order> Orders { get; set; } = null!;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Product>().HasMany(p => p.Reviews).WithOne().HasForeignKey(r => r.ProductId);
        modelBuilder.Entity<Customer>().HasIndex(c => c.UserName).IsUnique();
    }
}
