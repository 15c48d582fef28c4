using System;
using System.Linq;
using System.Text;
using OrderOps.Itl;
using Xunit;

namespace OrderOps.Tests.Itl;

/// <summary>
/// Whatever a server answers, reading it never throws, and an order counts as accepted only where the body says success
/// somewhere. The same seeds make the same bodies in every run.
/// </summary>
public class ReplyFuzzTests
{
    private const int Bodies = 4_000;
    private const string Alphabet = "{}[]\":,0123456789abtruefalsnE+-.\\/<>&; \n\u0000\u00E9\uD83D\uFEFF";

    private static readonly string[] Orders = { "A-1", "A-2", "A-3", "A-1" };
    private static readonly int?[] Statuses = { null, 200, 200, 200, 200, 301, 400, 401, 404, 413, 422, 429, 500, 503 };
    private static readonly string[] Seeds = Samples.Json("itl-replies.json").Concat(Samples.Json("itl-replies-further.json"))
        .Select(sample => (string)sample["body_text"]!).ToArray();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Reading_and_joining_never_throw(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < Bodies; i++)
        {
            string body = i % 10 == 0 ? Noise(random, random.Next(200)) : Mutate(random, Seeds[random.Next(Seeds.Length)]);
            ItlReply reply = ItlReplyReader.Read(Statuses[random.Next(Statuses.Length)], i % 3 == 0 ? "text/html" : null, body);

            Assert.NotNull(reply.Message);
            Assert.True(reply.Kind is ReplyKind.Entries or ReplyKind.Credentials || reply.Entries.Count == 0);
            ItlReplyEntry?[] synced = SyncReplyJoin.Join(Orders, reply);
            ItlReplyEntry?[] cancelled = CancelReplyJoin.Join(Orders.Length, reply);
            Assert.Equal(Orders.Length, synced.Length);
            Assert.Equal(Orders.Length, cancelled.Length);
            Assert.True(synced.Where(entry => entry != null).Distinct().Count() == synced.Count(entry => entry != null), "An entry was given to two orders: " + body);
            if (body.IndexOf("success", StringComparison.OrdinalIgnoreCase) < 0 && body.IndexOf('\\') < 0)
            {
                Assert.DoesNotContain(synced.Concat(cancelled), entry => entry is { Success: true });
            }
        }
    }

    private static string Noise(Random random, int length)
    {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++)
        {
            text.Append(Alphabet[random.Next(Alphabet.Length)]);
        }

        return text.ToString();
    }

    private static string Mutate(Random random, string body)
    {
        var text = new StringBuilder(body);
        for (int changes = random.Next(1, 4); changes > 0 && text.Length > 0; changes--)
        {
            int at = random.Next(text.Length);
            int length = Math.Min(random.Next(1, 12), text.Length - at);
            switch (random.Next(5))
            {
                case 0: text.Remove(at, length); break;
                case 1: text.Insert(at, Noise(random, random.Next(1, 6))); break;
                case 2: text.Insert(at, text.ToString(at, length)); break;
                case 3: text.Length = at; break;
                default: text[at] = Alphabet[random.Next(Alphabet.Length)]; break;
            }
        }

        return text.ToString();
    }
}
