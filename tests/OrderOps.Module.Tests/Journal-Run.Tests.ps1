BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    $journal = Join-Path $TestDrive 'journal.db'
    $at = @{ Journal = $journal }
    $quiet = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
    $box = Start-OrderOpsSandbox

    # Runs of another process, one of which dies in the middle of a request.
    $env:ORDEROPS_TEST_JOURNAL = $journal
    $seen = Invoke-Fresh {
        . "$repository/tests/OrderOps.Module.Tests/Rig.ps1"
        $box = Start-OrderOpsSandbox
        $box.Server.Itl.RefusePin('999999')
        $results = (New-Row 1), (New-Row 2 @{ pin = '999999' }) | Send-ItlOrderSync -Connection $box.Itl -Journal $env:ORDEROPS_TEST_JOURNAL -Account north -ErrorAction SilentlyContinue
        @{ RunId = $results[0].RunId; ProcessId = $PID }
    }
    $death = @'
. "$repository/tests/OrderOps.Module.Tests/Rig.ps1"
$box = Start-OrderOpsSandbox -LatencyMs 60000
$session = New-Session @{ box = $box; rows = (New-Rows 2 -From 3); journal = $env:ORDEROPS_TEST_JOURNAL }
$null = (New-Shell $session '$rows | Send-ItlOrderSync -Connection $box.Itl -Journal $journal -Account north').BeginInvoke()
while (-not $box.RequestCount) { [Threading.Thread]::Yield() | Out-Null }
[Diagnostics.Process]::GetCurrentProcess().Kill()
'@
    try { $null = Invoke-Fresh ([scriptblock]::Create($death)) } catch { $died = "$_" }
    $null = New-Rows 1 -From 5 | Send-ItlOrderSync -Connection $box.Itl @at -Account north
    $own = Get-OrderOpsRun -Last
}
AfterAll {
    Stop-OrderOpsSandbox
    $env:ORDEROPS_TEST_JOURNAL = $null
}

Describe 'Get-OrderOpsRun with a journal' {
    It 'gives its runs, of whatever process, the newest first' {
        $died | Should -BeLike 'The process wrote no result*'
        $runs = @(Get-OrderOpsRun @at)
        $runs.Count | Should -Be 3
        $runs[0].RunId | Should -Be $own.RunId
        $runs[2].RunId | Should -Be $seen.RunId
        $runs.EndedBy | Should -Be 'Completed', 'Killed', 'Completed'
        $runs.ExitCode | Should -Be 0, 1, 2
        "$($runs[2])" | Should -Be '2 in = 1 Accepted + 1 Rejected'
        $runs[2].Command, $runs[2].Service, $runs[2].Account, $runs[2].Journal | Should -Be 'Send-ItlOrderSync', 'Itl', 'north', $journal
    }
    It 'counts what a killed run had in flight as Unknown' {
        $killed = @(Get-OrderOpsRun @at)[1]
        $killed.Unknown | Should -Be 2
        (Get-OrderOpsRun $killed.RunId @at | Get-OrderOpsJournal).Outcome | Should -Be 'Unknown', 'Unknown'
    }
    It 'shows a run of another session as Running while it runs' {
        $slow = Start-OrderOpsSandbox -LatencyMs 60000
        $session = New-Session @{ box = $slow; rows = (New-Rows 1 -From 9); journal = $journal }
        $shell = New-Shell $session '$rows | Send-ItlOrderSync -Connection $box.Itl -Journal $journal -Account north -ErrorAction SilentlyContinue'
        $running = $shell.BeginInvoke()
        $until = [DateTime]::UtcNow + $patience
        while (-not $slow.RequestCount -and [DateTime]::UtcNow -lt $until) { [Threading.Thread]::Yield() | Out-Null }
        try {
            $run = Get-OrderOpsRun -First 1 @at
            $run.EndedBy | Should -Be 'Running'
            $run.ExitCode | Should -Be 0
            (Get-OrderOpsJournal T-9 @at).Outcome | Should -Be 'Sending'
        }
        finally {
            $shell.Stop()
            $session.Dispose()
            $slow | Stop-OrderOpsSandbox
        }
        (Get-OrderOpsRun -First 1 @at).EndedBy | Should -Be 'Stopped'
        (Get-OrderOpsJournal T-9 @at).Outcome | Should -Be 'Unknown'
    }
    It 'gives pages, and how many there are' {
        $all = @(Get-OrderOpsRun @at)
        (Get-OrderOpsRun -First 1 @at).RunId | Should -Be $all[0].RunId
        (Get-OrderOpsRun -Skip 1 -First 1 @at).RunId | Should -Be $all[1].RunId
        [int](Get-OrderOpsRun -First 0 -IncludeTotalCount @at) | Should -Be $all.Count
    }
    It 'finds by service and by when they began' {
        @(Get-OrderOpsRun -Service itl @at).Count | Should -BeGreaterThan 2
        @(Get-OrderOpsRun -Service External @at).Count | Should -Be 0
        (Get-OrderOpsRun -Until $own.Started @at).RunId | Should -Not -Contain $own.RunId
        (Get-OrderOpsRun -Since $own.Started @at).RunId | Should -Contain $own.RunId
        @(Get-OrderOpsRun -Since (Get-Date).AddHours(1) @at).Count | Should -Be 0
    }
    It 'finds a run of another process by its identity, and by an order of the journal' {
        (Get-OrderOpsRun $seen.RunId @at).Rejected | Should -Be 1
        (Get-OrderOpsJournal T-1 @at | Get-OrderOpsRun).RunId | Should -Be $seen.RunId
    }
    It 'leaves out runs of this session that were written elsewhere' {
        $null = New-Row 7 | Send-ItlOrderSync -Connection $box.Itl -NoJournal
        $last = Get-OrderOpsRun -Last
        $last.Journal | Should -BeNullOrEmpty
        (Get-OrderOpsRun @at).RunId | Should -Not -Contain $last.RunId
        (Get-OrderOpsRun).RunId | Should -Contain $last.RunId
    }
    It 'says so where the journal that is named is not there' {
        $none = Join-Path $TestDrive 'none.db'
        Assert-Remedied (Get-Failure { Get-OrderOpsRun -Journal $none })
        Test-Path $none | Should -BeFalse
    }
}

Describe 'Get-OrderOpsRun without a journal' {
    BeforeAll {
        $seenFresh = Invoke-Fresh {
            Import-Module $modulePath
            # Nothing was ever sent by this user.
            $env:XDG_DATA_HOME = Join-Path ([IO.Path]::GetTempPath()) "orderops-$([guid]::NewGuid())"
            $before = @(Get-OrderOpsRun).Count
            $box = Start-OrderOpsSandbox
            $null = Import-Csv (Join-Path $repository 'samples/orders.csv') | Select-Object -First 1 | Send-ItlOrderSync -Connection $box.Itl -NoJournal
            @{ Before = $before; After = @(Get-OrderOpsRun).Count; Last = (Get-OrderOpsRun -Last).ExitCode; Made = Test-Path $env:XDG_DATA_HOME }
        }
    }

    It 'gives those of the session, and makes none' -Skip:($env:OS -eq 'Windows_NT') {
        $seenFresh.Before, $seenFresh.After, $seenFresh.Last, $seenFresh.Made | Should -Be 0, 1, 0, $false
    }
}
