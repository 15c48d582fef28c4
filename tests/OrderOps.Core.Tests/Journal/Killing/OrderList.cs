#if NET
using System.IO;
using System.Linq;

namespace OrderOps.Tests.Journal.Killing;

/// <summary>A file of orders that need no mending.</summary>
internal static class OrderList
{
    private const string Columns =
        "order,order_date,total_amount,name,add,pin,city,state,country,phone,email,product_name,product_sku,product_quantity,product_price,"
        + "product_tax_rate,product_hsn_code,product_discount,shipment_length,shipment_width,shipment_height,weight,cod_amount,payment_mode";

    private const string Values =
        "2026-11-02 09:07:00,499,Rohan Sharma,101 Shreeji Sharan,700019,Kolkata,West Bengal,India,9885797798,buyer@example.com,USB-C cable,UC010,1,499,"
        + "5,8544,0,20,15,5,0.5,499,COD";

    public static void Write(string path, int count) =>
        File.WriteAllLines(path, Enumerable.Range(1, count).Select(number => $"K-{number},{Values}").Prepend(Columns));
}
#endif
