using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>Writes the braces, commas and names of an object.</summary>
internal struct MemberWriter(ByteBuffer json, FieldChoice fields)
{
    private bool _begun;

    /// <summary>Writes a name, after which the value is due; false if that member is not wanted.</summary>
    public bool Begin(string name)
    {
        if (!fields.Wants(name))
            return false;
        json.Add(_begun ? ',' : '{');
        _begun = true;
        json.Add('"');
        json.AddAscii(name);
        json.Add('"');
        json.Add(':');
        return true;
    }

    public void End()
    {
        if (!_begun)
            json.Add('{');
        json.Add('}');
    }
}
