using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Loading;
using Xunit;

namespace OrderOps.PowerShell.Tests.Loading;

public class TypeAcceleratorsTests
{
    [Fact]
    public void Types_come_under_their_full_names_and_go_again()
    {
        Engine<OneTest>.Reset();
        var accelerators = new TypeAccelerators(typeof(Engine<OneTest>));

        accelerators.Add([typeof(Outcome)]);
        Assert.Equal(typeof(Outcome), Engine<OneTest>.Get["OrderOps.Outcomes.Outcome"]);

        accelerators.Remove();
        Assert.Empty(Engine<OneTest>.Get);
    }

    [Fact]
    public void A_name_that_somebody_else_has_taken_stays_theirs()
    {
        Engine<AnotherTest>.Reset();
        Engine<AnotherTest>.Add("OrderOps.Outcomes.Outcome", typeof(string));
        var accelerators = new TypeAccelerators(typeof(Engine<AnotherTest>));

        accelerators.Add([typeof(Outcome)]);
        accelerators.Remove();

        Assert.Equal(typeof(string), Engine<AnotherTest>.Get["OrderOps.Outcomes.Outcome"]);
    }

    [Fact]
    public void An_engine_without_the_list_is_left_alone()
    {
        var accelerators = new TypeAccelerators(null);

        accelerators.Add([typeof(Outcome)]);

        Assert.Null(Record.Exception(accelerators.Remove));
    }

    [Fact]
    public void Every_public_model_exists() =>
        Assert.Equal(PublicModels.Names, PublicModels.FindIn(typeof(Outcome).Assembly).Select(type => type.FullName));

    private sealed class OneTest;

    private sealed class AnotherTest;

    // Shaped like the engine's own class: Add refuses a name that it has.
    private static class Engine<TTest>
    {
        public static Dictionary<string, Type> Get { get; } = [];

        public static void Add(string name, Type type) => Get.Add(name, type);

        public static bool Remove(string name) => Get.Remove(name);

        public static void Reset() => Get.Clear();
    }
}
