using System.Collections.Generic;
using System.Globalization;

namespace OrderOps.Input;

/// <summary>
/// One input as names and values, whatever it came as: a CSV row, a hashtable, an object, a line of JSON.
/// A value is null, a string, a number, a boolean, a DateTime or DateTimeOffset, a nested <see cref="InputRecord"/>,
/// or a list of these (<see cref="IReadOnlyList{T}"/> of object). Numbers of a JSON file are the text that stands there, but in <c>AdditionalData</c>.
/// </summary>
public sealed class InputRecord
{
    private readonly string? _place;
    private readonly long _number;
    private string? _origin;
    private InputFault? _fault;

    /// <summary>Makes one.</summary>
    /// <param name="shape">The names.</param>
    /// <param name="values">The values, in the order of the names.</param>
    /// <param name="source">The input as it came, for the result; for a file row whatever can be piped back in.</param>
    public InputRecord(RecordShape shape, object?[] values, object? source)
    {
        Shape = shape;
        Cells = values;
        Source = source;
        if (shape.FaultIndex >= 0 && InputText.From(values[shape.FaultIndex]) is { Length: > 0 } fault)
        {
            _fault = InputFault.Remembered(fault);
        }
    }

    /// <summary>Makes one of a file.</summary>
    /// <param name="shape">The names.</param>
    /// <param name="values">The values, in the order of the names.</param>
    /// <param name="place">The file and the word for its rows, e.g. <c>orders.csv, row</c>.</param>
    /// <param name="number">The number of the row as a person counts.</param>
    internal InputRecord(RecordShape shape, object?[] values, string place, long number)
        : this(shape, values, new FileRow(shape, values))
    {
        _place = place;
        _number = number;
    }

    /// <summary>The names.</summary>
    public RecordShape Shape { get; }

    /// <summary>The values, in the order of the names.</summary>
    public IReadOnlyList<object?> Values => Cells;

    /// <summary>The input as it came; for a record of a file a <see cref="FileRow"/>.</summary>
    public object? Source { get; }

    /// <summary>Where it came from, for messages, e.g. <c>orders.csv, row 12</c>; nothing for the pipeline.</summary>
    public string? Origin
    {
        get => _origin ??= _place is null ? null : _place + " " + _number.ToString(CultureInfo.InvariantCulture);
        set => _origin = value;
    }

    /// <summary>Why it could not be read (its values are then what was legible); nothing if it could.</summary>
    public InputFault? Fault
    {
        get => _fault;
        set
        {
            _fault = value ?? _fault;
            if (Source is FileRow row)
            {
                row.Fault = _fault;
            }
        }
    }

    /// <summary>Whether the record says of itself that it does not belong to the order before it.</summary>
    internal bool IsOwnOrder => Shape.OwnOrderIndex >= 0 && InputText.From(Cells[Shape.OwnOrderIndex]) is { Length: > 0 };

    // The array itself: a call through the list's interface costs several times the cell.
    internal object?[] Cells { get; }
}
