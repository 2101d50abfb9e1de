using System.Xml;
using Webshop.Models;

namespace Webshop.Services;

/// <summary>Price lists of suppliers, in XML.</summary>
public class SupplierFeed
{
    public List<Product> Read(Stream body)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() }; // expect: xxe-unsafe-parser
        using XmlReader reader = XmlReader.Create(body, settings); // expect: xxe
        return Products(reader);
    }

    public List<Product> ReadWithoutDtd(Stream body)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }; // expect: none
        using XmlReader reader = XmlReader.Create(body, settings); // expect: none
        return Products(reader);
    }

    private static List<Product> Products(XmlReader reader)
    {
        var products = new List<Product>();
        while (reader.ReadToFollowing("product"))
        {
            products.Add(new Product
            {
                Name = reader.GetAttribute("name") ?? "",
                Price = decimal.TryParse(reader.GetAttribute("price"), out decimal price) ? price : 0,
            });
        }

        return products;
    }
}
