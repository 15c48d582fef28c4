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

/// <summary>What is done with a batch before it is sent, and after.</summary>
public sealed partial class OrderedBatcherTests
{
    [Fact]
    public async Task What_is_settled_gives_its_place_in_flight_free_and_comes_out_only_then()
    {
        using Rig rig = new(new BatchOptions { BatchSize = 1, ThrottleLimit = 1 }, settled: true);
        rig.Batcher.Add(1);
        rig.Batcher.Add(2);

        Assert.Equal([1, 1], rig.SizesStarted(2));
        Assert.False(rig.Batcher.TryTake(out _));
        rig.Release(1, 2);
        rig.Batcher.Complete();
        Assert.Equal(["sent 1", "sent 2"], await rig.TakeAll());
        Assert.Equal(1, rig.MostInFlight);
    }

    [Fact]
    public async Task A_batch_that_comes_back_last_is_followed_by_none()
    {
        ConcurrentQueue<(int, bool)> settled = new();
        using OrderedBatcher<int, string> batcher = new(
            new BatchOptions { BatchSize = 1, ThrottleLimit = 1 },
            new ManualTimeProvider(),
            batch => Task.FromResult<IReadOnlyList<string>>([$"sent {batch.Number}"]),
            claim: _ => Task.CompletedTask,
            settle: batch =>
            {
                settled.Enqueue((batch.Number, batch.IsFollowed));
                return Task.CompletedTask;
            });
        batcher.Add(1);
        batcher.Complete();
        Assert.Equal(["sent 1"], await TakeAll(batcher));
        Assert.Equal([(1, false)], settled);
    }

    [Fact]
    public async Task A_batch_that_comes_back_while_another_one_is_claimed_is_followed()
    {
        TaskCompletionSource<bool> claim = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<bool> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ConcurrentQueue<(int, bool)> settled = new();
        using OrderedBatcher<int, string> batcher = new(
            new BatchOptions { BatchSize = 1, ThrottleLimit = 1 },
            new ManualTimeProvider(),
            async batch =>
            {
                await reply.Task;
                return [$"sent {batch.Number}"];
            },
            claim: batch => batch.Number == 1 ? Task.CompletedTask : claim.Task,
            settle: batch =>
            {
                settled.Enqueue((batch.Number, batch.IsFollowed));
                claim.TrySetResult(true);
                return Task.CompletedTask;
            });
        batcher.Add(1);
        batcher.Add(2);
        batcher.Complete();
        reply.SetResult(true);
        Assert.Equal(["sent 1", "sent 2"], await TakeAll(batcher));
        Assert.Equal([(1, true), (2, false)], settled);
    }

    [Theory]
    [InlineData(0, 12)]
    [InlineData(50, 4)]
    public async Task Batches_are_claimed_ahead_of_a_service_that_answers_at_once_only(int milliseconds, int claimed)
    {
        ManualTimeProvider time = new();
        SemaphoreSlim claims = new(0);
        SemaphoreSlim go = new(0);
        int count = 0;
        using OrderedBatcher<int, string> batcher = new(
            new BatchOptions { BatchSize = 1, ThrottleLimit = 4 },
            time,
            async batch =>
            {
                await go.WaitAsync();
                time.Advance(TimeSpan.FromMilliseconds(milliseconds));
                return [$"sent {batch.Number}"];
            },
            claim: _ =>
            {
                Interlocked.Increment(ref count);
                claims.Release();
                return Task.CompletedTask;
            });
        for (int i = 0; i < 24; i++)
        {
            batcher.Add(i);
        }

        await Wait(claims, 4);
        Assert.Equal(4, Volatile.Read(ref count));
        go.Release();
        await Wait(claims, claimed - 3);
        Assert.Equal(claimed + 1, Volatile.Read(ref count));
        Assert.False(batcher.HasRoom);
        go.Release(23);
        batcher.Complete();
        Assert.Equal(24, (await TakeAll(batcher)).Count);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(50, false)]
    public async Task More_is_held_beside_a_service_that_answers_at_once_only(int milliseconds, bool hasRoom)
    {
        ManualTimeProvider time = new();
        SemaphoreSlim go = new(0);
        SemaphoreSlim starts = new(0);
        using OrderedBatcher<int, string> batcher = new(
            new BatchOptions { BatchSize = 1, ThrottleLimit = 1 },
            time,
            async batch =>
            {
                starts.Release();
                await go.WaitAsync();
                time.Advance(TimeSpan.FromMilliseconds(milliseconds));
                return [$"sent {batch.Number}"];
            },
            claim: _ => Task.CompletedTask);
        for (int i = 0; i < 4; i++)
        {
            Assert.True(batcher.HasRoom);
            batcher.Add(i);
        }

        Assert.False(batcher.HasRoom);
        await Wait(starts, 1);
        go.Release();
        await Wait(starts, 1);
        Assert.Equal(hasRoom, batcher.HasRoom);
        go.Release(3);
        batcher.Complete();
        Assert.Equal(4, (await TakeAll(batcher)).Count);
    }

    [Fact]
    public async Task Claims_ahead_begin_by_the_handful_and_one_of_it_is_the_last()
    {
        SemaphoreSlim claims = new(0);
        SemaphoreSlim starts = new(0);
        SemaphoreSlim go = new(0);
        ConcurrentQueue<(ClaimHandful Handful, bool IsLast)> begun = new();
        using OrderedBatcher<int, string> batcher = new(
            new BatchOptions { BatchSize = 1, ThrottleLimit = 4 },
            new ManualTimeProvider(),
            async batch =>
            {
                starts.Release();
                await go.WaitAsync();
                return [$"sent {batch.Number}"];
            },
            claim: batch =>
            {
                begun.Enqueue((batch.Handful!, batch.Handful!.IsLast()));
                claims.Release();
                return Task.CompletedTask;
            });
        for (int i = 0; i < 24; i++)
        {
            batcher.Add(i);
        }

        await Wait(starts, 4);
        go.Release();
        await Wait(claims, 4 + 9);
        go.Release(3);
        await Wait(starts, 4);
        Assert.Equal(13, begun.Count);
        go.Release();
        await Wait(claims, 4);
        go.Release(19);
        batcher.Complete();
        Assert.Equal(24, (await TakeAll(batcher)).Count);
        Assert.Equal([1, 1, 1, 1, 9, 4], begun.GroupBy(claim => claim.Handful).Select(handful => handful.Count()).Take(6));
        Assert.All(begun.GroupBy(claim => claim.Handful), handful => Assert.Single(handful, claim => claim.IsLast));
    }

    [Fact]
    public async Task No_batch_leaves_before_an_earlier_one_whichever_claim_is_written_first()
    {
        TaskCompletionSource<bool> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        SemaphoreSlim claimed = new(0);
        ConcurrentQueue<bool> inTurn = new();
        using OrderedBatcher<int, string> batcher = new(
            new BatchOptions { BatchSize = 1, ThrottleLimit = 3 },
            new ManualTimeProvider(),
            batch =>
            {
                inTurn.Enqueue(first.Task.IsCompleted);
                return Task.FromResult<IReadOnlyList<string>>([$"sent {batch.Number}"]);
            },
            claim: batch =>
            {
                claimed.Release();
                return batch.Number == 1 ? first.Task : Task.CompletedTask;
            });
        for (int i = 0; i < 3; i++)
        {
            batcher.Add(i);
        }

        batcher.Complete();
        await Wait(claimed, 3);
        first.SetResult(true);
        Assert.Equal(["sent 1", "sent 2", "sent 3"], await TakeAll(batcher));
        Assert.Equal([true, true, true], inTurn);
    }
}
