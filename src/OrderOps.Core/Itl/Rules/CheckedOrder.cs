using System;
using System.Collections.Generic;
using OrderOps.Outcomes;
using OrderOps.Wire;

namespace OrderOps.Itl;

/// <summary>An order after the rules: its normalised copy, what was noticed, and, if nothing stops it, its entry for the wire.</summary>
public sealed class CheckedOrder
{
    private readonly ShipmentWriter? _writer;
    private byte[]? _entry;
    private ulong _contentHash;

    /// <param name="order">The order as it goes out.</param>
    /// <param name="findings">What the rules noticed.</param>
    /// <param name="writer">Writes it; nothing where it is not valid.</param>
    internal CheckedOrder(Order order, IReadOnlyList<Finding> findings, ShipmentWriter? writer)
    {
        Order = order;
        Findings = findings;
        _writer = writer;
        OrderNumber = order.OrderNumber ?? "";
        SubOrder = order.SubOrder ?? "";
        Key = SubOrder.Length == 0 ? OrderNumber : OrderNumber + "/" + SubOrder;
    }

    /// <summary>The order as it goes out; a value that a rule refused stands as it came. The order that was checked is not changed.</summary>
    public Order Order { get; }

    /// <summary>What the rules noticed, errors and warnings, in the order of the fields.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Whether no finding is an error.</summary>
    public bool IsValid => _writer is not null;

    /// <summary>The key: the order number, with <c>/</c> and the sub-order where there is one.</summary>
    public string Key { get; }

    /// <summary>The order number; empty where it is missing.</summary>
    public string OrderNumber { get; }

    /// <summary>The sub-order; empty where there is none.</summary>
    public string SubOrder { get; }

    /// <summary>The shipment as JSON in UTF-8; empty unless <see cref="IsValid"/>.</summary>
    internal byte[] Entry
    {
        get
        {
            if (_writer is null)
            {
                return Array.Empty<byte>();
            }

            if (_entry is null)
            {
                JsonBytes json = JsonBytes.Begin();
                _writer.Write(json, Order);
                _entry = json.ToArray();
                _contentHash = Batching.ContentHash.Of(_entry);
            }

            return _entry;
        }
    }

    /// <summary>The hash of <see cref="Entry"/>; 0 unless <see cref="IsValid"/>.</summary>
    internal ulong ContentHash => Entry.Length > 0 ? _contentHash : 0;

    /// <summary>Writes the shipment. Not done before somebody asks, so that it happens on the thread that sends.</summary>
    internal void Write(JsonBytes json)
    {
        if (_entry is not null)
        {
            json.Raw(_entry);
        }
        else
        {
            _writer?.Write(json, Order);
        }
    }
}
