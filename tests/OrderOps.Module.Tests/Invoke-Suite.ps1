<#
.SYNOPSIS
    Runs the Pester suite against a packaged module and ends with a line of totals in the form that xunit prints.
#>
param(
    [Parameter(Mandatory)] [string] $PesterPath,
    [Parameter(Mandatory)] [string] $Module,
    # The beginning of the names of the files to run; all by default.
    [string] $Name
)

$ErrorActionPreference = 'Stop'
Import-Module $PesterPath
$env:ORDEROPS_TEST_MODULE = $Module

$settings = New-PesterConfiguration
$settings.Run.Path = Join-Path $PSScriptRoot "$Name*.Tests.ps1"
$settings.Run.PassThru = $true
$settings.Output.Verbosity = 'Normal'
$settings.Output.RenderMode = 'Plaintext'
$run = Invoke-Pester -Configuration $settings

# A block or a file that broke has no failed test of its own.
$broken = $run.FailedBlocksCount + $run.FailedContainersCount
'   OrderOps.Module.Tests  Total: {0}, Errors: {1}, Failed: {2}, Skipped: {3}, Not Run: {4}, Time: {5:0.000}s' -f
    $run.TotalCount, $broken, $run.FailedCount, $run.SkippedCount, ($run.NotRunCount + $run.InconclusiveCount), $run.Duration.TotalSeconds
exit ([int]($run.FailedCount + $broken -gt 0))
