using System;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Omni;

/// <summary>A body that was read, or why it was not.</summary>
/// <param name="Body">The body; null if it was refused.</param>
/// <param name="Refusal">What to answer instead; null with a body, and where the sender went away.</param>
/// <param name="Reserved">The bytes that are in hand for it.</param>
internal readonly record struct BodyReading(byte[]? Body, ReceiverAnswer? Refusal, long Reserved)
{
    private const int FirstBuffer = 64 * 1024;

    /// <summary>Reads a body within its cap and its deadline. HttpListener knows neither.</summary>
    /// <param name="stream">The body.</param>
    /// <param name="announced">The announced bytes, negative if they are not.</param>
    /// <param name="options">The cap.</param>
    /// <param name="deadlines">The deadline.</param>
    /// <param name="inHand">Where its bytes are reserved.</param>
    public static async Task<BodyReading> ReadAsync(Stream stream, long announced, ReceiverOptions options, Deadlines deadlines, InHand inHand)
    {
        int cap = options.MaximumBodySize;
        if (announced > cap)
        {
            return new(null, ReceiverAnswer.TooLarge, 0);
        }

        long reserved = announced >= 0 ? announced : FirstBuffer;
        if (!inHand.TryReserve(reserved))
        {
            return new(null, ReceiverAnswer.Busy, 0);
        }

        long start = deadlines.Start();
        // One byte more than fits shows that there is more.
        byte[] buffer = new byte[announced >= 0 ? Math.Min(announced, FirstBuffer) : FirstBuffer];
        int filled = 0;
        try
        {
            while (announced < 0 || filled < announced)
            {
                if (filled == buffer.Length)
                {
                    long larger = Math.Min(buffer.Length * 2L, announced >= 0 ? announced : cap + 1L);
                    if (announced < 0 && !inHand.TryReserve(larger - reserved))
                    {
                        return new(null, ReceiverAnswer.Busy, reserved);
                    }

                    reserved = Math.Max(reserved, larger);
                    Array.Resize(ref buffer, (int)larger);
                }

                Task<int> read = stream.ReadAsync(buffer, filled, buffer.Length - filled, CancellationToken.None);
                if (!read.IsCompleted && !await deadlines.IsInTimeAsync(read, start).ConfigureAwait(false))
                {
                    _ = read.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                    return new(null, ReceiverAnswer.TooSlow, reserved);
                }

                int count = await read.ConfigureAwait(false);
                if (count == 0)
                {
                    break;
                }

                filled += count;
                if (filled > cap)
                {
                    return new(null, ReceiverAnswer.TooLarge, reserved);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            return new(null, failure is HttpListenerException { ErrorCode: 400 } ? ReceiverAnswer.Malformed : null, reserved);
        }

        if (announced >= 0 && filled < announced)
        {
            return new(null, null, reserved);
        }

        Array.Resize(ref buffer, filled);
        return new(buffer, null, reserved);
    }
}
