using System;
using System.Linq;

namespace OrderOps.Omni;

/// <content>The members that say which posting it is.</content>
internal sealed partial class PostingScan
{
    public bool MessageId(OmniPosting posting)
    {
        bool quoted = Json.Peek() == '"';
        string shown = Shown().Trim();
        if (shown.Length == 0)
        {
            return false;
        }

        if (JsonNumbers.Whole(JsonNumbers.Decimal(shown)) is not { } id)
        {
            Identity.MessageIdFault = IsDigits(shown) ? Quarantine.MessageIdTooLarge(PostingFindings.Shorten(shown)) : Quarantine.MessageIdUnreadable(PostingFindings.Shorten(shown));
            return false;
        }

        if (quoted || !IsDigits(shown))
        {
            Departs(shown, "is not written as a whole number, and the vendor's table calls it one");
        }

        if (id < 0)
        {
            Departs(shown, "is negative");
        }

        Identity.MessageId = posting.MessageId = id;
        return true;
    }

    public bool OrderCode(OmniPosting posting)
    {
        if (Json.Peek() is (byte)'{' or (byte)'[')
        {
            Identity.OrderCodeFault = Quarantine.OrderCodeUnreadable(Shown());
            return false;
        }

        if (Text() is { } code && !string.IsNullOrWhiteSpace(code))
        {
            Identity.OrderCode = posting.OrderCode = code;
        }

        return true;
    }

    public bool EventType(OmniPosting posting)
    {
        string shown = Shown().Trim();
        if (shown.Length == 0)
        {
            return false;
        }

        if (OmniEventType.All.FirstOrDefault(known => known.Equals(shown, StringComparison.OrdinalIgnoreCase)) is not { } type)
        {
            Identity.EventTypeFault = Quarantine.EventTypeUnknown(PostingFindings.Shorten(shown));
            return false;
        }

        if (type != shown)
        {
            Departs(shown, $"is not written as {type}");
        }

        Identity.EventType = posting.EventType = type;
        return true;
    }

    private static bool IsDigits(string text) =>
        text.SkipWhile((c, i) => i == 0 && c == '-').All(c => c is >= '0' and <= '9') && text != "-";
}
