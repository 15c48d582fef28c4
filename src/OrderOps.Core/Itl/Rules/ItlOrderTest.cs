using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>What ITL's rules say of one order.</summary>
public sealed class ItlOrderTest
{
    internal ItlOrderTest(long inputIndex, CheckedOrder order, object? source)
    {
        InputIndex = inputIndex;
        Key = order.Key;
        IsValid = order.IsValid;
        Findings = order.Findings;
        Order = order.Order;
        InputObject = source;
        Message = string.Join(" ", order.Findings.Select(finding => finding.Message));
        RecommendedAction = string.Join(" ", order.Findings.Select(finding => finding.Remedy).Distinct());
    }

    /// <summary>Place of the input, from 0.</summary>
    public long InputIndex { get; }

    /// <summary>The order's number, with its sub-order where it has one.</summary>
    public string Key { get; }

    /// <summary>Whether it would be sent.</summary>
    public bool IsValid { get; }

    /// <summary>How many findings stop it.</summary>
    public int Errors => Findings.Count(finding => finding.IsError);

    /// <summary>How many findings do not.</summary>
    public int Warnings => Findings.Count(finding => !finding.IsError);

    /// <summary>All findings in words.</summary>
    public string Message { get; }

    /// <summary>What to do about them.</summary>
    public string RecommendedAction { get; }

    /// <summary>All findings.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The order as it would be sent.</summary>
    public Order Order { get; }

    /// <summary>The input as it came.</summary>
    public object? InputObject { get; }
}
