using System.Collections.Generic;
using System.Linq;
using System.Text;
using Newtonsoft.Json;

namespace OrderOps.Omni;

/// <summary>The shipment codes of a posting, by what the inbox knew of them.</summary>
/// <param name="New">Not known before.</param>
/// <param name="Seen">Known with the same content.</param>
/// <param name="Updated">Known, with news that contradict nothing.</param>
/// <param name="Conflicts">Known with other content; both are kept.</param>
internal sealed record ShipmentVerdicts(
    IReadOnlyList<string> New, IReadOnlyList<string> Seen, IReadOnlyList<string> Updated, IReadOnlyList<string> Conflicts)
{
    /// <summary>No shipment at all.</summary>
    public static ShipmentVerdicts None { get; } = new([], [], [], []);

    /// <summary>Every code.</summary>
    public IEnumerable<string> All => New.Concat(Seen).Concat(Updated).Concat(Conflicts);

    /// <summary>Sorts codes by their verdicts; a code that stands twice in a posting counts by its last.</summary>
    public static ShipmentVerdicts Of(IReadOnlyDictionary<string, ShipmentVerdict> verdicts)
    {
        return verdicts.Count == 0 ? None : new(With(ShipmentVerdict.New), With(ShipmentVerdict.Seen), With(ShipmentVerdict.Updated), With(ShipmentVerdict.Conflict));
        List<string> With(ShipmentVerdict wanted) => verdicts.Where(pair => pair.Value == wanted).Select(pair => pair.Key).ToList();
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static ShipmentVerdicts From(string? text)
    {
        if (text is null)
        {
            return None;
        }

        JsonCursor json = new(Encoding.UTF8.GetBytes(text), 0);
        List<string>[] lists = [[], [], [], []];
        bool first = true;
        json.BeginList();
        for (int verdict = 0; json.NextElement(ref first); verdict++)
        {
            bool firstCode = true;
            json.BeginList();
            while (json.NextElement(ref firstCode))
            {
                lists[verdict].Add(json.TakeText());
            }
        }

        return new(lists[0], lists[1], lists[2], lists[3]);
    }

    /// <summary>Four lists of codes; <see langword="null"/> for none.</summary>
    public string? ToText()
    {
        if (New.Count + Seen.Count + Updated.Count + Conflicts.Count == 0)
        {
            return null;
        }

        // By hand, as it is read: a serializer costs more than all the statements that write a shipment.
        StringBuilder text = new("[");
        foreach (IReadOnlyList<string> codes in new[] { New, Seen, Updated, Conflicts })
        {
            text.Append(text.Length > 1 ? ",[" : "[");
            for (int i = 0; i < codes.Count; i++)
            {
                text.Append(i > 0 ? "," : "").Append(JsonConvert.ToString(codes[i]));
            }

            text.Append(']');
        }

        return text.Append(']').ToString();
    }
}
