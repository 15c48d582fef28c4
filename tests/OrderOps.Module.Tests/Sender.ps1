<#
.SYNOPSIS
    A sync in a process of its own: it says "ready", begins when a line comes in, and ends with its run as JSON.
#>
param(
    [string] $Module,
    [string] $File,
    [string] $BaseUri,
    [string] $Journal,
    [string] $Resend
)

$ErrorActionPreference = 'Stop'
Import-Module $Module
$send = @{ LiteralPath = $File; BaseUri = $BaseUri; Journal = $Journal; Account = 'rig'; ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
if ($Resend) { $send.Resend = $Resend }

[Console]::Out.WriteLine('ready')
$null = [Console]::In.ReadLine()
$claimed = 0
Send-ItlOrderSync @send | ForEach-Object { if ($_.Outcome -eq 'NotSent' -and $_.Message -match 'has it in hand') { $claimed++ } }
$run = Get-OrderOpsRun -Last
[Console]::Out.WriteLine((@{
            In = $run.In; Accepted = $run.Accepted; Duplicate = $run.Duplicate; Rejected = $run.Rejected; Invalid = $run.Invalid
            Unknown = $run.Unknown; Skipped = $run.Skipped; NotSent = $run.NotSent; Claimed = $claimed
            ExitCode = $run.ExitCode; EndedBy = $run.EndedBy; Failure = $run.Failure
        } | ConvertTo-Json -Compress))
