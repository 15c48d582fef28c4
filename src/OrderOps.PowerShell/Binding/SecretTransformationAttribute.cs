using System;
using System.Management.Automation;
using System.Security;

namespace OrderOps.PowerShell.Binding;

/// <summary>Takes a secret as text or as a SecureString, and keeps it as a SecureString from there on.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            SecureString secure => secure,
            string text => SecretText.Protect(text),
            PSCredential credential => credential.Password,
            // The value itself stays out of the message.
            _ => throw new ArgumentTransformationMetadataException("A secret is given as a string or a SecureString."),
        };
    }
}
