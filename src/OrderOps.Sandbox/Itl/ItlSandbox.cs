using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Itl;

/// <summary>
/// iThink Logistics, emulated: sync (v1 and v3) and cancel (v3), with the quirks that the vendor's pages and its public
/// clients report. Every error comes with HTTP 200. What the vendor's answer is above its limits, to an unknown AWB
/// number or to a body that is not JSON is not known; there the sandbox refuses in words of its own.
/// </summary>
public sealed class ItlSandbox
{
    private readonly ItlService _service;

    internal ItlSandbox(Uri serverAddress, SandboxOptions options)
    {
        BaseAddress = new Uri(serverAddress, ItlService.ServiceName + "/");
        _service = new ItlService(options.KeepOrders);
        foreach (var orderNumber in options.PoisonedOrders)
            Poison(orderNumber);
    }

    /// <summary>The base address of this service, <c>http://127.0.0.1:PORT/itl/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The access token that it accepts; a new one for each server.</summary>
    public string AccessToken => _service.AccessToken;

    /// <summary>The secret key that it accepts; a new one for each server.</summary>
    public string SecretKey => _service.SecretKey;

    /// <summary>The accepted orders in the order they were accepted, as a snapshot; empty without <see cref="SandboxOptions.KeepOrders"/>.</summary>
    public IReadOnlyList<AcceptedOrder> Accepted => _service.Orders.Snapshot();

    /// <summary>How many orders were accepted.</summary>
    public long AcceptedCount => _service.Orders.Count;

    /// <summary>The number of shipments of each sync request in the order they arrived, also those that were refused or met a fault.</summary>
    public IReadOnlyList<int> BatchSizes => _service.BatchSizes;

    /// <summary>The AWB numbers that were given out, in that order; those of cancelled orders stay.</summary>
    public IReadOnlyList<string> AwbNumbers => Accepted.Select(order => order.AwbNumber).ToArray();

    internal IService Service => _service;

    /// <summary>Finds an accepted order.</summary>
    /// <param name="orderNumber">Its number.</param>
    /// <param name="subOrder">Its sub-order; null for whichever came first.</param>
    /// <returns>The order; null if it was not accepted or is not kept.</returns>
    public AcceptedOrder? Find(string orderNumber, string? subOrder = null) => _service.Orders.Find(orderNumber, subOrder);

    /// <summary>From now on any request that holds this order is refused as a whole, without entries, and nothing of it is taken.</summary>
    /// <param name="orderNumber">The order's number.</param>
    /// <param name="remark">The service's words for it, which come inside HTML; null for words of the sandbox's choice.</param>
    public void Poison(string orderNumber, string? remark = null) => _service.Poison.Add(orderNumber, remark ?? PoisonList.DefaultRemark);

    /// <summary>Like <see cref="Poison"/>, but the whole reply is the literal <c>null</c>.</summary>
    public void PoisonSilently(string orderNumber) => _service.Poison.Add(orderNumber, null);

    /// <summary>Takes the poison out of an order.</summary>
    public void Cure(string orderNumber) => _service.Poison.Remove(orderNumber);

    /// <summary>From now on orders to this PIN are refused with "Pincode does not exists", as those to 000000 always are.</summary>
    public void RefusePin(string pin) => _service.ForgetPin(pin);
}
