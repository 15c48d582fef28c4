// Mono's HTTP client and listener together stop answering now and then when two requests are let go at once.
#if !NETFRAMEWORK
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Omni;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Omni.Receiving;

/// <summary>The same new posting twice at the same instant, over two connections: one is new, one is a repeat, always.</summary>
public sealed class SameInstantTests : IDisposable
{
    private const int Pairs = 1000;
    private const string Thanks = "200 {\"hasError\":false,\"errorMessage\":\"\"}";

    private readonly TemporaryFolder _folder = new();
    private readonly PostingInbox _inbox;
    private readonly ReceiverRig _rig;

    public SameInstantTests()
    {
        _inbox = PostingInbox.Open(new InboxOptions { Path = _folder.File("inbox.db") });
        _rig = new ReceiverRig(sink: new InboxSink(_inbox, "default"));
    }

    [Fact]
    public async Task Of_a_thousand_pairs_one_is_new_and_one_a_repeat()
    {
        using Gate gate = new(2);
        var answers = await Task.WhenAll(SendAllAsync(gate), SendAllAsync(gate));

        Assert.All(answers, static sender => Assert.Equal(Enumerable.Repeat(Thanks, Pairs), sender));
        var counters = _inbox.Counters;
        Assert.Equal((2 * Pairs, Pairs, Pairs), (counters.Received, counters.Stored, counters.DuplicateDeliveries));
        Assert.Equal((0, 0, 0), (counters.ChangedDeliveries, counters.Quarantined, counters.Refused));
        Assert.Equal(Enumerable.Range(1, Pairs).Select(static id => ((long?)id, DeliveryKind.New)), Emitted());
        Assert.Empty(Emitted());
    }

    public void Dispose()
    {
        _rig.Dispose();
        _inbox.Dispose();
        _folder.Dispose();
    }

    private async Task<List<string>> SendAllAsync(Gate gate)
    {
        using HttpClient client = new() { BaseAddress = _rig.Client.BaseAddress };
        client.DefaultRequestHeaders.Add(ReceiverRig.Key, ReceiverRig.Secret);
        List<string> answers = new(Pairs);
        for (var id = 1; id <= Pairs; id++)
        {
            using ByteArrayContent body = new(Encoding.UTF8.GetBytes($"{{\"messageId\":{id},\"orderCode\":\"A\",\"eventType\":\"OUTWARD_ORDER_CREATE\"}}"));
            await gate.PassAsync();
            using var response = await client.PostAsync("omni/", body, TestContext.Current.CancellationToken);
            answers.Add($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        return answers;
    }

    private List<(long? MessageId, DeliveryKind Delivery)> Emitted()
    {
        using var lease = _inbox.AcquireConsumer();
        List<(long?, DeliveryKind)> emitted = [];
        while (_inbox.TakeUndelivered(100) is { Count: > 0 } taken)
        {
            emitted.AddRange(taken.OrderBy(static entry => entry.Id).Select(static entry => (entry.MessageId, entry.Delivery)));
            _inbox.MarkDelivered([.. taken.Select(static entry => entry.Id)]);
        }

        return emitted;
    }

    /// <summary>Lets all pass together, again and again.</summary>
    private sealed class Gate(int parties) : IDisposable
    {
        private readonly SemaphoreSlim _open = new(0);
        private int _arrived;

        public Task PassAsync()
        {
            if (Interlocked.Increment(ref _arrived) % parties == 0)
                _open.Release(parties);

            return _open.WaitAsync(TestContext.Current.CancellationToken);
        }

        public void Dispose() => _open.Dispose();
    }
}
#endif
