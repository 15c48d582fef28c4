using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>One of the look-ups, filtered.</summary>
internal sealed class LookUpListing(IEnumerable<JObject> rows, Query query, string? filter = null, string? filteredField = null) : IListing
{
    private readonly JObject[] _rows = rows.Where(row => Matches(row, query, filter, filteredField)).ToArray();

    public int Select(int start, int size, List<int> window)
    {
        for (var entry = start; entry < _rows.Length && window.Count < size; entry++)
            window.Add(entry);
        return _rows.Length;
    }

    public void Write(ByteBuffer json, int entry, FieldChoice fields) => json.AddText(fields.Apply(_rows[entry]).ToString(Formatting.None));

    private static bool Matches(JObject row, Query query, string? filter, string? filteredField)
    {
        if (filter is not null && query[filter] is { } wanted && (string?)row[filteredField!] != wanted)
            return false;
        return query["search"] is not { } text
            || (string?)row["id"] == text
            || Contains(row["code"], text)
            || Contains(row["name"], text);
    }

    private static bool Contains(JToken? value, string text) => ((string?)value)?.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0;
}
