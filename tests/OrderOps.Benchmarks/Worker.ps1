# A process that runs contenders as often as it is told to: FILE|COUNT|PREFIX|CONTENDER on its input, seconds as JSON on its output.
param(
    [string] $Module,
    [string] $Assembly,
    [string] $BaseUri,
    [string] $AccessToken,
    [string] $SecretKey
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$contenders = & "$PSScriptRoot/Contenders.ps1"
$null = [Reflection.Assembly]::LoadFrom($Assembly)
$worker = @{
    Scripts = "$PSScriptRoot/Scripts"
    Uri = "${BaseUri}api/order/sync.json"
    Connection = @{ BaseUri = $BaseUri; AccessToken = $AccessToken; SecretKey = $SecretKey; ThrottleLimit = 4; NoJournal = $true }
}

[Console]::Out.WriteLine('ready')
while ($line = [Console]::In.ReadLine()) {
    $file, [int]$count, $prefix, $contender = $line.Split('|')
    $chosen = $contenders[$contender]
    if ($chosen.Run.ToString().Contains('Send-ItlOrderSync') -and -not (Get-Module OrderOps)) { Import-Module $Module }
    if ($chosen.Prepare) { $null = & $chosen.Prepare $worker $file $count $prefix }
    [GC]::Collect()
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $further = & $chosen.Run $worker $file $count $prefix
    $watch.Stop()
    $result = @{ Seconds = $watch.Elapsed.TotalSeconds }
    if ($further -is [hashtable]) { $result += $further }
    [Console]::Out.WriteLine(($result | ConvertTo-Json -Compress))
}
