using System;
using System.Globalization;

namespace OrderOps.Sandbox.Itl;

/// <summary>The service's reading of <c>order_date</c>.</summary>
internal static class OrderDate
{
    private static readonly TimeSpan India = new(5, 30, 0);

    /// <summary>Indian wall time as <c>dd-MM-yyyy HH:mm:ss</c>. Anything else is silently taken as now; that is the vendor's quirk.</summary>
    public static DateTimeOffset AsTaken(string text, DateTimeOffset now)
        => DateTime.TryParseExact(text, "dd-MM-yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            ? new DateTimeOffset(wall, India)
            : now.ToOffset(India);
}
