using System;

namespace OrderOps.Input;

/// <summary>
/// Members that a failed-file adds to an order. Read back, they mean nothing for the order itself, so that the file can be
/// sent again as it is.
/// </summary>
internal static class ReservedName
{
    /// <summary>What became of the order.</summary>
    public const string Outcome = "OrderOpsOutcome";

    /// <summary>Why.</summary>
    public const string Reason = "OrderOpsReason";

    /// <summary>The run that it failed in.</summary>
    public const string RunId = "OrderOpsRunId";

    /// <summary>Why the input could not be read. Its shifted or missing values pass for no order as long as this stands there.</summary>
    public const string Fault = "OrderOpsFault";

    /// <summary>That the row does not belong to the order of the row before, though that has the same number.</summary>
    public const string OwnOrder = "OrderOpsOwnOrder";

    private const string Prefix = "OrderOps";

    /// <summary>Whether a name is one of these.</summary>
    public static bool Is(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && (Matches(name, Outcome) || Matches(name, Reason) || Matches(name, RunId) || Matches(name, Fault) || Matches(name, OwnOrder));

    private static bool Matches(string name, string reserved) => string.Equals(name, reserved, StringComparison.OrdinalIgnoreCase);
}
