using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;
using OrderOps.Itl;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Itl.Rows;

public sealed class ColumnMapTests
{
    private static Dictionary<string, string> Entries(params string[] namesAndColumns) =>
        Enumerable.Range(0, namesAndColumns.Length / 2).ToDictionary(i => namesAndColumns[2 * i], i => namesAndColumns[(2 * i) + 1]);

    [Theory]
    [InlineData("order", "Bestell Nr", "Bestell Nr")]
    [InlineData("OrderNumber", "Bestell Nr", "bestell nr")]
    [InlineData("Order Number", "bestell_nr", "Bestell-Nr")]
    public void A_map_names_the_column_of_a_field(string name, string column, string header)
    {
        ColumnMap map = ColumnMap.Create(Entries(name, column));
        Assert.Equal("A-1", RowsRig.Bind(RowsRig.Record(header, "A-1", "order", "B-1"), map).Order.OrderNumber);
    }

    [Theory]
    [InlineData("product_sku")]
    [InlineData("ProductSku")]
    [InlineData("sku")]
    public void A_map_names_the_column_of_a_product_field(string name)
    {
        ColumnMap map = ColumnMap.Create(Entries(name, "Artikel"));
        Assert.Equal("X", Assert.Single(RowsRig.Bind(RowsRig.Record("order", "A-1", "Artikel", "X"), map).Order.Products).Sku);
    }

    [Fact]
    public void A_mapped_field_is_not_taken_from_a_column_of_its_own_name_and_the_column_is_free_for_others()
    {
        ColumnMap map = ColumnMap.Create(Entries("order", "name", "name", "Receiver"));
        BoundRow row = RowsRig.Bind(RowsRig.Record("name", "A-1", "receiver", "Asha"), map);
        Assert.Equal("A-1", row.Order.OrderNumber);
        Assert.Equal("Asha", row.Order.Name);
    }

    [Fact]
    public void A_mapped_column_that_is_missing_is_said_once()
    {
        RowBinder binder = new(ColumnMap.Create(Entries("pin", "Shippng Zip")));
        InputRecord record = RowsRig.Record("order", "A-1", "pin", "411001", "Shipping Zip", "411001");
        BoundRow first = binder.Bind(record);
        Finding finding = Assert.Single(first.Findings);
        Assert.Equal((Finding.Warning, "pin", "Shippng Zip"), (finding.Severity, finding.Field, finding.Value));
        Assert.Contains("nearest are Shipping Zip", finding.Remedy);
        Assert.Null(first.Order.Pin);
        Assert.Empty(binder.Bind(record).Findings);
        Assert.Empty(binder.Bind(RowsRig.Record("order", "A-2")).Findings);
    }

    [Fact]
    public void A_mapped_order_number_that_is_missing_is_an_error_on_each_row()
    {
        RowBinder binder = new(ColumnMap.Create(Entries("order", "Nmae")));
        InputRecord record = RowsRig.Record("Name", "A-1");
        Assert.True(Assert.Single(binder.Bind(record).Findings, finding => finding.Value == "Nmae").IsError);
        Assert.True(Assert.Single(binder.Bind(record).Findings, finding => finding.Value == "Nmae").IsError);
    }

    [Theory]
    [InlineData("pincde", "pincode")]
    [InlineData("product_skuu", "product_sku")]
    [InlineData("Weigth", "weight")]
    public void An_unknown_name_is_refused_with_the_nearest(string name, string nearest)
    {
        ServiceConfigurationException refused = Assert.Throws<ServiceConfigurationException>(() => ColumnMap.Create(Entries(name, "x")));
        Assert.Equal("UnknownMapEntry", refused.ErrorId);
        Assert.Contains(name, refused.Message);
        Assert.Contains(nearest, refused.RecommendedAction);
    }

    [Fact]
    public void A_map_that_makes_no_sense_is_refused()
    {
        Assert.Equal("DuplicateMapEntry", Refused(Entries("order", "a", "OrderNumber", "b")));
        Assert.Equal("BlankMapEntry", Refused(Entries("order", " ")));
        Assert.Equal("UnknownPreset", Refused(null, "Magento"));
        Assert.Equal("DefaultNotPossible", Refused(null, null, Entries("order", "1")));
        Assert.Equal("UnknownMapEntry", Refused(null, null, Entries("colour", "red")));
    }

    [Fact]
    public void Defaults_stand_where_the_input_is_blank()
    {
        ColumnMap map = ColumnMap.Create(defaults: Entries("weight", "0.5", "hsn", "6109", "city", "Pune"));
        IEnumerable<InputRecord> rows = RowsRig.Table("order,city,sku,hsn", "A-1,,X,", "A-1,Nashik,Y,8544", "A-2,,,");
        List<GroupedOrder> orders = RowsRig.Group(rows, map: map);
        Assert.Equal(("0.5", "Nashik"), (orders[0].Order.Weight, orders[0].Order.City));
        Assert.Equal(["6109", "8544"], orders[0].Order.Products.Select(product => product.HsnCode));
        Assert.Equal("Pune", orders[1].Order.City);
        Assert.Empty(orders[1].Order.Products);
        Assert.All(orders, order => Assert.Empty(order.Findings));
    }

    [Fact]
    public void Defaults_leave_a_typed_order_as_it_was()
    {
        ColumnMap map = ColumnMap.Create(defaults: Entries("weight", "0.5", "hsn", "6109"));
        Order order = new() { OrderNumber = "A-1", Products = { new Product { Sku = "X" } } };
        GroupedOrder grouped = Assert.Single(new RowGrouper().Add(new RowBinder(map).Bind(order)));
        Assert.Equal(("0.5", "6109"), (grouped.Order.Weight, grouped.Order.Products[0].HsnCode));
        Assert.Equal((null, null), (order.Weight, order.Products[0].HsnCode));
    }

    private static string Refused(Dictionary<string, string>? map, string? preset = null, Dictionary<string, string>? defaults = null) =>
        Assert.Throws<ServiceConfigurationException>(() => ColumnMap.Create(map, preset, defaults)).ErrorId;
}
