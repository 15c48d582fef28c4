using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;
using OrderOps.Integration;
using OrderOps.Rows;
using OrderOps.Tests.Input;
using Xunit;

namespace OrderOps.Tests.Integration;

public sealed class RowTests
{
    private const string Header = "order_id,name,email,total_amount,discount,refferral_code,user_id,product_sku_id,amount,qty";

    [Fact]
    public void Flat_rows_of_one_order_are_one_order_with_several_products()
    {
        List<GroupedOrder<Order>> orders = Group(Table(
            Header,
            "A,Abhay,a@b.c,75,0,EV,99,s1,25,1",
            "A,,,,,,,s2,50,1",
            "B,Bina,b@b.c,10,0,EV,98,s1,10,1",
            ",,,,,,,,,"));

        Assert.Equal(["A", "B"], orders.Select(order => order.Order.OrderId));
        Assert.Equal(["1 x s1", "1 x s2"], orders[0].Order.Products.Select(product => product.ToString()));
        Assert.Equal(("Abhay", "75", "row 2 and 1 more"), (orders[0].Order.Name, orders[0].Order.TotalAmount, orders[0].Origin));
        Assert.All(orders, order => Assert.Empty(order.Findings));
    }

    [Theory]
    [InlineData("refferral_code")]
    [InlineData("ReferralCode")]
    [InlineData("Referral Code")]
    [InlineData("REFFERRAL-CODE")]
    public void The_referral_code_goes_by_the_vendors_spelling_and_by_the_readable_one(string header)
    {
        Order order = Assert.Single(Group(Table("OrderId," + header, "A,EV78G55H"))).Order;
        Assert.Equal(("A", "EV78G55H"), (order.OrderId, order.ReferralCode));
    }

    [Theory]
    [InlineData("total_amount", "75", "76", 1)]
    [InlineData("total_amount", "75", "75.00", 0)]
    [InlineData("user_id", "99", "98", 1)]
    [InlineData("name", "Abhay", " Abhay ", 0)]
    public void Rows_of_one_order_that_disagree_are_an_error(string field, string first, string second, int errors)
    {
        GroupedOrder<Order> order = Assert.Single(Group(Table($"order_id,product_sku_id,{field}", $"A,s1,{first}", $"A,s2,{second}")));
        Assert.Equal(errors, order.Findings.Count(finding => finding.IsError && finding.Field == field));
        Assert.Equal(errors, order.Findings.Count);
    }

    [Fact]
    public void A_nested_order_keeps_its_list_and_names_what_it_does_not_know()
    {
        InputRecord product = Record("product_sku_id", "s1", "amount", 25, "qty", 2, "colour", "red");
        InputRecord record = Record("OrderId", "A", "Products", new object?[] { product }, "Notes", "x");
        BoundRow<Order> row = new RowBinder<Order>(OrderRows.Schema).Bind(record);

        Assert.False(row.IsFlat);
        Assert.Equal("2 x s1", Assert.Single(row.Order.Products).ToString());
        Assert.Equal("25", row.Order.Products[0].Amount);
        Assert.Equal(["Notes", "products.colour"], row.UnknownNames);
    }

    [Fact]
    public void A_row_without_an_order_number_is_no_guess()
    {
        List<GroupedOrder<Order>> orders = Group(Table("order_id,product_sku_id,amount,qty", "A,s1,1,1", ",s2,1,1", "B,s3,1,1"));
        Assert.Equal(3, orders.Count);
        Assert.Contains(orders[0].Findings, finding => finding.IsError && finding.Field == "order_id");
        Assert.Contains(orders[1].Findings, finding => finding.IsError && finding.Remedy == "Repeat order_id on each row of an order.");
        Assert.Empty(orders[2].Findings);
    }

    [Fact]
    public void Without_a_column_for_the_order_number_every_row_says_so()
    {
        GroupedOrder<Order> order = Assert.Single(Group(Table("number,name", "A,Abhay")));
        Assert.Equal("The input has no column for the order number, 'order_id'.", Assert.Single(order.Findings).Message);
    }

    [Fact]
    public void The_sample_file_is_four_orders_that_can_be_sent()
    {
        List<GroupedOrder<Order>> orders = OrderFile.Read(FileOnDisk.Sample("integration-orders.csv")).ToList();

        Assert.Equal(["ID-01", "ID-02", "ID-03", "ID-04"], orders.Select(order => order.Order.OrderId));
        Assert.Equal([2, 1, 1, 1], orders.Select(order => order.Order.Products.Count));
        Assert.All(orders, order => Assert.Empty(OrderRules.Check(order.Order, order.Findings).Findings));
        Assert.All(orders, order => Assert.Empty(order.UnknownNames));
    }

    [Fact]
    public void Prices_stand_alone_a_row()
    {
        RowBinder<ProductPrice> binder = new(PriceRows.Schema);
        RowGrouper<ProductPrice> grouper = new(PriceRows.Schema);
        List<GroupedOrder<ProductPrice>> prices = new();
        foreach (InputRecord record in Table("sku,price", "s1,25", "s1,26", ",", ",27"))
        {
            prices.AddRange(grouper.Add(binder.Bind(record)));
        }

        prices.AddRange(grouper.Complete());
        Assert.Equal([("s1", "25"), ("s1", "26"), (null, "27")], prices.Select(price => (price.Order.ProductSkuId, price.Order.Amount)));
        Assert.All(prices, price => Assert.Empty(price.Findings));
        Assert.Equal(1, grouper.BlankRows);
    }

    private static InputRecord Record(params object?[] namesAndValues) => new(
        new RecordShape(namesAndValues.Where((_, i) => i % 2 == 0).Cast<string>().ToArray()),
        namesAndValues.Where((_, i) => i % 2 == 1).ToArray(),
        source: null);

    private static IEnumerable<InputRecord> Table(string header, params string[] rows)
    {
        RecordShape shape = new(header.Split(','));
        return rows.Select((row, i) => new InputRecord(shape, row.Split(',').Cast<object?>().ToArray(), source: row) { Origin = $"row {i + 2}" });
    }

    private static List<GroupedOrder<Order>> Group(IEnumerable<InputRecord> records)
    {
        RowBinder<Order> binder = new(OrderRows.Schema);
        RowGrouper<Order> grouper = new(OrderRows.Schema);
        List<GroupedOrder<Order>> orders = new();
        foreach (InputRecord record in records)
        {
            orders.AddRange(grouper.Add(binder.Bind(record)));
        }

        orders.AddRange(grouper.Complete());
        return orders;
    }
}
