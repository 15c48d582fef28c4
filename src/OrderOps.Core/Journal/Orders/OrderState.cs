using System;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>An order's outcome as the number that stands in the file; none of them ever changes its meaning.</summary>
internal static class OrderState
{
    /// <summary>On a claim's row: each of its orders has its own.</summary>
    public const int Own = 0;

    public const int Accepted = 1;
    public const int Duplicate = 2;
    public const int Rejected = 3;
    public const int Unknown = 4;
    public const int Invalid = 5;
    public const int NotSent = 6;
    public const int Sending = 7;

    /// <summary>What people read while an order is under way.</summary>
    public const string SendingName = "Sending";

    /// <summary>The number of an outcome that an order can end with.</summary>
    public static int Of(Outcome outcome) => outcome switch
    {
        Outcome.Accepted => Accepted,
        Outcome.Duplicate => Duplicate,
        Outcome.Rejected => Rejected,
        Outcome.Unknown => Unknown,
        Outcome.Invalid => Invalid,
        Outcome.NotSent => NotSent,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No order that was claimed ends with it."),
    };

    /// <summary>The name of a number.</summary>
    public static string NameOf(long state) => state switch
    {
        Accepted => nameof(Outcome.Accepted),
        Duplicate => nameof(Outcome.Duplicate),
        Rejected => nameof(Outcome.Rejected),
        Invalid => nameof(Outcome.Invalid),
        NotSent => nameof(Outcome.NotSent),
        Sending => SendingName,
        _ => nameof(Outcome.Unknown),
    };

    /// <summary>The number of a name, without regard to case; nothing where no order has it.</summary>
    public static int? Named(string name)
    {
        for (int state = Accepted; state <= Sending; state++)
        {
            if (string.Equals(NameOf(state), name, StringComparison.OrdinalIgnoreCase))
            {
                return state;
            }
        }

        return null;
    }
}
