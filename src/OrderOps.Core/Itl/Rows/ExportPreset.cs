using System;
using System.Collections.Generic;

namespace OrderOps.Itl;

/// <summary>The columns of an export that many people have, so that nobody has to write its map.</summary>
internal sealed class ExportPreset(string name, PresetEntry[] entries, PresetGuard[] guards)
{
    public static IReadOnlyList<ExportPreset> All { get; } = [ShopifyExport.Preset, WooCommerceExport.Preset];

    public string Name => name;

    public IReadOnlyList<PresetEntry> Entries => entries;

    public IReadOnlyList<PresetGuard> Guards => guards;

    public static ExportPreset? Find(string name)
    {
        foreach (ExportPreset preset in All)
        {
            if (string.Equals(preset.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return preset;
            }
        }

        return null;
    }
}
