using System;

namespace OrderOps.Wire;

/// <summary>
/// Writes JSON in UTF-8 into a buffer that grows and is used again. Half a character, which no UTF-8 can hold, becomes
/// the replacement character.
/// </summary>
internal sealed class JsonBytes
{
    private const string Hexadecimal = "0123456789abcdef";

    /// <summary>A buffer that grew over this is given up, so that one large request does not stay in memory.</summary>
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static JsonBytes? _own;

    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>This thread's own, empty. One at a time.</summary>
    public static JsonBytes Begin()
    {
        JsonBytes own = _own ??= new JsonBytes();
        own._length = 0;
        if (own._bytes.Length > LargestKept)
        {
            own._bytes = new byte[4096];
        }

        return own;
    }

    public byte[] ToArray()
    {
        var result = new byte[_length];
        Buffer.BlockCopy(_bytes, 0, result, 0, _length);
        return result;
    }

    public void Raw(byte[] bytes)
    {
        Reserve(bytes.Length);
        Buffer.BlockCopy(bytes, 0, _bytes, _length, bytes.Length);
        _length += bytes.Length;
    }

    public void Raw(char ascii)
    {
        Reserve(1);
        _bytes[_length++] = (byte)ascii;
    }

    /// <summary>Letters of plain ASCII that need no escape.</summary>
    public void Raw(string ascii)
    {
        Reserve(ascii.Length);
        foreach (char c in ascii)
        {
            _bytes[_length++] = (byte)c;
        }
    }

    /// <summary>A string, quoted and escaped.</summary>
    public void Text(string text)
    {
        // The most that one char takes is the six bytes of \u001f.
        Reserve((text.Length * 6) + 2);
        byte[] bytes = _bytes;
        int at = _length;
        bytes[at++] = (byte)'"';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= ' ' and <= '~' && c != '"' && c != '\\')
            {
                bytes[at++] = (byte)c;
            }
            else if (c < '\u0080')
            {
                at = Escape(bytes, at, c);
            }
            else
            {
                at = Encode(bytes, at, text, ref i);
            }
        }

        bytes[at++] = (byte)'"';
        _length = at;
    }

    private static int Escape(byte[] bytes, int at, char c)
    {
        if (c == '\u007F')
        {
            bytes[at++] = (byte)c;
            return at;
        }

        bytes[at++] = (byte)'\\';
        char letter = c switch { '"' => '"', '\\' => '\\', '\n' => 'n', '\r' => 'r', '\t' => 't', _ => 'u' };
        bytes[at++] = (byte)letter;
        if (letter == 'u')
        {
            bytes[at++] = (byte)'0';
            bytes[at++] = (byte)'0';
            bytes[at++] = (byte)Hexadecimal[c >> 4];
            bytes[at++] = (byte)Hexadecimal[c & 15];
        }

        return at;
    }

    private static int Encode(byte[] bytes, int at, string text, ref int i)
    {
        int point = text[i];
        if (char.IsSurrogate(text[i]))
        {
            bool pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            point = pair ? char.ConvertToUtf32(text[i], text[i + 1]) : 0xFFFD;
            i += pair ? 1 : 0;
        }

        if (point < 0x800)
        {
            bytes[at++] = (byte)(0xC0 | (point >> 6));
        }
        else if (point < 0x10000)
        {
            bytes[at++] = (byte)(0xE0 | (point >> 12));
            bytes[at++] = (byte)(0x80 | ((point >> 6) & 0x3F));
        }
        else
        {
            bytes[at++] = (byte)(0xF0 | (point >> 18));
            bytes[at++] = (byte)(0x80 | ((point >> 12) & 0x3F));
            bytes[at++] = (byte)(0x80 | ((point >> 6) & 0x3F));
        }

        bytes[at++] = (byte)(0x80 | (point & 0x3F));
        return at;
    }

    private void Reserve(int more)
    {
        if (_length + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
        }
    }
}
