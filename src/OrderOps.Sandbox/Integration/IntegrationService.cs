using System;
using System.Collections.Generic;
using System.Globalization;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Integration;

/// <summary>The service's addresses, and what its requests share.</summary>
internal sealed class IntegrationService(bool keepsRows) : IService
{
    public const string ServiceName = "integration";

    public string Name => ServiceName;

    public string Token { get; } = "sandbox-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    public IntegrationPathForm PathForm { get; set; }

    public int? BatchLimit { get; set; }

    public UpsertTable Orders { get; } = new(RowSchema.Orders, keepsRows);

    public UpsertTable Products { get; } = new(RowSchema.Products, keepsRows);

    public SandboxRequest Receive(RequestHead head, string body) => head.RelativePath switch
    {
        "api/integration/orders" => Upsert(head, "orders", body, Orders),
        "api/integration/products" => Upsert(head, "products", body, Products),
        _ => new NoSuchAddress(head, body),
    };

    private UpsertRequest Upsert(RequestHead head, string operation, string body, UpsertTable table)
    {
        var content = UpsertBody.Read(body);
        table.Arrived(content.Rows?.Count ?? 0);
        return new(head, operation, body, content, table, this);
    }

    private sealed class NoSuchAddress(RequestHead head, string body) : SandboxRequest(head, ServiceName, "", body)
    {
        public override IReadOnlyList<string> Keys => [];

        internal override Reply Answer(ReplyShape shape) => IntegrationReplies.Error(404, "Not Found");
    }
}
