using OrderOps.Integration;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Integration;

public sealed class ReplyTests
{
    [Theory]
    [InlineData("{\"message\":\"1 new records inserted. 0 existing records updated. Same value or invalid data skipped 0\",\"skipped\":0,\"inserted\":1,\"updated\":0}", 1, 0, 0)]
    [InlineData("{\"skipped\":\"4\",\"inserted\":\"2\",\"updated\":\"3\"}", 2, 3, 4)]
    [InlineData("{\"message\":\"12 new records inserted. 3 existing records updated. Same value or invalid data skipped 7\"}", 12, 3, 7)]
    [InlineData("\uFEFF{\"Inserted\":1,\"Updated\":1,\"Skipped\":1}", 1, 1, 1)]
    public void Counts_are_read_wherever_they_stand(string body, int inserted, int updated, int skipped) =>
        Assert.Equal(new UpsertCounts(inserted, updated, skipped), UpsertReplyReader.Read("application/json", body).Counts);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"inserted\":1,\"updated\":0}")]
    [InlineData("{\"inserted\":-1,\"updated\":0,\"skipped\":0}")]
    [InlineData("{\"inserted\":1.5,\"updated\":0,\"skipped\":0}")]
    [InlineData("{\"inserted\":99999999999999999999,\"updated\":0,\"skipped\":0}")]
    [InlineData("{\"inserted\":1,\"updated\":0,\"skipp")]
    public void What_has_no_counts_has_none(string body)
    {
        UpsertReply reply = UpsertReplyReader.Read("application/json", body);
        Assert.Null(reply.Counts);
        Assert.False(reply.IsPage);
    }

    [Fact]
    public void An_error_has_its_words_and_its_path()
    {
        UpsertReply reply = UpsertReplyReader.Read(null, "{\"path\":[\"data\",3,\"email\"],\"error\":\"<b>email</b> is required\"}");
        Assert.Equal("email is required", reply.Message);
        Assert.Equal(3, ReplyPath.PlaceIn(reply.Path));
    }

    [Fact]
    public void A_page_is_no_answer() => Assert.True(UpsertReplyReader.Read("text/html; charset=utf-8", "<!doctype html><p>Hello").IsPage);

    [Theory]
    [InlineData("data[3].email", 3)]
    [InlineData("data.3.email", 3)]
    [InlineData("/data/12/products/0/qty", 12)]
    [InlineData("body.data[0]", 0)]
    [InlineData("Data -> 7", 7)]
    [InlineData("email", null)]
    [InlineData("data", null)]
    [InlineData("data.email", null)]
    [InlineData("data.products[2].qty", null)]
    [InlineData("metadata[3]", null)]
    [InlineData("data3", null)]
    [InlineData("", null)]
    public void A_path_names_an_order_by_the_index_after_data(string path, int? place) => Assert.Equal(place, ReplyPath.PlaceIn(path));

    [Theory]
    [InlineData(1, 0, 0, 1, "Accepted", "Inserted", false)]
    [InlineData(0, 1, 0, 1, "Accepted", "Updated", false)]
    [InlineData(0, 0, 1, 1, "Unknown", null, false)]
    [InlineData(5, 5, 0, 10, "Accepted", null, false)]
    [InlineData(0, 0, 10, 10, "Unknown", null, false)]
    [InlineData(9, 0, 1, 10, "Unknown", null, false)]
    [InlineData(9, 0, 0, 10, "Unknown", null, true)]
    [InlineData(11, 0, 0, 10, "Unknown", null, true)]
    [InlineData(999999999, 999999999, 999999999, 1, "Unknown", null, true)]
    public void Counts_tell_what_they_can(int inserted, int updated, int skipped, int sent, string outcome, string? action, bool warns)
    {
        CountVerdict verdict = CountVerdict.Of(new UpsertCounts(inserted, updated, skipped), sent, UpsertEndpoint.Orders, sentBefore: false);

        Assert.Equal((outcome, action, warns), (verdict.Outcome.ToString(), verdict.Action, verdict.Warning is not null));
        Assert.Equal(verdict.Outcome == Outcome.Unknown, verdict.Remedy is not null);
    }
}
