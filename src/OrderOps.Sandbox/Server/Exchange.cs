using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Sandbox.Server;

/// <summary>One request from its arrival to its reply, or to the cut that a fault asked for.</summary>
internal sealed class Exchange(HttpConnection connection, IncomingRequest incoming, Reception reception, CancellationToken stopping)
{
    private readonly DateTimeOffset _receivedAt = DateTimeOffset.UtcNow;

    public async Task Run()
    {
        var request = reception.Receive(incoming);
        reception.Arrivals.Add();
        try
        {
            await Answer(request).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Hangup();
        }
    }

    private async Task Answer(SandboxRequest request)
    {
        var faults = reception.Faults.Take(request);
        await Wait(reception.Latency + Total(faults, fault => fault.WaitBefore)).ConfigureAwait(false);
        if (faults.Any(fault => fault.Cut == Cut.BeforeProcessing))
        {
            Hangup();
            return;
        }

        var reply = Process(request, faults);
        foreach (var fault in faults)
            fault.Change?.Invoke(reply);
        await Wait(Total(faults, fault => fault.WaitAfter)).ConfigureAwait(false);
        if (faults.Any(fault => fault.Cut == Cut.AfterProcessing))
        {
            Hangup();
            return;
        }

        Record(reply.StatusCode);
        await Delivery.Send(connection, incoming, reply, faults.Any(fault => fault.Cut == Cut.InsideReply), stopping).ConfigureAwait(false);
        reply.Content?.Return();
    }

    private static Reply Process(SandboxRequest request, IReadOnlyList<Fault> faults)
    {
        if (faults.Any(fault => fault.ReplacesProcessing))
            return new Reply();
        var shape = new ReplyShape();
        foreach (var fault in faults)
            fault.Shape?.Invoke(shape);
        return request.Answer(shape);
    }

    private static TimeSpan Total(IReadOnlyList<Fault> faults, Func<Fault, TimeSpan> wait)
        => TimeSpan.FromTicks(faults.Sum(fault => wait(fault).Ticks));

    private Task Wait(TimeSpan time) => time > TimeSpan.Zero ? Task.Delay(time, stopping) : Task.CompletedTask;

    private void Hangup()
    {
        Record(0);
        connection.Reset();
    }

    private void Record(int statusCode)
    {
        if (reception.Log.KeepsAny)
            reception.Log.Add(new(incoming.Method, incoming.Target, incoming.Body, incoming.Headers, _receivedAt, statusCode));
    }
}
