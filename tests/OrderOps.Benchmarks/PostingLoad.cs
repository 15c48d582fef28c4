using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Sandbox.Omni;

namespace OrderOps.Benchmarks;

/// <summary>
/// Posts ready-made requests over connections that stay, each waiting for its answer, by bare sockets: whatever the
/// client needs of the processor is missing to the receiver that is measured beside it.
/// </summary>
internal static class PostingLoad
{
    private const int BodySize = 5000;

    /// <summary>Posts, and says in one line of JSON how it went.</summary>
    public static string Run(Uri address, int connections, int count, long firstId)
    {
        byte[][] requests = Requests(address, count, firstId);
        double[] latencies = new double[count];
        int next = -1;
        int acknowledged = 0;
        IPEndPoint end = new(IPAddress.Parse(address.Host), address.Port);
        Stopwatch watch = Stopwatch.StartNew();
        Task.WaitAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            Socket socket = await OpenAsync(end).ConfigureAwait(false);
            byte[] buffer = new byte[4096];
            for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                long start = Stopwatch.GetTimestamp();
                for (int sent = 0; sent < requests[i].Length;)
                {
                    sent += await socket.SendAsync(requests[i].AsMemory(sent), SocketFlags.None).ConfigureAwait(false);
                }

                (bool stored, bool closes) = await ReadAnswerAsync(socket, buffer).ConfigureAwait(false);
                latencies[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (stored)
                {
                    Interlocked.Increment(ref acknowledged);
                }

                if (closes)
                {
                    socket.Dispose();
                    socket = await OpenAsync(end).ConfigureAwait(false);
                }
            }

            socket.Dispose();
        })).ToArray());
        double seconds = watch.Elapsed.TotalSeconds;
        Array.Sort(latencies);
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"Seconds":{{seconds}},"Acknowledged":{{acknowledged}},"P50":{{latencies[count / 2]}},"P99":{{latencies[count * 99 / 100]}}}""");
    }

    private static byte[][] Requests(Uri address, int count, long firstId)
    {
        string head = $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: ";
        return Bodies(firstId).Take(count)
            .Select(body => Encoding.ASCII.GetBytes($"{head}{body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n").Concat(body).ToArray())
            .ToArray();
    }

    // Blanks make up what a posting lacks of 5 kB: they are read and stored like any other byte.
    private static IEnumerable<byte[]> Bodies(long firstId) =>
        GeneratedPostings.Endless(1, new MessageIds(firstId), DateTimeOffset.UtcNow)
            .Select(posting => posting.Body)
            .Where(body => body.Length <= BodySize)
            .Select(body => body.Concat(Enumerable.Repeat((byte)' ', BodySize - body.Length)).ToArray());

    private static async Task<Socket> OpenAsync(IPEndPoint end)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(end).ConfigureAwait(false);
        return socket;
    }

    // HttpListener closes a connection after its hundredth request, and says so in that answer.
    private static async Task<(bool Stored, bool Closes)> ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        int filled = 0;
        while (true)
        {
            int read = await socket.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None).ConfigureAwait(false);
            if (read == 0)
            {
                throw new InvalidOperationException("The receiver closed the connection.");
            }

            filled += read;
            string answer = Encoding.ASCII.GetString(buffer, 0, filled);
            int body = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
            if (body >= 4 && (answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal) || filled >= body + Length(answer)))
            {
                return (
                    answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && answer.Contains("\"hasError\":false", StringComparison.Ordinal),
                    answer.Contains("\r\nConnection: close", StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    private static int Length(string answer)
    {
        const string Name = "Content-Length: ";
        int at = answer.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? int.MaxValue / 2 : int.Parse(answer.AsSpan(at + Name.Length, answer.IndexOf('\r', at) - at - Name.Length), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
