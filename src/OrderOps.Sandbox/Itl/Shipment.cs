using System.Collections.Generic;
using System.Linq;

namespace OrderOps.Sandbox.Itl;

/// <summary>One shipment of a sync request, as it was received.</summary>
internal sealed class Shipment
{
    public FieldSet Fields { get; } = new(ShipmentFields.ShipmentIndex);

    /// <summary>Null when the key is missing or is not an array.</summary>
    public List<FieldSet>? Products { get; set; }

    /// <summary>The JSON text of this shipment, as it stood in the request.</summary>
    public string Json { get; set; } = "";

    public string OrderNumber => Fields["order"];

    public string SubOrder => Fields["sub_order"];

    public bool HasEveryKey => Products is not null && Fields.HasEveryKey && Products.All(product => product.HasEveryKey);
}
