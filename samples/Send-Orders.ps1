<#
.SYNOPSIS
    Syncs one order file to ITL, for a scheduled task: keeps what failed beside it, writes a log, and ends with the run's exit code.
.DESCRIPTION
    Whatever it ended with, or if it was killed: run it again. What was accepted is not sent a second time.
    Credentials come from the environment variables ORDEROPS_ITL_ACCESSTOKEN and ORDEROPS_ITL_SECRETKEY.
    Exit codes: 0 all well, 1 the script or the run failed, 2 some orders failed or the file was not read,
    3 configuration or credentials, 4 unknown outcomes.
.EXAMPLE
    pwsh -NoProfile -NonInteractive -File Send-Orders.ps1 -Path orders.csv -Environment Staging -Account main -Journal /var/lib/orderops/journal.db
#>
[CmdletBinding(DefaultParameterSetName = 'Environment')]
param(
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory, ParameterSetName = 'Environment')] [ValidateSet('Staging', 'Production')] [string] $Environment,
    [Parameter(Mandatory, ParameterSetName = 'BaseUri')] [string] $BaseUri,
    # Without a name, replaced credentials count as another account, which knows nothing of what this one sent.
    [string] $Account,
    # Without a path, the journal of whoever runs this.
    [string] $Journal,
    # The file's own name with another extension, unless told otherwise.
    [string] $Failed = [IO.Path]::ChangeExtension($Path, '.failed.jsonl'),
    [string] $Log = [IO.Path]::ChangeExtension($Path, '.log'),
    [string] $Module = 'OrderOps'
)

# Whatever nobody thought of ends the script, and PowerShell then ends with 1.
$ErrorActionPreference = 'Stop'
Import-Module $Module

$line = if ($BaseUri) { @{ BaseUri = $BaseUri } } else { @{ Environment = $Environment } }
if ($Account) { $line.Account = $Account }
if ($Journal) { $line.Journal = $Journal }
# Failed orders are in the failed-file; as errors they would only be said twice.
$line += @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'said'; WarningAction = 'SilentlyContinue'; WarningVariable = 'warned' }
$ended = $null
try {
    $null = Send-ItlOrderSync -LiteralPath $Path -FailedPath $Failed @line
}
catch {
    $ended = $_
}

$run = Get-OrderOpsRun -Last
$lines = @("$(Get-Date -Format s) ${Path}: $($run.Counts), exit code $($run.ExitCode)")
$lines += @($run.Note) + @($warned) | Where-Object { $_ } | ForEach-Object { "  $_" }
if ($ended) { $lines += "  $ended $($ended.ErrorDetails.RecommendedAction)" }
if ($run.UnreadFiles) { $lines += $said | ForEach-Object { "  $_" } | Select-Object -Unique }
$lines | Add-Content -LiteralPath $Log -Encoding utf8
$lines
exit $run.ExitCode
