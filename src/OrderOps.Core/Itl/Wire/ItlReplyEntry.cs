namespace OrderOps.Itl;

/// <summary>What a reply says about one order or AWB.</summary>
internal sealed class ItlReplyEntry
{
    public ItlReplyEntry(string key, string? refnum, EntryStatus status, string rawRemark, string remark)
    {
        Key = key;
        Refnum = refnum;
        RawRemark = rawRemark;
        Remark = remark;
        SaysDuplicate = RemarkWording.SaysDuplicate(remark);
        SaysCancelled = RemarkWording.SaysCancelled(remark);
        Success = status == EntryStatus.Success;
        IsUnclear = status == EntryStatus.Unclear && !SaysDuplicate && !SaysCancelled;
    }

    /// <summary>Its key in the reply; empty where entries came as a list.</summary>
    public string Key { get; }

    /// <summary>For a sync the order number; for a cancel an order number too, and not the AWB. Nothing where it is blank.</summary>
    public string? Refnum { get; }

    public bool Success { get; }

    /// <summary>Whether it says neither success nor failure in words that are known, so that the outcome is unknown.</summary>
    public bool IsUnclear { get; }

    /// <summary>The service's words as plain text; those for the whole request where it has none of its own and failed.</summary>
    public string Remark { get; }

    /// <summary>The service's words as they came.</summary>
    public string RawRemark { get; }

    /// <summary>Whether the words say that this very order exists already.</summary>
    public bool SaysDuplicate { get; }

    /// <summary>Whether the words say that it is cancelled already.</summary>
    public bool SaysCancelled { get; }
}
