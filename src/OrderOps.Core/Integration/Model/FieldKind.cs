namespace OrderOps.Integration;

/// <summary>What may stand in a field, and so how it is normalised.</summary>
internal enum FieldKind
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>An identity or a phone number: text from end to end, never a number.</summary>
    Code,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>An amount of 0 or more; a string on the wire.</summary>
    Amount,

    /// <summary>A whole number of pieces, at least 1; a string on the wire.</summary>
    Quantity,
}
