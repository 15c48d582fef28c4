using System;
using System.Collections.Concurrent;
using System.Text;

namespace OrderOps.Sandbox.Server;

/// <summary>
/// A growing run of bytes for replies of megabytes. Buffers are used again, since a new array for each page of a million
/// orders would keep the collector busy in a process that is being measured.
/// </summary>
internal sealed class ByteBuffer
{
    private const int MostSpares = 8;

    private static readonly ConcurrentQueue<ByteBuffer> Spares = new();

    private byte[] _bytes = new byte[64 * 1024];
    private int _count;

    private ByteBuffer()
    {
    }

    public ArraySegment<byte> Written => new(_bytes, 0, _count);

    public static ByteBuffer Rent() => Spares.TryDequeue(out var spare) ? spare : new();

    /// <summary>Gives the buffer back; it must not be used after that.</summary>
    public void Return()
    {
        _count = 0;
        if (Spares.Count < MostSpares)
            Spares.Enqueue(this);
    }

    public void Add(byte[] bytes)
    {
        Reserve(bytes.Length);
        Buffer.BlockCopy(bytes, 0, _bytes, _count, bytes.Length);
        _count += bytes.Length;
    }

    public void Add(char ascii)
    {
        Reserve(1);
        _bytes[_count++] = (byte)ascii;
    }

    /// <summary>Adds ASCII letters.</summary>
    public void AddAscii(string text)
    {
        Reserve(text.Length);
        foreach (var letter in text)
            _bytes[_count++] = (byte)letter;
    }

    public void AddText(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _count += Encoding.UTF8.GetBytes(text, 0, text.Length, _bytes, _count);
    }

    /// <summary>Adds a number that is not negative, with zeros in front up to a width.</summary>
    public void AddNumber(long number, int width = 1)
    {
        var digits = 1;
        for (var rest = number; rest >= 10; rest /= 10)
            digits++;
        digits = Math.Max(digits, width);
        Reserve(digits);
        for (var at = _count + digits - 1; at >= _count; at--)
        {
            _bytes[at] = (byte)('0' + (number % 10));
            number /= 10;
        }

        _count += digits;
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - _count < more)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + more));
    }
}
