namespace OrderOps.Integration;

/// <summary>One of the two endpoints, and how people call what it takes.</summary>
/// <param name="Path">The path below the base address (vendor page: Order Upsert API; the one for products is its neighbour).</param>
/// <param name="Operation">The operation in results.</param>
/// <param name="One">One of what it takes.</param>
/// <param name="Many">Several of them.</param>
/// <param name="InvalidId">The id of the error for one that a rule stopped.</param>
/// <param name="RejectedId">The id of the error for one that the service refused.</param>
/// <param name="Command">The command that sends them.</param>
internal sealed record UpsertEndpoint(string Path, string Operation, string One, string Many, string InvalidId, string RejectedId, string Command)
{
    public static UpsertEndpoint Orders { get; } = new(
        "api/integration/orders", "SetOrder", "order", "orders", "IntegrationOrderInvalid", "IntegrationOrderRejected", "Set-IntegrationOrder");

    public static UpsertEndpoint Products { get; } = new(
        "api/integration/products", "SetProduct", "product", "products", "IntegrationProductInvalid", "IntegrationProductRejected", "Set-IntegrationProduct");
}
