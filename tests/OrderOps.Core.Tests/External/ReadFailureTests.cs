using System;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.External;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.External;

public sealed class ReadFailureTests
{
    [Theory]
    [InlineData("a", "s", "API-Token and token")]
    [InlineData("a", null, "Sent was API-Token; not given is token (-SiteToken)")]
    [InlineData(null, "s", "Sent was token; not given is API-Token (-ApiToken)")]
    [InlineData(null, null, "No token was sent")]
    public void A_401_says_which_tokens_were_sent(string? apiToken, string? siteToken, string words)
    {
        using ExternalRig rig = new(new ExternalEndpointChanges { ApiToken = apiToken is null ? null : "secret-of-api", SiteToken = siteToken is null ? null : "secret-of-site" }, (401, """{"detail":"Token secret-of-api is no good."}"""));
        ServiceConfigurationException failure = Assert.Throws<ServiceConfigurationException>(() => rig.Reader.Regions(new LookupOptions()).NextPageAsync(CancellationToken.None).GetAwaiter().GetResult());
        Assert.Equal(ExternalErrors.CredentialsRefused, failure.ErrorId);
        Assert.True(failure.Credentials);
        Assert.Contains(words, failure.Message);
        Assert.Contains("is no good", failure.Message);
        if (apiToken is not null)
        {
            Assert.DoesNotContain("secret-of", failure.Message);
        }
    }

    [Theory]
    [InlineData(404, "<html>", true)]
    [InlineData(405, """{"detail":"no"}""", true)]
    [InlineData(301, "", true)]
    [InlineData(200, "<!doctype html><p>Log in</p>", true)]
    [InlineData(404, """{"detail":"Not found."}""", false)]
    public async Task A_wrong_place_ends_all_and_a_missing_order_only_itself(int status, string body, bool isFatal)
    {
        using ExternalRig rig = new((status, body));
        Exception failure = (await Record.ExceptionAsync(() => rig.Reader.OrderAsync("5", CancellationToken.None)))!;
        if (isFatal)
        {
            ServiceConfigurationException wrong = Assert.IsType<ServiceConfigurationException>(failure);
            Assert.Equal(ExternalErrors.AddressWrong, wrong.ErrorId);
            Assert.Contains("-Endpoint @{ Order =", wrong.RecommendedAction);
            Assert.Contains("guess", wrong.Message);
        }
        else
        {
            ExternalReadException missing = Assert.IsType<ExternalReadException>(failure);
            Assert.True(missing.IsNotFound);
            Assert.Contains("'5'", missing.Message);
        }

        Assert.Single(rig.Requests);
    }

    [Theory]
    [InlineData(400, """{"page_size":["Too large."]}""", ExternalErrors.RequestRefused, "page_size: Too large.")]
    [InlineData(500, "{}", ExternalErrors.ReadFailed, "500")]
    [InlineData(0, "", ExternalErrors.ReadFailed, "shop.test")]
    [InlineData(429, "{}", ExternalErrors.ReadFailed, "429")]
    [InlineData(200, "tea", ExternalErrors.ReplyUnreadable, "no JSON")]
    [InlineData(200, """{"detail":"ok"}""", ExternalErrors.ReplyUnreadable, "no list")]
    [InlineData(200, "[1,2]", ExternalErrors.ReplyUnreadable, "no object")]
    [InlineData(200, "[{\"order_id\":1}", ExternalErrors.ReplyUnreadable, "no JSON")]
    public void A_list_that_does_not_come_says_why(int status, string body, string errorId, string words)
    {
        using ExternalRig rig = new((status, body));
        ExternalReadException failure = Assert.Throws<ExternalReadException>(() => rig.Read());
        Assert.Equal(errorId, failure.ErrorId);
        Assert.Contains(words, failure.Message);
        Assert.NotEmpty(failure.RecommendedAction);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("8.62E+10")]
    [InlineData("1\n2")]
    public async Task What_can_be_no_id_is_not_asked_for(string id)
    {
        using ExternalRig rig = new((200, "{}"));
        ExternalReadException failure = await Assert.ThrowsAsync<ExternalReadException>(() => rig.Reader.OrderAsync(id, CancellationToken.None));
        Assert.Equal(ExternalErrors.IdInvalid, failure.ErrorId);
        Assert.Empty(rig.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5001)]
    public void A_page_has_1_to_5000_entries(int size)
    {
        using ExternalRig rig = new((200, "[]"));
        Assert.Equal("PageSizeOutOfRange", Assert.Throws<ServiceConfigurationException>(() => rig.Read(new OrderQuery { PageSize = size })).ErrorId);
    }
}
