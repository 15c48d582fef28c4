using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Batching;

/// <summary>
/// Sends a batch, and where it is refused as a whole without entries, its halves, until what is bad stands alone. Where the
/// refusal names the bad item, that one is taken out and the rest is sent again. When two batches in a row fail in all their halves it is not the orders: halving stops.
/// </summary>
/// <typeparam name="TWork">One thing to send.</typeparam>
internal sealed class Halving<TWork>
{
    private const int FruitlessBatchLimit = 2;

    private readonly Func<IReadOnlyList<TWork>, bool, Task<WholeRefusal?>> _attempt;
    private readonly Action<TWork, WholeRefusal> _reject;
    private readonly Action _giveUp;
    private int _fruitlessInARow;

    /// <summary>Makes one.</summary>
    /// <param name="attempt">Sends items (true: they are a part of a refused batch) and settles them, or gives the refusal of all of them.</param>
    /// <param name="reject">Settles an item that was refused and is not halved further.</param>
    /// <param name="giveUp">Called once, when halving stops.</param>
    public Halving(Func<IReadOnlyList<TWork>, bool, Task<WholeRefusal?>> attempt, Action<TWork, WholeRefusal> reject, Action giveUp)
    {
        _attempt = attempt;
        _reject = reject;
        _giveUp = giveUp;
    }

    private bool GivenUp => Volatile.Read(ref _fruitlessInARow) >= FruitlessBatchLimit;

    /// <summary>Sends a batch.</summary>
    /// <param name="items">Its items.</param>
    /// <returns>A task that ends when all are settled.</returns>
    public async Task SendAsync(IReadOnlyList<TWork> items)
    {
        bool fruitful = await SendPartAsync(items, isPart: false).ConfigureAwait(false);
        if (fruitful)
        {
            Interlocked.Exchange(ref _fruitlessInARow, 0);
        }
        else if (items.Count > 1 && Interlocked.Increment(ref _fruitlessInARow) == FruitlessBatchLimit)
        {
            _giveUp();
        }
    }

    private async Task<bool> SendPartAsync(IReadOnlyList<TWork> items, bool isPart)
    {
        WholeRefusal? answer = await _attempt(items, isPart).ConfigureAwait(false);
        while (answer?.Named is { } named && named >= 0 && named < items.Count)
        {
            _reject(items[named], answer);
            items = items.Where((_, i) => i != named).ToArray();
            answer = items.Count == 0 ? null : await _attempt(items, true).ConfigureAwait(false);
        }

        if (answer is not { } refusal)
        {
            return true;
        }

        if (items.Count == 1 || GivenUp)
        {
            WholeRefusal said = items.Count == 1 ? refusal : refusal with { Alone = false };
            foreach (TWork item in items)
            {
                _reject(item, said);
            }

            return false;
        }

        int half = (items.Count + 1) / 2;
        bool first = await SendPartAsync(items.Take(half).ToArray(), isPart: true).ConfigureAwait(false);
        bool second = await SendPartAsync(items.Skip(half).ToArray(), isPart: true).ConfigureAwait(false);
        return first || second;
    }
}

/// <summary>A refusal of everything in a request, without entries.</summary>
/// <param name="Message">The service's words, or ours where it gave none.</param>
/// <param name="StatusCode">HTTP status of the reply.</param>
/// <param name="Alone">Whether the item stood alone in the request.</param>
/// <param name="Named">The place of the item that it names, from 0; out of range where it names none of them.</param>
internal sealed record WholeRefusal(string Message, int? StatusCode, bool Alone = true, int? Named = null);
