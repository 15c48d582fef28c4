# The journal: what it costs a run, and what it can be asked when it is large.

function Measure-Journal([int] $Rows) {
    # In a process of its own: through what the cmdlets are made on, and then once more by the cmdlets.
    $path = Join-Path $folder 'large.db'
    $result = dotnet $assembly journal $path $Rows | ConvertFrom-Json
    if (-not $result) { throw 'The journal could not be filled.' }
    $script = @"
Import-Module '$Module'
`$times = @{ Key = @(); Summary = @() }
`$runs = @(Get-OrderOpsRun -Journal '$path')
foreach (`$i in 1..50) {
    `$watch = [Diagnostics.Stopwatch]::StartNew()
    if (@(Get-OrderOpsJournal -Journal '$path' -Key ('WEB-2026-{0:0000000}' -f (`$i * 7919 % $Rows))).Count -ne 1) { throw 'One order was asked for.' }
    `$times.Key += `$watch.Elapsed.TotalMilliseconds
    `$watch.Restart()
    if (@(Get-OrderOpsRun `$runs[`$i % `$runs.Count].RunId -Journal '$path').Count -ne 1) { throw 'One run was asked for.' }
    `$times.Summary += `$watch.Elapsed.TotalMilliseconds
}
`$times | ConvertTo-Json -Compress
"@
    $line = @($shell | Select-Object -Skip 1) + '-NoProfile', '-NonInteractive', '-Command', $script
    $byCmdlet = & $shell[0] @line | ConvertFrom-Json
    $result | Add-Member CmdletKey (Get-Median $byCmdlet.Key)
    $result | Add-Member CmdletSummary (Get-Median $byCmdlet.Summary)
    $result
}
