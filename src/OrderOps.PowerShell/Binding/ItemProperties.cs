using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace OrderOps.PowerShell.Binding;

/// <summary>
/// The properties of a pipeline item. PSObject.Properties makes a copy of each of them and asks the type table, 16 µs for
/// a row of 31 columns, which is more than reading it from a CSV file costs. An object without a class of its own, such
/// as such a row, holds them itself, and the engine has them in a list that is not public: where the first item of a type
/// shows that both ways say the same, that list is read.
/// </summary>
internal sealed class ItemProperties
{
    private static readonly Func<PSObject, PSMemberInfoCollection<PSMemberInfo>>? Own = Getter<PSMemberInfoCollection<PSMemberInfo>>("InstanceMembers");

    // TypeNames itself makes a copy that the engine keeps for as long as the item lives.
    private static readonly Func<PSObject, Collection<string>>? TypeNames = Getter<Collection<string>>("InternalTypeNames");

    private readonly Dictionary<string, bool> _holdsAll = new(StringComparer.Ordinal);

    /// <summary>The properties, in the order of the item.</summary>
    public IEnumerable<PSMemberInfo> Of(PSObject item)
    {
        if (Own is null || TypeNames is null || item.BaseObject is not PSCustomObject)
        {
            return item.Properties;
        }

        string type = TypeNames(item)[0];
        if (!_holdsAll.TryGetValue(type, out bool holdsAll))
        {
            holdsAll = Own(item)?.Where(IsOwn).Select(property => property.Name).SequenceEqual(item.Properties.Select(property => property.Name)) == true;
            _holdsAll.Add(type, holdsAll);
        }

        return holdsAll ? Own(item).Where(IsOwn) : item.Properties;
    }

    // The engine puts this one among them as soon as somebody has looked at an object's psobject.
    private static bool IsOwn(PSMemberInfo member) => member is PSPropertyInfo && member.Name != "pstypenames";

    private static Func<PSObject, TValue>? Getter<TValue>(string property)
    {
        MethodInfo? getter = typeof(PSObject).GetProperty(property, BindingFlags.Instance | BindingFlags.NonPublic)?.GetGetMethod(nonPublic: true);
        return getter is not null && typeof(TValue).IsAssignableFrom(getter.ReturnType)
            ? (Func<PSObject, TValue>)getter.CreateDelegate(typeof(Func<PSObject, TValue>))
            : null;
    }
}
