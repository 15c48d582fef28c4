using System;

namespace OrderOps.Itl;

/// <summary>Indian wall time, which is what an order date on the wire means, and how it is written there.</summary>
internal static class WallClock
{
    private static readonly TimeSpan IndianOffset = new(5, 30, 0);

    /// <summary>
    /// India, made here: it has had this one offset since 1945, so it needs no look-up under a name that differs between systems.
    /// </summary>
    public static readonly TimeZoneInfo India = TimeZoneInfo.CreateCustomTimeZone("Asia/Kolkata", IndianOffset, "(UTC+05:30) India", "India Standard Time");

    /// <summary>
    /// A wall time of a zone as Indian wall time. One that the clocks skipped is read with the offset from before the
    /// change, one that they showed twice with standard time.
    /// </summary>
    public static DateTime ToIndian(DateTime wall, TimeZoneInfo zone) =>
        ReferenceEquals(zone, India) ? wall : ToIndian(wall, zone.GetUtcOffset(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified)));

    /// <summary>A wall time with its offset as Indian wall time.</summary>
    public static DateTime ToIndian(DateTime wall, TimeSpan offset) => DateTime.SpecifyKind(wall, DateTimeKind.Unspecified) - offset + IndianOffset;

    /// <summary><c>dd-MM-yyyy HH:mm:ss</c> (vendor page: Sync Order v1).</summary>
    public static string Write(DateTime wall)
    {
        char[] text = new char[19];
        Put(text, 0, wall.Day);
        text[2] = '-';
        Put(text, 3, wall.Month);
        text[5] = '-';
        Put(text, 6, wall.Year / 100);
        Put(text, 8, wall.Year % 100);
        text[10] = ' ';
        Put(text, 11, wall.Hour);
        text[13] = ':';
        Put(text, 14, wall.Minute);
        text[16] = ':';
        Put(text, 17, wall.Second);
        return new string(text);
    }

    private static void Put(char[] text, int at, int number)
    {
        text[at] = (char)('0' + (number / 10));
        text[at + 1] = (char)('0' + (number % 10));
    }
}
