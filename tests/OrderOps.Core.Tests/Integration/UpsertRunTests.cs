using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Integration;
using OrderOps.Outcomes;
using OrderOps.Tests.Itl;
using OrderOps.Tests.Transport;
using Xunit;
using static OrderOps.Tests.Transport.ScriptedHandler;

namespace OrderOps.Tests.Integration;

public sealed class UpsertRunTests
{
    [Fact]
    public async Task A_request_is_the_vendors_sample_byte_for_byte()
    {
        string? body = null, token = null, address = null;
        ScriptedHandler service = new(async (request, cancel) =>
        {
            body = await UpsertRig.BodyOf(request);
            token = string.Join(",", request.Headers.GetValues("token"));
            address = $"{request.Method} {request.RequestUri} {request.Content!.Headers.ContentType}";
            return await Reply(200, UpsertSamples.Counts(1, 0, 0))(request, cancel);
        });
        using UpsertRig rig = new(service);
        await rig.SetAsync([UpsertSamples.Vendor()]);

        Assert.Equal(Samples.Text("integration-orders-request.json").TrimEnd(), body);
        Assert.Equal("token-1234", token);
        Assert.Equal("POST https://integration.test/base/api/integration/orders application/json", address);
    }

    [Fact]
    public async Task Products_go_to_the_neighbour()
    {
        string? body = null, path = null;
        ScriptedHandler service = new(async (request, cancel) =>
        {
            (body, path) = (await UpsertRig.BodyOf(request), request.RequestUri!.AbsolutePath);
            return await Reply(200, UpsertSamples.Counts(1, 1, 0))(request, cancel);
        });
        using UpsertRig rig = new(service, endpoint: UpsertEndpoint.Products);
        List<UpsertResult> results = await rig.SetAsync([new ProductPrice { ProductSkuId = "sss1", Amount = "25" }, new ProductPrice { ProductSkuId = "sss2", Amount = "1,299.50" }]);

        Assert.Equal("/base/api/integration/products", path);
        Assert.Equal("{\"data\":[{\"product_sku_id\":\"sss1\",\"amount\":\"25\"},{\"product_sku_id\":\"sss2\",\"amount\":\"1299.50\"}]}", body);
        Assert.Equal([("SetProduct", "sss1"), ("SetProduct", "sss2")], results.Select(result => (result.Operation, result.Key)));
        Assert.Contains("has decimals", Assert.Single(results[1].Findings));
    }

    [Fact]
    public async Task Orders_leave_a_hundred_a_request_and_come_back_in_their_order()
    {
        List<string[]> requests = new();
        using UpsertRig rig = new(UpsertRig.Service(requests, keys => Reply(200, UpsertSamples.Counts(keys.Length, 0, 0))));
        List<UpsertResult> results = await rig.SetAsync(UpsertSamples.Orders(230));

        Assert.Equal([100, 100, 30], requests.Select(keys => keys.Length));
        Assert.Equal(UpsertSamples.Orders(230).Select(order => order.OrderId), results.Select(result => result.Key));
        Assert.Equal((230, 230), (rig.Summary.In, rig.Summary.Accepted));
    }

    [Fact]
    public async Task An_invalid_order_stays_here_and_the_others_go()
    {
        List<string[]> requests = new();
        using UpsertRig rig = new(UpsertRig.Service(requests, keys => Reply(200, UpsertSamples.Counts(keys.Length, 0, 0))));
        Order bad = UpsertSamples.Numbered(1);
        bad.Email = " ";
        List<UpsertResult> results = await rig.SetAsync([UpsertSamples.Numbered(0), bad, UpsertSamples.Numbered(2)]);

        Assert.Equal(["O-0", "O-2"], Assert.Single(requests));
        Assert.Equal(("Invalid", "IntegrationOrderInvalid", "email is blank."), (results[1].Outcome, results[1].ErrorId, results[1].Message));
        Assert.NotEmpty(results[1].RecommendedAction!);
        Assert.Same(bad, results[1].InputObject);
    }

    [Fact]
    public async Task An_order_that_comes_again_is_sent_once_or_not_decided_by_chance()
    {
        List<string[]> requests = new();
        using UpsertRig rig = new(UpsertRig.Service(requests, keys => Reply(200, UpsertSamples.Counts(keys.Length, 0, 0))));
        Order other = UpsertSamples.Numbered(0);
        other.TotalAmount = "1";
        List<UpsertResult> results = await rig.SetAsync([UpsertSamples.Numbered(0), UpsertSamples.Numbered(0), other]);

        Assert.Equal(["Accepted", "Skipped", "Invalid"], results.Select(result => result.Outcome));
        Assert.Equal(["O-0"], Assert.Single(requests));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_batch_holds_at_least_one(int size)
    {
        ServiceConfigurationException failure = Assert.Throws<ServiceConfigurationException>(() => new UpsertRig(new ScriptedHandler(Reply(200)), new UpsertOptions { BatchSize = size }));
        Assert.Equal("BatchSizeOutOfRange", failure.ErrorId);
    }

    [Fact]
    public void A_blank_token_is_missing()
    {
        ServiceConfigurationException failure = Assert.Throws<ServiceConfigurationException>(() => new IntegrationConnection(new("https://integration.test/"), " "));
        Assert.Equal(("CredentialsMissing", true), (failure.ErrorId, failure.Credentials));
        Assert.Contains("ORDEROPS_INTEGRATION_TOKEN", failure.RecommendedAction);
    }
}
