using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Batching;

public sealed partial class OrderedBatcherTests
{
    [Fact]
    public async Task A_full_batch_leaves_at_once_and_the_rest_when_the_input_ends()
    {
        using Rig rig = new(new BatchOptions { BatchSize = 25 });
        for (int i = 0; i < 60; i++)
        {
            rig.Batcher.Add(i);
        }

        Assert.Equal([25, 25], rig.SizesStarted(2));
        rig.Batcher.Complete();
        List<string> results = await rig.TakeAll();

        Assert.Equal([25, 25, 10], rig.SizesStarted(3));
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"sent {i}"), results);
    }

    [Fact]
    public async Task Results_come_in_input_order_whichever_batch_comes_back_first()
    {
        using Rig rig = new(new BatchOptions { BatchSize = 2, ThrottleLimit = 3 }, gated: true);
        for (int i = 0; i < 6; i++)
        {
            rig.Batcher.Add(i);
        }

        rig.Release(3);
        rig.Release(2);
        Assert.False(rig.Batcher.TryTake(out _));
        rig.Release(1);
        rig.Batcher.Complete();

        Assert.Equal(["sent 0", "sent 1", "sent 2", "sent 3", "sent 4", "sent 5"], await rig.TakeAll());
    }

    [Fact]
    public async Task What_needs_no_request_keeps_its_place()
    {
        using Rig rig = new(new BatchOptions { BatchSize = 2 });
        rig.Batcher.AddSettled("invalid a");
        rig.Batcher.Add(1);
        rig.Batcher.AddSettled("invalid b");
        rig.Batcher.Add(2);
        rig.Batcher.AddSettled("invalid c");
        rig.Batcher.Complete();

        Assert.Equal(["invalid a", "sent 1", "invalid b", "sent 2", "invalid c"], await rig.TakeAll());
        Assert.Equal([2], rig.SizesStarted(1));
    }

    [Fact]
    public async Task No_more_batches_are_in_flight_than_the_throttle_allows_and_room_ends_with_twice_as_many()
    {
        using Rig rig = new(new BatchOptions { BatchSize = 1, ThrottleLimit = 2 }, gated: true);
        for (int i = 0; i < 4; i++)
        {
            Assert.True(rig.Batcher.HasRoom);
            rig.Batcher.Add(i);
        }

        Assert.False(rig.Batcher.HasRoom);
        rig.SizesStarted(2);
        Assert.Equal(2, rig.Started);
        rig.Release(1);
        rig.SizesStarted(3);
        Assert.Equal(3, rig.Started);
        rig.Release(2, 3, 4);
        rig.Batcher.Complete();

        Assert.Equal(4, (await rig.TakeAll()).Count);
        Assert.Equal(2, rig.MostInFlight);
    }

    [Fact]
    public async Task A_part_filled_batch_leaves_when_its_wait_is_over()
    {
        using Rig rig = new(new BatchOptions { BatchSize = 25, BatchWait = TimeSpan.FromSeconds(5) });
        rig.Batcher.Add(1);
        rig.Time.Advance(TimeSpan.FromSeconds(4));
        rig.Batcher.Add(2);
        Assert.Equal(0, rig.Started);
        rig.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([2], rig.SizesStarted(1));
        rig.Batcher.Add(3);
        rig.Batcher.Complete();
        Assert.Equal(["sent 1", "sent 2", "sent 3"], await rig.TakeAll());
    }

    [Fact]
    public async Task A_run_of_settled_items_comes_out_without_waiting_for_a_batch()
    {
        using Rig rig = new(new BatchOptions { BatchSize = 25 });
        for (int i = 0; i < 100; i++)
        {
            rig.Batcher.AddSettled($"invalid {i}");
        }

        Assert.True(rig.Batcher.TryTake(out IReadOnlyList<string> results));
        Assert.Equal(100, results.Count);
        rig.Batcher.Complete();
        Assert.Empty(await rig.TakeAll());
    }

    [Fact]
    public async Task A_sender_that_fails_fails_whoever_takes_the_results()
    {
        using OrderedBatcher<int, string> batcher = new(new BatchOptions { BatchSize = 1 }, new ManualTimeProvider(), _ => throw new InvalidOperationException("Broken."));
        batcher.Add(1);
        await batcher.WaitForProgressAsync(CancellationToken.None);

        Assert.Equal("Broken.", Assert.Throws<InvalidOperationException>(() => batcher.TryTake(out _)).Message);
    }

    [Fact]
    public async Task Stopping_hands_what_waits_to_the_sender_so_that_all_of_it_is_settled()
    {
        using Rig rig = new(new BatchOptions { BatchSize = 1, ThrottleLimit = 1 }, gated: true);
        rig.Batcher.Add(1);
        rig.Batcher.Add(2);
        rig.Batcher.Add(3);
        rig.Batcher.Stop();
        rig.Release(1, 2, 3);

        Assert.Equal(["sent 1", "sent 2", "sent 3"], await rig.TakeAll());
        Assert.True(rig.Batcher.HasRoom);
    }

    private static async Task<List<string>> TakeAll(OrderedBatcher<int, string> batcher)
    {
        List<string> all = new();
        while (!batcher.IsEmpty)
        {
            if (batcher.TryTake(out IReadOnlyList<string> results))
            {
                all.AddRange(results);
            }
            else
            {
                await batcher.WaitForProgressAsync(CancellationToken.None);
            }
        }

        return all;
    }

    private static async Task Wait(SemaphoreSlim semaphore, int times)
    {
        for (int i = 0; i < times; i++)
        {
            Assert.True(await semaphore.WaitAsync(TimeSpan.FromSeconds(30)), "What should have happened did not.");
        }
    }

    private sealed class Rig : IDisposable
    {
        private readonly ConcurrentQueue<int> _sizes = new();
        private readonly SemaphoreSlim _starts = new(0);
        private readonly TaskCompletionSource<bool>[] _gates = Enumerable.Range(0, 10).Select(_ => new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        private readonly List<int> _seen = new();
        private readonly bool _gated;
        private int _inFlight;

        public Rig(BatchOptions options, bool gated = false, bool settled = false)
        {
            _gated = gated;
            Batcher = new OrderedBatcher<int, string>(options, Time, SendAsync, settle: settled ? batch => _gates[batch.Number].Task : null);
        }

        public ManualTimeProvider Time { get; } = new();

        public OrderedBatcher<int, string> Batcher { get; }

        public int Started => _sizes.Count;

        public int MostInFlight { get; private set; }

        public void Release(params int[] batches)
        {
            foreach (int batch in batches)
            {
                _gates[batch].TrySetResult(true);
            }
        }

        /// <summary>Waits until that many batches have left, and gives their sizes, the largest first.</summary>
        public int[] SizesStarted(int count)
        {
            while (_seen.Count < count)
            {
                Assert.True(_starts.Wait(TimeSpan.FromSeconds(30)), "A batch that should have left did not.");
                Assert.True(_sizes.TryPeek(out _));
                _seen.Add(0);
            }

            return _sizes.OrderByDescending(size => size).ToArray();
        }

        public Task<List<string>> TakeAll() => OrderedBatcherTests.TakeAll(Batcher);

        public void Dispose() => Batcher.Dispose();

        private async Task<IReadOnlyList<string>> SendAsync(Batch<int> batch)
        {
            lock (_gates)
            {
                MostInFlight = Math.Max(MostInFlight, ++_inFlight);
            }

            _sizes.Enqueue(batch.Items.Count);
            _starts.Release();
            if (_gated)
            {
                await _gates[batch.Number].Task;
            }

            lock (_gates)
            {
                _inFlight--;
            }

            return batch.Items.Select(item => $"sent {item}").ToArray();
        }
    }
}
