using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>
/// Writes a generated order: the fields of the vendor's sample (vendor page: Order Sync API, 13), its id, status and
/// time, and those of <see cref="OrderExtras"/>. It writes bytes, since a million of them are asked for.
/// </summary>
internal static class OrderText
{
    private static readonly byte[] Zone = Words.Utf8("+02:00\"")[0];
    private static readonly byte[][] Streets = Words.Utf8("ул. Штефан чел Маре ", "ул. Пушкина ", "бул. Дачия ", "ул. Независимости ");

    public static void Write(ByteBuffer json, OrderFacts order, FieldChoice fields, bool plainStatuses)
    {
        var member = new MemberWriter(json, fields);
        if (member.Begin("id"))
            json.AddNumber(order.Id);
        if (member.Begin("order_id"))
            json.AddNumber(order.Id);
        if (member.Begin("rrn"))
            Words.Quoted(json, order.Rrn, 12);
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
        OrderExtras.Write(json, order, ref member);
        member.End();
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
        Words.Money(json, item.Price);
        member.End();
    }

    private static void Address(ByteBuffer json, OrderFacts order)
    {
        var member = new MemberWriter(json, FieldChoice.All);
        member.Begin("address_id");
        json.AddNumber(200_000 + order.Id);
        member.Begin("address_ru");
        Words.Street(json, Streets, order);
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

    private static void NumberOrNull(ByteBuffer json, int? number)
    {
        if (number is { } some)
            json.AddNumber(some);
        else
            json.AddText("null");
    }
}
