using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>Reads the parts of one posting by their tables, and notes where they depart from them.</summary>
internal sealed partial class PostingScan
{
    private const int MostParts = 100_000;

    // An empty object and the comma before the next one.
    private const int SmallestPart = 3;

    private readonly PostingFindings _findings;
    private readonly PostingPath _path = new();
    private int _parts;

    public PostingScan(byte[] body, int at, PostingFindings findings)
    {
        Json = new JsonCursor(body, at);
        _findings = findings;
    }

    public JsonCursor Json { get; }

    public PostingIdentity Identity { get; } = new();

    /// <summary>Whether a body is large enough to hold more parts than are read.</summary>
    public static bool CanHaveTooManyParts(byte[] body) => body.Length > MostParts * SmallestPart;

    /// <summary>Reads the object that comes next into a part.</summary>
    public void Into<T>(T part, MemberTable<T> table)
        where T : OmniPart
    {
        if (++_parts > MostParts)
        {
            throw new PostingFault(Quarantine.TooManyParts);
        }

        ulong seen = 0;
        ulong given = 0;
        bool first = true;
        Json.BeginObject();
        while (Json.NextMember(ref first))
        {
            int at = Json.NameAt;
            Member<T>? member = table.Find(Json);
            if (member is null)
            {
                Json.Skip();
                part.AddUnread(Json.Body, at);
                continue;
            }

            if ((seen & member.Bit) != 0)
            {
                Twice(member.Name, member.Need);
            }

            seen |= member.Bit;
            if (Json.TakeNull())
            {
                continue;
            }

            given |= member.Bit;
            _path.Enter(member.Name);
            if (member.Need == Need.Mandatory && Json.IsBlank)
            {
                Departs("", "is blank, and the vendor's table calls it mandatory");
            }

            if (!member.Read(part, this))
            {
                part.AddUnread(Json.Body, at);
            }

            _path.Leave();
        }

        if ((table.Mandatory & ~given) != 0)
        {
            Missing(table, given);
        }
    }

    /// <summary>An object; nothing where something else stands there.</summary>
    public T? Part<T>(MemberTable<T> table)
        where T : OmniPart, new()
    {
        if (Json.Peek() != '{')
        {
            Unreadable("is no object");
            return null;
        }

        T part = new();
        Into(part, table);
        return part;
    }

    /// <summary>A list of objects; one object alone is taken for a list of one.</summary>
    public IReadOnlyList<T>? Parts<T>(MemberTable<T> table)
        where T : OmniPart, new()
    {
        switch (Json.Peek())
        {
            case (byte)'[':
                return Elements(table);
            case (byte)'{':
                return [Part(table)!];
            default:
                Unreadable("is no list");
                return null;
        }
    }

    /// <summary>An object that nothing is known of.</summary>
    public IDictionary<string, object?>? Free()
    {
        if (Json.Peek() != '{')
        {
            Unreadable("is no object");
            return null;
        }

        return (IDictionary<string, object?>)JsonValue.Read(Json)!;
    }

    private List<T> Elements<T>(MemberTable<T> table)
        where T : OmniPart, new()
    {
        List<T> parts = new();
        bool first = true;
        Json.BeginList();
        for (int index = 0; Json.NextElement(ref first); index++)
        {
            _path.At(index);
            if (!Json.TakeNull() && Part(table) is { } part)
            {
                parts.Add(part);
            }
        }

        _path.At(-1);
        return parts;
    }

    private void Twice(string name, Need need)
    {
        string field = _path.To(name);
        if (need == Need.Identity)
        {
            throw new PostingFault(Quarantine.IdentityTwice(field));
        }

        _findings.Warn(field, "", "stands there twice; the last one counts");
    }

    private void Missing<T>(MemberTable<T> table, ulong given)
    {
        foreach (Member<T> member in table.All)
        {
            if (member.Need != Need.Optional && (given & member.Bit) == 0)
            {
                Missing(_path.To(member.Name), member.Need);
            }
        }
    }

    private void Missing(string field, Need need)
    {
        if (need == Need.Mandatory)
        {
            _findings.Warn(field, "", "is missing, and the vendor's table calls it mandatory");
        }
        else if (!PostingIdentity.Names.Contains(field))
        {
            // Without one of those the posting is not usable at all, which is said elsewhere.
            _findings.Warn(field, "", "is missing, so that repeats of this shipment are not noticed");
        }
    }

    private void Unreadable(string problem)
    {
        _findings.Warn(_path.To(), Shown(), problem + "; its value is in AdditionalData");
    }

    /// <summary>Passes over the value and gives a glimpse of it.</summary>
    private string Shown()
    {
        byte next = Json.Peek();
        switch (next)
        {
            case (byte)'"':
                return Json.TakeText();
            case (byte)'{' or (byte)'[':
                Json.Skip();
                return next == '{' ? "{…}" : "[…]";
            case (byte)'t' or (byte)'f':
                return Json.TakeFlag() ? "true" : "false";
            default:
                return Json.TakeNumberText();
        }
    }
}
