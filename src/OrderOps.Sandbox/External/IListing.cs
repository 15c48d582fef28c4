using System.Collections.Generic;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>A list that is delivered in pages.</summary>
internal interface IListing
{
    /// <summary>Finds the entries of a page.</summary>
    /// <param name="start">The first, counted from 0.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="window">Takes what <see cref="Write"/> calls each entry.</param>
    /// <returns>How many there are in all.</returns>
    int Select(int start, int size, List<int> window);

    void Write(ByteBuffer json, int entry, FieldChoice fields);
}
