using System;
using System.Collections.Generic;
using System.Linq;

namespace OrderOps.Sandbox.Omni;

/// <summary>Puts repeats and known shipments among postings, and shuffles them, as at-least-once delivery does.</summary>
public static class PostingMix
{
    // Repeats come soon after their first: keeping every body for them would need as much memory as there are postings.
    private const int Remembered = 256;

    /// <summary>Mixes.</summary>
    /// <param name="source">Postings, each once.</param>
    /// <param name="options">What to add.</param>
    /// <param name="ids">Message ids for what is renumbered.</param>
    public static IEnumerable<OutgoingPosting> Apply(IEnumerable<OutgoingPosting> source, MixOptions options, MessageIds ids)
    {
        if (source is null || options is null || ids is null)
        {
            throw new ArgumentNullException(source is null ? nameof(source) : options is null ? nameof(options) : nameof(ids));
        }

        // Cut before the shuffle, so that nothing is repeated whose first stayed behind.
        IEnumerable<OutgoingPosting> postings = Add(source, options, ids);
        return Shuffle(options.Count > 0 ? postings.Take(options.Count) : postings, options);
    }

#pragma warning disable CA5394 // Choices for a trial, not secrets: they must be the same for the same seed.
    private static IEnumerable<OutgoingPosting> Add(IEnumerable<OutgoingPosting> source, MixOptions options, MessageIds ids)
    {
        Random random = new(options.Seed);
        List<OutgoingPosting> recent = new(Remembered);
        foreach (OutgoingPosting posting in source)
        {
            yield return posting;
            if (recent.Count < Remembered)
            {
                recent.Add(posting);
            }
            else
            {
                recent[random.Next(Remembered)] = posting;
            }

            for (double draw = random.NextDouble(); draw < options.Repeats + options.Renumbered; draw = random.NextDouble())
            {
                OutgoingPosting known = recent[random.Next(recent.Count)];
                yield return draw < options.Repeats ? known.Again() : known.WithMessageId(ids.Next()) ?? known.Again();
            }
        }
    }

    private static IEnumerable<OutgoingPosting> Shuffle(IEnumerable<OutgoingPosting> source, MixOptions options)
    {
        Random random = new(options.Seed);
        List<OutgoingPosting> waiting = new(options.Shuffle + 1);
        foreach (OutgoingPosting posting in source)
        {
            waiting.Add(posting);
            if (waiting.Count > options.Shuffle)
            {
                yield return TakeAny();
            }
        }

        while (waiting.Count > 0)
        {
            yield return TakeAny();
        }

        OutgoingPosting TakeAny()
        {
            int place = random.Next(waiting.Count);
            OutgoingPosting taken = waiting[place];
            waiting[place] = waiting[waiting.Count - 1];
            waiting.RemoveAt(waiting.Count - 1);
            return taken;
        }
    }
#pragma warning restore CA5394
}
