namespace OrderOps.Itl;

/// <summary>What may stand in a field, and so how it is normalised.</summary>
internal enum FieldKind
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>An identity: text from end to end, never a number.</summary>
    Code,

    /// <summary>An amount or a rate; blank is 0.</summary>
    Amount,

    /// <summary>A length in cm or a weight in kg, above 0.</summary>
    Measure,

    /// <summary>A whole number of pieces, at least 1.</summary>
    Quantity,

    /// <summary>A moment.</summary>
    Date,

    /// <summary>A phone number of ten digits.</summary>
    Phone,

    /// <summary>A PIN code of six digits.</summary>
    Pin,

    /// <summary><c>COD</c> or <c>Prepaid</c>.</summary>
    PaymentMode,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,
}
