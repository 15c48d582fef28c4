using System;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox;

public sealed partial class Fault
{
    /// <summary><c>data</c> is an object keyed from <c>"0"</c>.</summary>
    public static Fault DataFromZero() => new(nameof(DataFromZero)) { Shape = shape => shape.Data = DataKeys.FromZero };

    /// <summary><c>data</c> is an array.</summary>
    public static Fault DataArray() => new(nameof(DataArray)) { Shape = shape => shape.Data = DataKeys.Array };

    /// <summary><c>data</c> is <c>[]</c>, although the request was processed.</summary>
    public static Fault DataEmpty() => new(nameof(DataEmpty)) { Shape = shape => shape.Data = DataKeys.Empty };

    /// <summary>The reply lacks one entry, although its order was processed.</summary>
    /// <param name="entry">Its position in the request, from 1.</param>
    /// <param name="shift">Whether the later entries move up by one, so that the keys show no gap.</param>
    public static Fault MissingEntry(int entry = 1, bool shift = false)
    {
        if (entry < 1)
            throw new ArgumentOutOfRangeException(nameof(entry), entry, "Entries are counted from 1.");
        return new(nameof(MissingEntry))
        {
            Shape = shape =>
            {
                shape.Missing.Add(entry);
                shape.ClosesGaps |= shift;
            },
        };
    }

    /// <summary>The entries have no <c>refnum</c>.</summary>
    public static Fault MissingReference() => new(nameof(MissingReference)) { Shape = shape => shape.OmitsReference = true };

    /// <summary><c>status_code</c> is a string, and a <c>refnum</c> of digits only is a number.</summary>
    public static Fault MixedTypes() => new(nameof(MixedTypes)) { Shape = shape => shape.MixesTypes = true };

    /// <summary>
    /// A refused entry says <c>Failed</c> and <c>reason</c> instead of <c>error</c> and <c>remark</c>; a refusal of
    /// everything stands in <c>message</c> instead of <c>html_message</c>.
    /// </summary>
    public static Fault OtherWords() => new(nameof(OtherWords)) { Shape = shape => shape.UsesOtherWords = true };
}
