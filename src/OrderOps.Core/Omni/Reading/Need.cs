namespace OrderOps.Omni;

/// <summary>What the vendor's table asks of a member.</summary>
internal enum Need
{
    /// <summary>It may be missing.</summary>
    Optional,

    /// <summary>The table calls it mandatory.</summary>
    Mandatory,

    /// <summary>It says which posting or shipment this is, so that it must not stand there twice.</summary>
    Identity,
}
