using System.Data;
using System.Text;
using Dapper;
using Microsoft.Data.SqlClient;
using Webshop.Models;

namespace Webshop.Data;

public interface ISalesReports
{
    DataTable Sales(ReportQuery query);
    DataTable SalesByKnownColumn(ReportQuery query);
    Task<IEnumerable<Order>> OrdersOfAsync(int customerId);
    Task<IEnumerable<Order>> OrdersOfCustomerAsync(int customerId);
}

/// <summary>Reports that the accounting department reads from a copy of the database.</summary>
public class SalesReports(IConfiguration configuration, ShopContext shop) : ISalesReports
{
    private static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["placed"] = "Placed",
        ["total"] = "Total",
        ["customer"] = "CustomerName",
    };

    private readonly string connectionString = configuration.GetConnectionString("Reports")!;

    public DataTable Sales(ReportQuery query)
    {
        var sql = new StringBuilder("SELECT Id, CustomerName, Total, Placed FROM Orders WHERE Region = @region");
        sql.Append(" ORDER BY ").Append(query.SortBy);
        if (query.Descending)
            sql.Append(" DESC");

        using var connection = new SqlConnection(connectionString);
        using var command = new SqlCommand(sql.ToString(), connection); // expect: sql-injection
        command.Parameters.AddWithValue("@region", query.Region);
        return Read(command);
    }

    public DataTable SalesByKnownColumn(ReportQuery query)
    {
        if (!Columns.TryGetValue(query.SortBy, out string? column))
            column = "Placed";

        using var connection = new SqlConnection(connectionString);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id, CustomerName, Total, Placed FROM Orders WHERE Region = @region ORDER BY {column}"; // expect: none
        command.Parameters.AddWithValue("@region", query.Region);
        return Read(command);
    }

    /// <summary>Orders under the nickname that the customer chose at some earlier time.</summary>
    public async Task<IEnumerable<Order>> OrdersOfAsync(int customerId)
    {
        Customer? customer = await shop.Customers.FindAsync(customerId);
        if (customer is null)
            return [];
        await using var connection = new SqlConnection(connectionString);
        return await connection.QueryAsync<Order>($"SELECT * FROM Orders WHERE CustomerName = '{customer.Nickname}'"); // expect: sql-injection
    }

    public async Task<IEnumerable<Order>> OrdersOfCustomerAsync(int customerId)
    {
        Customer? customer = await shop.Customers.FindAsync(customerId);
        if (customer is null)
            return [];
        await using var connection = new SqlConnection(connectionString);
        return await connection.QueryAsync<Order>("SELECT * FROM Orders WHERE CustomerName = @name", new { name = customer.Nickname }); // expect: none
    }

    private static DataTable Read(SqlCommand command)
    {
        var table = new DataTable();
        command.Connection.Open();
        using SqlDataReader reader = command.ExecuteReader();
        table.Load(reader);
        return table;
    }
}
