BeforeAll {
    . "$PSScriptRoot/Rig.ps1"

    # A PowerShell of its own that is ready to receive, and begins when it is told to. What its pipeline was given stands
    # in the file before the receiver hears that it was taken.
    $script = Join-Path $TestDrive 'receive.ps1'
    Set-Content -LiteralPath $script -Encoding utf8 @'
param($Module, $Prefix, $Inbox, $Emitted)
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $Module 'OrderOps.psd1')
'ready'
$null = [Console]::In.ReadLine()
$lines = [IO.StreamWriter]::new([IO.File]::Open($Emitted, 'Append', 'Write', 'ReadWrite'))
$lines.AutoFlush = $true
# What the one before was killed in the middle of must not swallow the next line.
$lines.WriteLine()
Receive-OmniPosting $Prefix -AllowAnonymous -Inbox $Inbox -Verbose 4>&1 | ForEach-Object {
    if ($_ -is [Management.Automation.VerboseRecord]) { if ("$_" -like 'Listening*') { 'listening' } }
    else { $lines.WriteLine("$($_.MessageId) $($_.Attempt) $($_.Delivery)") }
}
'@

    function New-Receiver {
        $shell = (Get-Process -Id $PID).Path
        # As a .NET tool, PowerShell is a library that dotnet runs.
        $line = @(if ([IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' })
        $line += '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', $script, $modulePath, $prefix, $inbox, $emitted
        $start = [Diagnostics.ProcessStartInfo]::new($shell, ($line.ForEach{ '"{0}"' -f $_ } -join ' '))
        $start.UseShellExecute = $false
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        $processes.Add($process)
        $process
    }

    function Wait-Word($Process, [string] $Word) {
        $reading = $Process.StandardOutput.ReadLineAsync()
        if (-not $reading.Wait($patience)) { throw "The receiver did not say '$Word'." }
        if ($reading.Result -ne $Word) { throw "The receiver said '$($reading.Result)' instead of '$Word'." }
    }

    function Start-Receiver($Process) {
        Wait-Word $Process 'ready'
        $Process.StandardInput.WriteLine()
        Wait-Word $Process 'listening'
    }

    # SIGKILL, or what comes to it: nothing of the process runs any more.
    function Stop-Receiver($Process) {
        $Process.Kill()
        if (-not $Process.WaitForExit([int] $patience.TotalMilliseconds)) { throw 'The receiver did not die.' }
    }
}

Describe 'A receiver in a process of its own' {
    BeforeEach {
        $processes = [Collections.Generic.List[Diagnostics.Process]]::new()
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $prefix = "http://127.0.0.1:$($listener.LocalEndpoint.Port)/omni/"
        $listener.Stop()
        $inbox = Join-Path $TestDrive "$([guid]::NewGuid())/inbox.db"
        $emitted = Join-Path $TestDrive "$([guid]::NewGuid()).txt"
    }
    AfterEach {
        foreach ($process in $processes) {
            if (-not $process.HasExited) { Stop-Receiver $process }
            $process.Dispose()
        }
    }

    It 'loses nothing, doubles nothing and emits no repeat, though it is killed ten times' {
        $count = 10000
        $random = [Random]::new(4)
        $kills = [Collections.Generic.Queue[int]]::new([int[]]@(1..10 | ForEach-Object { $random.Next(1, $count) } | Sort-Object))

        $receiver = New-Receiver
        $next = New-Receiver
        Start-Receiver $receiver
        $load = @{
            Count = $count; RepeatPercent = 30; RenumberPercent = 5; Shuffle = 50; Seed = 4
            ThrottleLimit = 32; MaximumRetryCount = 1000; RetryIntervalSec = 0.02
        }
        $acknowledged = [Collections.Generic.HashSet[long]]::new()
        $answers = 0
        $ledger = Send-OmniPosting $prefix @load -PassThru | ForEach-Object {
            if ($_.GetType().Name -ne 'PostingAnswer') { return $_ }
            if ($_.Outcome -eq 'Acknowledged') { $null = $acknowledged.Add([long] $_.MessageId) }
            $answers++
            while ($kills.Count -and $answers -ge $kills.Peek()) {
                $null = $kills.Dequeue()
                Stop-Receiver $receiver
                $receiver = $next
                Start-Receiver $receiver
                if ($kills.Count) { $next = New-Receiver }
            }
        }
        # The last one dies, too; what it had not handed on is drained.
        Stop-Receiver $receiver
        $drained = @(Receive-OmniPosting -Drain -Inbox $inbox | ForEach-Object { "$($_.MessageId) $($_.Attempt) $($_.Delivery)" })

        # A line that a kill cut off is no emission: the posting comes again.
        $lines = @(Get-Content -LiteralPath $emitted | Where-Object { $_ -match '^\d+ \d+ (New|Redelivered|Changed)$' }) + $drained
        $times = @{}
        foreach ($line in $lines) {
            $id, $attempt, $kind = $line -split ' '
            $times[[long] $id] += @("$attempt $kind")
        }
        $twice = @($times.Values | Where-Object { @($_ | Sort-Object -Unique).Count -lt $_.Count })
        $stored = @(Get-OmniPosting -Inbox $inbox)

        $ledger | Out-Host
        "$($acknowledged.Count) message ids acknowledged; 11 receivers killed, 10 of them on the way; $($stored.Count) in the inbox; " +
        "$($lines.Count) emitted, $($lines.Count - $times.Count) of them again after a kill, $($twice.Count) for a repeat" | Out-Host

        $kills.Count | Should -Be 0
        $ledger.Acknowledged, $ledger.Refused, $ledger.Unanswered | Should -Be $count, 0, 0
        $ledger.Repeats | Should -BeGreaterThan ($count / 4)
        $acknowledged.Count | Should -Be ($count - $ledger.Repeats)
        # Each acknowledged posting once, and nothing else.
        $stored.Count | Should -Be $acknowledged.Count
        $acknowledged.SetEquals([long[]] $stored.MessageId) | Should -BeTrue
        $stored.State | Sort-Object -Unique | Should -Be 'Delivered'
        # Each at least once, and only a kill brings it again: with a further attempt, and flagged.
        $acknowledged.SetEquals([long[]] @($times.Keys)) | Should -BeTrue
        $twice | Should -BeNullOrEmpty
        @($lines -match ' 1 Redelivered$| ([2-9]|\d\d+) New$').Count | Should -Be 0
    }
    It 'tells a second one in another process who holds the inbox' {
        $receiver = New-Receiver
        Start-Receiver $receiver
        foreach ($second in { Receive-OmniPosting -Drain -Inbox $inbox }, { Receive-OmniPosting -Inbox $inbox -AllowAnonymous }) {
            $failure = Get-Failure $second
            $failure.FullyQualifiedErrorId | Should -BeLike 'InboxHeld,*'
            "$failure" | Should -BeLike "*$($receiver.Id)*"
            Assert-Remedied $failure
        }
        Stop-Receiver $receiver
        Receive-OmniPosting -Drain -Inbox $inbox | Should -BeNullOrEmpty
    }
}
