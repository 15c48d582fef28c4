using System;
using System.Collections.Generic;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>One thing that the service can be asked for.</summary>
internal sealed class Operation(string name, string method, Credential needs, Func<Call, Reply> answer)
{
    /// <summary>Its name for faults.</summary>
    public string Name { get; } = name;

    public string Method { get; } = method;

    public Func<Call, Reply> Answer { get; } = answer;

    /// <summary>What a body names; only bodies that hold orders name any.</summary>
    public Func<string, IReadOnlyList<string>> Keys { get; set; } = _ => [];

    /// <summary>Whether <c>?group=</c> takes away the need of a credential: the vendor's page shows none for the stores of a group.</summary>
    public bool IsOpenByGroup { get; set; }

    public Credential Needs(Query query) => IsOpenByGroup && query["group"] is not null ? Credential.None : needs;
}
