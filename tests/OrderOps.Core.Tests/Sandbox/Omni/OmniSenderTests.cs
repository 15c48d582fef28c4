using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Sandbox.Omni;
using Xunit;
using static OrderOps.Tests.Sandbox.Omni.ScriptedReceiver;

namespace OrderOps.Tests.Sandbox.Omni;

public sealed class OmniSenderTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static OutgoingPosting[] Postings(int count) => GeneratedPostings.Endless(1, new MessageIds(1), Start).Take(count).ToArray();

    private static async Task<OmniLedger> Send(OmniOptions options, IEnumerable<OutgoingPosting> postings, Action<PostingAnswer>? answered = null)
    {
        using OmniSender sender = new(options);
        return await sender.SendAsync(postings, answered, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_is_stored_is_acknowledged_and_its_bytes_arrive()
    {
        using ScriptedReceiver receiver = ThatStores();
        OutgoingPosting[] postings = Postings(50);

        OmniLedger ledger = await Send(receiver.Options(), postings);

        Assert.Equal((50, 50, 50, 0), (ledger.Postings, ledger.Sent, ledger.Acknowledged, ledger.NotSent));
        Assert.Equal(postings.Select(posting => System.Text.Encoding.UTF8.GetString(posting.Body)).OrderBy(body => body), receiver.Bodies.OrderBy(body => body));
        Assert.InRange(ledger.P99Ms, ledger.P50Ms, ledger.MaxMs);
    }

    [Theory]
    [InlineData(200, """{"hasError":true,"errorMessage":"bad"}""", "hasError: bad")]
    [InlineData(413, "", "HTTP 413")]
    [InlineData(401, "", "HTTP 401")]
    public async Task What_is_refused_is_sent_once_and_counted_by_its_reason(int status, string body, string reason)
    {
        using ScriptedReceiver receiver = That(_ => Says(status, body));

        OmniLedger ledger = await Send(receiver.Options(), Postings(3));

        Assert.Equal((3, 3, 0), (ledger.Refused, ledger.Sent, ledger.Retries));
        Assert.Equal(3, ledger.Reasons[reason]);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_sent_again_with_the_same_bytes()
    {
        int calls = 0;
        using ScriptedReceiver receiver = That(_ => Interlocked.Increment(ref calls) < 3 ? Says(503) : Says(200, Stored));

        OmniLedger ledger = await Send(receiver.Options(), Postings(1));

        Assert.Equal((1, 3, 2), (ledger.Acknowledged, ledger.Sent, ledger.Retries));
        Assert.Single(receiver.Bodies.Distinct());
    }

    [Fact]
    public async Task Retries_end_and_leave_it_unanswered()
    {
        using ScriptedReceiver receiver = That(_ => Says(500));
        OmniOptions options = receiver.Options();
        options.MaximumRetryCount = 2;
        List<PostingAnswer> answers = [];

        OmniLedger ledger = await Send(options, Postings(1), answers.Add);

        Assert.Equal((1, 3), (ledger.Unanswered, ledger.Sent));
        PostingAnswer answer = Assert.Single(answers);
        Assert.Equal((PostingAnswer.Unanswered, "HTTP 500", 500, 3), (answer.Outcome, answer.Reason, answer.StatusCode, answer.Attempts));
    }

    [Fact]
    public async Task Nobody_listening_is_no_connection()
    {
        Uri address;
        using (ScriptedReceiver gone = ThatStores())
        {
            address = gone.Address;
        }

        OmniLedger ledger = await Send(new OmniOptions(address) { MaximumRetryCount = 1, RetryInterval = TimeSpan.FromMilliseconds(1) }, Postings(1));

        Assert.Equal((1, 2), (ledger.Unanswered, ledger.Sent));
        Assert.Equal(1, ledger.Reasons["no connection"]);
    }

    [Fact]
    public async Task No_answer_in_time_is_sent_again()
    {
        using ManualResetEventSlim release = new();
        int calls = 0;
        using ScriptedReceiver receiver = That(_ =>
        {
            if (Interlocked.Increment(ref calls) == 1)
            {
                release.Wait(TestContext.Current.CancellationToken);
            }

            return Says(200, Stored);
        });
        OmniOptions options = receiver.Options();
        options.Timeout = TimeSpan.FromMilliseconds(300);

        OmniLedger ledger = await Send(options, Postings(1));
        release.Set();

        Assert.Equal((1, true), (ledger.Acknowledged, ledger.Retries > 0));
    }

    [Fact]
    public async Task A_401_makes_it_ask_once_for_credentials_and_send_with_them()
    {
        int asked = 0;
        using ScriptedReceiver receiver = new((request, _) =>
        {
            if (request.HttpMethod == "GET")
            {
                Interlocked.Increment(ref asked);
                return new Reply(200, """{"X-Api-Key":"new"}""");
            }

            return request.Headers["X-Api-Key"] == "new" ? new Reply(200, Stored) : new Reply(401, "");
        });
        OmniOptions options = receiver.Options();
        options.Headers = new Dictionary<string, string> { ["X-Api-Key"] = "old" };
        options.CredentialAddress = new Uri(receiver.Address, "credential");

        OmniLedger ledger = await Send(options, Postings(40));

        Assert.Equal((40, 1, 1), (ledger.Acknowledged, ledger.CredentialRequests, asked));
    }

    [Fact]
    public async Task New_credentials_that_are_refused_too_are_not_asked_for_in_a_circle()
    {
        using ScriptedReceiver receiver = new((request, _) => request.HttpMethod == "GET" ? new Reply(200, """{"X-Api-Key":"new"}""") : new Reply(401, ""));
        OmniOptions options = receiver.Options();
        options.CredentialAddress = new Uri(receiver.Address, "credential");
        options.Concurrency = 1;

        OmniLedger ledger = await Send(options, Postings(1));

        // Not how often it was sent: a connection that a busy listener drops is tried again.
        Assert.Equal((1, 1), (ledger.Refused, ledger.CredentialRequests));
    }

    [Fact]
    public async Task A_stop_gives_the_ledger_and_starts_nothing_more()
    {
        using CancellationTokenSource stop = new();
        using ScriptedReceiver receiver = ThatStores();
        OmniOptions options = receiver.Options();
        options.Concurrency = 1;
        using OmniSender sender = new(options);

        OmniLedger ledger = await sender.SendAsync(Postings(20), _ => stop.Cancel(), stop.Token);

        Assert.True(ledger.Stopped);
        Assert.Equal(1, ledger.Acknowledged);
        Assert.Equal(ledger.Postings, ledger.Acknowledged + ledger.Refused + ledger.Unanswered + ledger.NotSent);
    }

    [Fact]
    public void A_rehearsal_counts_and_sends_nothing()
    {
        using ScriptedReceiver receiver = ThatStores();
        using OmniSender sender = new(receiver.Options());

        OmniLedger ledger = sender.Rehearse(Postings(7));

        Assert.Equal((7, 7, 0), (ledger.Postings, ledger.NotSent, ledger.Sent));
        Assert.Empty(receiver.Bodies);
    }

    [Theory]
    [InlineData("Content-Type", "x")]
    [InlineData("X Key", "x")]
    [InlineData("X-Key", "top\r\nsecret")]
    public void A_header_that_is_none_is_refused_without_its_value(string name, string value)
    {
        OmniOptions options = new(new Uri("http://127.0.0.1:1/")) { Headers = new Dictionary<string, string> { [name] = value } };

        ArgumentException failure = Assert.Throws<ArgumentException>(() => new OmniSender(options));

        Assert.Contains(name, failure.Message);
        Assert.DoesNotContain("secret", failure.Message);
    }
}
