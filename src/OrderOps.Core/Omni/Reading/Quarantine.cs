namespace OrderOps.Omni;

/// <summary>Why a body can't be used as a posting: a name for scripts, a colon, a sentence for people.</summary>
internal static class Quarantine
{
    public const string Empty = "Empty: the body is empty.";
    public const string NotUtf8 = "NotUtf8: the body is not UTF-8.";
    public const string NotAnObject = "NotAnObject: the body is JSON but no object.";
    public const string TooDeep = "TooDeep: more than 64 objects and lists stand in one another.";
    public const string TooManyParts = "TooManyParts: it has more than 100000 items, shipments and other parts.";
    public const string MessageIdMissing = "MessageIdMissing: the posting has no messageId.";
    public const string OrderCodeMissing = "OrderCodeMissing: the posting has no orderCode.";
    public const string EventTypeMissing = "EventTypeMissing: the posting has no eventType.";

    public static string NotJson(string what) => $"NotJson: the body is not JSON, {what}.";

    public static string MessageIdUnreadable(string value) => $"MessageIdUnreadable: the messageId '{value}' is no whole number.";

    public static string MessageIdTooLarge(string value) => $"MessageIdTooLarge: the messageId '{value}' does not fit in 64 bits.";

    public static string OrderCodeUnreadable(string value) => $"OrderCodeUnreadable: the orderCode '{value}' is no text.";

    public static string EventTypeUnknown(string value) => $"EventTypeUnknown: the eventType '{value}' is none of Increff's.";

    public static string IdentityTwice(string field) => $"IdentityTwice: the posting has {field} twice, and nothing says which one counts.";
}
