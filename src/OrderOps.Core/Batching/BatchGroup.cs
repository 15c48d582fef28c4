using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;

namespace OrderOps.Batching;

/// <summary>Where a batch is on its way.</summary>
internal enum BatchStep
{
    /// <summary>It is being filled.</summary>
    Filling,

    /// <summary>It waits until it may be claimed.</summary>
    ToClaim,

    /// <summary>It is being claimed.</summary>
    Claiming,

    /// <summary>It waits until it may be sent.</summary>
    ToSend,

    /// <summary>It is being sent, or settled after.</summary>
    UnderWay,

    /// <summary>Its results can be taken.</summary>
    Done,
}

/// <summary>A batch with what needs no request and came among it, in the order of the input.</summary>
/// <typeparam name="TWork">One thing to send.</typeparam>
/// <typeparam name="TResult">What became of it.</typeparam>
internal sealed class BatchGroup<TWork, TResult>
{
    private readonly List<int> _workPlaces = new();
    private Batch<TWork>? _batch;
    private ExceptionDispatchInfo? _fault;

    /// <summary>Where it is on its way.</summary>
    public BatchStep Step { get; set; }

    /// <summary>The results, each at its place; nothing where it is not known yet.</summary>
    public List<TResult?> Places { get; } = new();

    /// <summary>What is to be sent.</summary>
    public List<TWork> Work { get; } = new();

    /// <summary>Adds an item to be sent.</summary>
    public void Add(TWork work)
    {
        _workPlaces.Add(Places.Count);
        Places.Add(default);
        Work.Add(work);
    }

    /// <summary>Fills it no more.</summary>
    /// <param name="number">Its number in the run.</param>
    /// <param name="needsClaim">Whether it has to be claimed before it is sent.</param>
    public void Close(int number, bool needsClaim)
    {
        _batch = new Batch<TWork>(number, Work);
        Step = needsClaim ? BatchStep.ToClaim : BatchStep.ToSend;
    }

    /// <summary>Begins its claim, with others.</summary>
    public void BeginClaim(ClaimHandful handful)
    {
        _batch!.Handful = handful;
        Step = BatchStep.Claiming;
    }

    /// <summary>Says whether others are about to be claimed when it has come back.</summary>
    public void Follow(bool isFollowed) => _batch!.IsFollowed = isFollowed;

    /// <summary>Puts the results of what was sent at their places.</summary>
    public void Put(IReadOnlyList<TResult> results)
    {
        for (int i = 0; i < results.Count; i++)
        {
            Places[_workPlaces[i]] = results[i];
        }
    }

    /// <summary>Does something with it, unless something failed before. A failure belongs to whoever takes the results.</summary>
    public async Task TryAsync(Func<Batch<TWork>, Task> step)
    {
        if (_fault is not null)
        {
            return;
        }

        try
        {
            await step(_batch!).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the thread that takes the results.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
        }
    }

    /// <summary>Gives the results.</summary>
    public IReadOnlyList<TResult> Take()
    {
        _fault?.Throw();
        return Places!;
    }
}
