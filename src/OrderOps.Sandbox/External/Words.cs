using System.Linq;
using System.Text;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>Texts of generated orders, as bytes.</summary>
internal static class Words
{
    public static byte[][] Utf8(params string[] texts) => texts.Select(Encoding.UTF8.GetBytes).ToArray();

    public static void Street(ByteBuffer json, byte[][] streets, OrderFacts order)
    {
        json.Add('"');
        json.Add(streets[order.Pick(13, streets.Length)]);
        json.AddNumber(1 + order.Pick(17, 120));
        json.Add('"');
    }

    // Amounts are text, as Django writes decimals.
    public static void Money(ByteBuffer json, long hundredths)
    {
        json.Add('"');
        json.AddNumber(hundredths / 100);
        json.Add('.');
        json.AddNumber(hundredths % 100, 2);
        json.Add('"');
    }

    public static void Quoted(ByteBuffer json, long number, int width)
    {
        json.Add('"');
        json.AddNumber(number, width);
        json.Add('"');
    }
}
