using System;
using System.Threading.Tasks;
using OrderOps.Tests.Support;
using OrderOps.Transport;
using Xunit;
using static OrderOps.Tests.Transport.ScriptedHandler;

namespace OrderOps.Tests.Transport;

public sealed class TransportLifetimeTests
{
    [Fact]
    public async Task It_sends_nothing_any_more()
    {
        using ScriptedHandler handler = new(Reply(200));
        TransportRig rig = new(handler);
        rig.Dispose();
        ServiceReply reply = await rig.SendAsync(RepeatPolicy.Once);
        Assert.NotEqual(ExchangeEnd.Replied, reply.End);
        Assert.Equal(0, handler.Calls);
    }

    [Fact]
    public void Connections_are_renewed_every_five_minutes()
    {
        int made = 0;
        ManualTimeProvider time = new();
        using ClientSource clients = new(() => new ScriptedHandler(Reply(++made)), time);
        clients.Next();
        time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        clients.Next();
        Assert.Equal(1, made);

        time.Advance(TimeSpan.FromSeconds(1));
        clients.Next();
        clients.Next();
        Assert.Equal(2, made);
    }

#if NET // Mono's collector guesses what is still held.
    [Fact]
    public async Task Nothing_holds_it_once_it_is_closed()
    {
        WeakReference transport = await SendAndCloseAsync();
        await CollectAsync(transport);
        Assert.False(transport.IsAlive);
    }

    [Fact]
    public async Task The_trace_holds_what_it_shows_and_not_the_request()
    {
        using TransportRig rig = new(new ScriptedHandler(Reply(200)));
        WeakReference request = await SendAsync(rig);
        await CollectAsync(request);

        Assert.False(request.IsAlive);
        Assert.Equal("batch 1", Assert.Single(rig.Transport.Trace.Read()).Label);
    }

    private static async Task CollectAsync(WeakReference reference)
    {
        // A task's last step may still be on its way out when the test goes on.
        for (int i = 0; i < 10 && reference.IsAlive; i++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> SendAsync(TransportRig rig)
    {
        ServiceRequest request = TransportRig.Post(RepeatPolicy.Once);
        Assert.Equal(ExchangeEnd.Replied, (await rig.SendAsync(request)).End);
        return new WeakReference(request);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> SendAndCloseAsync()
    {
        using TransportRig rig = new(new ScriptedHandler(Reply(200)));
        Assert.Equal(ExchangeEnd.Replied, (await rig.SendAsync(RepeatPolicy.Once)).End);
        return new WeakReference(rig.Transport);
    }
#endif
}
