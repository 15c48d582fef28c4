using System;
using OrderOps.Rules;
using Xunit;

namespace OrderOps.Tests.Itl;

/// <summary>Asks one rule under every culture.</summary>
internal static class RuleTable
{
    public static void Takes(Func<string, RuleAnswer> rule, string text, string expected) => Cultures.Each(() =>
    {
        RuleAnswer answer = rule(text);
        Assert.Null(answer.Problem);
        Assert.Equal(expected, answer.Value);
    });

    public static void Notes(Func<string, RuleAnswer> rule, string text, string expected, string words) => Cultures.Each(() =>
    {
        RuleAnswer answer = rule(text);
        Assert.False(answer.Refused);
        Assert.Equal(expected, answer.Value);
        Assert.Contains(words, answer.Problem);
        Assert.False(string.IsNullOrEmpty(answer.Remedy));
    });

    public static void Refuses(Func<string, RuleAnswer> rule, string text, string words) => Cultures.Each(() =>
    {
        RuleAnswer answer = rule(text);
        Assert.True(answer.Refused, $"'{text}' was taken as '{answer.Value}'.");
        Assert.Contains(words, answer.Problem);
        Assert.False(string.IsNullOrEmpty(answer.Remedy));
    });
}
