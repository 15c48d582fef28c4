using System.Collections.Generic;
using OrderOps.Itl;

namespace OrderOps.Tests.Itl;

/// <summary>Orders to begin a test with.</summary>
internal static class OrderSamples
{
    /// <summary>One that needs no mending, paid on delivery, without billing data.</summary>
    public static Order Cod(string number = "WEB-1") => new()
    {
        OrderNumber = number,
        OrderDate = "02-11-2025 09:07:00",
        TotalAmount = "1299.50",
        Name = "Rohan Sharma",
        Address = "104 Shreeji Sharan",
        Pin = "400094",
        City = "Mumbai",
        State = "Maharashtra",
        Country = "India",
        Phone = "9885797798",
        Email = "buyer@example.com",
        Length = "20",
        Width = "15",
        Height = "5",
        Weight = "0.5",
        PaymentMode = "COD",
        Products = new List<Product> { Bottle() },
    };

    public static Order Prepaid(string number = "WEB-2")
    {
        Order order = Cod(number);
        order.PaymentMode = "Prepaid";
        return order;
    }

    public static Product Bottle() => new() { Name = "Steel bottle", Sku = "SB100", Quantity = "1", Price = "1299.50", TaxRate = "18", HsnCode = "7323", Discount = "0" };
}
