using System.Linq;
using OrderOps.External;
using OrderOps.Input;
using Xunit;

namespace OrderOps.Tests.External;

public sealed class OrderBinderTests
{
    [Fact]
    public void Names_are_the_vendors_or_the_readable_ones()
    {
        InputRecord item = Record(("Product", "104392"), ("Quantity", 1000), ("loyalty price", 88m), ("Status", "done"), ("order_id", "12"));
        InputRecord address = Record(("address-id", 236154L), ("AddressRu", "test_ru"), ("zip_code", "2068"), ("RegionId", "101"), ("locality_id", "63933"), ("SECTOR", "11"));
        BoundOrder bound = new OrderBinder().Bind(Record(("OrderId", "294"), ("RRN", 999999), ("shop", "2"), ("PromoCode", "1"), ("Items", new object[] { item }), ("Address", address)));
        Assert.Empty(bound.Findings);
        Assert.Empty(bound.UnknownNames);
        Assert.Equal(string.Concat(ExternalRig.Sample.Where(c => !char.IsWhiteSpace(c))), $"[{bound.Order.ToJson()}]");
    }

    [Fact]
    public void A_flat_row_has_one_item_and_its_address()
    {
        BoundOrder bound = new OrderBinder().Bind(Record(("rrn", "7"), ("shop", "2"), ("product", "104392"), ("qty", "3"), ("zip_code", "0123"), ("comment", "x"), ("promo_code", "")));
        Assert.Equal("""{"rrn":"7","shop":2,"order_items":[{"quantity":3,"product":104392}],"address":{"zip_code":"0123"}}""", bound.Order.ToJson());
        Assert.Equal(["comment"], bound.UnknownNames);
    }

    [Fact]
    public void What_the_service_takes_beside_goes_into_AdditionalData()
    {
        BoundOrder bound = new OrderBinder().Bind(Record(("rrn", "7"), ("AdditionalData", Record(("comment", "x"), ("tags", new object[] { "a", 1 }), ("client", Record(("name", "Ana")))))));
        Assert.Equal("""{"rrn":"7","comment":"x","tags":["a",1],"client":{"name":"Ana"}}""", bound.Order.ToJson());
    }

    [Theory]
    [InlineData("product", "8.62E+10", "scientific")]
    [InlineData("quantity", "many", "no number")]
    [InlineData("order_items", "OrderOps.External.OrderItem", "object belongs")]
    public void What_can_not_be_meant_is_a_finding(string name, object value, string words)
    {
        BoundOrder bound = new OrderBinder().Bind(Record(("rrn", "7"), (name, value)));
        Assert.Contains(words, Assert.Single(bound.Findings).Message);
    }

    [Fact]
    public void An_id_is_the_order_id_unless_both_are_there()
    {
        Assert.Equal("""{"order_id":5}""", new OrderBinder().Bind(Record(("id", "5"))).Order.ToJson());
        Assert.Equal("""{"order_id":6}""", new OrderBinder().Bind(Record(("order_id", "6"), ("id", "5"))).Order.ToJson());
        Assert.Equal("""{"order_id":6}""", new OrderBinder().Bind(Record(("id", "5"), ("order_id", "6"))).Order.ToJson());
    }

    private static InputRecord Record(params (string Name, object? Value)[] pairs) =>
        new(new RecordShape(pairs.Select(pair => pair.Name).ToArray()), pairs.Select(pair => pair.Value).ToArray(), null);
}
