using System;
using System.Text;

namespace OrderOps.Omni;

/// <content>Values by the types of the vendor's table. Each gives nothing where the value is none of that type.</content>
internal sealed partial class PostingScan
{
    public string? Text()
    {
        switch (Json.Peek())
        {
            case (byte)'"':
                return Json.TakeText();
            case (byte)'{' or (byte)'[':
                Unreadable("is no text");
                return null;
            default:
                string shown = Shown();
                Departs(shown, "is not in quotes, and the vendor's table calls it a string");
                return shown;
        }
    }

    /// <summary>A text that is one of few.</summary>
    public string? Choice(string[] known)
    {
        string? text = Text();
        if (!string.IsNullOrEmpty(text) && Array.FindIndex(known, word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) < 0)
        {
            Departs(text!, $"is none of {string.Join(", ", known)}");
        }

        return text;
    }

    public decimal? Amount()
    {
        if (Json.Peek() is (byte)'-' or (>= (byte)'0' and <= (byte)'9'))
        {
            Json.TakeNumber(out int start, out int length);
            if (JsonNumbers.Decimal(Json.Body, start, length) is { } value)
            {
                return value;
            }

            UnreadableNumber(start, length, "does not fit in a decimal");
            return null;
        }

        return Quoted<decimal>(JsonNumbers.Decimal, "is no number");
    }

    public long? Id() => Whole(long.MinValue, long.MaxValue, "64");

    public int? Count() => (int?)Whole(int.MinValue, int.MaxValue, "32");

    /// <param name="quoted">Whether the vendor writes it as a string.</param>
    public bool? Flag(bool quoted)
    {
        if (Json.Peek() is (byte)'t' or (byte)'f')
        {
            return Json.TakeFlag();
        }

        string shown = Shown();
        if (bool.TryParse(shown, out bool flag))
        {
            if (!quoted)
            {
                Departs(shown, "is in quotes, and the vendor's table calls it a boolean");
            }

            return flag;
        }

        Departs(shown, "is neither true nor false; its value is in AdditionalData");
        return null;
    }

    public DateTimeOffset? Time()
    {
        string shown = Shown();
        if (PostingTime.Read(shown, out bool assumed) is not { } time)
        {
            Departs(shown, "is no time that can be read; its value is in AdditionalData");
            return null;
        }

        if (assumed)
        {
            Departs(shown, "has no time zone and is taken as UTC");
        }

        return time;
    }

    private long? Whole(long least, long most, string bits)
    {
        if (Json.Peek() is (byte)'-' or (>= (byte)'0' and <= (byte)'9'))
        {
            Json.TakeNumber(out int start, out int length);
            if (JsonNumbers.Whole(JsonNumbers.Decimal(Json.Body, start, length)) is { } value && value >= least && value <= most)
            {
                return value;
            }

            UnreadableNumber(start, length, $"is no whole number of {bits} bits");
            return null;
        }

        return Quoted<long>(text => JsonNumbers.Whole(JsonNumbers.Decimal(text)) is { } value && value >= least && value <= most ? value : null, $"is no whole number of {bits} bits");
    }

    private TValue? Quoted<TValue>(Func<string, TValue?> read, string problem)
        where TValue : struct
    {
        bool quoted = Json.Peek() == '"';
        string shown = Shown();
        if (quoted && read(shown) is { } value)
        {
            Departs(shown, "is in quotes, and the vendor's table calls it a number");
            return value;
        }

        Departs(shown, problem + "; its value is in AdditionalData");
        return null;
    }

    private void UnreadableNumber(int start, int length, string problem) =>
        Departs(Encoding.ASCII.GetString(Json.Body, start, length), problem + "; its value is in AdditionalData");

    private void Departs(string shown, string problem) => _findings.Warn(_path.To(), shown, problem);
}
