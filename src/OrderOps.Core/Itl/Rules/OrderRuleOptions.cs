using System;
using System.Collections.Generic;

namespace OrderOps.Itl;

/// <summary>What the user may say about how orders are read and checked.</summary>
public sealed class OrderRuleOptions
{
    /// <summary>India, +05:30: the zone that an order date means on the wire.</summary>
    public static TimeZoneInfo India => WallClock.India;

    /// <summary>
    /// How order dates are written: a .NET date format such as <c>dd/MM/yyyy HH:mm</c>, matched exactly with English names. With it only
    /// that format is read, and what can't be mistaken: dates with the year first (not where the format itself has the year first),
    /// with a month's name, Excel serials and Unix times. Nothing: every form that can mean one moment only.
    /// </summary>
    public string? DateFormat { get; set; }

    /// <summary>The zone of order dates that have no offset. India unless it is set.</summary>
    public TimeZoneInfo TimeZone { get; set; } = WallClock.India;

    /// <summary>
    /// Keys that the vendor's page does not name, put into every shipment behind the others, with their values as text.
    /// </summary>
    public IReadOnlyDictionary<string, string>? AdditionalField { get; set; }

    /// <summary>The present moment, against which an order date is far off; the clock's unless it is set.</summary>
    public DateTimeOffset? Now { get; set; }
}
