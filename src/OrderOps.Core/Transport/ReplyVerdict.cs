namespace OrderOps.Transport;

/// <summary>What a slice makes of a reply with a 2xx status before it is handed back.</summary>
public enum ReplyVerdict
{
    /// <summary>The reply can be read.</summary>
    Final,

    /// <summary>The reply can't be read or lacks what it must hold: repeated where <see cref="RepeatPolicy"/> allows, then handed back as it is.</summary>
    Unreadable,
}
