using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace OrderOps.Omni;

/// <summary>Where in a posting the reading is; made a string only for a finding.</summary>
internal sealed class PostingPath
{
    private readonly List<string> _names = new(8);
    private readonly List<int> _indexes = new(8);

    public void Enter(string name)
    {
        _names.Add(name);
        _indexes.Add(-1);
    }

    /// <summary>Says which element of the list it is that was entered last.</summary>
    public void At(int index) => _indexes[_indexes.Count - 1] = index;

    public void Leave()
    {
        _names.RemoveAt(_names.Count - 1);
        _indexes.RemoveAt(_indexes.Count - 1);
    }

    /// <summary>The place as text, e.g. <c>shipments[0].shipmentItems[1].quantity</c>.</summary>
    public string To(string? member = null)
    {
        StringBuilder text = new();
        for (int i = 0; i < _names.Count; i++)
        {
            text.Append(i == 0 ? "" : ".").Append(_names[i]);
            if (_indexes[i] >= 0)
            {
                text.Append('[').Append(_indexes[i].ToString(CultureInfo.InvariantCulture)).Append(']');
            }
        }

        return text.Append(member is null || text.Length == 0 ? "" : ".").Append(member).ToString();
    }
}
