using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using OrderOps.Integration;

namespace OrderOps.Tests.Integration;

/// <summary>Orders of the vendor's page, and replies of the service.</summary>
internal static class UpsertSamples
{
    /// <summary>The order of the vendor's sample request.</summary>
    public static Order Vendor() => new()
    {
        Name = "Abhay",
        Email = "abhay@example.com",
        Phone = "7666804987",
        Address = "address 1",
        Products = [.. new[] { "sss1", "sss2", "ss3s", "sss4" }.Select(sku => new Product { ProductSkuId = sku, Amount = "25", Quantity = "1" })],
        OrderId = "ID-01",
        TotalAmount = "5000",
        Discount = "15",
        TotalQuantity = "45",
        ReferralCode = "EV78G55H",
        UserId = "99",
    };

    public static Order Numbered(int number)
    {
        Order order = Vendor();
        order.OrderId = "O-" + number.ToString(CultureInfo.InvariantCulture);
        return order;
    }

    public static IEnumerable<Order> Orders(int count) => Enumerable.Range(0, count).Select(Numbered);

    /// <summary>The 200 of the vendor's page.</summary>
    public static string Counts(int inserted, int updated, int skipped) => string.Format(
        CultureInfo.InvariantCulture,
        "{{\"message\":\"{0} new records inserted. {1} existing records updated. Same value or invalid data skipped {2}\",\"skipped\":{2},\"inserted\":{0},\"updated\":{1}}}",
        inserted, updated, skipped);

    public static string BadRequest(string path, string error = "email is required") =>
        $"{{\"path\":\"{path}\",\"error\":\"{error}\"}}";
}
