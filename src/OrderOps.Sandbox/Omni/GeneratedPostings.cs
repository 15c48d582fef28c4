using System;
using System.Collections.Generic;

namespace OrderOps.Sandbox.Omni;

/// <summary>Postings of made-up orders: several orders at a time, each going through its events in their order.</summary>
public static class GeneratedPostings
{
    private const int OpenOrders = 32;

    /// <summary>An endless supply.</summary>
    /// <param name="seed">The same seed and first id give the same postings.</param>
    /// <param name="ids">Where message ids come from.</param>
    /// <param name="start">The time of the first event; each further posting is one second later.</param>
    public static IEnumerable<OutgoingPosting> Endless(int seed, MessageIds ids, DateTimeOffset start)
    {
        if (ids is null)
        {
            throw new ArgumentNullException(nameof(ids));
        }

        return Produce(seed, ids, start);
    }

    private static IEnumerable<OutgoingPosting> Produce(int seed, MessageIds ids, DateTimeOffset start)
    {
#pragma warning disable CA5394 // Made-up orders, not secrets: they must be the same for the same seed.
        Random random = new(seed);
        List<OrderStory> open = new();
        for (long number = 0; ; number++)
        {
            DateTimeOffset now = start.AddSeconds(number);
            int place = random.Next(OpenOrders);
            if (place >= open.Count)
            {
                place = open.Count;
                open.Add(new OrderStory(ids.Next(), now, random));
            }

            OrderStory order = open[place];
            yield return order.Next(ids.Next(), now);
            if (order.IsOver)
            {
                open.RemoveAt(place);
            }
        }
#pragma warning restore CA5394
    }
}
