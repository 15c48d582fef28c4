namespace OrderOps.Itl;

/// <summary>What a reply is, before any order is looked up in it.</summary>
internal enum ReplyKind
{
    /// <summary>It has entries, and they decide.</summary>
    Entries,

    /// <summary>It refuses the whole request and has no entries.</summary>
    RefusedWhole,

    /// <summary>It refuses the credentials.</summary>
    Credentials,

    /// <summary>It did not come from the place that was meant.</summary>
    WrongAddress,

    /// <summary>It can't be read, or says nothing: every outcome is unknown.</summary>
    Unreadable,
}
