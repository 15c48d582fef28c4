using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;
using OrderOps.Itl;
using Xunit;

namespace OrderOps.Tests.Itl.Rows;

/// <summary>A row that may belong to an order is neither guessed into it nor silently left out of it.</summary>
public sealed class KeylessRowTests
{
    [Fact]
    public void An_item_without_order_number_stops_itself_and_the_order_before_it()
    {
        List<GroupedOrder> orders = RowsRig.Group(RowsRig.Table("order,name,sku", "A-1,Asha,X", ",,Y", ",,Z", "A-2,Dev,W"));
        Assert.Equal(["A-1", "", "", "A-2"], orders.Select(order => order.Order.ToString()));
        Assert.Equal([true, true, true, false], orders.Select(order => order.Findings.Any(finding => finding.IsError)));
        Assert.Contains("row 3", orders[0].Findings[0].Message);
        Assert.All(orders[1].Findings, finding => Assert.Equal("order", finding.Field));
    }

    [Fact]
    public void A_whole_order_without_number_leaves_the_one_before_it_alone()
    {
        List<GroupedOrder> orders = RowsRig.Group(RowsRig.Table("order,name,sku", "A-1,Asha,X", ",Dev,Y"));
        Assert.Equal(["A-1", ""], orders.Select(order => order.Order.ToString()));
        Assert.All(orders, order => Assert.Empty(order.Findings));
    }

    [Fact]
    public void An_unreadable_row_between_the_rows_of_an_order_stops_that_order()
    {
        InputRecord[] rows = RowsRig.Table("order,sku", "A-1,X", ",", "A-1,Y", "A-2,Z").ToArray();
        rows[1].Fault = new InputFault("It is torn.", "Mend it.");
        List<GroupedOrder> orders = RowsRig.Group(rows);
        Assert.Equal(["A-1", "", "A-2"], orders.Select(order => order.Order.ToString()));
        Assert.Equal([true, true, false], orders.Select(order => order.Findings.Any(finding => finding.IsError)));
        Assert.Equal(2, orders[0].Rows);
    }

    [Fact]
    public void An_unreadable_row_between_two_orders_stops_neither()
    {
        InputRecord[] rows = RowsRig.Table("order,sku", "A-1,X", ",", "A-2,Z").ToArray();
        rows[1].Fault = new InputFault("It is torn.", "Mend it.");
        Assert.Equal([false, true, false], RowsRig.Group(rows).Select(order => order.Findings.Any(finding => finding.IsError)));
    }

    [Fact]
    public void A_torn_row_whose_number_is_legible_stops_its_order()
    {
        InputRecord[] rows = RowsRig.Table("order,sku", "A-1,X", "A-1,", "A-2,Z").ToArray();
        rows[1].Fault = new InputFault("It is torn.", "Mend it.");
        List<GroupedOrder> orders = RowsRig.Group(rows);
        Assert.Equal([true, false], orders.Select(order => order.Findings.Any(finding => finding.IsError)));
    }

    [Fact]
    public void Rows_without_number_do_not_wait_without_end()
    {
        RowGrouper grouper = new();
        RowBinder binder = new(ColumnMap.Create());
        int came = RowsRig.Table("order,name", [.. Enumerable.Repeat("A-1,Asha", 1), .. Enumerable.Repeat(",Dev", 500)])
            .Sum(record => grouper.Add(binder.Bind(record)).Count());
        Assert.InRange(came, 400, 501);
        Assert.Equal(501, came + grouper.Complete().Count());
    }

    [Fact]
    public void Without_an_order_number_column_each_row_is_refused_alone()
    {
        List<GroupedOrder> orders = RowsRig.Group(RowsRig.Table("sku", "X", "Y"));
        Assert.Equal(2, orders.Count);
        Assert.All(orders, order => Assert.Contains("-Map", Assert.Single(order.Findings).Remedy));
    }
}
