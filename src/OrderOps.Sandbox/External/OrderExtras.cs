using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>Fields of a generated order that the vendor's page does not name, as every real shop has: enough for a shipment.</summary>
internal static class OrderExtras
{
    private static readonly byte[][] FirstNames = Words.Utf8("Ana", "Ion", "Elena", "Vasile", "Maria", "Andrei", "Ștefan", "Natalia");
    private static readonly byte[][] LastNames = Words.Utf8("Popescu", "Rusu", "Ceban", "Munteanu", "Țurcanu", "Lungu", "Moraru");
    private static readonly byte[][] Streets = Words.Utf8("str. Ștefan cel Mare ", "str. Pușkin ", "bd. Dacia ", "str. Independenței ");

    public static void Write(ByteBuffer json, OrderFacts order, ref MemberWriter member)
    {
        if (member.Begin("client_name"))
            Client(json, order);
        if (member.Begin("client_phone"))
            Words.Quoted(json, 9_000_000_000 + order.Pick(3, 999_999_999), 10);
        if (member.Begin("client_email"))
            Email(json, order);
        if (member.Begin("delivery_address"))
            Words.Street(json, Streets, order);
        if (member.Begin("postal_code"))
            Words.Quoted(json, 400_001 + order.Pick(6, 100), 6);
        if (member.Begin("total"))
            Words.Money(json, Total(order));
        if (member.Begin("payment_method"))
            json.AddText(order.CashOnDelivery ? "\"cod\"" : "\"prepaid\"");
        if (member.Begin("comment"))
            json.AddText("null");
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
}
