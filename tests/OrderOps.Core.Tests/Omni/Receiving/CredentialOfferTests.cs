using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Omni;
using OrderOps.Tests.Support;
using Xunit;

namespace OrderOps.Tests.Omni.Receiving;

public class CredentialOfferTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly List<CredentialCall> _calls = new();

    private CredentialOffer Offer => new("keys/8c1f", "X-Omni-Key", TimeSpan.FromHours(24), TimeSpan.FromHours(2), 3, _calls.Add);

    [Fact]
    public async Task Who_gets_401_asks_for_credentials_and_is_let_in()
    {
        using var rig = new ReceiverRig(options => options with { Headers = [], Credentials = Offer });
        Assert.Equal(401, (await rig.PostAsync("{}", null)).Status);
        var (status, body, _) = await rig.SendAsync("GET", "omni/keys/8c1f", null, secret: null);
        Assert.Equal(200, status);
        var pair = Assert.Single(Newtonsoft.Json.Linq.JObject.Parse(body).Properties());
        Assert.Equal("X-Omni-Key", pair.Name);
        Assert.Equal(200, (await rig.PostAsync("{}", (string)pair.Value!, pair.Name)).Status);
        Assert.Equal(401, (await rig.PostAsync("{}", (string)pair.Value! + "0", pair.Name)).Status);
        Assert.DoesNotContain((string)pair.Value!, (await rig.SendAsync("GET", "omni/health", null)).Body);
        Assert.DoesNotContain((string)pair.Value!, string.Join(" ", _calls));
        Assert.Equal(("Rotated", "127.0.0.1"), (_calls.Single().Outcome, _calls.Single().Remote));
    }

    [Fact]
    public async Task Asking_too_often_is_refused_and_on_record()
    {
        using var rig = new ReceiverRig(options => options with { Credentials = Offer, Time = _time });
        var answers = new List<int>();
        for (var i = 0; i < 5; i++)
            answers.Add((await rig.SendAsync("GET", "omni/keys/8c1f", null)).Status);

        Assert.Equal([200, 200, 200, 429, 429], answers);
        Assert.Equal(["Rotated", "HandedOut", "HandedOut", "RateLimited", "RateLimited"], _calls.Select(static call => call.Outcome));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await rig.SendAsync("GET", "omni/keys/8c1f", null)).Status);
    }

    [Fact]
    public async Task What_can_not_be_put_on_record_is_not_handed_out()
    {
        var full = true;
        using var rig = new ReceiverRig(options => options with
        {
            Credentials = Offer with { Audit = _ => throw (full ? new System.IO.IOException("No space left on device") : new UnauthorizedAccessException()) },
        });
        for (var i = 0; i < 2; i++, full = false)
        {
            var (status, body, message) = await rig.SendAsync("GET", "omni/keys/8c1f", null);
            Assert.Equal(503, status);
            Assert.NotNull(message.Headers.RetryAfter);
            Assert.DoesNotContain("X-Omni-Key", body);
        }

        Assert.Equal(2, rig.Receiver.Refused["NotRecorded"]);
    }

    [Fact]
    public void Values_rotate_and_the_previous_stays_good_for_a_while()
    {
        var issuer = new CredentialIssuer(Offer, _time);
        var first = issuer.HandOut(null)!;
        _time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(first, issuer.HandOut(null));
        _time.Advance(TimeSpan.FromHours(2));
        var second = issuer.HandOut(null)!;
        Assert.NotEqual(first, second);
        Assert.Equal((true, true), (IsGood(first), IsGood(second)));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((false, true), (IsGood(first), IsGood(second)));
        _time.Advance(TimeSpan.FromHours(25));
        Assert.Equal((false, false), (IsGood(first), IsGood(second)));

        bool IsGood(string value) => issuer.Matches(name => name == "X-Omni-Key" ? value : null);
    }

    [Fact]
    public void Nothing_is_good_before_the_first_was_handed_out() =>
        Assert.False(new CredentialIssuer(Offer, _time).Matches(static _ => ""));

    [Fact]
    public void Values_can_not_be_guessed() =>
        Assert.Matches("^[0-9a-f]{64}$", new CredentialIssuer(Offer, _time).HandOut(null));
}
