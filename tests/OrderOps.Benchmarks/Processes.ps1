# The processes that are measured, and the service that they all send to.

function Start-Piped([string] $Command, [string[]] $Arguments) {
    $start = [Diagnostics.ProcessStartInfo]::new($Command)
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
    $start.UseShellExecute = $false
    foreach ($argument in $Arguments) { $start.ArgumentList.Add($argument) }
    [Diagnostics.Process]::Start($start)
}

function Start-MeasuredService([double] $LatencyMilliseconds) {
    $process = Start-Piped 'dotnet' $assembly, 'serve', $LatencyMilliseconds.ToString([cultureinfo]::InvariantCulture)
    $address, $token, $key = $process.StandardOutput.ReadLine().Split(' ')
    @{ Process = $process; BaseUri = $address; AccessToken = $token; SecretKey = $key }
}

function Get-Accepted($Service) {
    $Service.Process.StandardInput.WriteLine()
    [long]$Service.Process.StandardOutput.ReadLine().Split(' ')[0]
}

function Start-Worker([string] $Contender, $Service) {
    $line = @($shell | Select-Object -Skip 1) + '-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/Worker.ps1"
    $line += '-Module', $Module, '-Assembly', $assembly, '-BaseUri', $Service.BaseUri, '-AccessToken', $Service.AccessToken, '-SecretKey', $Service.SecretKey
    $process = Start-Piped $shell[0] $line
    if ($process.StandardOutput.ReadLine() -ne 'ready') { throw "The process for '$Contender' did not start." }
    @{ Process = $process; Contender = $Contender; Service = $Service }
}

function Stop-Piped($Started) {
    $Started.Process.StandardInput.Close()
    if (-not $Started.Process.WaitForExit(10000)) { $Started.Process.Kill() }
    $Started.Process.Dispose()
}

function Invoke-Worker($Worker, [int] $Count, [string] $Round) {
    # One measured run, over orders that nobody has sent before; it counts only if the service accepted them all.
    $prefix = "$($Worker.Contender)-$Round-"
    $file = Join-Path $folder 'orders.csv'
    if ($Worker.Contender -notin 'bare', 'memory-piped') { [OrderOps.Benchmarks.OrderFile]::Write($file, $Count, $prefix) }
    $before = Get-Accepted $Worker.Service
    $Worker.Process.StandardInput.WriteLine("$file|$Count|$prefix|$($Worker.Contender)")
    $answer = $Worker.Process.StandardOutput.ReadLine()
    if (-not $answer) { throw "The process for '$($Worker.Contender)' ended." }
    $accepted = (Get-Accepted $Worker.Service) - $before
    if ($Worker.Contender -ne 'import-csv' -and $accepted -ne $Count) { throw "'$($Worker.Contender)' had $accepted of $Count orders accepted." }
    $result = $answer | ConvertFrom-Json
    $result | Add-Member Rate ($Count / $result.Seconds)
    $result
}

function Measure-Alternating([Collections.IDictionary] $Contenders, $Service, [int] $WarmUps, [int] $Rounds, [switch] $Together) {
    # A, B, C, A, B, C, …, each in a process of its own that stays, or all in one. The first rounds are not counted: .NET compiles what
    # runs often a second and a third time, and is done with that only after seconds of work.
    $names = @($Contenders.Keys)
    $started = @(foreach ($name in $(if ($Together) { $names[0] } else { $names })) { Start-Worker $name $Service })
    $workers = foreach ($i in 0..($names.Count - 1)) { @{ Process = $started[$i % $started.Count].Process; Contender = $names[$i]; Service = $Service } }
    $results = @{}
    try {
        foreach ($round in (1 - $WarmUps)..$Rounds) {
            foreach ($worker in $workers) {
                $result = Invoke-Worker $worker $Contenders[$worker.Contender] $round
                if ($round -gt 0) { $results[$worker.Contender] += @($result) }
            }
            Write-Progress 'Measuring' "$(@($Contenders.Keys) -join ', '): round $round of $Rounds"
        }
    }
    finally {
        foreach ($worker in $started) { Stop-Piped $worker }
    }
    $results
}

function Measure-Fresh([Collections.IDictionary] $Contenders, $Service, [int] $Rounds, [int] $Runs = 1) {
    # The same as somebody's scheduled task does it: one run, in a process that was started for it; or as a session does it,
    # several in a row, counted together. The start is not timed.
    $results = @{}
    foreach ($round in 1..$Rounds) {
        foreach ($name in $Contenders.Keys) {
            $worker = Start-Worker $name $Service
            try { $each = foreach ($run in 1..$Runs) { Invoke-Worker $worker $Contenders[$name] "fresh$Runs-$round-$run" } } finally { Stop-Piped $worker }
            $seconds = ($each | Measure-Object Seconds -Sum).Sum
            $results[$name] += @([pscustomobject]@{ Seconds = $seconds; Rate = $Runs * $Contenders[$name] / $seconds })
        }
    }
    $results
}

function Measure-Start([int] $Rounds) {
    # Seconds that fresh processes take, empty and with the module, one after the other.
    $commands = [ordered]@{ empty = 'exit'; import = "Import-Module '$Module'; exit" }
    $results = @{}
    foreach ($round in 0..$Rounds) {
        foreach ($name in $commands.Keys) {
            $line = @($shell | Select-Object -Skip 1) + '-NoProfile', '-NonInteractive', '-Command', $commands[$name]
            $watch = [Diagnostics.Stopwatch]::StartNew()
            & $shell[0] @line
            $seconds = $watch.Elapsed.TotalSeconds
            if ($LASTEXITCODE) { throw "PowerShell ended with exit code $LASTEXITCODE." }
            if ($round) { $results[$name] += @($seconds) }
        }
    }
    $results
}
