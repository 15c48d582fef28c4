using System;
using OrderOps.Outcomes;
using Xunit;

namespace OrderOps.Tests.Outcomes;

public sealed class OutcomeNameTests
{
    [Theory]
    [InlineData(Outcome.Accepted)]
    [InlineData(Outcome.Duplicate)]
    [InlineData(Outcome.Rejected)]
    [InlineData(Outcome.Invalid)]
    [InlineData(Outcome.Unknown)]
    [InlineData(Outcome.Skipped)]
    [InlineData(Outcome.NotSent)]
    public void Each_outcome_is_read_by_its_name(Outcome outcome) => Assert.Equal(outcome, OutcomeName.Of(outcome.ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("accepted")]
    [InlineData("0")]
    public void Nothing_else_is_one(string name) => Assert.Throws<ArgumentOutOfRangeException>(() => OutcomeName.Of(name));
}
