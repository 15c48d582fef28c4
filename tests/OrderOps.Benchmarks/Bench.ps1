<#
.SYNOPSIS
    Measures OrderOps side by side with what it is compared to, and says how far each line is from its target.
.DESCRIPTION
    Every contender has a process of its own, all of the same kind, and sends to the same sandbox in a process of its own.
    They take turns, after a warm-up, each round with orders that were not sent before; a run counts only if the service
    accepted all of them. Ratios are the median of the rounds' own ratios. What else the machine does at the time is in
    the numbers, so quiet helps.
.PARAMETER Quick
    Fewer orders and rounds: shows that it works, with ratios that are rough.
.PARAMETER PassThru
    Gives the lines as objects instead of text.
.EXAMPLE
    ./build.ps1 Bench
.EXAMPLE
    tests/OrderOps.Benchmarks/Bench.ps1 -Quick -PassThru | Where-Object Met -eq $false
#>
[CmdletBinding()]
param(
    [switch] $Quick,
    [switch] $PassThru,
    # What to measure; all of it by default.
    [ValidateSet('Throughput', 'Fresh', 'Latency', 'First', 'Memory', 'Import', 'Receive', 'Journal', 'JournalSize')]
    [string[]] $Part = ('Throughput', 'Fresh', 'Latency', 'First', 'Memory', 'Import', 'Receive', 'Journal', 'JournalSize'),
    [string] $Module = (Join-Path $PSScriptRoot '../../out/OrderOps'),
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 2
. "$PSScriptRoot/Processes.ps1"
. "$PSScriptRoot/Report.ps1"
. "$PSScriptRoot/Receiving.ps1"
. "$PSScriptRoot/Journalling.ps1"

$Module = (Resolve-Path -LiteralPath $Module).ProviderPath
$assembly = (Resolve-Path -LiteralPath "$PSScriptRoot/bin/$Configuration/net8.0/OrderOps.Benchmarks.dll").ProviderPath
$null = [Reflection.Assembly]::LoadFrom($assembly)
$shell = @((Get-Process -Id $PID).Path)
if ([IO.Path]::GetFileNameWithoutExtension($shell[0]) -eq 'dotnet') { $shell += Join-Path $PSHOME 'pwsh.dll' }
$folder = (New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) "OrderOps-Bench-$PID") -Force).FullName
$count, $warmUps, $rounds, $fresh, $starts, $large = if ($Quick) { 2500, 4, 3, 2, 3, 50000 } else { 10000, 8, 7, 5, 15, 1000000 }
$lines = [Collections.Generic.List[object]]::new()
$took = [Diagnostics.Stopwatch]::StartNew()
$service = $slow = $near = $null

try {
    $service = Start-MeasuredService 0
    if ('Throughput' -in $Part) {
        # The scripts take so much longer that they get fewer orders; a rate does not depend on it.
        $few = [int]($count / 5)
        $counts = [ordered]@{ 'import-csv' = $count; piped = $count; path = $count; sequential = $few; parallel = $few; bare = $count }
        $results = Measure-Alternating $counts $service $warmUps $rounds
        $rate = @{}
        foreach ($name in $counts.Keys) { $rate[$name] = '{0:N0}/s' -f (Get-Median $results[$name].Rate) }
        $lines.Add((New-Line 'Import-Csv alone, one line an order' $rate['import-csv']))
        $lines.Add((New-Line 'Invoke-RestMethod script, sequential' $rate['sequential']))
        $lines.Add((New-Line 'Invoke-RestMethod script, -Parallel 4' $rate['parallel'] 'sequential script' (Get-Ratio $results parallel sequential) '{0:0.0} x'))
        $lines.Add((New-Line 'Bare HttpClient, ready-made bodies' $rate['bare']))
        $lines.Add((New-Line 'Import-Csv | Send-ItlOrderSync' $rate['piped'] 'Import-Csv alone' (Get-Ratio $results piped import-csv) '{0:0.00}' 0.6))
        $lines.Add((New-Line 'Import-Csv | Send-ItlOrderSync' $rate['piped'] 'sequential script' (Get-Ratio $results piped sequential) '{0:0.0} x' 3))
        $lines.Add((New-Line 'Import-Csv | Send-ItlOrderSync' $rate['piped'] '-Parallel script' (Get-Ratio $results piped parallel) '{0:0.0} x'))
        $lines.Add((New-Line 'Send-ItlOrderSync -Path' $rate['path'] 'sequential script' (Get-Ratio $results path sequential) '{0:0.0} x' 10))
        $lines.Add((New-Line 'Send-ItlOrderSync -Path' $rate['path'] 'bare HttpClient' (Get-Ratio $results path bare) '{0:0.00}' 0.5))
    }

    if ('Fresh' -in $Part) {
        $counts = [ordered]@{ 'import-csv' = $count; piped = $count; path = $count; sequential = $count }
        $results = Measure-Fresh $counts $service $fresh
        $rate = @{}
        foreach ($name in $counts.Keys) { $rate[$name] = '{0:N0}/s' -f (Get-Median $results[$name].Rate) }
        $lines.Add((New-Line 'Fresh process: sequential script' $rate['sequential']))
        $lines.Add((New-Line 'Fresh process: piped' $rate['piped'] 'Import-Csv alone' (Get-Ratio $results piped import-csv) '{0:0.00}' 0.6))
        $lines.Add((New-Line 'Fresh process: piped' $rate['piped'] 'sequential script' (Get-Ratio $results piped sequential) '{0:0.0} x' 3))
        $lines.Add((New-Line 'Fresh process: -Path' $rate['path'] 'sequential script' (Get-Ratio $results path sequential) '{0:0.0} x' 10))
    }

    if ('Latency' -in $Part) {
        $slow = Start-MeasuredService 50
        $results = Measure-Alternating ([ordered]@{ path = $count / 2; bare = $count / 2 }) $slow 2 ([Math]::Min(5, $rounds))
        $possible = 4 * 25 / 0.05
        foreach ($name in 'path', 'bare') {
            $median = Get-Median $results[$name].Rate
            $what = @{ path = 'Service of 50 ms: -Path, 4 in flight'; bare = 'Service of 50 ms: bare HttpClient' }[$name]
            if ($name -eq 'path') { $lines.Add((New-Line $what ('{0:N0}/s' -f $median) 'ThrottleLimit x 25 / 50 ms' ($median / $possible) '{0:0.0 %}' 0.95)) }
            else { $lines.Add((New-Line $what ('{0:N0}/s' -f $median) 'ThrottleLimit x 25 / 50 ms' ($median / $possible) '{0:0.0 %}')) }
        }
    }

    if ('First' -in $Part) {
        $results = Measure-Alternating ([ordered]@{ 'first-path' = $count; 'first-piped' = $count }) $service 2 3
        $read = Get-Median $results['first-piped'].Read
        $first = Get-Median $results['first-piped'].First
        $lines.Add((New-Line "First of $('{0:N0}' -f $count) results, piped" ('{0:N0} ms' -f (1000 * $first)) 'orders read by then' $read '{0:N0}' 225 -AtMost))
        $shares = foreach ($result in $results['first-path']) { $result.First / $result.Seconds }
        $first = Get-Median $results['first-path'].First
        $lines.Add((New-Line "First of $('{0:N0}' -f $count) results, -Path" ('{0:N0} ms' -f (1000 * $first)) 'share of the run' (Get-Median $shares) '{0:0.0 %}'))
    }

    if ('Memory' -in $Part) {
        foreach ($name in 'memory-path', 'memory-piped') {
            $runs = foreach ($size in 10000, $large) {
                $worker = Start-Worker $name $service
                try { Invoke-Worker $worker $size "m$size" } finally { Stop-Piped $worker }
            }
            $what = '{0:N0} orders {1}' -f $large, @{ 'memory-path' = '-Path'; 'memory-piped' = 'from a pipeline' }[$name]
            $above = ($runs[1].WorkingSet - $runs[0].WorkingSet) / 1MB
            $lines.Add((New-Line $what ('{0:N0} MB' -f ($runs[1].WorkingSet / 1MB)) 'peak of 10,000, MB above' $above '{0:N0} MB' 100 -AtMost))
            $above = ($runs[1].Heap - $runs[0].Heap) / 1MB
            $lines.Add((New-Line "  managed heap" ('{0:N0} MB' -f ($runs[1].Heap / 1MB)) 'that of 10,000, MB above' $above '{0:N0} MB'))
        }
    }

    if ('Import' -in $Part) {
        $results = Measure-Start $starts
        $above = for ($i = 0; $i -lt $starts; $i++) { 1000 * ($results['import'][$i] - $results['empty'][$i]) }
        $lines.Add((New-Line 'Empty PowerShell' ('{0:N0} ms' -f (1000 * (Get-Median $results['empty'])))))
        $lines.Add((New-Line 'Import-Module OrderOps' ('{0:N0} ms' -f (1000 * (Get-Median $results['import']))) 'empty PowerShell, ms above' (Get-Median $above) '{0:N0} ms' 100 -AtMost))
    }

    if ('Receive' -in $Part) {
        $results = Measure-Receiving (2 * $count) ([Math]::Min(4, $warmUps)) ([Math]::Min(5, $rounds))
        $rate = Get-Median $results['receive'].Rate
        $size = '{0:0.0} kB' -f ((Get-Median $results['bare'].Size) / 1000)
        $share = foreach ($result in $results['receive']) { $result.Busy / $result.Seconds / [Environment]::ProcessorCount }
        $lines.Add((New-Line 'Load generator alone, a posting' ('{0:N0} us' -f (Get-Median $results['receive'].Cost)) 'all processors while receiving' (Get-Median $share) '{0:0.0 %}'))
        $lines.Add((New-Line "Bare listener, $size, 64 connections" ('{0:N0}/s' -f (Get-Median $results['bare'].Rate)) 'ms, p99' (Get-Median $results['bare'].P99) '{0:N0} ms'))
        $lines.Add((New-Line 'Receive-OmniPosting, stored' ('{0:N0}/s' -f $rate) 'postings a second' $rate '{0:N0}' 10000))
        $lines.Add((New-Line 'Receive-OmniPosting, stored' ('{0:N0} ms' -f (Get-Median $results['receive'].P50)) 'ms, p99' (Get-Median $results['receive'].P99) '{0:N0} ms' 50 -AtMost))
        $lines.Add((New-Line 'Receive-OmniPosting, stored' ('{0:N0}/s' -f $rate) 'bare listener' (Get-Ratio $results receive bare) '{0:0.00}'))
    }

    if ('Journal' -in $Part) {
        # What runs once a run is compiled for good after some thirty of them, and until then competes with what is measured.
        $counts = [ordered]@{ path = $count; 'path-journal' = $count; bare = $count }
        $results = Measure-Alternating $counts $service $(if ($Quick) { $warmUps } else { 30 }) $rounds -Together
        $rate = '{0:N0}/s' -f (Get-Median $results['path-journal'].Rate)
        $lines.Add((New-Line 'Warmed up: -Path -NoJournal' ('{0:N0}/s' -f (Get-Median $results['path'].Rate))))
        $lines.Add((New-Line 'Warmed up: -Path with a journal' $rate '-NoJournal' (Get-Ratio $results path-journal path) '{0:0.00}' 0.7))
        $lines.Add((New-Line 'Warmed up: -Path with a journal' $rate 'bare HttpClient' (Get-Ratio $results path-journal bare) '{0:0.00}' (1 / 3)))

        $counts.Remove('bare')
        $results = Measure-Fresh $counts $service (2 * $fresh)
        $rate = '{0:N0}/s' -f (Get-Median $results['path-journal'].Rate)
        $lines.Add((New-Line 'Fresh process: -Path -NoJournal' ('{0:N0}/s' -f (Get-Median $results['path'].Rate))))
        $lines.Add((New-Line 'Fresh process: -Path with a journal' $rate '-NoJournal' (Get-Ratio $results path-journal path) '{0:0.00}' 0.7))

        $results = Measure-Fresh $counts $service $fresh -Runs 10
        $rate = '{0:N0}/s' -f (Get-Median $results['path-journal'].Rate)
        $lines.Add((New-Line 'Its first ten runs: -Path -NoJournal' ('{0:N0}/s' -f (Get-Median $results['path'].Rate))))
        $lines.Add((New-Line 'Its first ten runs: -Path with a journal' $rate '-NoJournal' (Get-Ratio $results path-journal path) '{0:0.00}' 0.7))

        $near = Start-MeasuredService 5
        $results = Measure-Alternating $counts $near 3 ([Math]::Min(5, $rounds)) -Together
        $rate = '{0:N0}/s' -f (Get-Median $results['path-journal'].Rate)
        $lines.Add((New-Line 'Service of 5 ms: -Path with a journal' $rate '-NoJournal' (Get-Ratio $results path-journal path) '{0:0.00}'))
    }

    if ('JournalSize' -in $Part) {
        $result = Measure-Journal $large
        $what = 'Journal of {0:N0} orders' -f $large
        $lines.Add((New-Line "$what, written" ('{0:N0}/s' -f $result.Rate) 'MB' $result.Megabytes '{0:N0} MB' 400 -AtMost))
        $lines.Add((New-Line "$what, by key" ('{0:N2} ms' -f $result.Key) 'ms' $result.Key '{0:N2} ms' 20 -AtMost))
        $lines.Add((New-Line "$what, run summary" ('{0:N2} ms' -f $result.Summary) 'ms' $result.Summary '{0:N2} ms' 200 -AtMost))
        $lines.Add((New-Line '  the slowest of 200 keys, run summaries' ('{0:N1} ms' -f $result.SlowestKey) 'ms for the summaries' $result.SlowestSummary '{0:N1} ms'))
        $lines.Add((New-Line '  the last 20 runs, the last 100 orders' ('{0:N1} ms' -f $result.Runs) 'ms for the orders' $result.Page '{0:N1} ms'))
        $lines.Add((New-Line '  Get-OrderOpsJournal -Key' ('{0:N1} ms' -f $result.CmdletKey) 'ms' $result.CmdletKey '{0:N1} ms' 20 -AtMost))
        $lines.Add((New-Line '  Get-OrderOpsRun RUNID' ('{0:N1} ms' -f $result.CmdletSummary) 'ms' $result.CmdletSummary '{0:N1} ms' 200 -AtMost))
    }
}
finally {
    foreach ($started in $service, $slow, $near) { if ($started) { Stop-Piped $started } }
    Remove-Item -LiteralPath $folder -Recurse -Force
}

if ($PassThru) { return $lines }
Get-MachineFact
'{0:N0} orders a run, {1} rounds, {2:N0} s in all{3}' -f $count, $rounds, $took.Elapsed.TotalSeconds, $(if ($Quick) { '; -Quick, so the ratios are rough' } else { '' })
Format-Line $lines
