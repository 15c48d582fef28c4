<#
.SYNOPSIS
    Syncs one order file to ITL, for a scheduled task: writes a log line and a report, and ends with the run's exit code.
.DESCRIPTION
    Credentials come from the environment variables ORDEROPS_ITL_ACCESSTOKEN and ORDEROPS_ITL_SECRETKEY.
    Exit codes: 0 all well, 1 the script or the run failed, 2 some orders failed or the file was not read,
    3 configuration or credentials, 4 unknown outcomes.
.EXAMPLE
    pwsh -NoProfile -NonInteractive -File Send-Orders.ps1 -Path orders.csv -Environment Staging
#>
[CmdletBinding(DefaultParameterSetName = 'Environment')]
param(
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory, ParameterSetName = 'Environment')] [ValidateSet('Staging', 'Production')] [string] $Environment,
    [Parameter(Mandatory, ParameterSetName = 'BaseUri')] [string] $BaseUri,
    # The file's own name with another extension, unless told otherwise.
    [string] $Report = [IO.Path]::ChangeExtension($Path, '.failed.csv'),
    [string] $Log = [IO.Path]::ChangeExtension($Path, '.log'),
    [string] $Module = 'OrderOps'
)

# Whatever nobody thought of ends the script, and PowerShell then ends with 1.
$ErrorActionPreference = 'Stop'
Import-Module $Module

$where = if ($BaseUri) { @{ BaseUri = $BaseUri } } else { @{ Environment = $Environment } }
$ended = $null
try {
    # Failed orders are in the results; as errors they would only be said twice.
    Send-ItlOrderSync -LiteralPath $Path @where -ErrorAction SilentlyContinue -ErrorVariable said |
        Where-Object Outcome -NotIn Accepted, Duplicate, Skipped |
        Select-Object Key, Outcome, Message, RecommendedAction |
        Export-Csv -LiteralPath $Report -NoTypeInformation -Encoding utf8
}
catch {
    $ended = $_
}

$run = Get-OrderOpsRun -Last
$lines = @("$(Get-Date -Format s) ${Path}: $($run.Counts), exit code $($run.ExitCode)")
if ($ended) { $lines += "  $ended $($ended.ErrorDetails.RecommendedAction)" }
if ($run.UnreadFiles) { $lines += $said | ForEach-Object { "  $_" } | Select-Object -Unique }
$lines | Add-Content -LiteralPath $Log -Encoding utf8
$lines
exit $run.ExitCode
