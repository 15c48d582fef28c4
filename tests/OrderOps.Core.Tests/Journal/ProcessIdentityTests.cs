using OrderOps.Journal;
using Xunit;

namespace OrderOps.Tests.Journal;

public class ProcessIdentityTests
{
    [Fact]
    public void This_process_lives() => Assert.True(ProcessIdentity.Current.IsAlive());

    [Fact]
    public void The_same_id_with_another_start_is_another_process() =>
        Assert.False((ProcessIdentity.Current with { StartTicks = ProcessIdentity.Current.StartTicks - 1 }).IsAlive());

    [Fact]
    public void A_process_of_a_former_boot_is_dead() => Assert.False((ProcessIdentity.Current with { BootId = "another" }).IsAlive());

    [Fact]
    public void An_id_that_nobody_has_is_dead() => Assert.False((ProcessIdentity.Current with { ProcessId = int.MaxValue }).IsAlive());

    [Fact]
    public void A_process_of_another_machine_or_container_is_unknowable()
    {
        ProcessIdentity self = ProcessIdentity.Current;
        Assert.Equal(ProcessLife.Unknowable, (self with { Host = "elsewhere", BootId = "another" }).Look());
        Assert.Equal(ProcessLife.Unknowable, (self with { BootId = self.BootId + "/pid:[7]" }).Look());
        Assert.False((self with { BootId = self.BootId + "/pid:[7]" }).IsAlive());
    }

    [Fact]
    public void What_is_known_to_be_dead_is_dead()
    {
        ProcessIdentity self = ProcessIdentity.Current;
        Assert.Equal(ProcessLife.Dead, (self with { StartTicks = self.StartTicks - 1 }).Look());
        Assert.Equal(ProcessLife.Dead, (self with { BootId = "another" }).Look());
        Assert.Equal(ProcessLife.Alive, self.Look());
    }

    [Theory]
    [InlineData("pid:[4026531836]", "")]
    [InlineData("pid:[4026532201]", "/pid:[4026532201]")]
    [InlineData(null, "")]
    public void A_containers_process_ids_are_its_own(string? link, string space) => Assert.Equal(space, ProcessIdentity.SpaceOf(link));

    [Theory]
    [InlineData("71 (a) b) S 1 71 71 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 1 0 90210 0 0", 90210L)]
    [InlineData("71 (pwsh) Z 1 71 71 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 1 0 90210 0 0", null)]
    public void A_killed_process_that_nobody_reaped_is_dead(string stat, long? ticks) => Assert.Equal(ticks, ProcessIdentity.StartTicksIn(stat));
}
