namespace OrderOps.Sandbox.Itl;

/// <summary>What a reply says about one order.</summary>
internal readonly struct ReplyEntry(bool success, string remark, string orderNumber)
{
    public bool Success { get; } = success;

    public string Remark { get; } = remark;

    public string OrderNumber { get; } = orderNumber;
}
