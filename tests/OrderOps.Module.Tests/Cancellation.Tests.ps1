BeforeAll {
    . "$PSScriptRoot/Rig.ps1"

    # Far less than what the run would wait for, and enough for a machine that is busy.
    $soon = [TimeSpan]::FromSeconds(10)

    function Stop-Soon($Shell) {
        $stopping = $Shell.BeginStop($null, $null)
        $stopping.AsyncWaitHandle.WaitOne($soon) | Should -BeTrue
        $Shell.EndStop($stopping)
    }
}

Describe 'Ctrl+C' {
    BeforeEach {
        $box = Start-OrderOpsSandbox
        $session = New-Session @{ box = $box; rows = (New-Rows 60) }
        $shell = New-Shell $session '$rows | Send-ItlOrderSync -Connection $box.Itl -ThrottleLimit 1'
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $nothing = [Management.Automation.PSDataCollection[psobject]]::new()
        $nothing.Complete()
    }
    AfterEach {
        $shell.Dispose()
        $session.Dispose()
        Stop-OrderOpsSandbox
    }

    It 'during a Retry-After of 60 s ends the run at once, with everything settled' {
        $null = $box.Server.Faults.Add('TooManyRequests', 1, @{ RetryAfter = 60 })
        $running = $shell.BeginInvoke($nothing, $output)
        $box.Server.RequestsReached(1).Wait($patience) | Should -BeTrue
        Stop-Soon $shell
        $run = Invoke-In $session 'Get-OrderOpsRun -Last'
        $run.EndedBy | Should -Be 'Stopped'
        Get-Sum $run | Should -Be $run.In
        $run.In | Should -BeGreaterOrEqual 25
        $run.NotSent | Should -Be $run.In
        $box.RequestCount | Should -Be 1
        $box.Server.Itl.AcceptedCount | Should -Be 0
    }
    It 'while requests are in flight leaves them Unknown and the rest NotSent' {
        $null = $box.Server.Faults.Add('Delay', 1, @{ Seconds = 60 })
        $running = $shell.BeginInvoke($nothing, $output)
        $box.Server.RequestsReached(1).Wait($patience) | Should -BeTrue
        Stop-Soon $shell
        $run = Invoke-In $session 'Get-OrderOpsRun -Last'
        $run.EndedBy | Should -Be 'Stopped'
        $run.Unknown | Should -Be 25
        $run.NotSent | Should -Be ($run.In - 25)
        Get-Sum $run | Should -Be $run.In
        $box.RequestCount | Should -Be 1
    }
    It 'during a cancel ends it as well' {
        $null = $box.Server.Faults.Add('TooManyRequests', 1, @{ RetryAfter = 60 })
        $cancel = New-Shell $session '1001..1009 | Stop-ItlOrder -Connection $box.Itl -Confirm:$false'
        $running = $cancel.BeginInvoke($nothing, $output)
        $box.Server.RequestsReached(1).Wait($patience) | Should -BeTrue
        Stop-Soon $cancel
        $cancel.Dispose()
        $run = Invoke-In $session 'Get-OrderOpsRun -Last'
        $run.EndedBy | Should -Be 'Stopped'
        $run.In, $run.NotSent | Should -Be 9, 9
    }
    It 'leaves the session able to finish the run' {
        $null = $box.Server.Faults.Add('TooManyRequests', 1, @{ RetryAfter = 60 })
        $running = $shell.BeginInvoke($nothing, $output)
        $box.Server.RequestsReached(1).Wait($patience) | Should -BeTrue
        Stop-Soon $shell
        $again = Invoke-In $session '$rows | Send-ItlOrderSync -Connection $box.Itl'
        $again.Count | Should -Be 60
        $again.Outcome | Sort-Object -Unique | Should -Be 'Accepted'
    }
}

Describe 'Select-Object -First' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'ends the run, with everything settled' {
        $first = New-Rows 60 | Send-ItlOrderSync -Connection $box.Itl -ThrottleLimit 1 | Select-Object -First 1
        $first.Key | Should -Be 'T-1'
        $run = Get-OrderOpsRun -Last
        $run.EndedBy | Should -Be 'Stopped'
        Get-Sum $run | Should -Be $run.In
        $run.Accepted | Should -BeGreaterOrEqual 25
        $run.Accepted | Should -Be $box.Server.Itl.AcceptedCount
    }
    It 'does not wait for what is in flight' {
        $null = $box.Server.Faults.Add('Delay', -1, @{ Seconds = 60; Order = 'T-26' })
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $first = New-Rows 60 | Send-ItlOrderSync -Connection $box.Itl -ThrottleLimit 2 | Select-Object -First 1
        $watch.Elapsed | Should -BeLessThan $soon
        $first.Outcome | Should -Be 'Accepted'
        $run = Get-OrderOpsRun -Last
        Get-Sum $run | Should -Be $run.In
    }
    It 'leaves no session and no thread of its own behind' {
        $null = New-Rows 30 | Send-ItlOrderSync -Connection $box.Itl | Select-Object -First 1
        $before = @(Get-Runspace).Count
        foreach ($time in 1..5) { $null = New-Rows 60 -From (100 * $time) | Send-ItlOrderSync -Connection $box.Itl | Select-Object -First 1 }
        @(Get-Runspace).Count | Should -Be $before
    }
    It 'ends the reading of a file' {
        $first = ConvertTo-ItlOrder "$repository/samples/orders.csv" | Select-Object -First 2
        $first.Count | Should -Be 2
        $tests = Test-ItlOrder "$repository/samples/orders.csv" | Select-Object -First 2
        $tests.Count | Should -Be 2
    }
}

Describe 'An error further down the pipeline' {
    It 'ends the run, with everything settled' {
        $box = Start-OrderOpsSandbox
        $failure = Get-Failure { New-Rows 60 | Send-ItlOrderSync -Connection $box.Itl -ThrottleLimit 1 | ForEach-Object { throw 'enough' } }
        "$failure" | Should -Be 'enough'
        $run = Get-OrderOpsRun -Last
        $run.EndedBy | Should -Be 'Stopped'
        Get-Sum $run | Should -Be $run.In
        $run.Accepted | Should -Be $box.Server.Itl.AcceptedCount
        Stop-OrderOpsSandbox
    }
}
