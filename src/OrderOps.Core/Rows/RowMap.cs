using System.Collections.Generic;

namespace OrderOps.Rows;

/// <summary>Which column goes where, beside the names that match by themselves.</summary>
/// <param name="Columns">Columns that somebody named.</param>
/// <param name="Preset">A known export.</param>
/// <param name="Defaults">Values for what is blank.</param>
internal sealed record RowMap(IReadOnlyDictionary<RowTarget, string> Columns, ExportPreset? Preset, IReadOnlyDictionary<RowTarget, string> Defaults)
{
    /// <summary>Names alone.</summary>
    public static RowMap None { get; } = new(new Dictionary<RowTarget, string>(), null, new Dictionary<RowTarget, string>());
}
