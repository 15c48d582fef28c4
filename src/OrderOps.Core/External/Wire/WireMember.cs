namespace OrderOps.External;

/// <summary>A member of an object of the wire.</summary>
internal sealed class WireMember
{
    public WireMember(string name, string raw)
    {
        Name = name;
        Raw = raw;
    }

    public string Name { get; }

    /// <summary>The value as JSON.</summary>
    public string Raw { get; set; }

    /// <summary>Whether it was set here, and not by the service.</summary>
    public bool IsChanged { get; set; }
}
