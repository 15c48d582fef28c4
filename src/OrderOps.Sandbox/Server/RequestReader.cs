using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace OrderOps.Sandbox.Server;

/// <summary>Reads requests one after the other from a connection.</summary>
internal sealed class RequestReader(Stream stream)
{
    private const int LongestHead = 64 * 1024;

    private static readonly byte[] Continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");

    private readonly byte[] _buffer = new byte[LongestHead];
    private int _start;
    private int _end;

    /// <summary>The next request with its body; null when the client has closed the connection.</summary>
    /// <exception cref="FormatException">What came is not HTTP/1.</exception>
    /// <exception cref="IOException">The connection broke, or ended inside a request.</exception>
    public async Task<IncomingRequest?> Next()
    {
        if (await ReadUntil("\r\n\r\n").ConfigureAwait(false) is not { } head)
            return null;
        var request = IncomingRequest.Parse(head);
        if (request.ExpectsContinue && _start == _end)
            await stream.WriteAsync(Continue, 0, Continue.Length).ConfigureAwait(false);
        request.Body = request.IsChunked
            ? await ReadChunks().ConfigureAwait(false)
            : await ReadExactly(request.ContentLength).ConfigureAwait(false);
        return request;
    }

    private async Task<byte[]> ReadChunks()
    {
        using var body = new MemoryStream();
        while (true)
        {
            var line = await ReadUntil("\r\n").ConfigureAwait(false) ?? throw Ended();
            var size = int.Parse(line.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (size == 0)
                break;
            var chunk = await ReadExactly(size).ConfigureAwait(false);
            body.Write(chunk, 0, chunk.Length);
            await ReadUntil("\r\n").ConfigureAwait(false);
        }

        while (await ReadUntil("\r\n").ConfigureAwait(false) is { Length: > 0 })
        {
            // Trailers say nothing that matters here.
        }

        return body.ToArray();
    }

    private async Task<byte[]> ReadExactly(int count)
    {
        if (count == 0)
            return [];
        var body = new byte[count];
        var filled = Math.Min(count, _end - _start);
        Buffer.BlockCopy(_buffer, _start, body, 0, filled);
        _start += filled;
        while (filled < count)
        {
            var read = await stream.ReadAsync(body, filled, count - filled).ConfigureAwait(false);
            if (read == 0)
                throw Ended();
            filled += read;
        }

        return body;
    }

    /// <summary>The text before a mark, which is consumed too; null when the connection ends before anything came.</summary>
    private async Task<string?> ReadUntil(string mark)
    {
        for (var from = _start; ;)
        {
            var found = Find(mark, from);
            if (found >= 0)
            {
                var text = Encoding.UTF8.GetString(_buffer, _start, found - _start);
                _start = found + mark.Length;
                return text;
            }

            // The next look starts a little earlier: the mark may have arrived in two parts.
            var seen = Math.Max(0, _end - _start - mark.Length + 1);
            if (!await Fill().ConfigureAwait(false))
                return _start == _end ? null : throw Ended();
            from = _start + seen;
        }
    }

    private int Find(string mark, int from)
    {
        for (var at = from; at <= _end - mark.Length; at++)
        {
            var same = 0;
            while (same < mark.Length && _buffer[at + same] == mark[same])
                same++;
            if (same == mark.Length)
                return at;
        }

        return -1;
    }

    private async Task<bool> Fill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            throw new FormatException("The head of the request is longer than 64 KB.");
        var read = await stream.ReadAsync(_buffer, _end, _buffer.Length - _end).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }

    private static EndOfStreamException Ended() => new("The client went away in the middle of its request.");
}
