<#
.SYNOPSIS
    From an order file to accepted orders and back, on this machine and without credentials.
#>
[CmdletBinding()]
param(
    [string] $Module = (Join-Path $PSScriptRoot '../out/OrderOps')
)

$ErrorActionPreference = 'Stop'
Import-Module $Module

$box = Start-OrderOpsSandbox -PoisonedOrder WEB-2613
"The sandbox listens at $($box.BaseAddress); it refuses every batch that order WEB-2613 is in."

$results = Import-Csv (Join-Path $PSScriptRoot 'orders.csv') |
    ConvertTo-ItlOrder |
    Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable failed

$results | Where-Object { $_.InputIndex -lt 3 -or $_.InputIndex -gt 57 -or $_.Outcome -ne 'Accepted' } | Format-Table
'What went wrong, and what to do about it:'
$failed | ForEach-Object { "  $($_.Exception.Message)"; "  $($_.ErrorDetails.RecommendedAction)" }

Get-OrderOpsRun -Last | Format-Table

'Run again once the reason is gone, it sends what is not there yet, and nothing twice:'
$box.Server.Itl.Cure('WEB-2613')
$null = Send-ItlOrderSync -Path (Join-Path $PSScriptRoot 'orders.csv') -Connection $box.Itl
Get-OrderOpsRun -Last | Format-Table

$awbNumbers = $box.Server.Itl.AwbNumbers | Select-Object -First 3
"Cancelling $($awbNumbers -join ', '):"
$awbNumbers | Stop-ItlOrder -Connection $box.Itl -Confirm:$false | Format-Table

$box | Stop-OrderOpsSandbox
