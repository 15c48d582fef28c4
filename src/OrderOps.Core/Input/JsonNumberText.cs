using System.IO;

namespace OrderOps.Input;

/// <summary>
/// Puts single quotes round the bare numbers of a JSON text, so that they are read as the text that stands there:
/// <c>0.10</c> keeps its zero, a long code its digits, and <c>8.62E+10</c> is seen for what it is. JSON's own texts have
/// double ones.
/// </summary>
internal sealed class JsonNumberText(TextReader inner) : TextReader
{
    /// <summary>What stands round a number.</summary>
    public const char Quote = '\'';

    private readonly char[] _chunk = new char[8192];
    private int _position;
    private int _length;
    private char _quote;
    private bool _escaped;
    private bool _inNumber;

    public override int Read(char[] buffer, int index, int count)
    {
        int written = 0;
        while (written < count && (_position < _length || Fill()))
        {
            buffer[index + written++] = Next(_chunk[_position]);
        }

        if (written < count && _inNumber)
        {
            _inNumber = false;
            buffer[index + written++] = Quote;
        }

        return written;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private char Next(char c)
    {
        if (_inNumber != IsNumberPart(c) && _quote == '\0' && (_inNumber || IsNumberStart(c)))
        {
            _inNumber = !_inNumber;
            return Quote;
        }

        _position++;
        if (_escaped)
        {
            _escaped = false;
        }
        else if (_quote != '\0')
        {
            _escaped = c == '\\';
            _quote = c == _quote ? '\0' : _quote;
        }
        else if (c is '"' or '\'')
        {
            _quote = c;
        }

        return c;
    }

    private bool Fill()
    {
        _position = 0;
        _length = inner.Read(_chunk, 0, _chunk.Length);
        return _length > 0;
    }

    private static bool IsNumberStart(char c) => c is '-' or (>= '0' and <= '9');

    private static bool IsNumberPart(char c) => IsNumberStart(c) || c is '+' or '.' or 'e' or 'E';
}
