using System;
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
        for (int at = Plain(body, start); at < body.Length; at++)
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
                at += Escape(at + 1);
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

    /// <summary>Goes on, eight bytes at a time, as long as none of them is a quote, a backslash or a control character.</summary>
    private static int Plain(byte[] body, int at)
    {
        const ulong Each = 0x0101010101010101;
        const ulong Tops = 0x8080808080808080;
        for (; at + sizeof(ulong) <= body.Length; at += sizeof(ulong))
        {
            ulong bytes = BitConverter.ToUInt64(body, at);
            ulong quotes = bytes ^ (Each * '"');
            ulong slashes = bytes ^ (Each * '\\');

            // The top bit of a byte stays or becomes one where the byte is zero, or below a blank.
            ulong found = ((quotes - Each) & ~quotes) | ((slashes - Each) & ~slashes) | ((bytes - (Each * ' ')) & ~bytes);
            if ((found & Tops) != 0)
            {
                break;
            }
        }

        return at;
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

    /// <summary>The length of the escape after a backslash, which must be one also where nobody reads it.</summary>
    private int Escape(int at)
    {
        byte letter = at < _body.Length ? _body[at] : (byte)0;
        if (letter is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t')
        {
            return 1;
        }

        bool known = letter == 'u' && at + 4 < _body.Length;
        for (int digit = 1; known && digit <= 4; digit++)
        {
            known = _body[at + digit] is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f') or (>= (byte)'A' and <= (byte)'F');
        }

        if (!known)
        {
            _at = at;
            throw Broken("a string has an escape that is none");
        }

        return 5;
    }

    private static char Unescape(string raw, ref int i)
    {
        char letter = raw[++i];
        if (letter == 'u')
        {
            i += 4;
            return (char)ushort.Parse(raw.Substring(i - 3, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        return letter switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => letter };
    }
}
