using System;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OrderOps.Benchmarks;

/// <summary>A connection with one request at a time.</summary>
internal sealed class PostingConnection : IDisposable
{
    private readonly byte[] _buffer = new byte[4096];
    private int _filled;

    public PostingConnection(IPEndPoint end)
    {
        Socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(end);
    }

    public Socket Socket { get; }

    /// <summary>Which request it has sent.</summary>
    public int Number { get; private set; }

    /// <summary>When it began to send that.</summary>
    public long Since { get; private set; }

    public void Send(int number, byte[] request)
    {
        Number = number;
        Since = Stopwatch.GetTimestamp();
        _filled = 0;
        for (int sent = 0; sent < request.Length;)
        {
            sent += Socket.Send(request.AsSpan(sent));
        }
    }

    /// <summary>Reads what has come; nothing until the answer is complete.</summary>
    public (bool Stored, bool Closes)? TryReadAnswer()
    {
        int read = Socket.Receive(_buffer.AsSpan(_filled));
        if (read == 0)
        {
            throw new InvalidOperationException("The receiver closed the connection.");
        }

        _filled += read;
        ReadOnlySpan<byte> answer = _buffer.AsSpan(0, _filled);
        int body = answer.IndexOf("\r\n\r\n"u8) + 4;
        if (body < 4)
        {
            return null;
        }

        ReadOnlySpan<byte> head = answer[..body];
        if (_filled < body + int.Parse(Header(head, "\r\nContent-Length: "u8), NumberStyles.None, CultureInfo.InvariantCulture))
        {
            return null;
        }

        // HttpListener closes a connection after its hundredth request, and says so in that answer.
        return (head.StartsWith("HTTP/1.1 200"u8) && answer[body..].IndexOf("\"hasError\":false"u8) >= 0, Header(head, "\r\nConnection: "u8).SequenceEqual("close"u8));
    }

    public void Dispose() => Socket.Dispose();

    private static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        int at = head.IndexOf(name);
        ReadOnlySpan<byte> value = at < 0 ? default : head[(at + name.Length)..];
        return at < 0 ? default : value[..value.IndexOf((byte)'\r')];
    }
}
