using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Rows;

namespace OrderOps.Itl;

/// <summary>The exports whose columns are known for ITL.</summary>
internal static class ExportPresets
{
    public static IReadOnlyList<ExportPreset> All { get; } = [ShopifyExport.Preset, WooCommerceExport.Preset];

    public static ExportPreset? Find(string name) =>
        All.FirstOrDefault(preset => string.Equals(preset.Name, name, StringComparison.OrdinalIgnoreCase));
}
