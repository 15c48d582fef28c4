$bin = [IO.Path]::Combine($PSScriptRoot, 'bin')

# The first copy leaves its folder in the process, where a copy of any other version finds it.
$first = [AppDomain]::CurrentDomain.GetData('OrderOps.ModuleBase')
$casing = if ($env:OS -eq 'Windows_NT') { 'OrdinalIgnoreCase' } else { 'Ordinal' }
if ($first -and -not $first.Equals($PSScriptRoot, [StringComparison]$casing)) {
    $refusal = [Management.Automation.ErrorRecord]::new(
        [InvalidOperationException]::new("OrderOps was already loaded from '$first' in this process, and two copies can't share one. To use the copy in '$PSScriptRoot', start a new session."),
        'OtherCopyLoaded', 'ResourceExists', $PSScriptRoot)
    $refusal.ErrorDetails = [Management.Automation.ErrorDetails]::new($refusal.Exception.Message)
    $refusal.ErrorDetails.RecommendedAction = "Start a new session and import '$PSScriptRoot' there."
    throw $refusal
}

if ($PSVersionTable.PSEdition -eq 'Core') {
    # Add-Type would cost 50 ms more.
    $loader = [Reflection.Assembly]::LoadFrom([IO.Path]::Combine($bin, 'OrderOps.Loader.dll'))
    $cmdlets = $loader.GetType('OrderOps.Loader.IsolatedModule', $true)::Load()
}
else {
    # The resolver has to stand before PowerShell looks into the types of the assembly.
    $cmdlets = [Reflection.Assembly]::LoadFrom([IO.Path]::Combine($bin, 'lib', 'OrderOps.PowerShell.dll'))
    $cmdlets.GetType('OrderOps.PowerShell.Loading.DesktopResolver', $true)::Start()
}
[AppDomain]::CurrentDomain.SetData('OrderOps.ModuleBase', $PSScriptRoot)

Microsoft.PowerShell.Core\Import-Module ([IO.Path]::Combine($PSScriptRoot, 'OrderOps.Types.psd1'))
$inner = Microsoft.PowerShell.Core\Import-Module -Assembly $cmdlets -PassThru

# An assembly that comes in a second time keeps its cmdlets to itself (PowerShell/PowerShell#20710).
$export = [Management.Automation.PSModuleInfo].GetMethod('AddExportedCmdlet', [Reflection.BindingFlags]'Instance, NonPublic')
foreach ($cmdlet in $inner.ExportedCmdlets.Values) {
    $export.Invoke($ExecutionContext.SessionState.Module, @(, $cmdlet))
}

$lifetime = $cmdlets.GetType('OrderOps.PowerShell.Loading.ModuleLifetime', $true)
$lifetime::Begin()
$ExecutionContext.SessionState.Module.OnRemove = { $lifetime::End() }
