using System;

namespace OrderOps.Omni;

/// <summary>A member that the vendor's page names.</summary>
/// <typeparam name="T">The part that it belongs to.</typeparam>
/// <param name="name">Its name, as the samples spell it.</param>
/// <param name="need">Whether the table calls it mandatory.</param>
/// <param name="read">Reads its value into the part; says whether it could be read.</param>
internal sealed class Member<T>(string name, Need need, Func<T, PostingScan, bool> read)
{
    public string Name => name;

    public Need Need => need;

    public ulong Bit { get; set; }

    /// <summary>The same for another table, where it has another bit.</summary>
    public Member<T> Copy() => new(name, need, read);

    public bool Read(T part, PostingScan scan) => read(part, scan);
}
