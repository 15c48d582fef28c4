BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    $quiet = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }

    # T-1 and T-2 accepted, T-3 unknown.
    function New-Journal {
        $script:box = Start-OrderOpsSandbox
        $script:journal = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        $script:at = @{ Journal = $journal }
        $null = New-Rows 2 | Send-ItlOrderSync -Connection $box.Itl @at
        $null = $box.Server.Faults.Add('ResetBefore')
        $null = New-Rows 1 -From 3 | Send-ItlOrderSync -Connection $box.Itl @at @quiet
    }

    # An inbox with postings of A-1 and A-2, delivered, and of A-3, which nobody took.
    function New-Inbox {
        $script:inbox = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $prefix = "http://127.0.0.1:$($listener.LocalEndpoint.Port)/omni/"
        $listener.Stop()
        $session = New-Session @{ prefix = $prefix; inbox = $inbox }
        $shell = New-Shell $session '$n = 0; Receive-OmniPosting $prefix -AllowAnonymous -Inbox $inbox -ManualAck -Count 3 | ForEach-Object { if (++$n -lt 3) { $_ | Complete-OmniPosting } }'
        $running = $shell.BeginInvoke()
        $bodies = 1..3 | ForEach-Object { @{ messageId = $_; orderCode = "A-$_"; eventType = 'OUTWARD_ORDER_CREATE'; eventTime = '2026-11-02T09:00:00Z' } | ConvertTo-Json -Compress }
        $null = $bodies | Send-OmniPosting $prefix -ThrottleLimit 1 -MaximumRetryCount 100 -RetryIntervalSec 0.1 -ErrorAction SilentlyContinue
        if (-not $running.AsyncWaitHandle.WaitOne($patience)) { throw 'The receiver did not end.' }
        $null = $shell.EndInvoke($running)
        $shell.Dispose()
        $session.Dispose()
    }
}
AfterAll { Stop-OrderOpsSandbox }

Describe 'Remove-OrderOpsData from a journal' {
    BeforeEach { New-Journal }
    AfterEach { Stop-OrderOpsSandbox }

    It 'removes what was sent before a moment, and counts what stays' {
        $done = Remove-OrderOpsData -Before (Get-Date).AddMinutes(1) @at -Confirm:$false
        $done.GetType().Name | Should -Be 'DataRemoval'
        $done.Store, $done.Path, $done.Done, $done.Orders, $done.Runs, $done.Kept | Should -Be 'Journal', $journal, $true, 2, 1, 1
        $done.Message | Should -BeLike '1 order stays*Resolve-OrderOpsOrder*'
        (Get-OrderOpsJournal @at).Key | Should -Be 'T-3'
    }
    It 'removes nothing that is younger' {
        $done = Remove-OrderOpsData -Before (Get-Date).AddHours(-1) @at -Confirm:$false
        $done.Orders, $done.Runs, $done.Kept | Should -Be 0, 0, 0
        @(Get-OrderOpsJournal @at).Count | Should -Be 3
    }
    It 'removes orders by their keys, unknown ones too' {
        (Remove-OrderOpsData T-1, T-3, nowhere @at -Confirm:$false).Orders | Should -Be 2
        (Get-OrderOpsJournal @at).Key | Should -Be 'T-2'
    }
    It 'forgets them: they are sent again' {
        $null = Remove-OrderOpsData T-1 @at -Confirm:$false
        (New-Rows 2 | Send-ItlOrderSync -Connection $box.Itl @at @quiet).Outcome | Should -Be 'Duplicate', 'Skipped'
    }
    It 'takes orders of the journal from the pipeline, with their journal' {
        $done = @(Get-OrderOpsJournal -Outcome Accepted @at | Remove-OrderOpsData -Confirm:$false)
        $done.Count | Should -Be 1
        $done[0].Orders | Should -Be 2
        (Get-OrderOpsJournal @at).Key | Should -Be 'T-3'
    }
    It 'says with -WhatIf what would go, and writes nothing' {
        $before = (Get-FileHash -LiteralPath $journal).Hash
        $would = Remove-OrderOpsData -Before (Get-Date).AddMinutes(1) @at -WhatIf
        $would.Done, $would.Orders, $would.Runs, $would.Kept | Should -Be $false, 2, 1, 1
        (Get-FileHash -LiteralPath $journal).Hash | Should -Be $before
    }
    It 'asks, and says so where nobody can be asked' {
        $failure = Get-Failure { Remove-OrderOpsData T-1 @at }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConfirmationNotPossible,*'
        Assert-Remedied $failure
        @(Get-OrderOpsJournal @at).Count | Should -Be 3
    }
    It 'refuses a date that could mean two days' {
        (Get-Failure { Remove-OrderOpsData -Before '06/12/2025' @at -Confirm:$false }).FullyQualifiedErrorId | Should -BeLike 'DateNotUsable,*'
        @(Get-OrderOpsJournal @at).Count | Should -Be 3
    }
    It 'says so in a table that fits 120 columns' {
        $lines = (Remove-OrderOpsData -Before (Get-Date).AddMinutes(1) @at -WhatIf | Out-String -Width 120) -split '\r?\n'
        $lines | Where-Object { $_.Length -gt 120 } | Should -BeNullOrEmpty
        $head = ($lines | Where-Object { $_.Trim() })[0]
        foreach ($column in 'Store', 'Done', 'Orders', 'Runs', 'Postings', 'Shipments', 'Kept', 'Message') { " $head " | Should -BeLike "* $column *" }
    }
    It 'leaves no trace of what is gone' {
        $null = Remove-OrderOpsData T-1, T-2, T-3 @at -Confirm:$false
        foreach ($file in Get-ChildItem "$journal*") { [Text.Encoding]::ASCII.GetString([IO.File]::ReadAllBytes($file.FullName)) | Should -Not -BeLike '*T-[123]*' }
    }
    It 'says so where the journal that is named is not there' {
        $none = Join-Path $TestDrive 'none.db'
        Assert-Remedied (Get-Failure { Remove-OrderOpsData -Before 2026-01-01 -Journal $none -Confirm:$false })
        Test-Path $none | Should -BeFalse
    }
}

Describe 'Remove-OrderOpsData from an inbox' {
    BeforeEach { New-Inbox }

    It 'removes what came before a moment, and counts what nobody took' {
        $done = Remove-OrderOpsData -Before (Get-Date).AddMinutes(1) -Inbox $inbox -Confirm:$false
        $done.Store, $done.Path, $done.Done, $done.Postings, $done.Shipments, $done.Kept | Should -Be 'Inbox', $inbox, $true, 2, 0, 1
        $done.Message | Should -BeLike '1 posting stays*'
        (Get-OmniPosting -Inbox $inbox).OrderCode | Should -Be 'A-3'
    }
    It 'removes the postings of an order, which come from the pipeline, too' {
        $would = Get-OmniPosting -OrderCode A-1 -Inbox $inbox | Remove-OrderOpsData -WhatIf
        $would.Done, $would.Postings | Should -Be $false, 1
        (Get-OmniPosting -OrderCode A-1 -Inbox $inbox | Remove-OrderOpsData -Confirm:$false).Postings | Should -Be 1
        (Get-OmniPosting -Inbox $inbox).OrderCode | Should -Be 'A-2', 'A-3'
    }
}

Describe 'Remove-OrderOpsData without a path' {
    BeforeAll {
        $env:ORDEROPS_TEST_FOLDER = Join-Path $TestDrive 'data'
        $seen = Invoke-Fresh {
            . "$repository/tests/OrderOps.Module.Tests/Rig.ps1"
            $env:XDG_DATA_HOME = $env:ORDEROPS_TEST_FOLDER
            $none = @(Remove-OrderOpsData -Before (Get-Date) -Confirm:$false).Count
            $box = Start-OrderOpsSandbox
            $null = New-Row | Send-ItlOrderSync -Connection $box.Itl -Journal (Join-Path $env:XDG_DATA_HOME OrderOps/journal.db)
            $done = @(Remove-OrderOpsData T-1 -Confirm:$false)
            @{ None = $none; Stores = $done.Count; Orders = $done[0].Orders; Inbox = Test-Path (Join-Path $env:XDG_DATA_HOME OrderOps/inbox.db) }
        }
    }

    It 'means what is there of journal and inbox, and makes none' -Skip:($env:OS -eq 'Windows_NT') {
        $seen.None, $seen.Stores, $seen.Orders, $seen.Inbox | Should -Be 0, 1, 1, $false
    }
}
