using OrderOps.Itl;
using Xunit;

namespace OrderOps.Tests.Itl;

public class RemarkWordingTests
{
    [Theory]
    [InlineData("Duplicate order found")]
    [InlineData("Duplicate Order Found.")]
    [InlineData("DUPLICATE ORDER ID")]
    [InlineData("Order already exists")]
    [InlineData("Order Already Exist")]
    [InlineData("Order number already exist")]
    [InlineData("Order no. A-1 already exists in system.")]
    [InlineData("Order #1001 already exists")]
    [InlineData("Order id A-1 is already present")]
    [InlineData("Order has already been synced")]
    [InlineData("Order A-1 is a duplicate")]
    [InlineData("This order exists")]
    [InlineData("Duplicate entry for order A-1")]
    [InlineData("Already exists this order")]
    [InlineData("Order not processed because order number already exists")]
    [InlineData("Order already exists, it was not imported again")]
    public void This_order_exists_already(string text) => Cultures.Each(() => Assert.True(RemarkWording.SaysDuplicate(text)));

    [Theory]
    [InlineData("")]
    [InlineData("Oder Processed Successfully")]
    [InlineData("Pincode does not exists")]
    [InlineData("Pincode 400094 already exists")]
    [InlineData("order does not already exist")]
    [InlineData("Order does not exist")]
    [InlineData("Order doesn't exist")]
    [InlineData("No duplicate order found")]
    [InlineData("Duplicate order not found")]
    [InlineData("Duplicate orders are not allowed")]
    [InlineData("Duplicate SKU in order")]
    [InlineData("Duplicate order item")]
    [InlineData("Duplicate product in order A-1")]
    [InlineData("SKU of order already exists")]
    [InlineData("Warehouse already exists")]
    [InlineData("Another order already exists for this customer")]
    [InlineData("Order already exists for this phone number")]
    [InlineData("Check whether the order already exists")]
    [InlineData("Order may already exist")]
    [InlineData("Order already cancelled")]
    [InlineData("Reseller exists")]
    [InlineData("already")]
    [InlineData("Border already exists")]
    public void It_says_something_else(string text) => Cultures.Each(() => Assert.False(RemarkWording.SaysDuplicate(text)));

    [Theory]
    [InlineData("Order is already cancelled", true)]
    [InlineData("ALREADY CANCELLED", true)]
    [InlineData("Shipment already canceled.", true)]
    [InlineData("AWB has already been cancelled", true)]
    [InlineData("Order cancelled already", true)]
    [InlineData("Order already marked as cancelled", true)]
    [InlineData("Order cannot be cancelled as it is already cancelled", true)]
    [InlineData("AWB could not be cancelled", false)]
    [InlineData("Order already delivered, cannot be cancelled", false)]
    [InlineData("Order is not already cancelled", false)]
    [InlineData("Order already picked up", false)]
    [InlineData("", false)]
    public void It_is_cancelled_already(string text, bool expected) => Cultures.Each(() => Assert.Equal(expected, RemarkWording.SaysCancelled(text)));

    [Theory]
    [InlineData("Invalid Access Token And Secret Key.", true)]
    [InlineData("Access Token Not Match.", true)]
    [InlineData("INVALID ACCESS TOKEN", true)]
    [InlineData("access_token field is required", true)]
    [InlineData("Secret key is incorrect", true)]
    [InlineData("Invalid credentials", true)]
    [InlineData("Unauthorized", true)]
    [InlineData("Invalid phone", false)]
    [InlineData("You are not authorized to ship to this pincode", false)]
    [InlineData("Shipment #1 reseller_name field must be present.", false)]
    [InlineData("", false)]
    public void It_refuses_the_credentials(string text, bool expected) => Cultures.Each(() => Assert.Equal(expected, RemarkWording.SaysCredentials(text)));

    [Theory]
    [InlineData("Invalid Request", true)]
    [InlineData("INVALID REQUEST.", true)]
    [InlineData("Invalid request for shipment 2", false)]
    [InlineData("", false)]
    public void There_is_no_such_path(string text, bool expected) => Cultures.Each(() => Assert.Equal(expected, RemarkWording.SaysWrongAddress(text)));
}
