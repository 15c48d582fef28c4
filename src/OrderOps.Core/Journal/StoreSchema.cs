using System.Collections.Generic;

namespace OrderOps.Journal;

/// <summary>What a store's file holds, as the statements that lead there.</summary>
/// <param name="Name">What it is called in messages, such as <c>inbox</c>.</param>
/// <param name="ApplicationId">Marks the file, so that another program's is never taken for one.</param>
/// <param name="Migrations">Version n is reached by the first n of these. Each only adds; none is ever changed.</param>
internal sealed record StoreSchema(string Name, int ApplicationId, IReadOnlyList<string> Migrations)
{
    /// <summary>The newest version.</summary>
    public int Version => Migrations.Count;
}
