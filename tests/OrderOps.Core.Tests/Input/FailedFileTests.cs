using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using OrderOps.Input;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Input;

/// <summary>A file of what failed reads back as what was given, and no run loses what another one kept.</summary>
public sealed class FailedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _time = new();

    private string Target => _folder.File("failed.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Texts_stay_texts_and_numbers_keep_their_digits()
    {
        InputRecord item = Record(("sku", "007"), ("price", 4.50m));
        string line = Line(Record(
            ("order", "0001"), ("pin", 700019), ("weight", 0.1), ("rate", 1e300), ("none", double.NaN), ("gift", true), ("note", null),
            ("date", new DateTime(2026, 11, 2, 9, 7, 0)), ("name", "Zoë \"Z\"\n"), ("products", new object[] { item }), ("more", new Dictionary<string, object?> { ["level"] = 5L })));
        Assert.Equal(
            """{"order":"0001","pin":700019,"weight":0.1,"rate":1E+300,"none":"NaN","gift":true,"note":null,"date":"2026-11-02T09:07:00","name":"Zo\u00eb \"Z\"\n","products":[{"sku":"007","price":4.50}],"more":{"level":5},"OrderOpsOutcome":"Rejected","OrderOpsReason":"No.","OrderOpsRunId":"r1"}""",
            line);
    }

    [Fact]
    public void What_is_read_back_is_what_was_given_and_its_own_members_are_replaced()
    {
        Write(Target, mayReplace: false, Result("1"), Record(("order", "1"), ("name", "Zoë")));
        InputRecord read = Assert.Single(InputFile.Read(Target));
        Assert.Equal(["1", "Zoë", "Rejected", "No.", "r1"], read.Values);
        Assert.Null(read.Fault);
        Write(Target, mayReplace: true, Result("1", runId: "r2"), read);
        Assert.Equal(["1", "Zoë", "Rejected", "No.", "r2"], Assert.Single(InputFile.Read(Target)).Values);
    }

    [Fact]
    public void A_row_that_could_not_be_read_stays_one_until_it_is_mended()
    {
        InputRecord shifted = Record(("order", "1"), ("name", "12"));
        shifted.Fault = new InputFault("3 values for 2 columns", "Mend the row.");
        Write(Target, mayReplace: false, Result("1"), shifted);
        InputRecord read = Assert.Single(InputFile.Read(Target));
        Assert.Equal("3 values for 2 columns", read.Fault!.Message);
        Assert.Equal("3 values for 2 columns", Assert.IsType<FileRow>(read.Source).Fault!.Message);
        File.WriteAllText(Target, File.ReadAllText(Target).Replace("3 values for 2 columns", ""));
        Assert.Null(Assert.Single(InputFile.Read(Target)).Fault);
    }

    [Fact]
    public void Rows_of_one_number_that_were_two_orders_stay_two()
    {
        Write(Target, mayReplace: false, [(Result("1"), [Record(("order", "1")), Record(("order", "1"))]), (Result("1"), [Record(("order", "1"))]), (Result("2"), [Record(("order", "2"))])]);
        Assert.Equal([false, false, true, false], InputFile.Read(Target).Select(record => record.IsOwnOrder));
        Assert.Equal([2, 1, 1], OrderOps.Itl.OrderFile.Read(Target).Select(order => order.Rows));
    }

    [Fact]
    public void Nothing_stands_in_its_place_before_it_is_closed()
    {
        using FailedFile file = FailedFile.Open(Target, _time);
        file.Add(Result("1"), [Record(("order", "1"))]);
        file.Flush();
        Assert.False(File.Exists(Target));
        Assert.True(new FileInfo(file.Part).Length > 0);
        file.Close(mayReplace: false);
        Assert.True(File.Exists(Target));
        Assert.False(File.Exists(file.Part));
    }

    [Fact]
    public void What_was_never_closed_leaves_nothing_and_touches_nothing()
    {
        File.WriteAllText(Target, "old");
        FailedFile.Open(Target, _time).Dispose();
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal(["failed.jsonl"], Names());
    }

    [Theory]
    [InlineData("old", false, new[] { "failed.20250102T030405Z.jsonl", "failed.jsonl" })]
    [InlineData("old", true, new[] { "failed.jsonl" })]
    [InlineData("", false, new[] { "failed.jsonl" })]
    public void What_stands_in_its_place_is_kept_unless_it_was_read_to_its_end(string old, bool mayReplace, string[] names)
    {
        File.WriteAllText(Target, old);
        FailedFile file = Write(Target, mayReplace, Result("1"), Record(("order", "1")));
        Assert.Equal(names, Names());
        Assert.Contains("\"order\":\"1\"", File.ReadAllText(Target));
        Assert.Equal(names.Length - 1, file.KeptAside.Count);
    }

    [Fact]
    public void Two_that_are_kept_at_one_moment_have_two_names()
    {
        for (int i = 0; i < 3; i++)
        {
            Write(Target, mayReplace: false, Result("1"), Record(("order", "1")));
        }

        Assert.Equal(["failed.20250102T030405Z-2.jsonl", "failed.20250102T030405Z.jsonl", "failed.jsonl"], Names());
    }

    [Fact]
    public void What_a_killed_run_left_is_kept()
    {
        File.WriteAllText(Target + ".part", "left");
        Write(Target, mayReplace: true, Result("1"), Record(("order", "1")));
        Assert.Equal("left", File.ReadAllText(_folder.File("failed.20250102T030405Z.jsonl")));
    }

    [Fact]
    public void A_second_run_at_the_same_file_is_told_at_its_beginning()
    {
        using FailedFile first = FailedFile.Open(Target, _time);
        first.Add(Result("1"), [Record(("order", "1"))]);
        first.Flush();
        ServiceConfigurationException refused = Assert.Throws<ServiceConfigurationException>(() => FailedFile.Open(Target, _time));
        Assert.Equal("FailedPathNotUsable", refused.ErrorId);
        first.Close(mayReplace: false);
        Assert.Single(InputFile.Read(Target));
    }

    [Fact]
    public void A_file_that_can_not_be_put_in_place_stays_beside_it()
    {
        using FailedFile file = FailedFile.Open(Target, _time);
        file.Add(Result("1"), [Record(("order", "1"))]);
        Directory.CreateDirectory(Target);
        StoreException failure = Assert.Throws<StoreException>(() => file.Close(mayReplace: true));
        Assert.Equal("FailedFileNotWritten", failure.ErrorId);
        Assert.Contains("\"order\":\"1\"", File.ReadAllText(file.Part));
    }

    [Theory]
    [InlineData("""{"AdditionalData":{"level":5,"rate":0.50,"code":"007","list":[1]},"order":1}""")]
    public void Only_what_is_sent_as_it_is_keeps_its_numbers(string text)
    {
        using FileOnDisk file = new("orders.jsonl", text);
        InputRecord read = Assert.Single(file.Read());
        InputRecord additional = Assert.IsType<InputRecord>(read.Values[0]);
        Assert.Equal([5L, 0.50m, "007", new List<object?> { 1L }], additional.Values);
        Assert.Equal("1", read.Values[1]);
    }

    private static InputRecord Record(params (string Name, object? Value)[] cells) =>
        new(new RecordShape([.. cells.Select(cell => cell.Name)]), [.. cells.Select(cell => cell.Value)], source: null);

    private static OrderResult Result(string key, string runId = "r1") => new() { Key = key, Outcome = "Rejected", Message = "No.", RunId = runId };

    private FailedFile Write(string path, bool mayReplace, OrderResult result, InputRecord record) => Write(path, mayReplace, [(result, [record])]);

    private FailedFile Write(string path, bool mayReplace, (OrderResult Result, InputRecord[] Rows)[] orders)
    {
        FailedFile file = FailedFile.Open(path, _time);
        foreach ((OrderResult result, InputRecord[] rows) in orders)
        {
            file.Add(result, rows);
        }

        file.Close(mayReplace);
        return file;
    }

    private string Line(InputRecord record)
    {
        Write(Target, mayReplace: false, Result("1"), record);
        return Assert.Single(File.ReadAllLines(Target));
    }

    private string[] Names() => [.. Directory.GetFiles(_folder.Path).Select(Path.GetFileName).OrderBy(name => name, StringComparer.Ordinal)!];
}
