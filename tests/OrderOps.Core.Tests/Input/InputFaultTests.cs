using System.Collections.Generic;
using System.Linq;
using System.Text;
using OrderOps.Input;
using Xunit;

namespace OrderOps.Tests.Input;

/// <summary>A bad record costs only itself; a bad file is refused with what to do.</summary>
public sealed class InputFaultTests
{
    [Fact]
    public void Too_many_values_cost_one_row_and_keep_what_is_legible()
    {
        using FileOnDisk file = new("orders.csv", "order,add\nA-1,12, Lake Road\nA-2,x\n");
        List<InputRecord> records = file.Read();
        Assert.Contains("3 values for 2 columns", records[0].Fault!.Message);
        Assert.Equal("A-1", records[0].Values[0]);
        Assert.Null(records[1].Fault);
        Assert.Same(records[0].Fault, Assert.IsType<FileRow>(records[0].Source).Fault);
    }

    [Theory]
    [InlineData("A-1,\"Lake Road\nA-2,x\nA-3,y\n")]
    [InlineData("A-1,\"Lake Road\nA-2,\"x\"\nA-3,y\n")]
    [InlineData("A-1,\"Lake Road\n\"A-2\",\"x\"\nA-3,y")]
    public void A_quote_that_is_never_closed_costs_one_row(string rows)
    {
        using FileOnDisk file = new("orders.csv", "order,add\n" + rows);
        List<InputRecord> records = file.Read();
        Assert.Equal(["orders.csv, row 2", "orders.csv, row 3", "orders.csv, row 4"], records.Select(record => record.Origin));
        Assert.Contains("quote", records[0].Fault!.Message);
        Assert.Equal(["A-1", null], records[0].Values);
        Assert.Equal(["A-2", "x"], records[1].Values);
        Assert.Equal(["A-3", "y"], records[2].Values);
        Assert.All(records.Skip(1), record => Assert.Null(record.Fault));
    }

    [Theory]
    [InlineData("A-0,\"Lake Road\n", "A-0")]
    [InlineData("\"A-0\",\"Lake Road\n", "A-0")]
    [InlineData("\"A-0,Lake Road\n", null)]
    public void A_quote_that_would_swallow_a_large_file_costs_one_row(string torn, string? order)
    {
        string rest = string.Concat(Enumerable.Range(1, 20_000).Select(i => $"A-{i},x\n"));
        using FileOnDisk file = new("orders.csv", "order,add\n" + torn + rest);
        List<InputRecord> records = file.Read();
        Assert.Equal(20_001, records.Count);
        Assert.Equal(order, records[0].Values[0]);
        Assert.Single(records, record => record.Fault is not null);
    }

    [Fact]
    public void A_last_row_that_is_cut_off_is_a_fault()
    {
        using FileOnDisk file = new("orders.csv", "order,name,total_amount\nA-1,Asha,100\nA-2,De");
        List<InputRecord> records = file.Read();
        Assert.Null(records[0].Fault);
        Assert.Contains("ends in the middle", records[1].Fault!.Message);
    }

    [Theory]
    [InlineData("", "InputFileEmpty")]
    [InlineData(" \n\n", "InputFileEmpty")]
    [InlineData(",,\nA-1,x,y\n", "InputFileNoHeader")]
    [InlineData("order,name,Order\nA-1,x,y\n", "InputFileDuplicateColumn")]
    [InlineData("PK\u0003\u0004rest", "InputFileIsWorkbook")]
    [InlineData("order\0name", "InputFileNotText")]
    public void A_file_that_cannot_be_read_as_a_whole_is_refused(string text, string errorId)
    {
        using FileOnDisk file = new("orders.csv", text);
        InputFileException refused = file.Refused();
        Assert.Equal(errorId, refused.ErrorId);
        Assert.Contains("orders.csv", refused.Message);
        Assert.NotEmpty(refused.RecommendedAction);
    }

    [Fact]
    public void An_old_workbook_is_named_as_one()
    {
        using FileOnDisk file = new("orders.csv", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 });
        Assert.Equal("InputFileIsWorkbook", file.Refused().ErrorId);
    }

    [Fact]
    public void A_file_that_does_not_exist_is_named()
    {
        using FileOnDisk file = new("orders.csv", "order\n");
        string path = file.FullPath + ".missing";
        InputFileException refused = Assert.Throws<InputFileException>(() => InputFile.Read(path).ToList());
        Assert.Equal("InputFileNotFound", refused.ErrorId);
        Assert.Contains(path, refused.Message);
    }

    [Fact]
    public void A_header_without_rows_is_no_record()
    {
        using FileOnDisk file = new("orders.csv", "order,name\n");
        Assert.Empty(file.Read());
    }

    [Fact]
    public void Quotes_broken_all_over_end_the_reading()
    {
        StringBuilder text = new("order,add\n");
        for (int i = 0; i < 300; i++)
        {
            text.Append("A-").Append(i).Append(",\"x\n");
        }

        using FileOnDisk file = new("orders.csv", text.ToString());
        Assert.Equal("InputFileMalformed", file.Refused().ErrorId);
    }
}
