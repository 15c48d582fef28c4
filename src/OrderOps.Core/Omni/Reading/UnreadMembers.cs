using System;
using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>Members that were passed over, by where they stand in the body.</summary>
internal sealed class UnreadMembers(byte[] body)
{
    private readonly List<int> _places = new(4);

    public void Add(int at) => _places.Add(at);

    /// <summary>Reads them; of two with the same name the last one counts.</summary>
    public Dictionary<string, object?> Read()
    {
        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase);
        foreach (int at in _places)
        {
            JsonCursor json = new(body, at);
            json.ReadName();
            string name = json.Name();
            members[name] = JsonValue.Read(json);
        }

        return members;
    }
}
