using System;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Omni;

/// <summary>Writes answers, and parts with senders whose body was not read.</summary>
internal sealed class Parting
{
    // A socket that is closed while bytes are unread is reset, and the reset can overtake the answer.
    private const int LingerBytes = 64 * 1024 * 1024;
    private const int LingerersAllowed = 64;
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _time;
    private int _lingerers;

    public Parting(TimeProvider time) => _time = time;

    /// <summary>Breaks the connection off.</summary>
    public static void Break(HttpListenerContext context)
    {
        try
        {
            context.Response.Abort();
        }
#pragma warning disable CA1031 // It is gone either way.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>Answers a request.</summary>
    public async Task SayAsync(HttpListenerContext context, ReceiverAnswer answer, bool bodyIsRead)
    {
        HttpListenerResponse response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        if (answer.RetryAfter is { } seconds)
        {
            response.AddHeader("Retry-After", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (answer.Allow is not null)
        {
            response.AddHeader("Allow", answer.Allow);
        }

        if (answer.Status == 401)
        {
            response.AddHeader("WWW-Authenticate", "Header");
        }

        if (bodyIsRead || !context.Request.HasEntityBody)
        {
            response.Close(answer.Body, willBlock: true);
            return;
        }

        response.KeepAlive = false;
        response.ContentLength64 = answer.Body.Length;
        await response.OutputStream.WriteAsync(answer.Body, 0, answer.Body.Length, CancellationToken.None).ConfigureAwait(false);
        await response.OutputStream.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        if (answer.Status != 408)
        {
            await LingerAsync(context.Request.InputStream).ConfigureAwait(false);
        }

        response.Close();
    }

    private async Task LingerAsync(Stream body)
    {
        if (Interlocked.Increment(ref _lingerers) <= LingerersAllowed)
        {
            using CancellationTokenSource ended = new();
            Task over = _time.Delay(Linger, ended.Token);
            Task reading = ReadAwayAsync(body);
            await Task.WhenAny(reading, over).ConfigureAwait(false);
            ended.Cancel();
        }

        Interlocked.Decrement(ref _lingerers);
    }

    private static async Task ReadAwayAsync(Stream body)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            int count;
            for (long read = 0; read < LingerBytes; read += count)
            {
                count = await body.ReadAsync(buffer, 0, buffer.Length, CancellationToken.None).ConfigureAwait(false);
                if (count == 0)
                {
                    return;
                }
            }
        }
        catch (Exception failure) when (failure is IOException or HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Gone: that is what was waited for.
        }
    }
}
