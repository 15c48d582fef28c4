using System;
using OrderOps.Loader;
using Xunit;

namespace OrderOps.PowerShell.Tests.Loading;

public class AssemblyOriginRuleTests
{
    [Theory]
    // Not shipped: PowerShell's own.
    [InlineData("System.Management.Automation", "7.6.0.0", false, "7.6.5.500", AssemblyOrigin.Host)]
    [InlineData("netstandard", "2.0.0.0", false, "2.1.0.0", AssemblyOrigin.Host)]
    [InlineData("Some.Other.Module", "1.0.0.0", false, null, AssemblyOrigin.Host)]
    // The runtime's names: the runtime, if it is new enough.
    [InlineData("System.Memory", "4.0.1.2", true, "10.0.0.0", AssemblyOrigin.Host)]
    [InlineData("System.Diagnostics.DiagnosticSource", "10.0.0.0", true, "10.0.0.0", AssemblyOrigin.Host)]
    [InlineData("System.Diagnostics.DiagnosticSource", "10.0.0.0", true, "8.0.0.0", AssemblyOrigin.Module)]
    [InlineData("system.diagnostics.diagnosticsource", "10.0.0.0", true, "8.0.0.0", AssemblyOrigin.Module)]
    [InlineData("System.New", "1.0.0.0", true, null, AssemblyOrigin.Module)]
    [InlineData("System.Memory", null, true, "8.0.0.0", AssemblyOrigin.Host)]
    [InlineData("Microsoft.Win32.Registry", "5.0.0.0", true, "10.0.0.0", AssemblyOrigin.Host)]
    [InlineData("Microsoft.CSharp", "4.0.5.0", true, "10.0.0.0", AssemblyOrigin.Host)]
    [InlineData("mscorlib", "4.0.0.0", true, "4.0.0.0", AssemblyOrigin.Host)]
    // Everybody else's names: the module's, even where PowerShell has the same or a newer one.
    [InlineData("Newtonsoft.Json", "13.0.0.0", true, "13.0.0.0", AssemblyOrigin.Module)]
    [InlineData("Newtonsoft.Json", "13.0.0.0", true, "14.0.0.0", AssemblyOrigin.Module)]
    [InlineData("Microsoft.Extensions.Http", "10.0.0.0", true, "11.0.0.0", AssemblyOrigin.Module)]
    [InlineData("Polly.Core", "8.0.0.0", true, null, AssemblyOrigin.Module)]
    [InlineData("OrderOps.Core", null, true, null, AssemblyOrigin.Module)]
    [InlineData("SystemOfMine", "1.0.0.0", true, "2.0.0.0", AssemblyOrigin.Module)]
    public void Each_name_has_one_origin(string name, string? asked, bool shipped, string? hosted, AssemblyOrigin origin) =>
        Assert.Equal(origin, AssemblyOriginRule.Decide(name, VersionOf(asked), shipped, VersionOf(hosted)));

    private static Version? VersionOf(string? text) => text is null ? null : Version.Parse(text);
}
