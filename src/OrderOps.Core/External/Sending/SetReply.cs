using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.External;

/// <summary>What a reply with a 2xx status says of one order.</summary>
/// <param name="Outcome">Accepted, Rejected, or Unknown where it says nothing of it.</param>
/// <param name="Message">In whose words.</param>
/// <param name="Reference">The number that it names.</param>
internal sealed record SetEntry(Outcome Outcome, string Message, string? Reference);

/// <summary>
/// Reads the success of setting orders. What its body looks like is not known: understood are one object for one order, and
/// a list with an entry for each, matched by order_id, by rrn, or by place where the counts agree.
/// </summary>
internal static class SetReply
{
    private static readonly SetEntry Unnamed = new(Outcome.Unknown, "ECOM.md's reply says nothing of this order, so it may have been taken.", null);
    private static readonly SetEntry Taken = new(Outcome.Accepted, "Taken.", null);

    public static SetEntry[] Read(ServiceReply reply, IReadOnlyList<OrderCheck> orders)
    {
        string body = reply.Body.Trim();
        if (body.Length == 0 && reply.StatusCode is 201 or 202 or 204)
        {
            return orders.Select(_ => Taken).ToArray();
        }

        try
        {
            return ErrorBody.IsJson(reply) ? ReadJson(body, orders) : orders.Select(_ => Unreadable()).ToArray();
        }
        catch (JsonException)
        {
            return orders.Select(_ => Unreadable()).ToArray();
        }
    }

    private static SetEntry Unreadable() => new(Outcome.Unknown, "ECOM.md's reply can't be read, so the order may have been taken.", null);

    private static SetEntry[] ReadJson(string body, IReadOnlyList<OrderCheck> orders)
    {
        if (body[0] == '{')
        {
            WireObject whole = WireObject.Parse(body);
            WireMember? list = whole.Find("results") ?? whole.Find("data") ?? whole.Find("orders");
            if (list is null || list.Raw[0] != '[')
            {
                SetEntry said = Entry(body);
                return orders.Count == 1 || said.Outcome == Outcome.Rejected ? orders.Select(_ => said).ToArray() : orders.Select(_ => Unnamed).ToArray();
            }

            body = list.Raw;
        }

        string[] entries = WireValue.Elements(body).ToArray();
        string?[] keys = entries.Select(KeyOf).ToArray();
        SetEntry[] found = new SetEntry[orders.Count];
        for (int i = 0; i < found.Length; i++)
        {
            int at = PlaceOf(orders[i], entries, keys);
            at = at < 0 && entries.Length == found.Length && !NamesAnother(keys[i], orders) ? i : at;
            found[i] = at < 0 ? Unnamed : Entry(entries[at]);
        }

        return found;
    }

    // An order that was just made is named by a number that nobody knew: its place is all there is.
    private static bool NamesAnother(string? key, IReadOnlyList<OrderCheck> orders) => orders.Count > 1 && key is not null && orders.Any(order => order.OrderId == key);

    private static int PlaceOf(OrderCheck order, string[] entries, string?[] keys)
    {
        for (int i = 0; i < entries.Length; i++)
        {
            if ((order.OrderId is { } id && keys[i] == id) || (order.IsCreate && entries[i][0] == '{' && WireObject.Parse(entries[i]).Text("rrn") == order.Rrn))
            {
                return i;
            }
        }

        return -1;
    }

    private static SetEntry Entry(string raw)
    {
        if (raw[0] != '{')
        {
            return WireText.Read(raw) is { } number ? Taken with { Reference = number } : Unnamed;
        }

        WireObject entry = WireObject.Parse(raw);
        string? words = Complaint(entry);
        return words is not null
            ? new SetEntry(Outcome.Rejected, words, KeyOf(raw))
            : new SetEntry(Outcome.Accepted, Words(entry), KeyOf(raw));
    }

    private static string? Complaint(WireObject entry)
    {
        foreach (string name in (string[])["error", "errors"])
        {
            if (entry.Find(name) is { Raw: not ("null" or "\"\"" or "[]" or "{}" or "false") } member)
            {
                return WireText.Read(member.Raw);
            }
        }

        bool refused = entry.Find("success")?.Raw == "false"
            || (entry.Text("status") is { } status && status.ToLowerInvariant() is "error" or "failed" or "fail");
        return refused ? Words(entry) is { Length: > 0 } words ? words : "ECOM.md refused the order without a reason." : null;
    }

    private static string Words(WireObject entry) => entry.Text("detail") ?? entry.Text("message") ?? Taken.Message;

    private static string? KeyOf(string raw) => raw[0] == '{' && WireObject.Parse(raw) is var entry ? entry.Text("order_id") ?? entry.Text("id") : null;
}
