using System.Globalization;

namespace OrderOps.Omni;

/// <summary>
/// Walks through JSON in UTF-8 without making anything of it: what nobody asks for is only passed over, however large.
/// </summary>
internal sealed partial class JsonCursor
{
    /// <summary>How many objects and lists may stand in one another.</summary>
    public const int Deepest = 64;

    private readonly byte[] _body;
    private int _at;
    private int _depth;

    public JsonCursor(byte[] body, int at)
    {
        _body = body;
        _at = at;
    }

    public byte[] Body => _body;

    /// <summary>How far it is.</summary>
    public int Position => _at;

    /// <summary>Where the name stands that was read last, from its quote on.</summary>
    public int NameAt { get; private set; }

    /// <summary>The name that was read last, between its quotes.</summary>
    public int NameStart { get; private set; }

    public int NameLength { get; private set; }

    public bool NameEscaped { get; private set; }

    /// <summary>Whether an empty string comes next.</summary>
    public bool IsBlank => Peek() == '"' && _at + 1 < _body.Length && _body[_at + 1] == '"';

    /// <summary>The first letter of what comes next; zero at the end.</summary>
    public byte Peek()
    {
        byte[] body = _body;
        while (_at < body.Length)
        {
            byte next = body[_at];
            if (next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return next;
            }

            _at++;
        }

        return 0;
    }

    public void BeginObject() => Begin((byte)'{');

    public void BeginList() => Begin((byte)'[');

    /// <summary>Goes on to the next member's value; says whether there is one.</summary>
    public bool NextMember(ref bool first)
    {
        if (!Next((byte)'}', ref first))
        {
            return false;
        }

        ReadName();
        return true;
    }

    /// <summary>Reads a member's name and the colon.</summary>
    public void ReadName()
    {
        if (Peek() != '"')
        {
            throw Broken("a name is missing");
        }

        NameAt = _at;
        Quoted(out int start, out int length, out bool escaped);
        NameStart = start;
        NameLength = length;
        NameEscaped = escaped;
        if (Peek() != ':')
        {
            throw Broken("a colon is missing");
        }

        _at++;
    }

    /// <summary>Goes on to the next element; says whether there is one.</summary>
    public bool NextElement(ref bool first) => Next((byte)']', ref first);

    /// <summary>Passes over a whole value, which must be well-formed all the same.</summary>
    public void Skip()
    {
        bool first = true;
        switch (Peek())
        {
            case (byte)'{':
                BeginObject();
                while (NextMember(ref first))
                {
                    Skip();
                }

                break;
            case (byte)'[':
                BeginList();
                while (NextElement(ref first))
                {
                    Skip();
                }

                break;
            case (byte)'"':
                Quoted(out _, out _, out _);
                break;
            case (byte)'t':
            case (byte)'f':
                TakeFlag();
                break;
            case (byte)'n':
                TakeNull();
                break;
            default:
                TakeNumber(out _, out _);
                break;
        }
    }

    /// <summary>Nothing may follow.</summary>
    public void End()
    {
        if (Peek() != 0 || _at < _body.Length)
        {
            throw Broken("something follows its end");
        }
    }

    public PostingFault Broken(string what) =>
        new(Quarantine.NotJson(string.Format(CultureInfo.InvariantCulture, "{0} at byte {1}", what, _at)));

    private void Begin(byte bracket)
    {
        if (Peek() != bracket)
        {
            throw Broken("an object or a list is missing");
        }

        if (++_depth > Deepest)
        {
            throw new PostingFault(Quarantine.TooDeep);
        }

        _at++;
    }

    private bool Next(byte bracket, ref bool first)
    {
        byte next = Peek();
        if (next == bracket)
        {
            _at++;
            _depth--;
            return false;
        }

        if (first)
        {
            first = false;
            return true;
        }

        if (next != ',')
        {
            throw Broken(next == 0 ? "it ends in the middle" : "a comma is missing");
        }

        _at++;
        if (Peek() == bracket)
        {
            throw Broken("nothing follows a comma");
        }

        return true;
    }
}
