using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Itl;

/// <summary>The service's addresses, and what its requests share.</summary>
internal sealed class ItlService(bool keepsOrders) : IService
{
    public const string ServiceName = "itl";

    private readonly ConcurrentDictionary<string, bool> _unknownPins = new(StringComparer.Ordinal) { ["000000"] = true };
    private readonly List<int> _batchSizes = [];

    public string Name => ServiceName;

    public string AccessToken { get; } = NewCredential();

    public string SecretKey { get; } = NewCredential();

    public OrderBook Orders { get; } = new(keepsOrders);

    public PoisonList Poison { get; } = new();

    public IReadOnlyList<int> BatchSizes
    {
        get
        {
            lock (_batchSizes)
                return _batchSizes.ToArray();
        }
    }

    public bool PinExists(string pin) => !_unknownPins.ContainsKey(pin);

    public void ForgetPin(string pin) => _unknownPins[pin] = true;

    public SandboxRequest Receive(RequestHead head, string body)
    {
        switch (head.RelativePath)
        {
            case "api/order/sync.json":
            case "api_v3/order/sync.json":
                var content = ItlBody.Read(body, keepsOrders);
                lock (_batchSizes)
                    _batchSizes.Add(content?.Shipments?.Count ?? 0);
                return new SyncRequest(head, body, content, this, isV1: head.RelativePath == "api/order/sync.json");
            case "api_v3/order/cancel.json":
                return new CancelRequest(head, body, ItlBody.Read(body, keepJson: false), this);
            default:
                return new UnknownRequest(head, body);
        }
    }

    private static string NewCredential() => "sandbox-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
}
