using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni.Receiving;

public class ReceiverAnswerTests
{
    [Fact]
    public async Task A_stored_posting_is_answered_with_the_stores_answer()
    {
        using var rig = new ReceiverRig();
        var (status, body, message) = await rig.PostAsync("{\"messageId\":1}");
        Assert.Equal(200, status);
        Assert.Equal("{\"hasError\":false,\"errorMessage\":\"\"}", body);
        Assert.Equal("application/json", message.Content.Headers.ContentType!.MediaType);
        Assert.Equal("{\"messageId\":1}", Encoding.UTF8.GetString(Assert.Single(rig.Sink.Bodies)));
    }

    [Fact]
    public async Task Nothing_is_answered_before_it_is_stored()
    {
        using var rig = new ReceiverRig();
        var commit = new TaskCompletionSource<bool>();
        var storing = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Sink.Before = async _ =>
        {
            storing.TrySetResult(true);
            await commit.Task;
        };
        var answer = rig.PostAsync("{}");
        await storing.Task;
        Assert.False(answer.IsCompleted);
        commit.SetResult(true);
        Assert.Equal(200, (await answer).Status);
    }

    [Theory]
    [InlineData("POST", "omni/", 200)]
    [InlineData("POST", "omni", 200)]
    [InlineData("POST", "omni/?from=increff", 200)]
    [InlineData("POST", "", 404)]
    [InlineData("POST", "other/", 404)]
    [InlineData("POST", "omni/further", 404)]
    [InlineData("POST", "OMNI/", 404)]
    [InlineData("POST", "omnivore", 404)]
    [InlineData("GET", "other/", 404)]
    [InlineData("GET", "omni/", 405)]
    [InlineData("PUT", "omni/", 405)]
    [InlineData("DELETE", "omni/", 405)]
    [InlineData("OPTIONS", "omni/", 405)]
    [InlineData("GET", "omni/health", 200)]
    [InlineData("POST", "omni/health", 405)]
    [InlineData("GET", "omni/credential", 404)]
    public async Task Method_and_path_decide_first(string method, string path, int expected)
    {
        using var rig = new ReceiverRig();
        var (status, _, message) = await rig.SendAsync(method, path, method is "POST" or "PUT" ? new StringContent("{}") : null);
        Assert.Equal(expected, status);
        Assert.Equal(expected == 405, message.Content.Headers.Allow.Count > 0);
        Assert.Equal(expected == 200 && method == "POST" ? 1 : 0, rig.Sink.Bodies.Count);
    }

    [Theory]
    [InlineData(ReceiverRig.Key, ReceiverRig.Secret, 200)]
    [InlineData("x-api-key", ReceiverRig.Secret, 200)]
    [InlineData(ReceiverRig.Key, null, 401)]
    [InlineData(ReceiverRig.Key, "", 401)]
    [InlineData(ReceiverRig.Key, "wrong", 401)]
    [InlineData(ReceiverRig.Key, ReceiverRig.Secret + "0", 401)]
    [InlineData("X-Other-Key", ReceiverRig.Secret, 401)]
    public async Task Credentials_decide_next(string header, string? secret, int expected)
    {
        using var rig = new ReceiverRig();
        var (status, body, _) = await rig.PostAsync("{}", secret, header);
        Assert.Equal(expected, status);
        Assert.Contains(expected == 200 ? "\"hasError\":false" : "\"hasError\":true", body);
        Assert.Equal(expected == 200 ? 1 : 0, rig.Sink.Bodies.Count);
        Assert.DoesNotContain(ReceiverRig.Secret, body);
    }

    [Fact]
    public async Task Several_sets_are_good_while_credentials_rotate()
    {
        using var rig = new ReceiverRig(static options => options with { Headers = [HeaderSet.Of([new("A", "old")]), HeaderSet.Of([new("A", "new"), new("B", "too")])] });
        Assert.Equal(200, (await rig.PostAsync("{}", "old", "A")).Status);
        Assert.Equal(401, (await rig.PostAsync("{}", "new", "A")).Status);
        rig.Client.DefaultRequestHeaders.Add("B", "too");
        Assert.Equal(200, (await rig.PostAsync("{}", "new", "A")).Status);
    }

    [Fact]
    public async Task Anybody_is_let_in_only_where_that_is_said()
    {
        using var rig = new ReceiverRig(static options => options with { Headers = [], AllowAnonymous = true });
        Assert.Equal(200, (await rig.PostAsync("{}", null)).Status);
    }

    [Fact]
    public async Task What_can_not_be_stored_is_to_be_sent_again()
    {
        using var rig = new ReceiverRig();
        rig.Sink.Before = static _ => throw new InvalidOperationException("database or disk is full at /var/lib/secret-place");
        var (status, body, message) = await rig.PostAsync("{}");
        Assert.Equal(503, status);
        Assert.Equal(TimeSpan.FromSeconds(10), message.Headers.RetryAfter!.Delta);
        Assert.DoesNotContain("secret-place", body);
        Assert.Equal(503, (await rig.SendAsync("GET", "omni/health", null)).Status);

        rig.Sink.Before = static _ => Task.CompletedTask;
        Assert.Equal(200, (await rig.PostAsync("{}")).Status);
        Assert.Equal(200, (await rig.SendAsync("GET", "omni/health", null)).Status);
    }

    [Fact]
    public async Task Storing_that_takes_too_long_is_given_up_before_the_sender_does()
    {
        // The clock goes only while it stores: on a busy machine the body may be waited for, too.
        var time = new Support.ManualTimeProvider();
        using var rig = new ReceiverRig(options => options with { Time = time });
        rig.Sink.Before = cancelled =>
        {
            _ = Task.Run(
                () =>
                {
                    while (!cancelled.IsCancellationRequested)
                        time.Advance(TimeSpan.FromSeconds(1));
                },
                cancelled);
            return Task.Delay(-1, cancelled);
        };
        Assert.Equal(503, (await rig.PostAsync("{}")).Status);
        Assert.True(new ReceiverOptions().StepTimeout < TimeSpan.FromSeconds(45d / 2));
    }

    [Fact]
    public async Task More_than_the_cap_in_hand_is_to_come_again()
    {
        using var rig = new ReceiverRig(static options => options with { MaximumInHand = 2 });
        var commit = new TaskCompletionSource<bool>();
        var entered = new System.Threading.SemaphoreSlim(0);
        rig.Sink.Before = async _ =>
        {
            entered.Release();
            await commit.Task;
        };
        var held = new[] { rig.PostAsync("{}"), rig.PostAsync("{}") };
        await entered.WaitAsync(TestContext.Current.CancellationToken);
        await entered.WaitAsync(TestContext.Current.CancellationToken);
        var (status, _, message) = await rig.PostAsync("{}");
        Assert.Equal(503, status);
        Assert.NotNull(message.Headers.RetryAfter);
        commit.SetResult(true);
        Assert.All(await Task.WhenAll(held), static answer => Assert.Equal(200, answer.Status));
        Assert.Equal(200, (await rig.PostAsync("{}")).Status);
        Assert.Equal(1, rig.Receiver.Refused["Busy"]);
    }

    [Fact]
    public async Task More_bytes_than_the_cap_in_hand_are_to_come_again()
    {
        using var rig = new ReceiverRig(static options => options with { MaximumBytesInHand = 100 });
        Assert.Equal(503, (await rig.PostAsync(new string('x', 101))).Status);
        Assert.Equal(200, (await rig.PostAsync(new string('x', 100))).Status);
        Assert.Equal(200, (await rig.PostAsync(new string('x', 100))).Status);
    }

    [Fact]
    public async Task Stopping_answers_what_is_in_hand_and_takes_nothing_more()
    {
        using var rig = new ReceiverRig();
        var commit = new TaskCompletionSource<bool>();
        var storing = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Sink.Before = async _ =>
        {
            storing.TrySetResult(true);
            await commit.Task;
        };
        var held = rig.PostAsync("{}");
        await storing.Task;
        var stopped = rig.Receiver.StopAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(503, (await rig.PostAsync("{}")).Status);
        Assert.False(stopped.IsCompleted);
        commit.SetResult(true);
        Assert.Equal(200, (await held).Status);
        await stopped;
        await Assert.ThrowsAsync<HttpRequestException>(() => rig.PostAsync("{}"));
    }

    [Fact]
    public async Task The_health_page_counts_what_was_refused_and_why()
    {
        using var rig = new ReceiverRig();
        await rig.PostAsync("{}");
        await rig.PostAsync("{}", "wrong");
        await rig.PostAsync("{}", "wrong");
        await rig.SendAsync("GET", "omni/", null);
        var (status, body, _) = await rig.SendAsync("GET", "omni/health", null, secret: null);
        Assert.Equal(200, status);
        var health = Newtonsoft.Json.Linq.JObject.Parse(body);
        Assert.Equal("ok", (string?)health["status"]);
        Assert.Equal(1, (int?)health["received"]);
        Assert.Equal(2, (int?)health["refused"]!["Unauthorized"]);
        Assert.Equal(1, (int?)health["refused"]!["NotPost"]);
        Assert.DoesNotContain(ReceiverRig.Secret, body);
    }
}
