using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.External;

/// <summary>Which members were asked for with <c>fields=id,code,name</c>; those that do not exist are passed over.</summary>
internal sealed class FieldChoice
{
    private readonly HashSet<string>? _names;

    private FieldChoice(HashSet<string>? names) => _names = names;

    public static FieldChoice All { get; } = new(null);

    public static FieldChoice Of(string[]? names) => names is null ? All : new(new HashSet<string>(names, StringComparer.Ordinal));

    public bool Wants(string name) => _names is null || _names.Contains(name);

    public JObject Apply(JObject whole)
        => _names is null ? whole : new JObject(whole.Properties().Where(member => _names.Contains(member.Name)).Select(member => new JProperty(member)));
}
