using System;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Tests.Journal.Orders.Model;
using Xunit;
using Xunit.Sdk;

namespace OrderOps.Tests.Journal.Orders;

/// <summary>Whatever happens in whatever order, the file says what a plain list in memory says.</summary>
public sealed class SqliteJournalModelTests : IDisposable
{
    private const int Histories = 10;
    private const int Steps = 25;

    private readonly SqliteRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_history_is_as_the_model_says_and_leaves_nothing_behind(int part)
    {
        StillTimeProvider clock = new(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));
        StillTimeProvider sleepyClock = new(clock.GetUtcNow());
        using SqliteJournal journal = _rig.Open(clock);
        using SqliteJournal sleepy = _rig.Open(sleepyClock);
        for (int seed = part * 1000; seed < (part * 1000) + Histories; seed++)
        {
            // One file for all of them: the rows of what was removed are used again.
            JournalHistory history = new(new Random(seed), journal, sleepy, clock, sleepyClock);
            try
            {
                await history.PlayAsync(Steps);
                Assert.Equal(0L, _rig.Read("SELECT (SELECT count(*) FROM claim) + (SELECT count(*) FROM orders) + (SELECT count(*) FROM run) + (SELECT count(*) FROM resolution)"));
            }
            catch (Exception e)
            {
                throw new XunitException($"The history of seed {seed} failed after '{history.Last}': {e.Message}", e);
            }
        }
    }
}
