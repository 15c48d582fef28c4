using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;
using OrderOps.Rows;

namespace OrderOps.Itl;

/// <summary>
/// Which column of an input goes into which field of ITL. Columns that go by ITL's own names, or the readable ones, need
/// no entry; case, blanks, hyphens and underscores don't count.
/// </summary>
public sealed class ColumnMap
{
    private ColumnMap(RowMap rows) => Rows = rows;

    /// <summary>The exports whose columns are known.</summary>
    public static IReadOnlyList<string> Presets { get; } = ExportPresets.All.Select(preset => preset.Name).ToArray();

    internal RowMap Rows { get; }

    /// <summary>Makes one.</summary>
    /// <param name="map">
    /// ITL's name, or the readable one, and the input's column, e.g. <c>order</c> and <c>Name</c>; product fields by
    /// <c>product_sku</c>, <c>ProductSku</c> or <c>sku</c>. It goes before the preset, and that before names that match.
    /// </param>
    /// <param name="preset">One of <see cref="Presets"/>, in any case.</param>
    /// <param name="defaults">
    /// ITL's name and the value that is used where the column is missing or blank, for what an export does not know: HSN
    /// code, weight, dimensions.
    /// </param>
    /// <exception cref="ServiceConfigurationException">A name or the preset is not known, or a column is blank.</exception>
    public static ColumnMap Create(IReadOnlyDictionary<string, string>? map = null, string? preset = null, IReadOnlyDictionary<string, string>? defaults = null)
    {
        Dictionary<RowTarget, string> columns = Resolve(map, "-Map");
        Dictionary<RowTarget, string> values = Resolve(defaults, "-Default");
        if (values.ContainsKey(OrderRows.Schema.Table.Products!) || values.ContainsKey(OrderRows.Of(OrderField.OrderNumber)))
        {
            throw new ServiceConfigurationException("DefaultNotPossible", "-Default can't give 'order' or 'products': they differ from order to order.", "Map a column to them: -Map @{ order = 'Name' }.");
        }

        return new ColumnMap(new RowMap(columns, FindPreset(preset), values));
    }

    private static ExportPreset? FindPreset(string? preset) => string.IsNullOrWhiteSpace(preset)
        ? null
        : ExportPresets.Find(preset!.Trim()) ?? throw new ServiceConfigurationException(
            "UnknownPreset",
            $"There is no built-in map '{preset}'.",
            $"Use one of {string.Join(", ", Presets)}, or name the columns with -Map.");

    private static Dictionary<RowTarget, string> Resolve(IReadOnlyDictionary<string, string>? names, string parameter)
    {
        Dictionary<RowTarget, string> resolved = new();
        foreach (KeyValuePair<string, string> entry in names ?? new Dictionary<string, string>())
        {
            RowTarget target = OrderRows.Schema.Table.Find(NameKey.Of(entry.Key), out _) ?? throw Unknown(entry.Key, parameter);
            if (string.IsNullOrWhiteSpace(entry.Value))
            {
                throw new ServiceConfigurationException("BlankMapEntry", $"{parameter} has nothing for '{entry.Key}'.", $"Write {parameter} @{{ {entry.Key} = '…' }}, or leave it out.");
            }

            if (resolved.ContainsKey(target))
            {
                throw new ServiceConfigurationException("DuplicateMapEntry", $"{parameter} names '{target.WireName}' twice, the second time as '{entry.Key}'.", "Leave one of them.");
            }

            resolved.Add(target, entry.Value.Trim());
        }

        return resolved;
    }

    private static ServiceConfigurationException Unknown(string name, string parameter)
    {
        IEnumerable<string> names = OrderRows.Schema.Table.All.SelectMany(target => target.Names);
        return new ServiceConfigurationException(
            "UnknownMapEntry",
            $"{parameter} names '{name}', which is no field of an ITL order.",
            $"The nearest fields are {string.Join(", ", NearestNames.To(name, names))}. The entry reads: ITL's name = the column of the input.");
    }
}
