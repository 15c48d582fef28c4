using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using OrderOps.Outcomes;

namespace OrderOps.External;

/// <summary>An order as it would be sent, with what is wrong with it.</summary>
internal sealed class OrderCheck
{
    private byte[]? _entry;
    private ulong? _contentHash;

    private OrderCheck(Order order, IReadOnlyList<Finding>? earlier, StatusSpelling spelling)
    {
        OrderId = Blank(order.OrderId);
        Rrn = Blank(order.Rrn);
        List<Finding> findings = earlier is null ? new() : new(earlier);
        CheckNumber(findings, "order_id", OrderId);
        CheckNumber(findings, "rrn", Rrn);
        if (Key.Length == 0 && findings.All(finding => !finding.IsError))
        {
            findings.Add(new Finding(
                Finding.Error,
                "order_id",
                "",
                "It has neither order_id nor rrn, so nothing could tell it from other orders.",
                "Give order_id (OrderId) to update an order, or rrn (Rrn), the shop's own number, to create one."));
        }

        try
        {
            Json = order.ToJson(spelling);
        }
        catch (FormatException failure)
        {
            findings.Add(new Finding(Finding.Error, "AdditionalData", "", failure.Message, "Give texts, numbers, booleans, hashtables and lists."));
        }

        Findings = findings;
    }

    public string? OrderId { get; }

    public string? Rrn { get; }

    /// <summary>Whether it has no number at the service: sent twice, it could become two orders.</summary>
    public bool IsCreate => OrderId is null;

    public string Key => OrderId ?? Rrn ?? "";

    public string Json { get; } = "";

    /// <summary>What goes into the request: <see cref="Json"/> in UTF-8.</summary>
    public byte[] Entry => _entry ??= Encoding.UTF8.GetBytes(Json);

    public ulong ContentHash => _contentHash ??= Batching.ContentHash.Of(Entry);

    public IReadOnlyList<Finding> Findings { get; }

    public bool IsValid => Findings.All(finding => !finding.IsError);

    /// <summary>Checks an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="earlier">What was found when it was read.</param>
    /// <param name="spelling">How states are written.</param>
    public static OrderCheck Of(Order order, IReadOnlyList<Finding>? earlier, StatusSpelling spelling) => new(order, earlier, spelling);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text!.Trim();

    private static void CheckNumber(List<Finding> findings, string field, string? value)
    {
        if (value is not null && IdRule.ProblemOf(value) is { } problem)
        {
            findings.Add(new Finding(Finding.Error, field, value, $"{field} '{value}' {problem}.", IdRule.Remedy));
        }
    }
}
