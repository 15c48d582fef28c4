using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using OrderOps.Input;
using OrderOps.Itl;
using Xunit;

namespace OrderOps.Tests.Input;

/// <summary>Files are read as their records are asked for: the first order is there long before the end of the file.</summary>
public sealed class StreamingTests
{
    private const int Rows = 100_000;

    [Theory]
    [InlineData("orders.csv", "order,product_sku\n", "A-{0},X\n", "A-last,X\n")]
    [InlineData("orders.jsonl", "", "{{\"order\":\"A-{0}\",\"product_sku\":\"X\"}}\n", "{\"order\":\"A-last\"}")]
    [InlineData("orders.json", "[", "{{\"order\":\"A-{0}\",\"product_sku\":\"X\"}},\n", "{\"order\":\"A-last\"}]")]
    public void The_first_order_comes_before_the_rest_is_read(string name, string head, string row, string last)
    {
        using FileOnDisk file = new(name, head + string.Concat(Enumerable.Range(0, Rows).Select(i => string.Format(row, i))));
        using IEnumerator<InputRecord> records = InputFile.Read(file.FullPath).GetEnumerator();
        RowBinder binder = new(ColumnMap.Create());
        RowGrouper grouper = new();
        List<GroupedOrder> orders = new();
        while (orders.Count == 0 && records.MoveNext())
        {
            orders.AddRange(grouper.Add(binder.Bind(records.Current)));
        }

        Assert.Equal("A-0", orders[0].Order.OrderNumber);

        // Had the file been read to its end by now, what is written after it would not be seen.
        using (FileStream end = new(file.FullPath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
        {
            end.Write(Encoding.ASCII.GetBytes(last), 0, last.Length);
        }

        long read = 2;
        InputRecord? lastRecord = null;
        while (records.MoveNext())
        {
            read++;
            lastRecord = records.Current;
        }

        Assert.Equal(Rows + 1, read);
        Assert.Null(lastRecord!.Fault);
        Assert.Equal("A-last", lastRecord.Values[0]);
    }

    [Fact]
    public void The_file_is_let_go_when_reading_stops_early()
    {
        using FileOnDisk file = new("orders.csv", "order\nA-1\nA-2\n");
        Assert.Equal("A-1", InputFile.Read(file.FullPath).First().Values[0]);
        File.Delete(file.FullPath);
        Assert.False(File.Exists(file.FullPath));
    }
}
