namespace OrderOps.Sandbox.Integration;

/// <summary>How the <c>path</c> of a 400 names the field that is wrong. The vendor's page says only that it is a string.</summary>
public enum IntegrationPathForm
{
    /// <summary><c>data[3].email</c></summary>
    Brackets,

    /// <summary><c>data.3.email</c></summary>
    Dots,

    /// <summary><c>/data/3/email</c></summary>
    Slashes,

    /// <summary><c>email</c>: the field, but not whose.</summary>
    FieldOnly,

    /// <summary>Blank; then the error does not name the row either.</summary>
    Blank,
}
