using System;

namespace OrderOps.Transport;

/// <summary>A credential on its way to the wire. Nothing that prints, formats or serialises it shows it.</summary>
internal sealed class Secret
{
    private readonly string _value;

    /// <summary>Makes one.</summary>
    /// <param name="value">The secret.</param>
    public Secret(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>Gives the secret to whoever writes the wire.</summary>
    /// <returns>The secret.</returns>
    public string Reveal() => _value;

    /// <inheritdoc />
    public override string ToString() => "REDACTED";
}
