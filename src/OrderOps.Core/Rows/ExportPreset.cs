using System.Collections.Generic;

namespace OrderOps.Rows;

/// <summary>The columns of an export that many people have, so that nobody has to write its map.</summary>
internal sealed class ExportPreset(string name, PresetEntry[] entries, PresetGuard[] guards)
{
    public string Name => name;

    public IReadOnlyList<PresetEntry> Entries => entries;

    public IReadOnlyList<PresetGuard> Guards => guards;
}
