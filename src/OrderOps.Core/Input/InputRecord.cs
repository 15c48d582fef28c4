using System.Collections.Generic;

namespace OrderOps.Input;

/// <summary>
/// One input as names and values, whatever it came as: a CSV row, a hashtable, an object, a line of JSON.
/// A value is null, a string, a number, a boolean, a DateTime or DateTimeOffset, a nested <see cref="InputRecord"/>,
/// or a list of these (<see cref="IReadOnlyList{T}"/> of object).
/// </summary>
public sealed class InputRecord
{
    /// <summary>Makes one.</summary>
    /// <param name="shape">The names.</param>
    /// <param name="values">The values, in the order of the names.</param>
    /// <param name="source">The input as it came, for the result; for a file row whatever can be piped back in.</param>
    public InputRecord(RecordShape shape, object?[] values, object? source)
    {
        Shape = shape;
        Values = values;
        Source = source;
    }

    /// <summary>The names.</summary>
    public RecordShape Shape { get; }

    /// <summary>The values, in the order of the names.</summary>
    public IReadOnlyList<object?> Values { get; }

    /// <summary>The input as it came.</summary>
    public object? Source { get; }

    /// <summary>Where it came from, for messages, e.g. <c>orders.csv, row 12</c>; nothing for the pipeline.</summary>
    public string? Origin { get; set; }
}
