using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using OrderOps.Input;
using OrderOps.Itl;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Itl.Rows;

public sealed class RowBinderTests
{
    [Theory]
    [InlineData("order")]
    [InlineData("ORDER")]
    [InlineData("OrderNumber")]
    [InlineData("order_number")]
    [InlineData("Order Number")]
    [InlineData("order-number")]
    [InlineData("OrderId")]
    public void An_order_number_goes_by_many_names(string name) =>
        Assert.Equal("A-1", RowsRig.Bind(RowsRig.Record(name, "A-1")).Order.OrderNumber);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("hi-IN")]
    [InlineData("th-TH")]
    public void Every_field_is_found_by_each_of_its_names_under_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            foreach (OrderField field in OrderField.All)
            {
                foreach (string name in (string[])[field.WireName, field.ReadableName, .. field.Aliases])
                {
                    Assert.Equal("I-ı", RowsRig.Bind(RowsRig.Record(name.ToUpperInvariant(), "I-ı")).Order[field]);
                }
            }

            foreach (ProductField field in ProductField.All)
            {
                foreach (string name in (string[])[field.WireName, field.FlatName])
                {
                    Assert.Equal("I-ı", Assert.Single(RowsRig.Bind(RowsRig.Record(name.ToUpperInvariant(), "I-ı")).Order.Products)[field]);
                }
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("sku", "product_sku")]
    [InlineData("Quantity", "product_quantity")]
    [InlineData("qty", "product_quantity")]
    [InlineData("price", "product_price")]
    [InlineData("HSN Code", "product_hsn_code")]
    [InlineData("hsn", "product_hsn_code")]
    [InlineData("tax_rate", "product_tax_rate")]
    public void Short_names_that_are_clear_mean_the_product(string name, string wireName)
    {
        ProductField field = ProductField.All.Single(each => each.WireName == wireName);
        Assert.Equal("7", Assert.Single(RowsRig.Bind(RowsRig.Record("order", "A-1", name, "7")).Order.Products)[field]);
    }

    [Fact]
    public void Names_that_are_not_clear_are_not_guessed()
    {
        BoundRow row = RowsRig.Bind(RowsRig.Record("order", "A-1", "name", "Asha", "discount", "5", "colour", "red"));
        Assert.Equal("Asha", row.Order.Name);
        Assert.Empty(row.Order.Products);
        Assert.Equal(["discount", "colour"], row.UnknownNames);
    }

    [Fact]
    public void Of_several_columns_for_one_field_the_better_name_counts_and_the_other_is_said()
    {
        BoundRow row = RowsRig.Bind(RowsRig.Record("order_id", "17", "order_number", "A-1"));
        Assert.Equal("A-1", row.Order.OrderNumber);
        Assert.Equal(["order_id"], row.UnknownNames);
    }

    [Fact]
    public void A_row_is_flat_and_a_list_of_products_is_not()
    {
        Assert.True(RowsRig.Bind(RowsRig.Record("order", "A-1", "sku", "X")).IsFlat);
        Assert.True(RowsRig.Bind(RowsRig.Record("order", "A-1", "products", null, "sku", "X")).IsFlat);
        Assert.True(RowsRig.Bind(RowsRig.Record("order", "A-1", "products", " ", "sku", "X")).IsFlat);
        Assert.False(RowsRig.Bind(RowsRig.Record("order", "A-1", "products", new List<object?>())).IsFlat);
    }

    [Fact]
    public void Products_of_a_list_bind_from_records_hashtables_and_typed_ones()
    {
        List<object?> list =
        [
            RowsRig.Record("name", "Cable", "sku", "UC010", "quantity", "3", "price", "349", "HsnCode", "8544", "colour", "red"),
            new Hashtable { ["product_name"] = "Bottle", ["qty"] = 1, ["discount"] = 5.5m },
            new Product { Name = "Notebook", Quantity = "2" },
            new Dictionary<string, object?> { ["Sku"] = "RC002" },
        ];
        BoundRow row = RowsRig.Bind(RowsRig.Record("order", "A-1", "Products", list));
        Assert.Equal(["3 x UC010", "1 x Bottle", "2 x Notebook", " x RC002"], row.Order.Products.Select(product => product.ToString()));
        Assert.Equal("8544", row.Order.Products[0].HsnCode);
        Assert.Equal("5.5", row.Order.Products[1].Discount);
        Assert.Equal(["products.colour"], row.UnknownNames);
        Assert.Empty(row.Findings);
    }

    [Fact]
    public void A_single_product_without_a_list_is_a_list_of_one()
    {
        BoundRow row = RowsRig.Bind(RowsRig.Record("order", "A-1", "products", RowsRig.Record("sku", "X")));
        Assert.False(row.IsFlat);
        Assert.Equal("X", Assert.Single(row.Order.Products).Sku);
    }

    [Theory]
    [InlineData("OrderOps.Itl.Product", true)]
    [InlineData("System.Collections.Hashtable", true)]
    [InlineData("System.Object[]", true)]
    [InlineData("@{name=Cable; sku=UC010}", true)]
    [InlineData("Cable, 3 m", false)]
    [InlineData("Cable", false)]
    public void An_item_that_is_text_is_an_error(string item, bool isTypeName)
    {
        Finding finding = Assert.Single(RowsRig.Bind(RowsRig.Record("order", "A-1", "products", new List<object?> { item })).Findings);
        Assert.True(finding.IsError);
        Assert.Equal("products[0]", finding.Field);
        Assert.Equal(item, finding.Value);
        Assert.Equal(isTypeName, finding.Message.Contains("arrived as its type's name"));
        Assert.NotEmpty(finding.Remedy);
        Assert.Single(RowsRig.Bind(RowsRig.Record("order", "A-1", "products", item)).Findings);
    }

    [Fact]
    public void An_object_where_one_value_is_meant_is_an_error()
    {
        BoundRow row = RowsRig.Bind(RowsRig.Record("order", "A-1", "pin", RowsRig.Record("code", "411001"), "city", new List<object?> { "Pune" }));
        Assert.Equal(["pin", "city"], row.Findings.Select(finding => finding.Field));
        Assert.All(row.Findings, finding => Assert.True(finding.IsError));
    }

    [Fact]
    public void Values_become_text_in_one_way()
    {
        BoundRow row = RowsRig.Bind(RowsRig.Record("order", 1001, "weight", 0.5, "phone", 9885797798d, "total_amount", 10.50m));
        Assert.Equal(("1001", "0.5", "9885797798", "10.50"), (row.Order.OrderNumber, row.Order.Weight, row.Order.Phone, row.Order.TotalAmount));
    }

    [Fact]
    public void An_input_without_an_order_number_column_says_how_to_name_it()
    {
        Finding finding = Assert.Single(RowsRig.Bind(RowsRig.Record("Bestellnummer", "A-1", "sku", "X")).Findings);
        Assert.Equal("order", finding.Field);
        Assert.Contains("-Map @{ order =", finding.Remedy);
    }

    [Theory]
    [InlineData(null, "  ", true)]
    [InlineData("", null, true)]
    [InlineData(null, "x", false)]
    public void A_row_of_blanks_is_blank(string? order, string? other, bool isBlank) =>
        Assert.Equal(isBlank, RowsRig.Bind(RowsRig.Record("order", order, "colour", other)).IsBlank);

    [Fact]
    public void A_faulty_record_is_an_error_and_not_blank()
    {
        InputRecord record = RowsRig.Record("order", null);
        record.Fault = new InputFault("It is torn.", "Mend it.");
        record.Origin = "orders.csv, row 7";
        BoundRow row = RowsRig.Bind(record);
        Assert.False(row.IsBlank);
        Finding finding = Assert.Single(row.Findings);
        Assert.Equal("orders.csv, row 7: It is torn. Mend it.", finding.ToString());
    }

    [Fact]
    public void A_typed_order_passes_as_it_is()
    {
        Order order = new() { OrderNumber = "A-1", Products = { new Product { Sku = "X" } } };
        BoundRow row = new RowBinder(ColumnMap.Create()).Bind(order);
        Assert.False(row.IsFlat);
        Assert.Same(order, row.Order);
        Assert.Same(order, row.Source);
    }

    [Fact]
    public void Shapes_without_number_are_bound_and_not_kept()
    {
        RowBinder binder = new(ColumnMap.Create());
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal("A-1", binder.Bind(RowsRig.Record("extra" + i, "x", "order", "A-1")).Order.OrderNumber);
        }
    }
}
