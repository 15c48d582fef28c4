using System;
using System.Globalization;
using System.Management.Automation;

namespace OrderOps.PowerShell.Binding;

/// <summary>Takes a bare number as seconds: PowerShell would make as many 100 nanoseconds of it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SecondsTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = Dictionaries.Unwrap(inputData);
        return value is string text
            ? double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) ? TimeSpan.FromSeconds(seconds) : inputData
            : value is int or long or double or decimal
                ? TimeSpan.FromSeconds(Convert.ToDouble(value, CultureInfo.InvariantCulture))
                : inputData;
    }
}
