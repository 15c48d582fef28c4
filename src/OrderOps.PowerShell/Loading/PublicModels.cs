using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace OrderOps.PowerShell.Loading;

/// <summary>The types that people name in their scripts.</summary>
internal static class PublicModels
{
    /// <summary>The full names, as they stand between the brackets of a type literal.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "OrderOps.Itl.Order", "OrderOps.Itl.Product", "OrderOps.Integration.Order", "OrderOps.Integration.Product", "OrderOps.Integration.ProductPrice",
        "OrderOps.External.Order", "OrderOps.External.OrderItem", "OrderOps.External.Address", "OrderOps.External.OrderStatus",
        "OrderOps.Omni.OmniPosting", "OrderOps.Omni.OmniOrderItem", "OrderOps.Omni.OmniShipment", "OrderOps.Omni.OmniShipmentItem", "OrderOps.Omni.OmniTaxItem", "OrderOps.Omni.OmniShipmentDetails",
        "OrderOps.Omni.OmniPackBox", "OrderOps.Omni.OmniSkuQuantity", "OrderOps.Omni.OmniAddress", "OrderOps.Omni.OmniBundledSku", "OrderOps.Omni.OmniVirtualSku", "OrderOps.Omni.OmniChildSku",
        "OrderOps.Omni.OmniCustomAttributes", "OrderOps.Omni.OmniEventType", "OrderOps.Omni.OmniPostingTest", "OrderOps.Omni.ReceivedPosting",
    ];

    public static IEnumerable<Type> FindIn(Assembly assembly) =>
        Names.Select(name => assembly.GetType(name, throwOnError: false)).OfType<Type>();
}
