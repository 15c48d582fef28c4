BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    if (-not ('AnsweringHost' -as [type])) { Add-Type -Path "$PSScriptRoot/AnsweringHost.cs" }
    $quiet = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
    $me = "$([Environment]::UserName)@$([Environment]::MachineName)"

    # A journal of its own: T-1 accepted, T-2 and T-3 unknown.
    function New-Journal {
        $script:box = Start-OrderOpsSandbox
        $script:journal = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        $script:at = @{ Journal = $journal }
        $script:accepted = New-Row 1 | Send-ItlOrderSync -Connection $box.Itl @at -Account north
        $null = $box.Server.Faults.Add('ResetBefore')
        $script:unknown = New-Rows 2 -From 2 | Send-ItlOrderSync -Connection $box.Itl @at -Account north @quiet
    }
}
AfterAll { Stop-OrderOpsSandbox }

Describe 'Resolve-OrderOpsOrder' {
    BeforeEach { New-Journal }
    AfterEach { Stop-OrderOpsSandbox }

    It 'settles as Accepted, and no run sends it again' {
        $entry = Resolve-OrderOpsOrder T-2 -As Accepted -Reason 'seen in the panel' @at
        $entry.Outcome, $entry.ResolvedBy, $entry.Reason | Should -Be 'Accepted', $me, 'seen in the panel'
        $entry.GetType().FullName | Should -Be 'OrderOps.Journal.JournalEntry'
        (Get-OrderOpsJournal T-2 @at).Outcome | Should -Be 'Accepted'
        $again = New-Rows 2 -From 2 | Send-ItlOrderSync -Connection $box.Itl @at -Account north -Resend Unknown @quiet
        $again.Outcome | Should -Be 'Skipped', 'Accepted'
    }
    It 'settles as NotSent, and the next run sends it' {
        (Resolve-OrderOpsOrder T-2 NotSent 'not in the panel' @at).Outcome | Should -Be 'NotSent'
        $again = New-Rows 2 -From 2 | Send-ItlOrderSync -Connection $box.Itl @at -Account north @quiet
        $again.Outcome | Should -Be 'Accepted', 'Unknown'
        (Get-OrderOpsJournal T-2 @at).ResolvedBy | Should -BeNullOrEmpty
    }
    It 'takes what it is settled as in any case' {
        (Resolve-OrderOpsOrder T-2 -As accepted -Reason seen @at).Outcome | Should -BeExactly 'Accepted'
        (Resolve-OrderOpsOrder T-3 -As NOTSENT -Reason 'not there' @at).Outcome | Should -BeExactly 'NotSent'
    }
    It 'takes orders of the journal from the pipeline, with their journal' {
        $done = @(Get-OrderOpsJournal -Outcome Unknown @at | Resolve-OrderOpsOrder -As Accepted -Reason seen)
        $done.Key | Sort-Object | Should -Be 'T-2', 'T-3'
        Get-OrderOpsJournal -Outcome Unknown @at | Should -BeNullOrEmpty
    }
    It 'takes results from the pipeline, with the journal and the account of their run' {
        $null = New-Row 2 | Send-ItlOrderSync -Connection $box.Itl @at -Account south @quiet
        ($unknown | Resolve-OrderOpsOrder -As NotSent -Reason 'not there').Account | Should -Be 'north', 'north'
    }
    It 'refuses a key that stands there more than once, and says what tells them apart' {
        $null = New-Row 2 | Send-ItlOrderSync -Connection $box.Itl @at -Account south @quiet
        Resolve-OrderOpsOrder T-2 -As Accepted -Reason seen @at -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'OrderAmbiguous,*'
        "$($failures[0])" | Should -BeLike '*as south; *as north.'
        $failures[0].ErrorDetails.RecommendedAction | Should -BeLike '*-Account*'
        Assert-Remedied $failures
        (Resolve-OrderOpsOrder T-2 -As Accepted -Reason seen -Account north @at).Account | Should -Be 'north'
    }
    It 'leaves to a run what it has in hand' {
        $slow = Start-OrderOpsSandbox -LatencyMs 60000
        $session = New-Session @{ box = $slow; rows = (New-Rows 1 -From 9); journal = $journal }
        $shell = New-Shell $session '$rows | Send-ItlOrderSync -Connection $box.Itl -Journal $journal -ErrorAction SilentlyContinue'
        $null = $shell.BeginInvoke()
        $until = [DateTime]::UtcNow + $patience
        while (-not $slow.RequestCount -and [DateTime]::UtcNow -lt $until) { [Threading.Thread]::Yield() | Out-Null }
        try {
            Resolve-OrderOpsOrder T-9 -As NotSent -Reason x @at -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'OrderInHand,*'
            Assert-Remedied $failures
        }
        finally {
            $shell.Stop()
            $session.Dispose()
        }
        (Resolve-OrderOpsOrder T-9 -As NotSent -Reason x @at).Outcome | Should -Be 'NotSent'
    }
    It 'lets an accepted order go again only where somebody agrees' {
        # No, then yes.
        foreach ($case in @{ Answer = 2; Outcome = 'Accepted' }, @{ Answer = 0; Outcome = 'NotSent' }) {
            $watching = [AnsweringHost]::new($case.Answer)
            $session = New-Session @{ journal = $journal } $watching
            $given = Invoke-In $session 'Resolve-OrderOpsOrder T-1 -As NotSent -Reason ''deleted in the panel'' -Journal $journal'
            $session.Dispose()
            @($given).Count | Should -Be ([int]($case.Outcome -eq 'NotSent'))
            (Get-OrderOpsJournal T-1 @at).Outcome | Should -Be $case.Outcome
            $watching.Screen.Questions | Should -HaveCount 1
            $watching.Screen.Questions[0] | Should -BeLike "*Itl order 'T-1' was Accepted*second label*"
        }
    }
    It 'does not ask with -Force, and says how where nobody can be asked' {
        Resolve-OrderOpsOrder T-1 -As NotSent -Reason x @at -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ConfirmationNotPossible,*'
        Assert-Remedied $failures
        (Get-OrderOpsJournal T-1 @at).Outcome | Should -Be 'Accepted'
        (Resolve-OrderOpsOrder T-1 -As NotSent -Reason x -Force @at).Outcome | Should -Be 'NotSent'
        (New-Row 1 | Send-ItlOrderSync -Connection $box.Itl @at -Account north @quiet).Outcome | Should -Be 'Duplicate'
    }
    It 'writes nothing with -WhatIf' {
        $before = (Get-FileHash -LiteralPath $journal).Hash
        Resolve-OrderOpsOrder T-2 -As Accepted -Reason x @at -WhatIf | Should -BeNullOrEmpty
        (Get-FileHash -LiteralPath $journal).Hash | Should -Be $before
        (Get-OrderOpsJournal T-2 @at).Outcome | Should -Be 'Unknown'
    }
    It 'says so for an order that is not there, and goes on' {
        $done = Resolve-OrderOpsOrder nowhere, T-2 -As Accepted -Reason seen @at -ErrorVariable failures -ErrorAction SilentlyContinue
        $done.Key | Should -Be 'T-2'
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'OrderNotFound,*'
        Assert-Remedied $failures
    }
    It 'makes no journal' {
        $none = Join-Path $TestDrive 'none.db'
        Assert-Remedied (Get-Failure { Resolve-OrderOpsOrder T-1 -As Accepted -Reason x -Journal $none })
        Test-Path $none | Should -BeFalse
    }
}
