using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Transport;

/// <summary>Reads a reply's body up to a limit and turns it into text, whatever its charset calls itself.</summary>
internal sealed class ReplyText
{
    private const int ChunkBytes = 16 * 1024;

    private ReplyText(string text, bool tooLarge, Exception? failure)
    {
        Text = text;
        TooLarge = tooLarge;
        Failure = failure;
    }

    public string Text { get; }

    public bool TooLarge { get; }

    /// <summary>What ended the reading before the end; the text then holds what had come.</summary>
    public Exception? Failure { get; }

    /// <summary>Whether all came but could not be decompressed; brotli throws InvalidOperationException for that, as do disposed streams.</summary>
    public bool IsGarbled => Failure is InvalidDataException || Failure is InvalidOperationException and not ObjectDisposedException;

    public static async Task<ReplyText> ReadAsync(HttpContent? content, int maximumBytes, CancellationToken cancel)
    {
        if (content is null)
            return new ReplyText(string.Empty, tooLarge: false, failure: null);

        var expected = content.Headers.ContentLength;
        var buffer = new byte[expected > 0 && expected <= maximumBytes ? (int)expected + 1 : ChunkBytes];
        var length = 0;
        Exception? failure = null;
        try
        {
            using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
            while (true)
            {
                if (length == buffer.Length)
                    Array.Resize(ref buffer, Math.Min(buffer.Length * 2, maximumBytes + 1));
                var read = await stream.ReadAsync(buffer, length, buffer.Length - length, cancel).ConfigureAwait(false);
                if (read == 0)
                    break;
                length += read;
                if (length > maximumBytes)
                    return new ReplyText(string.Empty, tooLarge: true, failure: null);
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException or InvalidDataException or InvalidOperationException or WebException)
        {
            failure = exception;
        }

        return new ReplyText(Decode(buffer, length, content.Headers.ContentType?.CharSet), tooLarge: false, failure);
    }

    /// <summary>A byte order mark decides, then the charset, then UTF-8; an unknown charset is no reason to lose a reply.</summary>
    internal static string Decode(byte[] bytes, int length, string? charset)
    {
        if (length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
            return Encoding.UTF8.GetString(bytes, 3, length - 3);
        if (length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE)
            return Encoding.Unicode.GetString(bytes, 2, length - 2);
        if (length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
            return Encoding.BigEndianUnicode.GetString(bytes, 2, length - 2);

        return Named(charset).GetString(bytes, 0, length);
    }

    private static Encoding Named(string? charset)
    {
        var name = charset?.Trim('"', '\'', ' ');
        if (string.IsNullOrEmpty(name) || string.Equals(name, "utf-8", StringComparison.OrdinalIgnoreCase) || string.Equals(name, "utf8", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8;

        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }
}
