using System;
using System.Collections.Generic;

namespace OrderOps.Input;

/// <summary>
/// The names that a run of input records share, in their order. Records of one file or one pipeline nearly always have
/// one shape, so what is worked out from names is worked out once a shape and found again by reference.
/// </summary>
public sealed class RecordShape
{
    private readonly string[] _names;

    /// <summary>Makes one.</summary>
    /// <param name="names">The names, in order.</param>
    public RecordShape(IReadOnlyList<string> names)
    {
        _names = new string[names.Count];
        for (int i = 0; i < _names.Length; i++)
        {
            _names[i] = names[i];
        }

        FaultIndex = IndexOf(ReservedName.Fault);
        OwnOrderIndex = IndexOf(ReservedName.OwnOrder);
        IsOfFailedFile = IndexOf(ReservedName.RunId) >= 0;
    }

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The place of <see cref="ReservedName.Fault"/>, or -1.</summary>
    internal int FaultIndex { get; }

    /// <summary>The place of <see cref="ReservedName.OwnOrder"/>, or -1.</summary>
    internal int OwnOrderIndex { get; }

    /// <summary>Whether a failed-file wrote it.</summary>
    internal bool IsOfFailedFile { get; }

    /// <summary>The place of a name without regard to case, or -1. Names are few, so they are looked through.</summary>
    internal int IndexOf(string name)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            if (string.Equals(_names[i], name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    internal bool Has(IReadOnlyList<string> names)
    {
        if (names.Count != _names.Length)
        {
            return false;
        }

        for (int i = 0; i < _names.Length; i++)
        {
            if (!string.Equals(_names[i], names[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
