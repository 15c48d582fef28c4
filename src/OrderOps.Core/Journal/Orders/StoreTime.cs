using System;

namespace OrderOps.Journal;

/// <summary>Moments as they stand in the file: milliseconds since 1970, UTC.</summary>
internal static class StoreTime
{
    /// <summary>The number of a moment.</summary>
    public static long Of(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    /// <summary>The moment of a number, as this machine's clock shows it.</summary>
    public static DateTimeOffset Of(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToLocalTime();
}
