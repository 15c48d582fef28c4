using System.Linq;
using System.Text;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>
/// Writes a generated order: the fields of the vendor's sample (vendor page: Order Sync API, 13), its id, status and
/// time, and some that the page does not name, as every real shop has. It writes bytes, since a million of them are asked for.
/// </summary>
internal static class OrderText
{
    private static readonly byte[] Zone = Utf8("+02:00\"");
    private static readonly byte[][] FirstNames = Names("Ana", "Ion", "Elena", "Vasile", "Maria", "Andrei", "Ștefan", "Natalia");
    private static readonly byte[][] LastNames = Names("Popescu", "Rusu", "Ceban", "Munteanu", "Țurcanu", "Lungu", "Moraru");
    private static readonly byte[][] StreetsRo = Names("str. Ștefan cel Mare ", "str. Pușkin ", "bd. Dacia ", "str. Independenței ");
    private static readonly byte[][] StreetsRu = Names("ул. Штефан чел Маре ", "ул. Пушкина ", "бул. Дачия ", "ул. Независимости ");

    public static void Write(ByteBuffer json, OrderFacts order, FieldChoice fields, bool plainStatuses)
    {
        var member = new MemberWriter(json, fields);
        if (member.Begin("id"))
            json.AddNumber(order.Id);
        if (member.Begin("order_id"))
            json.AddNumber(order.Id);
        if (member.Begin("rrn"))
            Quoted(json, order.Rrn, 12);
        if (member.Begin("status"))
            Status(json, order.Status, plainStatuses);
        if (member.Begin("created_at"))
            Time(json, order);
        if (member.Begin("shop"))
            json.AddNumber(order.Shop);
        if (member.Begin("promo_code"))
            NumberOrNull(json, order.PromoCode);
        if (member.Begin("order_items"))
            Items(json, order, plainStatuses);
        if (member.Begin("address"))
            Address(json, order);
        Extras(json, order, ref member);
        member.End();
    }

    private static void Extras(ByteBuffer json, OrderFacts order, ref MemberWriter member)
    {
        if (member.Begin("client_name"))
            Client(json, order);
        if (member.Begin("client_phone"))
            Quoted(json, 9_000_000_000 + order.Pick(3, 999_999_999), 10);
        if (member.Begin("client_email"))
            Email(json, order);
        if (member.Begin("delivery_address"))
            Street(json, StreetsRo, order);
        if (member.Begin("postal_code"))
            Quoted(json, 400_001 + order.Pick(6, 100), 6);
        if (member.Begin("total"))
            Money(json, Total(order));
        if (member.Begin("payment_method"))
            json.AddText(order.CashOnDelivery ? "\"cod\"" : "\"prepaid\"");
        if (member.Begin("comment"))
            json.AddText("null");
    }

    private static void Items(ByteBuffer json, OrderFacts order, bool plainStatuses)
    {
        json.Add('[');
        for (var place = 1; place <= order.ItemCount; place++)
        {
            if (place > 1)
                json.Add(',');
            Item(json, order.Item(place), order.Status, plainStatuses);
        }

        json.Add(']');
    }

    private static void Item(ByteBuffer json, ItemFacts item, int status, bool plainStatuses)
    {
        var member = new MemberWriter(json, FieldChoice.All);
        member.Begin("id");
        json.AddNumber(item.Id);
        member.Begin("order_id");
        json.AddNumber(item.Id);
        member.Begin("order_status");
        Status(json, status, plainStatuses);
        member.Begin("loyalty_price");
        json.AddNumber(item.LoyaltyPrice);
        member.Begin("quantity");
        json.AddNumber(item.Quantity);
        member.Begin("product");
        json.AddNumber(LookUps.FirstProduct + item.Product);
        member.Begin("name");
        json.Add('"');
        json.Add(LookUps.ProductNames[item.Product]);
        json.Add('"');
        member.Begin("price");
        Money(json, item.Price);
        member.End();
    }

    private static void Address(ByteBuffer json, OrderFacts order)
    {
        var member = new MemberWriter(json, FieldChoice.All);
        member.Begin("address_id");
        json.AddNumber(200_000 + order.Id);
        member.Begin("address_ru");
        Street(json, StreetsRu, order);
        member.Begin("zip_code");
        json.AddNumber(2000 + order.Pick(5, 100));
        member.Begin("region_id");
        json.AddNumber(LookUps.FirstRegion + order.Region);
        member.Begin("locality_id");
        json.AddNumber(LookUps.LocalityId(order.Region, order.Locality));
        member.Begin("sector");
        json.AddNumber(order.Sector);
        member.End();
    }

    private static long Total(OrderFacts order)
    {
        long total = 0;
        for (var place = 1; place <= order.ItemCount; place++)
        {
            var item = order.Item(place);
            total += (long)item.Price * item.Quantity;
        }

        return total;
    }

    private static void Client(ByteBuffer json, OrderFacts order)
    {
        json.Add('"');
        json.Add(FirstNames[order.Pick(7, FirstNames.Length)]);
        json.Add(' ');
        json.Add(LastNames[order.Pick(11, LastNames.Length)]);
        json.Add('"');
    }

    private static void Email(ByteBuffer json, OrderFacts order)
    {
        json.AddText("\"client");
        json.AddNumber(order.Id);
        json.AddText("@example.com\"");
    }

    private static void Street(ByteBuffer json, byte[][] streets, OrderFacts order)
    {
        json.Add('"');
        json.Add(streets[order.Pick(13, streets.Length)]);
        json.AddNumber(1 + order.Pick(17, 120));
        json.Add('"');
    }

    private static void Time(ByteBuffer json, OrderFacts order)
    {
        var time = order.CreatedAt.AddHours(2);
        json.Add('"');
        json.AddNumber(time.Year, 4);
        json.Add('-');
        json.AddNumber(time.Month, 2);
        json.Add('-');
        json.AddNumber(time.Day, 2);
        json.Add('T');
        json.AddNumber(time.Hour, 2);
        json.Add(':');
        json.AddNumber(time.Minute, 2);
        json.Add(':');
        json.AddNumber(time.Second, 2);
        json.Add(Zone);
    }

    private static void Status(ByteBuffer json, int status, bool plain)
    {
        json.Add('"');
        json.Add(plain ? OrderStatuses.PlainBytes[status] : OrderStatuses.Bytes[status]);
        json.Add('"');
    }

    // Amounts are text, as Django writes decimals.
    private static void Money(ByteBuffer json, long hundredths)
    {
        json.Add('"');
        json.AddNumber(hundredths / 100);
        json.Add('.');
        json.AddNumber(hundredths % 100, 2);
        json.Add('"');
    }

    private static void Quoted(ByteBuffer json, long number, int width)
    {
        json.Add('"');
        json.AddNumber(number, width);
        json.Add('"');
    }

    private static void NumberOrNull(ByteBuffer json, int? number)
    {
        if (number is { } some)
            json.AddNumber(some);
        else
            json.AddText("null");
    }

    private static byte[][] Names(params string[] names) => names.Select(Utf8).ToArray();

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
