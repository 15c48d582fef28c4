using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using OrderOps.Input;
using Xunit;

namespace OrderOps.Tests.Input;

public sealed class DelimitedFileTests
{
    [Theory]
    [InlineData("orders.csv", "order,name\nA-1,Asha\n")]
    [InlineData("orders.csv", "order;name\nA-1;Asha\n")]
    [InlineData("orders.tsv", "order\tname\nA-1\tAsha\n")]
    [InlineData("orders.txt", "order|name\r\nA-1|Asha\r\n")]
    [InlineData("orders.csv", "sep=;\norder;name\nA-1;Asha")]
    [InlineData("orders.csv", "#TYPE System.Management.Automation.PSCustomObject\n\"order\",\"name\"\n\"A-1\",\"Asha\"\n")]
    [InlineData("orders.csv", "\"order\",\"name\",\n\"A-1\",\"Asha\",\n")]
    [InlineData("orders", "order,name\nA-1,Asha\n")]
    public void Columns_are_found_whatever_stands_between_them(string name, string text)
    {
        using FileOnDisk file = new(name, text);
        InputRecord record = Assert.Single(file.Read());
        Assert.Null(record.Fault);
        Assert.Equal(["order", "name"], record.Shape.Names);
        Assert.Equal(["A-1", "Asha"], record.Values);
    }

    [Fact]
    public void Quotes_hold_delimiters_line_breaks_and_doubled_quotes()
    {
        using FileOnDisk file = new("orders.csv", "order,add,name\nA-1,\"12, Lake\nRoad\",\"Asha \"\"A\"\" Rao\"\nA-2,12\" pipe lane,Dev\n");
        List<InputRecord> records = file.Read();
        Assert.Equal(["A-1", "12, Lake\nRoad", "Asha \"A\" Rao"], records[0].Values);
        Assert.Equal(["A-2", "12\" pipe lane", "Dev"], records[1].Values);
        Assert.All(records, record => Assert.Null(record.Fault));
    }

    [Fact]
    public void Codes_keep_their_zeros_and_their_length()
    {
        using FileOnDisk file = new("orders.csv", "order,pin,phone\n000123,048001,98765432109876543210\n");
        Assert.Equal(["000123", "048001", "98765432109876543210"], file.Read()[0].Values);
    }

    [Fact]
    public void A_row_is_numbered_as_a_spreadsheet_numbers_it()
    {
        using FileOnDisk file = new("orders.csv", "order,add\nA-1,\"two\nlines\"\n\nA-3,x\n");
        Assert.Equal(["orders.csv, row 2", "orders.csv, row 3", "orders.csv, row 4"], file.Read().Select(record => record.Origin));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_says_the_encoding(string encoding)
    {
        Encoding chosen = Encoding.GetEncoding(encoding);
        using FileOnDisk file = new("orders.csv", [.. chosen.GetPreamble(), .. chosen.GetBytes("order,name\nA-1,अशोक ₹\n")]);
        InputRecord record = Assert.Single(file.Read());
        Assert.Equal(["order", "name"], record.Shape.Names);
        Assert.Equal(["A-1", "अशोक ₹"], record.Values);
    }

    [Fact]
    public void A_row_that_is_not_utf8_costs_only_itself()
    {
        using FileOnDisk file = new("orders.csv", [.. Encoding.ASCII.GetBytes("order,name\nA-1,Jos"), 0xE9, .. Encoding.ASCII.GetBytes("\nA-2,Dev\n")]);
        List<InputRecord> records = file.Read();
        Assert.Contains("encoding", records[0].Fault!.Message);
        Assert.Contains("UTF-8", records[0].Fault!.Remedy);
        Assert.Null(records[1].Fault);
        Assert.Equal("José", file.Read(new InputFileOptions { Encoding = Encoding.GetEncoding("iso-8859-1") })[0].Values[1]);
    }

    [Fact]
    public void Rows_of_a_file_share_one_shape()
    {
        using FileOnDisk file = new("orders.csv", "order,name\nA-1,Asha\nA-2,Dev\n");
        List<InputRecord> records = file.Read();
        Assert.Same(records[0].Shape, records[1].Shape);
    }

    [Fact]
    public void The_source_of_a_row_reads_like_a_dictionary_without_regard_to_case()
    {
        using FileOnDisk file = new("orders.csv", "order,Name\nA-1,Asha\n");
        IReadOnlyDictionary<string, object?> row = Assert.IsType<FileRow>(file.Read()[0].Source);
        Assert.Equal("Asha", row["NAME"]);
        Assert.False(row.ContainsKey("pin"));
        Assert.Throws<KeyNotFoundException>(() => row["pin"]);
        Assert.Equal(["order", "Name"], row.Select(cell => cell.Key));
        Assert.Equal("order=A-1; Name=Asha", row.ToString());
    }

    [Fact]
    public void The_source_of_a_row_can_be_mended_and_is_one_thing_to_a_pipeline()
    {
        using FileOnDisk file = new("orders.csv", "order,pin\nA-1,70001\n");
        FileRow row = Assert.IsType<FileRow>(file.Read()[0].Source);
        row["PIN"] = "700019";
        System.Collections.IDictionary seen = row;
        Assert.Equal("700019", seen["pin"]);
        Assert.True(seen.Contains("Order"));
        Assert.Null(seen["name"]);
        List<object> names = [];
        foreach (System.Collections.DictionaryEntry entry in seen)
        {
            names.Add(entry.Key);
        }

        Assert.Equal(["order", "pin"], names);
        Assert.Throws<NotSupportedException>(() => seen.Add("name", "Asha"));
    }

    [Fact]
    public void Short_rows_are_blank_at_the_end_and_blank_lines_are_blank_rows()
    {
        using FileOnDisk file = new("orders.csv", "order,name,pin\nA-1,Asha\n\nA-2,Dev,411001\n");
        List<InputRecord> records = file.Read();
        Assert.Equal(["A-1", "Asha", null], records[0].Values);
        Assert.All(records[1].Values, value => Assert.True(string.IsNullOrEmpty((string?)value)));
        Assert.All(records, record => Assert.Null(record.Fault));
    }

    [Fact]
    public void The_delimiter_can_be_said()
    {
        using FileOnDisk file = new("orders.csv", "order#name,full\nA-1#Asha, Rao\n");
        Assert.Equal(["A-1", "Asha, Rao"], file.Read(new InputFileOptions { Delimiter = '#' })[0].Values);
    }
}
