using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using OrderOps.Omni;
using Xunit;

#pragma warning disable CA1835 // .NET Framework has only the overloads with arrays.
namespace OrderOps.Tests.Omni.Receiving;

/// <summary>A receiver that ends says nothing to senders whose posting it has not stored.</summary>
public class ReceiverEndTests
{
    private static readonly string Posting = ReceiverRig.Head("Content-Length: 2") + "{}";

    [Theory]
    [InlineData("")]
    [InlineData("POST /omni/ HTTP/1.1\r\nHost:")]
    public async Task A_connection_without_a_request_hears_nothing(string begun)
    {
        using var rig = new ReceiverRig();
        using var sender = await ConnectAsync(rig, begun);
        Assert.Equal(200, (await rig.PostAsync("{}")).Status);
        await rig.Receiver.StopAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("", await ReadToEndAsync(sender));
    }

    [Theory]
    [InlineData("")]
    [InlineData("POST /omni/ HTTP/1.1\r\nHost:")]
    public async Task A_connection_that_had_its_answer_hears_nothing_more(string begun)
    {
        using var rig = new ReceiverRig();
        using var sender = await ConnectAsync(rig, Posting);
        var answer = new byte[1000];
        var length = await sender.GetStream().ReadAsync(answer, 0, answer.Length, TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 200", Encoding.ASCII.GetString(answer, 0, length));
        await WriteAsync(sender, begun);
        await rig.Receiver.StopAsync(TimeSpan.FromSeconds(30));
        Assert.DoesNotContain("HTTP/1.1", await ReadToEndAsync(sender));
    }

    [Fact]
    public async Task Who_could_not_be_answered_in_time_hears_nothing()
    {
        using var rig = new ReceiverRig();
        var commit = new TaskCompletionSource<bool>();
        var storing = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Sink.Before = async _ =>
        {
            storing.TrySetResult(true);
            await commit.Task;
        };
        using var sender = await ConnectAsync(rig, Posting);
        await storing.Task;
        await rig.Receiver.StopAsync(TimeSpan.Zero);
        Assert.Equal("", await ReadToEndAsync(sender));
        commit.SetResult(true);
    }

    [Fact]
    public async Task What_breaks_is_no_thanks_either()
    {
        CredentialOffer offer = new("keys", "X-Omni-Key", TimeSpan.FromHours(1), TimeSpan.FromHours(1), 1, static _ => throw new InvalidOperationException());
        using var rig = new ReceiverRig(options => options with { Credentials = offer });
        Assert.Equal(503, (await rig.SendAsync("GET", "omni/keys", null)).Status);
        Assert.Equal(1, rig.Receiver.Refused["Broken"]);
    }

    private static async Task<TcpClient> ConnectAsync(ReceiverRig rig, string begun)
    {
        TcpClient sender = new();
        await sender.ConnectAsync(IPAddress.Loopback, rig.Port);
        await WriteAsync(sender, begun);
        return sender;
    }

    private static async Task WriteAsync(TcpClient sender, string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        await sender.GetStream().WriteAsync(bytes, 0, bytes.Length, TestContext.Current.CancellationToken);
    }

    private static async Task<string> ReadToEndAsync(TcpClient sender)
    {
        try
        {
            using StreamReader reader = new(sender.GetStream(), Encoding.ASCII);
            return await reader.ReadToEndAsync();
        }
        catch (IOException)
        {
            // Reset, which says as little.
            return "";
        }
    }
}
