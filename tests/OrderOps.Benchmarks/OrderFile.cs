using System.IO;
using System.Linq;
using System.Text;

namespace OrderOps.Benchmarks;

/// <summary>Order files for measuring.</summary>
public static class OrderFile
{
    /// <summary>Writes a CSV file of orders, one line an order.</summary>
    /// <param name="path">The file; its folder must be there.</param>
    /// <param name="count">How many orders.</param>
    /// <param name="prefix">What their numbers begin with, so that no order is sent a second time.</param>
    public static void Write(string path, int count, string prefix)
    {
        using StreamWriter file = new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024);
        file.NewLine = "\n";
        file.WriteLine(string.Join(',', SampleOrder.Columns));
        for (int i = 0; i < count; i++)
        {
            file.WriteLine(string.Join(',', SampleOrder.Values(i, prefix).Select(pair => Quoted(pair.Value))));
        }
    }

    private static string Quoted(string value) => value.Contains(',') ? "\"" + value + "\"" : value;
}
