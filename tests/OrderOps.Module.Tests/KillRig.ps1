# Runs in processes of their own over one journal, and what the sandbox saw of them, request by request.

$shell = @((Get-Process -Id $PID).Path)
# As a .NET tool, PowerShell is a library that dotnet runs.
if ([IO.Path]::GetFileNameWithoutExtension($shell[0]) -eq 'dotnet') { $shell += Join-Path $PSHOME 'pwsh.dll' }

function Write-OrderFile([string] $Path, [int] $Count) {
    $row = New-Row 1
    $names = @($row.PSObject.Properties.Name)
    $values = @($names | Where-Object { $_ -ne 'order' } | ForEach-Object { $row.$_ }) -join ','
    $lines = [Collections.Generic.List[string]]::new()
    $lines.Add((@('order') + @($names | Where-Object { $_ -ne 'order' })) -join ',')
    foreach ($number in 1..$Count) { $lines.Add("K-$number,$values") }
    [IO.File]::WriteAllLines($Path, $lines)
}

# With a journal file and, of every so many requests, some that are slow, cut, or answered by an error.
function Start-Box([int] $LatencyMs, [switch] $Faulty) {
    $box = Start-OrderOpsSandbox -LatencyMs $LatencyMs
    if ($Faulty) {
        $faults = $box.Server.Faults
        $null = $faults.Add('Delay', -1, @{ Every = 3; Milliseconds = 20 })
        $null = $faults.Add('DelayReply', -1, @{ Every = 4; Milliseconds = 30 })
        $null = $faults.Add('ResetAfter', -1, @{ Every = 13 })
        $null = $faults.Add('ResetBefore', -1, @{ Every = 17 })
        $null = $faults.Add('ServerError', -1, @{ Every = 29; Processed = $true })
        $null = $faults.Add('Truncated', -1, @{ Every = 37 })
    }
    $box
}

function Start-Sender($Box, [string] $File, [string] $Journal, [string] $Resend) {
    $start = [Diagnostics.ProcessStartInfo]::new($shell[0])
    $arguments = @($shell | Select-Object -Skip 1) + '-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/Sender.ps1"
    $arguments += '-Module', $modulePath, '-File', $File, '-BaseUri', $Box.Itl.BaseUri, '-Journal', $Journal
    if ($Resend) { $arguments += '-Resend', $Resend }
    $start.Arguments = ($arguments | ForEach-Object { "`"$_`"" }) -join ' '
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
    $start.UseShellExecute = $false
    $start.EnvironmentVariables['ORDEROPS_ITL_ACCESSTOKEN'] = $Box.Server.Itl.AccessToken
    $start.EnvironmentVariables['ORDEROPS_ITL_SECRETKEY'] = $Box.Server.Itl.SecretKey
    [Diagnostics.Process]::Start($start)
}

function Wait-Ready($Sender) {
    $said = $Sender.StandardOutput.ReadLine()
    if ($said -ne 'ready') { throw "The process that sends did not start: $said" }
}

function Complete-Sender($Sender) {
    $said = $Sender.StandardOutput.ReadToEnd()
    $Sender.WaitForExit()
    $said | ConvertFrom-Json
}

function Wait-For([string] $What, [scriptblock] $Condition) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($watch.Elapsed -gt $patience) { throw "Waited in vain for $What." }
        [Threading.Thread]::Sleep(1)
    }
}

# The order numbers of each request, in the order in which the sandbox was done with them.
function Get-Carried($Box, [int] $After) {
    # What a process that is dead had sent is still being worked on.
    Wait-For 'the sandbox to be done' { $Box.Requests.Count -eq $Box.RequestCount }
    foreach ($request in $Box.Requests | Select-Object -Skip $After) {
        , [string[]]([regex]::Matches($request.Body, '"order":"(K-\d+)"') | ForEach-Object { $_.Groups[1].Value })
    }
}

function Get-Unsettled([string] $Journal) {
    # A file that no run has begun yet holds nothing.
    if (Test-Path -LiteralPath $Journal) { (Get-OrderOpsJournal -Journal $Journal -Outcome Unknown, Sending).OrderNumber }
}

<#
Runs the same file until it was killed as often as asked for, and then until nothing more can be sent. The kills come at seeded
instants: some after a number of requests and a moment, some as soon as the journal was written to. Gives what was seen.
#>
function Invoke-Killing([int] $Orders, [int] $Kills, [string] $Resend) {
    $folder = New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))
    $file, $journal = (Join-Path $folder 'orders.csv'), (Join-Path $folder 'journal.db')
    Write-OrderFile $file $Orders
    $box = Start-Box -LatencyMs 5 -Faulty
    $dice = [Random]::new(5000)
    $times = @{}
    $seen = @{ Journal = $journal; Box = $box; Times = $times; Killed = 0; Completed = 0; Last = $null; InFlight = 0; Allowed = @{} }
    $next = Start-Sender $box $file $journal $Resend
    for ($round = 1; -not $seen.Last -or ($Resend -and $seen.Last.Unknown -and $round -le $Kills + 10); $round++) {
        foreach ($number in Get-Unsettled $journal) { $seen.Allowed[$number]++ }
        $sender, $before = $next, $box.RequestCount
        # While this one runs, the next one gets ready.
        if ($round -le $Kills) { $next = Start-Sender $box $file $journal $Resend }
        elseif ($round -gt $Kills + 1) { $sender = Start-Sender $box $file $journal $Resend }
        Wait-Ready $sender
        $written = Get-WriteMark $journal
        $sender.StandardInput.WriteLine()
        if ($round -gt $Kills) { $seen.Last = Complete-Sender $sender; $seen.Completed++ }
        else {
            $wanted, $moment = $dice.Next(0, 7), $dice.Next(0, 25)
            if ($wanted) { $reached = $box.Server.RequestsReached($before + $wanted) }
            Wait-For "request $wanted of run $round" {
                $sender.HasExited -or $(if ($wanted) { $reached.IsCompleted } else { (Get-WriteMark $journal) -ne $written })
            }
            [Threading.Thread]::Sleep($moment)
            $inFlight = $box.RequestCount - $box.Requests.Count
            $seen.Killed += [int](-not $sender.HasExited)
            if (-not $sender.HasExited) { $sender.Kill() }
            $sender.WaitForExit()
        }

        $carried = @(Get-Carried $box $before)
        $again = 0
        foreach ($number in $carried | ForEach-Object { $_ }) {
            $again += [int]($times[$number] -gt 0)
            $times[$number]++
        }
        $what = if ($round -le $Kills) { $seen.InFlight += $inFlight; "killed with $inFlight in flight" } else { "ended with exit code $($seen.Last.ExitCode)" }
        Write-Host ('    run {0,2}: {1,3} requests, {2,3} orders sent again, {3}; {4,4} orders at the service' -f
            $round, $carried.Count, $again, $what, $box.Server.Itl.AcceptedCount)
    }
    # Again: times that an order came which had come before. Unexplained: orders that came more often than the journal allowed.
    $seen.Again = ($times.Values | Measure-Object -Sum).Sum - $times.Count
    $seen.Unexplained = @($times.Keys | Where-Object { $times[$_] -gt 1 + $seen.Allowed[$_] })
    Write-Host "    in all $($box.RequestCount) requests, $($seen.InFlight) in flight when their process died; orders came again $($seen.Again) times, $($seen.Unexplained.Count) without having been Unknown"
    $seen
}

# Changes whenever the journal is written to.
function Get-WriteMark([string] $Journal) {
    $log = [IO.FileInfo]::new("$Journal-wal")
    if ($log.Exists) { "$($log.Length) $($log.LastWriteTimeUtc.Ticks)" } else { '' }
}
