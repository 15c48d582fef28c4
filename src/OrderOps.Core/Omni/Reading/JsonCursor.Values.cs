using System.Globalization;
using System.Text;

namespace OrderOps.Omni;

/// <content>The values that are no objects and lists.</content>
internal sealed partial class JsonCursor
{
    /// <summary>Takes null if it stands here.</summary>
    public bool TakeNull()
    {
        if (Peek() != 'n')
        {
            return false;
        }

        Word("null");
        return true;
    }

    public bool TakeFlag()
    {
        if (Peek() == 't')
        {
            Word("true");
            return true;
        }

        Word("false");
        return false;
    }

    public string TakeText()
    {
        Quoted(out int start, out int length, out bool escaped);
        return Text(start, length, escaped);
    }

    /// <summary>The name that was read last.</summary>
    public string Name() => Text(NameStart, NameLength, NameEscaped);

    public string TakeNumberText()
    {
        TakeNumber(out int start, out int length);
        return Encoding.UTF8.GetString(_body, start, length);
    }

    /// <summary>Passes over a number, and says where it stands.</summary>
    public void TakeNumber(out int start, out int length)
    {
        Peek();
        start = _at;
        if (At() == '-')
        {
            _at++;
        }

        if (At() == '0')
        {
            _at++;
        }
        else
        {
            Digits();
        }

        if (At() == '.')
        {
            _at++;
            Digits();
        }

        if (At() is (byte)'e' or (byte)'E')
        {
            _at++;
            if (At() is (byte)'+' or (byte)'-')
            {
                _at++;
            }

            Digits();
        }

        length = _at - start;
    }

    private byte At() => _at < _body.Length ? _body[_at] : (byte)0;

    private void Digits()
    {
        int start = _at;
        while (At() is >= (byte)'0' and <= (byte)'9')
        {
            _at++;
        }

        if (_at == start)
        {
            throw Broken("a value is missing");
        }
    }

    private void Word(string word)
    {
        foreach (char letter in word)
        {
            if (At() != letter)
            {
                throw Broken("a value is missing");
            }

            _at++;
        }
    }

    private void Quoted(out int start, out int length, out bool escaped)
    {
        byte[] body = _body;
        escaped = false;
        start = ++_at;
        for (int at = start; at < body.Length; at++)
        {
            byte next = body[at];
            if (next == '"')
            {
                length = at - start;
                _at = at + 1;
                return;
            }

            if (next == '\\')
            {
                escaped = true;
                at++;
            }
            else if (next < ' ')
            {
                _at = at;
                throw Broken("a string has a control character");
            }
        }

        _at = body.Length;
        throw Broken("a string does not end");
    }

    private string Text(int start, int length, bool escaped)
    {
        if (!escaped)
        {
            return Encoding.UTF8.GetString(_body, start, length);
        }

        string raw = Encoding.UTF8.GetString(_body, start, length);
        StringBuilder text = new(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            text.Append(raw[i] == '\\' ? Unescape(raw, ref i) : raw[i]);
        }

        return text.ToString();
    }

    private char Unescape(string raw, ref int i)
    {
        char letter = raw[++i];
        switch (letter)
        {
            case '"' or '\\' or '/':
                return letter;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when i + 4 < raw.Length && ushort.TryParse(raw.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code):
                i += 4;
                return (char)code;
            default:
                throw Broken("a string has an escape that is none");
        }
    }
}
