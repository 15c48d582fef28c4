using System;
using System.IO;
using System.Threading.Tasks;
using OrderOps.Transport;
using Xunit;

namespace OrderOps.Tests.Transport;

public sealed class RequestContentTests
{
    [Fact]
    public async Task It_knows_when_it_was_asked_for_and_how_long_it_is()
    {
        using var content = Content(onceOnly: true);
        using var sent = new MemoryStream();

        await content.CopyToAsync(sent);

        Assert.True(content.WasEntered());
        Assert.Equal(3, content.Headers.ContentLength);
        Assert.Equal(new byte[] { 1, 2, 3 }, sent.ToArray());
    }

    [Fact]
    public async Task Once_it_was_found_unsent_it_stays_unsent()
    {
        using var content = Content(onceOnly: false);
        using var sent = new MemoryStream();

        Assert.False(content.WasEntered());
        await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(sent));

        Assert.False(content.WasEntered());
        Assert.Equal(0, sent.Length);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 6)]
    public async Task A_stack_that_asks_twice_gets_it_twice_only_where_that_is_harmless(bool onceOnly, int sentBytes)
    {
        using var content = Content(onceOnly);
        using var sent = new MemoryStream();

        await content.CopyToAsync(sent);
        var second = await Record.ExceptionAsync(() => content.CopyToAsync(sent));

        Assert.Equal(onceOnly, second is not null);
        Assert.Equal(sentBytes, sent.Length);
    }

    private static RequestContent Content(bool onceOnly) => new(new byte[] { 1, 2, 3 }, "application/json", onceOnly);
}
