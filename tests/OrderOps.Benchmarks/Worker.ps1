# A process that runs one contender as often as it is told to: FILE|COUNT|PREFIX on its input, seconds as JSON on its output.
param(
    [string] $Contender,
    [string] $Module,
    [string] $Assembly,
    [string] $BaseUri,
    [string] $AccessToken,
    [string] $SecretKey
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$contenders = & "$PSScriptRoot/Contenders.ps1"
$chosen = $contenders[$Contender]
$null = [Reflection.Assembly]::LoadFrom($Assembly)
if ($chosen.Run.ToString().Contains('Send-ItlOrderSync')) { Import-Module $Module }
$worker = @{
    Scripts = "$PSScriptRoot/Scripts"
    Uri = "${BaseUri}api/order/sync.json"
    Connection = @{ BaseUri = $BaseUri; AccessToken = $AccessToken; SecretKey = $SecretKey; ThrottleLimit = 4 }
}

[Console]::Out.WriteLine('ready')
while ($line = [Console]::In.ReadLine()) {
    $file, [int]$count, $prefix = $line.Split('|')
    if ($chosen.Prepare) { $null = & $chosen.Prepare $worker $file $count $prefix }
    [GC]::Collect()
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $further = & $chosen.Run $worker $file $count $prefix
    $watch.Stop()
    $result = @{ Seconds = $watch.Elapsed.TotalSeconds }
    if ($further -is [hashtable]) { $result += $further }
    [Console]::Out.WriteLine(($result | ConvertTo-Json -Compress))
}
