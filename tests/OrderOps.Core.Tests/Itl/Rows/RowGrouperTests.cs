using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;
using OrderOps.Itl;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Itl.Rows;

public sealed class RowGrouperTests
{
    [Fact]
    public void Consecutive_rows_become_one_order_that_comes_out_when_the_next_begins()
    {
        RowBinder binder = new(ColumnMap.Create());
        RowGrouper grouper = new();
        BoundRow[] rows = RowsRig.Table("order,sku", "A-1,X", "A-1,Y", "A-2,Z").Select(binder.Bind).ToArray();
        Assert.Empty(grouper.Add(rows[0]));
        Assert.Empty(grouper.Add(rows[1]));
        GroupedOrder first = Assert.Single(grouper.Add(rows[2]));
        Assert.Equal(["X", "Y"], first.Order.Products.Select(product => product.Sku));
        Assert.Equal(2, first.Rows);
        Assert.Equal(["A-1,X", "A-1,Y"], first.Sources);
        Assert.Equal("row 2 and 1 more", first.Origin);
        Assert.Equal("A-2", Assert.Single(grouper.Complete()).Order.OrderNumber);
        Assert.Empty(grouper.Complete());
    }

    [Fact]
    public void A_sub_order_is_an_order_of_its_own()
    {
        List<GroupedOrder> orders = RowsRig.Group(RowsRig.Table("order,sub_order,sku", "A-1,1,X", "A-1,1,Y", "A-1,2,Z", "A-1,,Z"));
        Assert.Equal(["A-1/1", "A-1/2", "A-1"], orders.Select(order => order.Order.ToString()));
        Assert.All(orders, order => Assert.Empty(order.Findings));
    }

    [Fact]
    public void What_stands_on_one_row_only_is_taken_from_there()
    {
        IEnumerable<InputRecord> rows = RowsRig.Table("order,total_amount,name,city,cod_amount,sku", "A-1,,Asha,,,X", "A-1,500,,Pune,100,Y", "A-1,,,Nashik,200,Z");
        GroupedOrder order = Assert.Single(RowsRig.Group(rows));
        Assert.Equal(("500", "Asha", "Pune", "100"), (order.Order.TotalAmount, order.Order.Name, order.Order.City, order.Order.CodAmount));
        Assert.Empty(order.Findings);
    }

    [Theory]
    [InlineData("name", "Asha", "Dev")]
    [InlineData("add", "12 Lake Road", "13 Lake Road")]
    [InlineData("add2", "Flat 1", "Flat 2")]
    [InlineData("pin", "411001", "411002")]
    [InlineData("phone", "9885797798", "9885797799")]
    [InlineData("payment_mode", "COD", "Prepaid")]
    [InlineData("total_amount", "500", "500.50")]
    public void Rows_of_one_order_that_disagree_are_an_error_unless_the_first_wins(string field, string first, string second)
    {
        InputRecord[] rows = RowsRig.Table("order,sku," + field, "A-1,X,", "A-1,Y," + first, "A-1,Z," + second, "A-1,Z," + second).ToArray();
        Finding finding = Assert.Single(Assert.Single(RowsRig.Group(rows)).Findings);
        Assert.True(finding.IsError);
        Assert.Equal(field, finding.Field);
        Assert.Contains($"'{first}' in row 3, '{second}' in row 4", finding.Message);
        Assert.Contains("-OnConflict First", finding.Remedy);

        GroupedOrder lenient = Assert.Single(RowsRig.Group(rows, new RowGrouperOptions { FirstWins = true }));
        Assert.Empty(lenient.Findings);
        Assert.Equal(first, lenient.Order[OrderField.All.Single(each => each.WireName == field)]);
    }

    [Fact]
    public void A_long_value_is_shown_shortened()
    {
        string address = new('x', 300);
        Finding finding = Assert.Single(Assert.Single(RowsRig.Group(RowsRig.Table("order,sku,add", "A-1,X,a", "A-1,Y," + address))).Findings);
        Assert.Equal(80, finding.Value.Length);
        Assert.EndsWith("…", finding.Value);
        Assert.DoesNotContain(address, finding.Message);
    }

    [Theory]
    [InlineData("total_amount", "500", " 500.00 ")]
    [InlineData("phone", "+91 98857 97798", "9885797798")]
    [InlineData("pin", "'411001", "411 001")]
    [InlineData("payment_mode", "COD", "cod")]
    [InlineData("name", "Asha", "Asha ")]
    [InlineData("city", "Pune", "Poona")]
    public void Rows_that_say_the_same_in_other_words_agree(string field, string first, string second) =>
        Assert.Empty(Assert.Single(RowsRig.Group(RowsRig.Table("order,sku," + field, "A-1,X," + first, "A-1,Y," + second))).Findings);

    [Fact]
    public void Blank_rows_are_dropped_and_counted_and_do_not_part_an_order()
    {
        RowGrouper grouper = new();
        List<GroupedOrder> orders = RowsRig.Group(RowsRig.Table("order,sku", ",", "A-1,X", " ,", "A-1,Y", ","), grouper);
        Assert.Equal(2, Assert.Single(orders).Rows);
        Assert.Equal(3, grouper.BlankRows);
    }

    [Fact]
    public void An_order_that_comes_back_is_an_error_that_says_so()
    {
        InputRecord[] rows = RowsRig.Table("order,sku", "A-1,X", "A-2,Y", "A-1,Z").ToArray();
        List<GroupedOrder> orders = RowsRig.Group(rows);
        Assert.Equal(["A-1", "A-2", "A-1"], orders.Select(order => order.Order.OrderNumber));
        Finding finding = Assert.Single(orders.SelectMany(order => order.Findings));
        Assert.Same(finding, Assert.Single(orders[2].Findings));
        Assert.Contains("-Unsorted", finding.Remedy);
        Assert.Contains("row 4", finding.Message);
        Assert.All(RowsRig.Group(rows, new RowGrouperOptions { DetectReappearance = false }), order => Assert.Empty(order.Findings));
    }

    [Fact]
    public void Scattered_rows_are_gathered_in_the_order_of_first_appearance()
    {
        InputRecord[] rows = RowsRig.Table("order,sku", "A-1,X", "A-2,Y", "A-1,Z", "A-3,W", "A-2,V").ToArray();
        RowGrouper grouper = new(new RowGrouperOptions { Unsorted = true });
        RowBinder binder = new(ColumnMap.Create());
        Assert.All(rows, row => Assert.Empty(grouper.Add(binder.Bind(row))));
        GroupedOrder[] orders = grouper.Complete().ToArray();
        Assert.Equal(["A-1: X Z", "A-2: Y V", "A-3: W"], orders.Select(order => $"{order.Order}: {string.Join(" ", order.Order.Products.Select(product => product.Sku))}"));
        Assert.All(orders, order => Assert.Empty(order.Findings));
    }

    [Fact]
    public void Whole_orders_pass_alone_even_with_the_same_number()
    {
        InputRecord whole = RowsRig.Record("order", "A-1", "products", new List<object?> { RowsRig.Record("sku", "X") });
        RowGrouper grouper = new();
        RowBinder binder = new(ColumnMap.Create());
        Assert.Single(grouper.Add(binder.Bind(whole)));
        Assert.Single(grouper.Add(binder.Bind(whole)));
        Assert.Empty(grouper.Add(binder.Bind(RowsRig.Record("order", "A-2", "sku", "Y"))));
        Assert.Equal(["A-2", "A-1"], grouper.Add(binder.Bind(whole)).Select(order => order.Order.OrderNumber));
        Assert.Empty(grouper.Complete());
    }

    [Fact]
    public void Another_column_can_make_the_group()
    {
        RowGrouperOptions options = new() { GroupBy = "Parcel No" };
        List<GroupedOrder> orders = RowsRig.Group(RowsRig.Table("order,parcel_no,sku", "A-1,P1,X", "A-1,P1,Y", "A-1,P2,Z"), options);
        Assert.Equal([2, 1], orders.Select(order => order.Rows));

        Finding mixed = Assert.Single(Assert.Single(RowsRig.Group(RowsRig.Table("order,parcel_no,sku", "A-1,P1,X", "A-2,P1,Y"), options)).Findings);
        Assert.Equal("order", mixed.Field);
    }

    [Fact]
    public void A_column_to_group_by_that_is_missing_is_a_configuration_error()
    {
        ServiceConfigurationException refused = Assert.Throws<ServiceConfigurationException>(
            () => RowsRig.Group(RowsRig.Table("order,parcel", "A-1,P1"), new RowGrouperOptions { GroupBy = "parcell" }));
        Assert.Contains("parcell", refused.Message);
        Assert.Contains("parcel", refused.RecommendedAction);
    }

    [Fact]
    public void Names_that_mean_nothing_are_handed_on()
    {
        Assert.Equal(["colour"], Assert.Single(RowsRig.Group(RowsRig.Table("order,colour", "A-1,red", "A-1,blue"))).UnknownNames);
    }
}
