using System;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Connections;
using Xunit;

namespace OrderOps.PowerShell.Tests.Connections;

public sealed class JournalChoiceTests
{
    [Theory]
    [InlineData(null, false, null, null, false, false)]
    [InlineData("/given", false, null, "/given", false, false)]
    [InlineData(null, false, "/sandbox", "/sandbox", true, false)]
    [InlineData("/given", false, "/sandbox", "/given", false, false)]
    [InlineData(null, true, "/sandbox", null, false, true)]
    public void What_is_given_goes_before_the_sandboxs_and_that_before_the_default(string? given, bool none, string? sandbox, string? path, bool isSandbox, bool isNone) =>
        Assert.Equal(new JournalChoice(isNone, path, isSandbox), JournalChoice.Of(given, none, sandbox, []));

    [Theory]
    [InlineData("/given", new string[0], "-Journal")]
    [InlineData(null, new[] { "-Resend" }, "-Resend")]
    [InlineData(null, new[] { "-SkipUnchanged" }, "-SkipUnchanged")]
    public void None_contradicts_whatever_needs_one(string? given, string[] needs, string named)
    {
        ServiceConfigurationException refused = Assert.Throws<ServiceConfigurationException>(() => JournalChoice.Of(given, none: true, sandbox: null, needs));
        Assert.Equal("NoJournalContradicted", refused.ErrorId);
        Assert.Contains(named, refused.Message);
    }

    [Fact]
    public void A_sandboxs_journal_is_found_by_its_port_on_this_machine_until_it_goes()
    {
        SandboxJournal journal = new(new Uri("http://127.0.0.1:59999/"));
        Assert.Equal(journal.Path, SandboxJournal.Of(new Uri("http://localhost:59999/itl/")));
        Assert.Null(SandboxJournal.Of(new Uri("http://127.0.0.1:59998/itl/")));
        Assert.Null(SandboxJournal.Of(new Uri("https://itl.example:59999/")));
        SandboxJournal next = new(new Uri("http://127.0.0.1:59999/"));
        journal.Delete();
        Assert.Equal(next.Path, SandboxJournal.Of(new Uri("http://127.0.0.1:59999/")));
        next.Delete();
        Assert.Null(SandboxJournal.Of(new Uri("http://127.0.0.1:59999/")));
    }
}
