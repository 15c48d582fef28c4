namespace OrderOps.Sandbox.External;

/// <summary>Which credential an operation needs.</summary>
internal enum Credential
{
    None,
    ApiToken,
    SiteToken,
}
