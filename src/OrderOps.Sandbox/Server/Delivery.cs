using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Sandbox.Server;

/// <summary>Puts a reply on the wire: whole, slowly, or only its first half.</summary>
internal static class Delivery
{
    private const int DripPieces = 20;
    private const int LongestPacket = 32 * 1024;

    public static async Task Send(HttpConnection connection, IncomingRequest request, Reply reply, bool truncate, CancellationToken stopping)
    {
        var body = reply.Content?.Written ?? new ArraySegment<byte>(Encoding.UTF8.GetBytes(reply.Body));
        var coding = reply.ContentEncoding is { } asked && Compression.IsAccepted(asked, request.Header("Accept-Encoding")) ? asked : null;
        if (coding is not null)
            body = new(Compression.Compress(body, coding));
        var head = Encoding.ASCII.GetBytes(Head(request, reply, coding, body.Count + reply.Padding));
        if (request.Method == "HEAD")
            body = new([]);

        if (truncate)
        {
            // The length is announced in full and the connection is closed half-way, as a dying server leaves it.
            await Write(connection.Stream, head, body, body.Count / 2, stopping).ConfigureAwait(false);
            connection.Close();
        }
        else if (reply.Drip > TimeSpan.Zero)
        {
            await WriteSlowly(connection.Stream, head, body, reply.Drip, stopping).ConfigureAwait(false);
        }
        else
        {
            await Write(connection.Stream, head, body, body.Count, stopping).ConfigureAwait(false);
            await WriteBlanks(connection.Stream, reply.Padding, stopping).ConfigureAwait(false);
        }
    }

    private static string Head(IncomingRequest request, Reply reply, string? coding, long length)
    {
        var head = new StringBuilder("HTTP/1.1 ", 256)
            .Append(reply.StatusCode.ToString(CultureInfo.InvariantCulture)).Append(' ').Append((HttpStatusCode)reply.StatusCode)
            .Append("\r\nDate: ").Append(DateTime.UtcNow.ToString("R", CultureInfo.InvariantCulture))
            .Append("\r\nContent-Type: ").Append(reply.ContentType);
        // RFC 9110: a reply without content has no length either.
        if (reply.StatusCode is not (204 or 304))
            head.Append("\r\nContent-Length: ").Append(length.ToString(CultureInfo.InvariantCulture));
        if (coding is not null)
            head.Append("\r\nContent-Encoding: ").Append(coding);
        foreach (var header in reply.Headers)
            head.Append("\r\n").Append(header.Key).Append(": ").Append(header.Value);
        if (!request.KeepsAlive)
            head.Append("\r\nConnection: close");
        return head.Append("\r\n\r\n").ToString();
    }

    private static async Task Write(Stream stream, byte[] head, ArraySegment<byte> body, int count, CancellationToken stopping)
    {
        // One write, so that a small reply is one packet.
        var first = Math.Min(count, LongestPacket);
        var start = new byte[head.Length + first];
        Buffer.BlockCopy(head, 0, start, 0, head.Length);
        Buffer.BlockCopy(body.Array!, body.Offset, start, head.Length, first);
        await stream.WriteAsync(start, 0, start.Length, stopping).ConfigureAwait(false);
        if (count > first)
            await stream.WriteAsync(body.Array!, body.Offset + first, count - first, stopping).ConfigureAwait(false);
    }

    private static async Task WriteSlowly(Stream stream, byte[] head, ArraySegment<byte> body, TimeSpan duration, CancellationToken stopping)
    {
        await stream.WriteAsync(head, 0, head.Length, stopping).ConfigureAwait(false);
        var pause = TimeSpan.FromTicks(duration.Ticks / DripPieces);
        var piece = Math.Max(1, (body.Count + DripPieces - 1) / DripPieces);
        for (var start = 0; start < body.Count; start += piece)
        {
            await Task.Delay(pause, stopping).ConfigureAwait(false);
            await stream.WriteAsync(body.Array!, body.Offset + start, Math.Min(piece, body.Count - start), stopping).ConfigureAwait(false);
        }
    }

    private static async Task WriteBlanks(Stream stream, long count, CancellationToken stopping)
    {
        if (count == 0)
            return;
        var blanks = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
        for (; count > 0; count -= blanks.Length)
            await stream.WriteAsync(blanks, 0, (int)Math.Min(count, blanks.Length), stopping).ConfigureAwait(false);
    }
}
