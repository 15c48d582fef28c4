using System;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Tests.Journal.Orders;

// The contract, kept by a file: each part of it with a file of its own a test.

public sealed class SqliteClaimTests : JournalClaimContract
{
    private readonly SqliteRig _rig = new();

    private protected override IJournal OpenJournal(TimeProvider time) => _rig.Open(time);

    private protected override void LetDie(RunSummary run) => _rig.LetDie(run);

    private protected override void HideProcess(RunSummary run) => _rig.HideProcess(run);

    private protected override void CloseRig() => _rig.Dispose();
}

public sealed class SqliteSettlingTests : JournalSettlingContract
{
    private readonly SqliteRig _rig = new();

    private protected override IJournal OpenJournal(TimeProvider time) => _rig.Open(time);

    private protected override void LetDie(RunSummary run) => _rig.LetDie(run);

    private protected override void HideProcess(RunSummary run) => _rig.HideProcess(run);

    private protected override void CloseRig() => _rig.Dispose();
}

public sealed class SqliteLeaseTests : JournalLeaseContract
{
    private readonly SqliteRig _rig = new();

    private protected override IJournal OpenJournal(TimeProvider time) => _rig.Open(time);

    private protected override void LetDie(RunSummary run) => _rig.LetDie(run);

    private protected override void HideProcess(RunSummary run) => _rig.HideProcess(run);

    private protected override void CloseRig() => _rig.Dispose();
}

public sealed class SqliteQueryTests : JournalQueryContract
{
    private readonly SqliteRig _rig = new();

    private protected override IJournal OpenJournal(TimeProvider time) => _rig.Open(time);

    private protected override void LetDie(RunSummary run) => _rig.LetDie(run);

    private protected override void HideProcess(RunSummary run) => _rig.HideProcess(run);

    private protected override void CloseRig() => _rig.Dispose();
}

public sealed class SqliteRunTests : JournalRunContract
{
    private readonly SqliteRig _rig = new();

    private protected override IJournal OpenJournal(TimeProvider time) => _rig.Open(time);

    private protected override void LetDie(RunSummary run) => _rig.LetDie(run);

    private protected override void HideProcess(RunSummary run) => _rig.HideProcess(run);

    private protected override void CloseRig() => _rig.Dispose();
}

public sealed class SqliteResolveTests : JournalResolveContract
{
    private readonly SqliteRig _rig = new();

    private protected override IJournal OpenJournal(TimeProvider time) => _rig.Open(time);

    private protected override void LetDie(RunSummary run) => _rig.LetDie(run);

    private protected override void HideProcess(RunSummary run) => _rig.HideProcess(run);

    private protected override void CloseRig() => _rig.Dispose();
}

public sealed class SqliteRemoveTests : JournalRemoveContract
{
    private readonly SqliteRig _rig = new();

    private protected override IJournal OpenJournal(TimeProvider time) => _rig.Open(time);

    private protected override void LetDie(RunSummary run) => _rig.LetDie(run);

    private protected override void HideProcess(RunSummary run) => _rig.HideProcess(run);

    private protected override void CloseRig() => _rig.Dispose();
}

public sealed class SqliteBatchTests : JournalBatchContract
{
    private readonly SqliteRig _rig = new();

    private protected override IJournal OpenJournal(TimeProvider time) => _rig.Open(time);

    private protected override void LetDie(RunSummary run) => _rig.LetDie(run);

    private protected override void HideProcess(RunSummary run) => _rig.HideProcess(run);

    private protected override void CloseRig() => _rig.Dispose();
}

public sealed class SqliteReclaimTests : JournalReclaimContract
{
    private readonly SqliteRig _rig = new();

    private protected override IJournal OpenJournal(TimeProvider time) => _rig.Open(time);

    private protected override void LetDie(RunSummary run) => _rig.LetDie(run);

    private protected override void HideProcess(RunSummary run) => _rig.HideProcess(run);

    private protected override void CloseRig() => _rig.Dispose();
}
