using System.Collections.Generic;
using Newtonsoft.Json.Linq;
using OrderOps.Rules;
using OrderOps.Wire;

namespace OrderOps.Itl;

/// <summary>
/// Finds the entries of a reply: <c>data</c> as an object keyed from "1" or from "0", as a list, or as an empty list where
/// the service's language can't tell an empty object from one.
/// </summary>
internal static class ReplyEntries
{
    public static List<ItlReplyEntry> Read(JToken? data, string message)
    {
        var entries = new List<ItlReplyEntry>();
        if (data is JObject keyed)
        {
            foreach (KeyValuePair<string, JToken?> pair in keyed)
            {
                Add(entries, pair.Key, pair.Value, message);
            }
        }
        else if (data is JArray list)
        {
            foreach (JToken item in list)
            {
                // A hole in a list still holds a place, so that what follows does not shift.
                if (!Add(entries, "", item, message) && list.Count > 1)
                {
                    entries.Add(new ItlReplyEntry("", null, EntryStatus.Unclear, "", ""));
                }
            }
        }

        return entries;
    }

    private static bool Add(List<ItlReplyEntry> entries, string key, JToken? token, string message)
    {
        if (token is not JObject item || ReplyJson.Get(item, "status") is null && ReplyJson.Get(item, "remark") is null && ReplyJson.Get(item, "reason") is null)
        {
            return false;
        }

        EntryStatus status = EntryStatusWord.Read(ReplyJson.Text(ReplyJson.Get(item, "status")));
        string raw = ReplyJson.FirstText(item, "remark", "reason");
        string remark = PlainText.From(raw);
        string refnum = CleanText.Of(ReplyJson.Text(ReplyJson.Get(item, "refnum")));
        if (remark.Length == 0 && status == EntryStatus.Failure)
        {
            remark = message;
        }

        entries.Add(new ItlReplyEntry(key, refnum.Length == 0 ? null : refnum, status, raw, remark));
        return true;
    }
}
