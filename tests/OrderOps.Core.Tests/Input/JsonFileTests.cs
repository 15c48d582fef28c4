using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;
using Xunit;

namespace OrderOps.Tests.Input;

public sealed class JsonFileTests
{
    [Theory]
    [InlineData("orders.json", "[{\"order\":\"A-1\"},{\"order\":\"A-2\"}]")]
    [InlineData("orders.json", "\uFEFF [ {\"order\":\"A-1\"} , /* next */ {\"order\":\"A-2\"} ] ")]
    [InlineData("orders.json", "{\"order\":\"A-1\"}\n{\"order\":\"A-2\"}")]
    [InlineData("orders.jsonl", "{\"order\":\"A-1\"}\r\n\r\n{\"order\":\"A-2\"}\r\n")]
    [InlineData("orders.ndjson", "{\"order\":\"A-1\"}\n{\"order\":\"A-2\"}")]
    [InlineData("orders.txt", "[{\"order\":\"A-1\"},{\"order\":\"A-2\"}]")]
    [InlineData("orders.jsonl", "[{\"order\":\"A-1\"},{\"order\":\"A-2\"}]")]
    public void Objects_are_records(string name, string text)
    {
        using FileOnDisk file = new(name, text);
        List<InputRecord> records = file.Read();
        Assert.Equal(["A-1", "A-2"], records.Select(record => record.Values[0]));
        Assert.Same(records[0].Shape, records[1].Shape);
        Assert.All(records, record => Assert.Null(record.Fault));
    }

    [Theory]
    [InlineData("0.10")]
    [InlineData("8.62E+10")]
    [InlineData("12345678901234567890123")]
    [InlineData("-1.5e-7")]
    [InlineData("007")]
    public void A_number_is_the_text_that_stands_there(string number)
    {
        using FileOnDisk file = new("orders.json", "{\"a 1\":" + number + ",\"b\":[" + number + ", " + number + "],\"c\":\"x\\\"" + number + "\"}");
        InputRecord record = Assert.Single(file.Read());
        Assert.Equal(number, record.Values[0]);
        Assert.Equal([number, number], Assert.IsAssignableFrom<IReadOnlyList<object?>>(record.Values[1]));
        Assert.Equal("x\"" + number, record.Values[2]);
    }

    [Fact]
    public void Other_values_keep_their_kind()
    {
        using FileOnDisk file = new("orders.json", "{\"date\":\"2025-11-02T09:07:00+05:30\",\"no\":null,\"yes\":true,\"products\":[{\"sku\":\"X\"}],\"who\":{\"name\":\"Asha\"}}");
        IReadOnlyList<object?> values = Assert.Single(file.Read()).Values;
        Assert.Equal("2025-11-02T09:07:00+05:30", values[0]);
        Assert.Null(values[1]);
        Assert.Equal(true, values[2]);
        InputRecord product = Assert.IsType<InputRecord>(Assert.Single(Assert.IsAssignableFrom<IReadOnlyList<object?>>(values[3])!));
        Assert.Equal("X", product.Values[0]);
        Assert.Equal(["name"], Assert.IsType<InputRecord>(values[4]).Shape.Names);
    }

    [Fact]
    public void A_bad_line_costs_only_itself()
    {
        using FileOnDisk file = new("orders.jsonl", "{\"order\":\"A-1\"}\n{\"order\":\n[1]\n{\"order\":\"A-4\"} x\n{\"order\":\"A-5\"}\n");
        List<InputRecord> records = file.Read();
        Assert.Equal([false, true, true, true, false], records.Select(record => record.Fault is not null));
        Assert.Equal("orders.jsonl, line 2", records[1].Origin);
        Assert.Equal("A-5", records[4].Values[0]);
    }

    [Fact]
    public void An_element_that_is_no_object_costs_only_itself()
    {
        using FileOnDisk file = new("orders.json", "[{\"order\":\"A-1\"},17,[{\"order\":\"B\"}],{\"order\":\"A-4\"}]");
        List<InputRecord> records = file.Read();
        Assert.Equal([false, true, true, false], records.Select(record => record.Fault is not null));
        Assert.Equal("orders.json, item 4", records[3].Origin);
    }

    [Theory]
    [InlineData("[{\"order\":\"A-1\"},{\"order\":\"A-2\"")]
    [InlineData("[{\"order\":\"A-1\"},")]
    [InlineData("[{\"order\":\"A-1\"} oops")]
    [InlineData("[{\"order\":\"A-1\"},{\"order\":]")]
    public void A_broken_document_says_that_nothing_after_was_read(string text)
    {
        using FileOnDisk file = new("orders.json", text);
        List<InputRecord> records = file.Read();
        Assert.Equal(2, records.Count);
        Assert.Null(records[0].Fault);
        Assert.Contains("nothing after this place was read", records[1].Fault!.Message);
    }

    [Fact]
    public void A_name_that_stands_twice_is_a_fault()
    {
        using FileOnDisk file = new("orders.jsonl", "{\"order\":\"A-1\",\"Order\":\"B-1\"}\n{\"order\":\"A-2\",\"Order\":\"B-2\"}\n{\"order\":\"A-3\"}\n");
        Assert.Equal([true, true, false], file.Read().Select(record => record.Fault is not null));
    }

    [Fact]
    public void An_object_that_is_too_deep_is_a_fault()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100);
        using FileOnDisk file = new("orders.jsonl", deep + "\n{\"order\":\"A-2\"}\n");
        Assert.Equal([true, false], file.Read().Select(record => record.Fault is not null));
    }

    [Fact]
    public void An_empty_list_is_no_record()
    {
        using FileOnDisk file = new("orders.json", "[]");
        Assert.Empty(file.Read());
    }
}
