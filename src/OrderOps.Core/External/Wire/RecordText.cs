using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;

namespace OrderOps.External;

/// <summary>
/// What the service holds as names and values, by the service's names, for commands that take rows: an address stands
/// beside the order's own members, and items are a list of records.
/// </summary>
internal static class RecordText
{
    public static void Read(ExternalRecord record, List<string> names, List<object?> values) => Add(record.ToJson(), names, values);

    private static void Add(string json, List<string> names, List<object?> values)
    {
        foreach (WireMember member in WireObject.Parse(json).Members)
        {
            if (member.Raw[0] == '{')
            {
                // What a nested object holds is a column of its own, unless the row has one of that name.
                Add(member.Raw, names, values);
            }
            else if (!names.Contains(member.Name))
            {
                names.Add(member.Name);
                values.Add(member.Raw[0] == '[' ? WireValue.Elements(member.Raw).Select(Element).ToArray() : WireText.Read(member.Raw));
            }
        }
    }

    private static object? Element(string raw)
    {
        if (raw[0] != '{')
        {
            return WireText.Read(raw);
        }

        List<string> names = new();
        List<object?> values = new();
        Add(raw, names, values);
        return new InputRecord(new RecordShape(names), values.ToArray(), null);
    }
}
