using System;

namespace OrderOps.Sandbox.External;

/// <summary>What a list can do to whoever reads it. All are off at first and can be switched at any time.</summary>
public sealed class ExternalQuirks
{
    private int _overlap;

    internal ExternalQuirks()
    {
    }

    /// <summary>Lists come as an array alone, without <c>count</c> and <c>next</c>; a page after the last one is <c>[]</c>.</summary>
    public bool BareArrays { get; set; }

    /// <summary>From this page on, counted from 1, every page is this page again and promises a next one; null does not.</summary>
    public int? RepeatPage { get; set; }

    /// <summary>The <c>next</c> of this page, counted from 1, is the page's own address; null does not.</summary>
    public int? RepeatNext { get; set; }

    /// <summary>The host, with its port, that <c>next</c> and <c>previous</c> name, such as <c>elsewhere.example</c>; null is the one that was asked.</summary>
    public string? NextHost { get; set; }

    /// <summary>How many of the last entries of a page come again at the start of the next.</summary>
    public int Overlap
    {
        get => _overlap;
        set => _overlap = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "0 or more.");
    }

    /// <summary>By how much <c>count</c> is more than what is delivered.</summary>
    public int MissingEntries { get; set; }

    /// <summary>Statuses are written as the vendor's page shows them, <c>incollection</c>, instead of <c>in_collection</c>.</summary>
    public bool PlainStatuses { get; set; }

    /// <summary>How the body of a 400 is written.</summary>
    public ExternalErrorForm ErrorForm { get; set; }
}
