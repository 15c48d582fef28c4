BeforeAll {
    . "$PSScriptRoot/Rig.ps1"

    function New-Path([string] $Name = 'journal.db') {
        $folder = New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))
        Join-Path $folder.FullName $Name
    }

    # Every file beside a journal, byte by byte.
    function Get-Print([string] $Path) {
        Get-ChildItem -LiteralPath (Split-Path $Path) | Sort-Object Name | ForEach-Object { "$($_.Name) $((Get-FileHash -LiteralPath $_.FullName).Hash)" }
    }
}

Describe 'The journal' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'of a sandbox is its own, by connection and by address, in every runspace, and goes away with it' {
        $null = New-Row 1 | Send-ItlOrderSync -Connection $box.Itl
        (Get-OrderOpsRun -Last).Journal | Should -Be $box.Journal
        $null = New-Row 2 | Send-ItlOrderSync -BaseUri $box.Itl.BaseUri -AccessToken $box.Server.Itl.AccessToken -SecretKey $box.Server.Itl.SecretKey
        (Get-OrderOpsRun -Last).Journal | Should -Be $box.Journal
        $session = New-Session @{ box = $box; rows = (New-Rows 1) }
        (Invoke-In $session '$rows | Send-ItlOrderSync -Connection $box.Itl').Outcome | Should -Be 'Skipped'
        $session.Dispose()
        Test-Path -LiteralPath $box.Journal | Should -BeTrue
        $other = Start-OrderOpsSandbox
        $other.Journal | Should -Not -Be $box.Journal
        $box | Stop-OrderOpsSandbox
        Test-Path -LiteralPath (Split-Path $box.Journal) | Should -BeFalse
    }
    It 'of a sandbox goes away with the module and with the process' {
        $seen = Invoke-Fresh {
            Import-Module $modulePath
            $first = Start-OrderOpsSandbox
            $null = [pscustomobject]@{ order = '1' } | Send-ItlOrderSync -Connection $first.Itl -ErrorAction SilentlyContinue
            $there = Test-Path -LiteralPath $first.Journal
            Remove-Module OrderOps
            $gone = -not (Test-Path -LiteralPath (Split-Path $first.Journal))
            Import-Module $modulePath
            $second = Start-OrderOpsSandbox
            $null = [pscustomobject]@{ order = '1' } | Send-ItlOrderSync -Connection $second.Itl -ErrorAction SilentlyContinue
            @{ There = $there; Gone = $gone; Second = $second.Journal; SecondThere = Test-Path -LiteralPath $second.Journal }
        }
        $seen.There, $seen.Gone, $seen.SecondThere | Should -Be $true, $true, $true
        Test-Path -LiteralPath (Split-Path $seen.Second) | Should -BeFalse
    }
    It 'is the one that -Journal names, also for a sandbox' {
        $journal = New-Path
        $null = New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -Journal $journal
        (Get-OrderOpsRun -Last).Journal | Should -Be $journal
        Test-Path -LiteralPath $box.Journal | Should -BeFalse
        (New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -Journal $journal).Outcome | Should -Be 'Skipped'
        if ($PSVersionTable.PSEdition -eq 'Core' -and -not $IsWindows) { [int][IO.File]::GetUnixFileMode($journal) | Should -Be 0x180 }
    }
    It 'knows what was accepted at one address for that address only' {
        $journal = New-Path
        $other = Start-OrderOpsSandbox
        $null = New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -Journal $journal
        (New-Row 1 | Send-ItlOrderSync -Connection $other.Itl -Journal $journal).Outcome | Should -Be 'Accepted'
        (New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -Journal $journal).Outcome | Should -Be 'Skipped'
    }
    It 'is none with -NoJournal' {
        $null = New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -NoJournal
        (Get-OrderOpsRun -Last).Journal | Should -BeNullOrEmpty
        Test-Path -LiteralPath $box.Journal | Should -BeFalse
        (New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -NoJournal).Outcome | Should -Be 'Duplicate'
    }
    It 'is asked for and refused in one line: <Name>' -ForEach @(
        @{ Name = '-Resend'; Send = { New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -NoJournal -Resend Unknown } }
        @{ Name = '-Journal'; Send = { New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -NoJournal -Journal (New-Path) } }
        @{ Name = '-SkipUnchanged'; Send = { 1 | Stop-ItlOrder -Connection $box.Itl -NoJournal -SkipUnchanged -Confirm:$false } }
    ) {
        $failure = Get-Failure $Send
        $failure.FullyQualifiedErrorId | Should -BeLike 'NoJournalContradicted,*'
        $failure.Exception.Message | Should -BeLike "*$Name*"
        Assert-Remedied $failure
        $box.RequestCount | Should -Be 0
        (Get-OrderOpsRun -Last).ExitCode | Should -Be 3
    }
    It 'is neither made nor touched by -WhatIf, which says what it would do' {
        $journal = New-Path
        (New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -Journal $journal -WhatIf).Outcome | Should -Be 'NotSent'
        Test-Path -LiteralPath $journal | Should -BeFalse
        $null = New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -Journal $journal
        $null = $box.Server.Faults.Add('ResetAfter')
        $null = New-Row 2 | Send-ItlOrderSync -Connection $box.Itl -Journal $journal -ErrorAction SilentlyContinue
        $before = Get-Print $journal
        $results = New-Rows 3 | Send-ItlOrderSync -Connection $box.Itl -Journal $journal -WhatIf -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        $results.Outcome | Should -Be 'Skipped', 'Unknown', 'NotSent'
        Get-Print $journal | Should -Be $before
    }
    It 'that can not be used ends the command before anything is sent: <Id>' -ForEach @(
        @{ Id = 'StoreFolderRelative'; Path = { './journal.db' }; ExitCode = 3 }
        @{ Id = 'StoreFolderMissing'; Path = { ' ' }; ExitCode = 3 }
        @{ Id = 'StoreForeign'; ExitCode = 1; Path = {
                $path = New-Path
                Set-Content -LiteralPath $path -Value ('x' * 5000)
                $path
            }
        }
        @{ Id = 'StoreNewer'; ExitCode = 1; Path = {
                $path = New-Path
                $null = New-Row 9 | Send-ItlOrderSync -Connection $box.Itl -Journal $path
                $bytes = [IO.File]::ReadAllBytes($path)
                $bytes[63] = 200
                [IO.File]::WriteAllBytes($path, $bytes)
                $path
            }
        }
    ) {
        $journal = & $Path
        $requests = $box.RequestCount
        $failed = New-Path 'failed.jsonl'
        $failure = Get-Failure { New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -Journal $journal -FailedPath $failed }
        $failure.FullyQualifiedErrorId | Should -Be "$Id,OrderOps.PowerShell.Commands.Itl.SendItlOrderSyncCommand"
        Assert-Remedied $failure
        $box.RequestCount | Should -Be $requests
        $run = Get-OrderOpsRun -Last
        $run.ExitCode, $run.EndedBy | Should -Be $ExitCode, 'Failed'
        Test-Path -LiteralPath (Split-Path $failed) | Should -BeTrue
        Get-ChildItem -LiteralPath (Split-Path $failed) | Should -BeNullOrEmpty
    }
    It 'that was made in a session that nobody watches is in the run''s note' {
        $journal = New-Path
        $said = New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -Journal $journal -Verbose 4>&1 | Out-String
        $run = Get-OrderOpsRun -Last
        $run.Note | Should -BeLike '*journal was made*'
        $said | Should -BeLike "*$($journal)*"
        $said -replace '\s+', ' ' | Should -BeLike '*journal was made*'
        $null = New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -Journal $journal
        (Get-OrderOpsRun -Last).Note | Should -BeNullOrEmpty
        $null = New-Row 2 | Send-ItlOrderSync -Connection $box.Itl
        (Get-OrderOpsRun -Last).Note | Should -BeNullOrEmpty
    }
    It 'holds no secret and nothing of what orders hold' {
        $journal = New-Path
        $secrets = 'canary-7d21', 'canary-9e40'
        $row = New-Row 1 @{ name = 'Canary Person'; email = 'canary@example.com'; phone = '9876512345'; add = '77 Canary Street' }
        $null = Get-Failure { $row | Send-ItlOrderSync -BaseUri $box.Itl.BaseUri -AccessToken $secrets[0] -SecretKey $secrets[1] -Journal $journal }
        $null = $row | Send-ItlOrderSync -Connection $box.Itl -Journal $journal
        $bytes = -join (Get-ChildItem -LiteralPath (Split-Path $journal) | ForEach-Object { [Text.Encoding]::Latin1.GetString([IO.File]::ReadAllBytes($_.FullName)) })
        $bytes | Should -BeLike '*T-1*'
        foreach ($text in $secrets + 'Canary', 'canary@', '9876512345') { $bytes.Contains($text) | Should -BeFalse -Because $text }
        foreach ($text in $box.Server.Itl.AccessToken, $box.Server.Itl.SecretKey) { $bytes.Contains($text) | Should -BeFalse }
    }
    It 'and the environment stand in the run''s summary' {
        $null = New-Row 1 | Send-ItlOrderSync -Connection $box.Itl
        $run = Get-OrderOpsRun -Last
        $run.Environment, $run.ModuleVersion, $run.Host | Should -Be 'Sandbox', (Get-Module OrderOps).Version.ToString(), ([Environment]::MachineName)
    }
}

Describe 'Completion' {
    It 'gives -Journal full paths, as it takes no others' {
        $journal = New-Path
        Set-Content -LiteralPath $journal -Value ''
        Push-Location -LiteralPath (Split-Path $journal)
        try {
            $line = 'Send-ItlOrderSync -Journal ./jour'
            $words = (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText
        }
        finally { Pop-Location }
        $words.Trim("'") | Should -Be $journal
    }
    It 'gives -Resend its words' {
        $line = 'Send-ItlOrderSync -Resend '
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Sort-Object | Should -Be 'Accepted', 'Unknown'
    }
}
