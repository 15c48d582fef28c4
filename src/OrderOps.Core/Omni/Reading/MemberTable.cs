using System;
using System.Linq;
using System.Text;

namespace OrderOps.Omni;

/// <summary>The members of one kind of part, found by name without regard to case and without making a string.</summary>
/// <typeparam name="T">The part.</typeparam>
internal sealed class MemberTable<T>
{
    private readonly Member<T>?[] _slots;

    public MemberTable(params Member<T>[] members)
    {
        // 64 bits say which members were seen.
        _slots = new Member<T>?[members.Length > 32 ? 256 : 128];
        All = members;
        for (int i = 0; i < members.Length; i++)
        {
            members[i].Bit = 1UL << i;
            Mandatory |= members[i].Need == Need.Optional ? 0 : members[i].Bit;
            int slot = Hash(members[i].Name) & (_slots.Length - 1);
            while (_slots[slot] is not null)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = members[i];
        }
    }

    public Member<T>[] All { get; }

    /// <summary>The bits of those that must be there.</summary>
    public ulong Mandatory { get; }

    /// <summary>A table of some of them.</summary>
    public MemberTable<T> Only(params string[] names) =>
        new(All.Where(member => Array.IndexOf(names, member.Name) >= 0).Select(static member => member.Copy()).ToArray());

    /// <summary>The member whose name the cursor has just read.</summary>
    public Member<T>? Find(JsonCursor json)
    {
        byte[] name = json.Body;
        int start = json.NameStart;
        int length = json.NameLength;
        if (json.NameEscaped)
        {
            name = Encoding.UTF8.GetBytes(json.Name());
            start = 0;
            length = name.Length;
        }

        uint hash = (uint)length;
        for (int i = start; i < start + length; i++)
        {
            hash = (hash * 31) + (uint)(name[i] | 0x20);
        }

        for (int slot = (int)hash & (_slots.Length - 1); _slots[slot] is { } member; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (Same(member.Name, name, start, length))
            {
                return member;
            }
        }

        return null;
    }

    private static int Hash(string name)
    {
        uint hash = (uint)name.Length;
        foreach (char letter in name)
        {
            hash = (hash * 31) + (letter | 0x20u);
        }

        return (int)hash;
    }

    // The vendor's names are letters and digits; a digit keeps its bit, and no other letter of ASCII becomes one by it
    // except where a control character stood, which a name can't hold.
    private static bool Same(string known, byte[] name, int start, int length)
    {
        if (known.Length != length)
        {
            return false;
        }

        for (int i = 0; i < length; i++)
        {
            if ((known[i] | 0x20) != (name[start + i] | 0x20))
            {
                return false;
            }
        }

        return true;
    }
}
