using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>What the channel gave along with an order or an item. Vendor page: Order Posting, orderCustomAttributes and orderItemCustomAttributes.</summary>
public sealed class OmniCustomAttributes : OmniPart
{
    /// <summary>Custom attribute 1 (<c>attribute1</c>).</summary>
    public string? Attribute1 { get; internal set; }

    /// <summary>Custom attribute 2 (<c>attribute2</c>).</summary>
    public string? Attribute2 { get; internal set; }

    /// <summary>Custom attribute 3 (<c>attribute3</c>).</summary>
    public string? Attribute3 { get; internal set; }

    /// <summary>Custom attribute 4 (<c>attribute4</c>).</summary>
    public string? Attribute4 { get; internal set; }

    /// <summary>Custom attribute 5 (<c>attribute5</c>).</summary>
    public string? Attribute5 { get; internal set; }

    /// <summary>Custom attribute 6 (<c>attribute6</c>).</summary>
    public string? Attribute6 { get; internal set; }

    /// <summary>Custom attribute 7 (<c>attribute7</c>).</summary>
    public string? Attribute7 { get; internal set; }

    /// <summary>Custom attribute 8 (<c>attribute8</c>).</summary>
    public string? Attribute8 { get; internal set; }

    /// <summary>Custom attribute 9 (<c>attribute9</c>).</summary>
    public string? Attribute9 { get; internal set; }

    /// <summary>Custom attribute 10 (<c>attribute10</c>).</summary>
    public string? Attribute10 { get; internal set; }

    /// <summary>Currency of the order (<c>currency</c>).</summary>
    public string? Currency { get; internal set; }

    /// <summary>Whatever the channel sent into Increff (<c>channelMetadata</c>, in the vendor's table <c>channelMetaData</c>): strings, numbers (long or decimal), booleans, dictionaries and lists.</summary>
    public IDictionary<string, object?>? ChannelMetadata { get; internal set; }
}
