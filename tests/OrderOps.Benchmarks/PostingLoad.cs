using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using OrderOps.Sandbox.Omni;

namespace OrderOps.Benchmarks;

/// <summary>
/// Posts ready-made requests over connections that stay, each waiting for its answer, from one thread and by bare
/// sockets: whatever it needs of the processor is missing to the receiver that is measured beside it. The postings are
/// those of whole orders, most of them with shipments that were posted before.
/// </summary>
internal static class PostingLoad
{
    // Without the largest, those of two shipments with all their invoices, the mean is 5 kB.
    private const int LargestBody = 7500;

    /// <summary>Posts, and says in one line of JSON how it went.</summary>
    public static string Run(Uri address, int connections, int count, long firstId)
    {
        byte[][] bodies = Bodies(firstId).Take(count).ToArray();
        byte[][] requests = Array.ConvertAll(bodies, body => Request(address, body));
        double[] latencies = new double[count];
        IPEndPoint end = new(IPAddress.Parse(address.Host), address.Port);
        Dictionary<Socket, PostingConnection> open = [];
        List<Socket> ready = [];
        int next = 0;
        int acknowledged = 0;

        TimeSpan processor = ProcessorTime();
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; i < Math.Min(connections, count); i++)
        {
            Send(new PostingConnection(end));
        }

        while (open.Count > 0)
        {
            ready.Clear();
            ready.AddRange(open.Keys);
            Socket.Select(ready, null, null, -1);
            foreach (Socket socket in ready)
            {
                PostingConnection connection = open[socket];
                if (connection.TryReadAnswer() is not { } answer)
                {
                    continue;
                }

                latencies[connection.Number] = Stopwatch.GetElapsedTime(connection.Since).TotalMilliseconds;
                acknowledged += answer.Stored ? 1 : 0;
                if (next == count || answer.Closes)
                {
                    open.Remove(socket);
                    connection.Dispose();
                }

                if (next < count)
                {
                    Send(answer.Closes ? new PostingConnection(end) : connection);
                }
            }
        }

        double seconds = watch.Elapsed.TotalSeconds;
        double busy = (ProcessorTime() - processor).TotalSeconds;
        Array.Sort(latencies);
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"Seconds":{{seconds}},"Acknowledged":{{acknowledged}},"P50":{{latencies[count / 2]}},"P99":{{latencies[count * 99 / 100]}},"Busy":{{busy}},"Size":{{bodies.Average(static body => body.Length)}}}""");

        void Send(PostingConnection connection)
        {
            open[connection.Socket] = connection;
            connection.Send(next, requests[next]);
            next++;
        }
    }

    private static IEnumerable<byte[]> Bodies(long firstId) =>
        GeneratedPostings.Endless(1, new MessageIds(firstId), DateTimeOffset.UtcNow).Select(static posting => posting.Body).Where(static body => body.Length <= LargestBody);

    private static byte[] Request(Uri address, byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n")),
        .. body,
    ];

    private static TimeSpan ProcessorTime()
    {
        using Process self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }
}
