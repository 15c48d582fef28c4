using System.Globalization;
using OrderOps.Journal;
using OrderOps.Omni;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>What Remove-OrderOpsData removed from a store, and what stayed there.</summary>
public sealed class DataRemoval
{
    /// <summary>Journal or Inbox.</summary>
    public string Store { get; init; } = "";

    /// <summary>The file.</summary>
    public string Path { get; init; } = "";

    /// <summary>Whether it is gone; where not (<c>-WhatIf</c>, declined), the numbers are those of what would go.</summary>
    public bool Done { get; init; }

    /// <summary>Orders of the journal that went.</summary>
    public long? Orders { get; init; }

    /// <summary>Runs of the journal that went, as they had no order left.</summary>
    public long? Runs { get; init; }

    /// <summary>Postings of the inbox that went, with their bodies.</summary>
    public long? Postings { get; init; }

    /// <summary>Shipments that the inbox does not know any more.</summary>
    public long? Shipments { get; init; }

    /// <summary>Orders or postings that were meant and stayed.</summary>
    public long Kept { get; init; }

    /// <summary>Why they stayed, and what to do about it; empty where none did.</summary>
    public string Message { get; init; } = "";

    /// <inheritdoc />
    public override string ToString() => $"{Store}: {What}";

    /// <summary>What goes, in words: <c>3 orders and 1 run</c>.</summary>
    internal string What => Orders is { } orders
        ? $"{Count(orders, "order")} and {Count(Runs ?? 0, "run")}"
        : $"{Count(Postings ?? 0, "posting")} and {Count(Shipments ?? 0, "shipment")}";

    internal bool IsEmpty => Orders.GetValueOrDefault() + Runs.GetValueOrDefault() + Postings.GetValueOrDefault() + Shipments.GetValueOrDefault() == 0;

    internal static DataRemoval Of(Removal removal, string path, bool done) => new()
    {
        Store = "Journal",
        Path = path,
        Done = done,
        Orders = removal.Orders,
        Runs = removal.Runs,
        Kept = removal.Unsettled,
        Message = removal.Unsettled == 0
            ? ""
            : $"{Stays(removal.Unsettled, "order")}: what became of them is not known yet, or a run has them in hand. Resolve-OrderOpsOrder settles them.",
    };

    internal static DataRemoval Of(InboxRemoval removal, string path, bool done) => new()
    {
        Store = "Inbox",
        Path = path,
        Done = done,
        Postings = removal.Postings,
        Shipments = removal.Shipments,
        Kept = removal.Undelivered,
        Message = removal.Undelivered == 0
            ? ""
            : $"{Stays(removal.Undelivered, "posting")}: no command has taken them yet, or they were put aside. Receive-OmniPosting or Complete-OmniPosting settles them.",
    };

    private static string Stays(long number, string what) => number == 1 ? $"1 {what} stays" : $"{Count(number, what)} stay";

    private static string Count(long number, string what) =>
        string.Format(CultureInfo.InvariantCulture, "{0} {1}{2}", number, what, number == 1 ? "" : "s");
}
