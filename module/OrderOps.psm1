# Every line that calls .NET costs milliseconds of each import, so what can be done in C# is done there.

# The first copy leaves its folder in the process, where a copy of any other version finds it.
$first = [AppDomain]::CurrentDomain.GetData('OrderOps.ModuleBase')
if ($first -and $first -cne $PSScriptRoot -and ($first -ne $PSScriptRoot -or $env:OS -ne 'Windows_NT')) {
    $refusal = [Management.Automation.ErrorRecord]::new(
        [InvalidOperationException]::new("OrderOps was already loaded from '$first' in this process, and two copies can't share one. To use the copy in '$PSScriptRoot', start a new session."),
        'OtherCopyLoaded', 'ResourceExists', $PSScriptRoot)
    $refusal.ErrorDetails = [Management.Automation.ErrorDetails]::new($refusal.Exception.Message)
    $refusal.ErrorDetails.RecommendedAction = "Start a new session and import '$PSScriptRoot' there."
    throw $refusal
}

if ($PSEdition -eq 'Core') {
    # Add-Type would cost 50 ms more.
    $cmdlets = [Reflection.Assembly]::LoadFrom("$PSScriptRoot/bin/OrderOps.Loader.dll").GetType('OrderOps.Loader.IsolatedModule', $true)::Load()
}
else {
    # The resolver has to stand before PowerShell looks into the types of the assembly.
    $cmdlets = [Reflection.Assembly]::LoadFrom("$PSScriptRoot\bin\lib\OrderOps.PowerShell.dll")
    $cmdlets.GetType('OrderOps.PowerShell.Loading.DesktopResolver', $true)::Start()
}

Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/OrderOps.Types.psd1"
$lifetime = $cmdlets.GetType('OrderOps.PowerShell.Loading.ModuleLifetime', $true)
$lifetime::Begin($ExecutionContext.SessionState.Module, (Microsoft.PowerShell.Core\Import-Module -Assembly $cmdlets -PassThru), { $lifetime::End() })
