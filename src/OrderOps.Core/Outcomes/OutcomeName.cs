using System;

namespace OrderOps.Outcomes;

/// <summary>Outcomes by their names, which results carry; once an order, so without <see cref="Enum.Parse(Type, string)"/>.</summary>
internal static class OutcomeName
{
    /// <summary>Reads one.</summary>
    /// <param name="name">A name of <see cref="Outcome"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public static Outcome Of(string name) => name switch
    {
        nameof(Outcome.Accepted) => Outcome.Accepted,
        nameof(Outcome.Duplicate) => Outcome.Duplicate,
        nameof(Outcome.Rejected) => Outcome.Rejected,
        nameof(Outcome.Invalid) => Outcome.Invalid,
        nameof(Outcome.Unknown) => Outcome.Unknown,
        nameof(Outcome.Skipped) => Outcome.Skipped,
        nameof(Outcome.NotSent) => Outcome.NotSent,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such outcome."),
    };
}
