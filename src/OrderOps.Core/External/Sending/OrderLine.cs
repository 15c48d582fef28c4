using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;

namespace OrderOps.External;

/// <summary>
/// A record of the service as names and values that bind to the same record again: what a binder takes by name as it is
/// written, everything else in <see cref="OrderFields.AdditionalData"/>.
/// </summary>
internal static class OrderLine
{
    /// <summary>An order as it would have been read.</summary>
    public static InputRecord Of(Order order) => Read(WireObject.Parse(order.ToJson()), OrderFields.OfOrder);

    /// <summary>An item as it would have been read.</summary>
    public static InputRecord Of(OrderItem item) => Read(WireObject.Parse(item.ToJson()), OrderFields.OfItem);

    private static InputRecord Read(WireObject wire, IReadOnlyList<OrderField> fields)
    {
        List<string> names = new();
        List<object?> values = new();
        Dictionary<string, object?> additional = new();
        foreach (WireMember member in wire.Members)
        {
            if (Bound(wire, member, fields) is { } value)
            {
                names.Add(member.Name);
                values.Add(value);
            }
            else
            {
                additional[member.Name] = WireValue.Read(member.Raw);
            }
        }

        if (additional.Count > 0)
        {
            names.Add(OrderFields.AdditionalData);
            values.Add(additional);
        }

        return new InputRecord(new RecordShape(names), values.ToArray(), source: null);
    }

    /// <summary>The value of a member that a binder takes by this name; nothing for one that it does not.</summary>
    private static object? Bound(WireObject wire, WireMember member, IReadOnlyList<OrderField> fields)
    {
        if (!fields.Any(field => field.WireName == member.Name) || (member.Name == "id" && fields == OrderFields.OfOrder && wire.Text("order_id") is not null))
        {
            return null;
        }

        return (member.Name, member.Raw[0]) switch
        {
            (OrderFields.Items, '[') => WireValue.Elements(member.Raw).Where(raw => raw[0] == '{').Select(raw => Read(WireObject.Parse(raw), OrderFields.OfItem)).ToArray(),
            (OrderFields.Address, '{') => Read(WireObject.Parse(member.Raw), OrderFields.OfAddress),
            (OrderFields.Items or OrderFields.Address, _) => null,
            (_, '{' or '[') => null,
            _ => WireValue.Read(member.Raw),
        };
    }
}
