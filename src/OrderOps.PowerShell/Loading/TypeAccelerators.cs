using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Reflection;

namespace OrderOps.PowerShell.Loading;

/// <summary>
/// Lets scripts name types that live in the module's private load context, where type literals, New-Object, -is and
/// typed parameters do not look. The engine's own list has no public door, hence the reflection.
/// </summary>
/// <param name="registry">The engine's type with the static methods Add, Remove and Get.</param>
internal sealed class TypeAccelerators(Type? registry)
{
    private readonly List<string> added = [];

    /// <summary>The list of the PowerShell that runs this.</summary>
    public static TypeAccelerators OfThisPowerShell() =>
        new(typeof(PSObject).Assembly.GetType("System.Management.Automation.TypeAccelerators"));

    /// <summary>Adds types under their full names; a name that somebody else has taken stays theirs.</summary>
    public void Add(IEnumerable<Type> types)
    {
        var taken = Registered();
        foreach (var type in types)
        {
            if (type.FullName is { } name && !taken.ContainsKey(name))
            {
                Call("Add", name, type);
                added.Add(name);
            }
        }
    }

    /// <summary>Takes away what <see cref="Add"/> added.</summary>
    public void Remove()
    {
        foreach (var name in added)
        {
            Call("Remove", name);
        }

        added.Clear();
    }

    private Dictionary<string, Type> Registered() =>
        registry?.GetProperty("Get", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as Dictionary<string, Type>
        ?? [];

    private void Call(string method, params object[] arguments) =>
        registry?.GetMethod(method, BindingFlags.Public | BindingFlags.Static)?.Invoke(null, arguments);
}
