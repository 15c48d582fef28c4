using System;
using System.Collections.Generic;

namespace OrderOps.Itl;

/// <summary>A reply, read.</summary>
internal sealed class ItlReply
{
    public ItlReply(ReplyKind kind, string message, IReadOnlyList<ItlReplyEntry>? entries = null)
    {
        Kind = kind;
        Message = message;
        Entries = entries ?? Array.Empty<ItlReplyEntry>();
    }

    public ReplyKind Kind { get; }

    /// <summary>What it says about the whole request, as plain text; ours where it says nothing.</summary>
    public string Message { get; }

    public IReadOnlyList<ItlReplyEntry> Entries { get; }
}
