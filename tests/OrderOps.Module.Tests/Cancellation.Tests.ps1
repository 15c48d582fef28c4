BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    . "$PSScriptRoot/Posting.ps1"

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

Describe 'Ctrl+C while another process has the file locked' {
    BeforeAll {
        # As a backup or a database browser does.
        function Lock-Store([string] $Path) {
            $client = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Microsoft.Data.Sqlite' } | Select-Object -First 1
            $lock = [Activator]::CreateInstance($client.GetType('Microsoft.Data.Sqlite.SqliteConnection'), @("Data Source=$Path;Pooling=False"))
            $lock.Open()
            $command = $lock.CreateCommand()
            $command.CommandText = 'BEGIN IMMEDIATE'
            $null = $command.ExecuteNonQuery()
            $command.Dispose()
            $lock
        }
    }
    BeforeEach {
        $box = Start-OrderOpsSandbox
        $journal = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        $null = New-Rows 2 -From 900 | Send-ItlOrderSync -Connection $box.Itl -Journal $journal
        $session = New-Session @{ box = $box; rows = (New-Rows 60); journal = $journal }
        $nothing = [Management.Automation.PSDataCollection[psobject]]::new()
        $nothing.Complete()
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $lock = $null
    }
    AfterEach {
        if ($lock) { $lock.Dispose() }
        $shell.Dispose()
        $session.Dispose()
        Stop-OrderOpsSandbox
    }

    It 'ends <_> that waits for it' -ForEach @(
        '$rows | Send-ItlOrderSync -Connection $box.Itl -Journal $journal'
        '"1001" | Stop-ItlOrder -Connection $box.Itl -Journal $journal -Confirm:$false'
        'Resolve-OrderOpsOrder T-900 -As NotSent -Reason "Not in the panel." -Journal $journal -Force'
        'Remove-OrderOpsData -Key T-900 -Journal $journal -Confirm:$false'
    ) {
        $lock = Lock-Store $journal
        $sent = $box.RequestCount
        $shell = New-Shell $session "'begun'; $_"
        $running = $shell.BeginInvoke($nothing, $output)
        Wait-Added $output 'begun'
        Stop-Soon $shell
        $box.RequestCount | Should -Be $sent
    }
    It 'ends a run that had begun, which says what it could not write' {
        $null = $box.Server.Faults.Add('Delay', 1, @{ Seconds = 60 })
        $sent = $box.RequestCount
        $shell = New-Shell $session '$rows | Send-ItlOrderSync -Connection $box.Itl -Journal $journal -ThrottleLimit 1'
        $running = $shell.BeginInvoke($nothing, $output)
        $box.Server.RequestsReached($sent + 1).Wait($patience) | Should -BeTrue
        $lock = Lock-Store $journal
        Stop-Soon $shell
        $run = Invoke-In $session 'Get-OrderOpsRun -Last'
        Get-Sum $run | Should -Be $run.In
        $run.Unknown | Should -Be 25
        $run.Failure | Should -Match 'could not be written to the journal, which will know them as Unknown'
        $lock.Dispose()
        @(Get-OrderOpsJournal -Journal $journal -First 100).Where{ $_.Outcome -eq 'Accepted' }.Key | Sort-Object | Should -Be 'T-900', 'T-901'
    }
    It 'lets Select-Object -First end, too' {
        $null = $box.Server.Faults.Add('Delay', -1, @{ Seconds = 60; Order = 'T-26' })
        $null = Invoke-In $session "function Lock-Store { ${function:Lock-Store} }; `$locks = [Collections.Generic.List[object]]::new()"
        $shell = New-Shell $session '$rows | Send-ItlOrderSync -Connection $box.Itl -Journal $journal -ThrottleLimit 1 | ForEach-Object { $locks.Add((Lock-Store $journal)); $_ } | Select-Object -First 1'
        $ended = $shell.BeginInvoke($nothing, $output)
        $ended.AsyncWaitHandle.WaitOne($soon) | Should -BeTrue
        $output.Key | Should -Be 'T-1'
        $lock = @(Invoke-In $session '$locks')
        $lock.Count | Should -Be 1
        $lock = $lock[0]
        (Invoke-In $session 'Get-OrderOpsRun -Last').Failure | Should -Match 'is locked by another process'
    }
    It 'ends a receiver' {
        $inbox = New-InboxPath
        $session.SessionStateProxy.SetVariable('inbox', $inbox)
        $session.SessionStateProxy.SetVariable('prefix', (New-Prefix))
        $shell = Start-Receiving $session '"begun"; Receive-OmniPosting -Prefix $prefix -Inbox $inbox -AllowAnonymous -Verbose' $output
        $lock = Lock-Store $inbox
        Stop-Soon $shell

        # And one that waits for it before it listens.
        $output.Clear()
        $null = $shell.BeginInvoke($nothing, $output)
        Wait-Added $output 'begun'
        Stop-Soon $shell
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
