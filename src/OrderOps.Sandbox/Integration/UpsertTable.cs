using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Integration;

/// <summary>The rows of one kind that the service has.</summary>
internal sealed class UpsertTable(RowSchema schema, bool keepsRows)
{
    private readonly object _gate = new();
    private readonly Dictionary<ulong, ulong> _contents = [];
    private readonly Dictionary<string, UpsertedRow> _rows = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];
    private readonly List<int> _batchSizes = [];
    private readonly ConcurrentDictionary<string, bool> _passedOver = new(StringComparer.Ordinal);
    private UpsertCounts _total;

    public RowSchema Schema => schema;

    /// <summary>The rows that make the service refuse a request, with the field and the words.</summary>
    public ConcurrentDictionary<string, KeyValuePair<string, string>> Poison { get; } = new(StringComparer.Ordinal);

    public UpsertCounts Total
    {
        get
        {
            lock (_gate)
                return _total;
        }
    }

    public long Count
    {
        get
        {
            lock (_gate)
                return _contents.Count;
        }
    }

    public IReadOnlyList<int> BatchSizes
    {
        get
        {
            lock (_gate)
                return _batchSizes.ToArray();
        }
    }

    public IReadOnlyList<UpsertedRow> Snapshot()
    {
        lock (_gate)
            return _keys.Select(key => _rows[key]).ToArray();
    }

    public UpsertedRow? Find(string key)
    {
        lock (_gate)
            return _rows.TryGetValue(key, out var row) ? row : null;
    }

    public void PassOver(string key) => _passedOver[key] = true;

    public void Cure(string key)
    {
        _passedOver.TryRemove(key, out _);
        Poison.TryRemove(key, out _);
    }

    public void Arrived(int rows)
    {
        lock (_gate)
            _batchSizes.Add(rows);
    }

    /// <summary>Takes rows in their order.</summary>
    public UpsertCounts Upsert(IEnumerable<JObject> rows, DateTimeOffset now)
    {
        var counts = default(UpsertCounts);
        lock (_gate)
        {
            foreach (var row in rows)
                counts = Upsert(row, now, counts);
            _total = new(_total.Inserted + counts.Inserted, _total.Updated + counts.Updated, _total.Skipped + counts.Skipped);
        }

        return counts;
    }

    private UpsertCounts Upsert(JObject row, DateTimeOffset now, UpsertCounts counts)
    {
        var key = FieldValue.Text(row[schema.Key]);
        if (_passedOver.ContainsKey(key) || !schema.IsValid(row))
            return new(counts.Inserted, counts.Updated, counts.Skipped + 1);
        var content = Fnv.Hash(schema.Content(row));
        var known = _contents.TryGetValue(Fnv.Hash(key), out var earlier);
        if (known && earlier == content)
            return new(counts.Inserted, counts.Updated, counts.Skipped + 1);
        _contents[Fnv.Hash(key)] = content;
        if (keepsRows)
            Keep(key, row, now);
        return known
            ? new(counts.Inserted, counts.Updated + 1, counts.Skipped)
            : new(counts.Inserted + 1, counts.Updated, counts.Skipped);
    }

    private void Keep(string key, JObject row, DateTimeOffset now)
    {
        var json = row.ToString(Formatting.None);
        if (_rows.TryGetValue(key, out var earlier))
        {
            _rows[key] = new(key, json, earlier.InsertedAt, now);
            return;
        }

        _rows.Add(key, new(key, json, now, null));
        _keys.Add(key);
    }
}
