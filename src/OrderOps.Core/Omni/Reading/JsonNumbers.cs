using System.Globalization;
using System.Text;

namespace OrderOps.Omni;

/// <summary>Numbers as they stand in JSON.</summary>
internal static class JsonNumbers
{
    /// <summary>The number as a decimal; nothing where it does not fit.</summary>
    public static decimal? Decimal(byte[] body, int start, int length)
    {
        // What has at most 18 digits, as all amounts have, is put together without a string.
        long digits = 0;
        int scale = -1;
        bool negative = body[start] == '-';
        int end = start + length;
        for (int at = negative ? start + 1 : start; length <= 18 && at < end; at++)
        {
            byte next = body[at];
            if (next == '.')
            {
                scale = 0;
            }
            else if (next is < (byte)'0' or > (byte)'9')
            {
                length = int.MaxValue;
            }
            else
            {
                digits = (digits * 10) + (next - '0');
                scale += scale < 0 ? 0 : 1;
            }
        }

        return length <= 18
            ? new decimal((int)digits, (int)(digits >> 32), 0, negative && digits != 0, (byte)(scale < 0 ? 0 : scale))
            : Decimal(Encoding.ASCII.GetString(body, start, end - start));
    }

    /// <summary>The number as a decimal; nothing where it is none or does not fit.</summary>
    public static decimal? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null;

    /// <summary>The number as a whole one of 64 bits; nothing where it has a fraction or does not fit.</summary>
    public static long? Whole(decimal? value) =>
        value is { } number && number >= long.MinValue && number <= long.MaxValue && decimal.Truncate(number) == number ? (long)number : null;
}
