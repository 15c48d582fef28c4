namespace OrderOps.Sandbox.External;

/// <summary>How the body of a 400 is written. The vendor's page shows none; these are the forms of Django REST framework.</summary>
public enum ExternalErrorForm
{
    /// <summary>A list as long as the one that was posted, with <c>{}</c> for each order that is right and <c>{"field":["…"]}</c> for each that is not.</summary>
    List,

    /// <summary><c>{"field":["…"]}</c> for the first order that is wrong; which one it is stays open.</summary>
    Field,

    /// <summary><c>{"detail":"…"}</c> for the first order that is wrong; which one it is stays open.</summary>
    Detail,
}
