BeforeDiscovery {
    $unix = $PSVersionTable.PSEdition -eq 'Core' -and -not $IsWindows

    # Commands that may ask twice, each with something to send and the same thing changed.
    $repeatable = @(
        @{ Name = 'Stop-ItlOrder'; Send = { $awb | Stop-ItlOrder -Connection $box.Itl -Confirm:$false @more }; Change = { $awb = @($box.Server.Itl.AwbNumbers)[1] } }
        @{ Name = 'Set-IntegrationOrder'; Send = { $order | Set-IntegrationOrder -Connection $box.Integration @more }; Change = { $order.discount = '5' } }
        @{ Name = 'Set-IntegrationProduct'; Send = { $price | Set-IntegrationProduct -Connection $box.Integration @more }; Change = { $price.amount = '12' } }
        @{ Name = 'Set-ExternalOrder'; Send = { $shop | Set-ExternalOrder -Connection $box.External @more }; Change = { $shop.quantity = '4' } }
        @{ Name = 'Remove-ExternalOrderItem'; Send = { $item | Remove-ExternalOrderItem -Connection $box.External -Confirm:$false @more }; Change = { $item = '29402' } }
    )
}

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

Describe 'A sync that is run again' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'skips what was accepted, says when, and asks nothing of the service' {
        $first = New-Rows 3 | Send-ItlOrderSync -Connection $box.Itl
        $requests = $box.RequestCount
        $results = New-Rows 3 | Send-ItlOrderSync -Connection $box.Itl -WarningVariable said
        $results.Outcome | Should -Be 'Skipped', 'Skipped', 'Skipped'
        $results[0].Message | Should -BeLike "Accepted before, on 20*$($first[0].RunId)*"
        $results[0].Reference | Should -Be $first[0].Reference
        $box.RequestCount | Should -Be $requests
        $said | Should -BeNullOrEmpty
        (Get-OrderOpsRun -Last).ExitCode | Should -Be 0
    }
    It 'skips it whatever its content is, and warns where that differs' {
        $null = New-Row 1 | Send-ItlOrderSync -Connection $box.Itl
        $result = New-Row 1 @{ name = 'Somebody Else' } | Send-ItlOrderSync -Connection $box.Itl -WarningVariable said -WarningAction SilentlyContinue
        $result.Outcome | Should -Be 'Skipped'
        "$said" | Should -BeLike '*T-1*content*'
    }
    It 'sends it with -Resend Accepted' {
        $null = New-Row 1 | Send-ItlOrderSync -Connection $box.Itl
        (New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -Resend Accepted -WarningVariable said).Outcome | Should -Be 'Duplicate'
        $said | Should -BeNullOrEmpty
    }
    It 'sends what was Rejected, Invalid or not sent' {
        $box.Server.Itl.RefusePin('999999')
        $rows = (New-Row 1 @{ pin = '999999' }), (New-Row 2 @{ pin = 'x' }), (New-Row 3)
        $null = $rows[0, 1] | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue
        $null = $rows[2] | Send-ItlOrderSync -Connection $box.Itl -WhatIf
        $rows[0, 1] | ForEach-Object { $_.pin = '700019' }
        ($rows | Send-ItlOrderSync -Connection $box.Itl).Outcome | Should -Be 'Accepted', 'Accepted', 'Accepted'
    }
    It 'leaves Unknown what may have arrived, with one warning, and sends it with -Resend Unknown' {
        $null = $box.Server.Faults.Add('ResetAfter')
        (New-Rows 2 | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue).Outcome | Should -Be 'Unknown', 'Unknown'
        $requests = $box.RequestCount
        $results = New-Rows 3 | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems -WarningAction SilentlyContinue -WarningVariable said
        $results.Outcome | Should -Be 'Unknown', 'Unknown', 'Accepted'
        $box.RequestCount | Should -Be ($requests + 1)
        @($said).Count | Should -Be 1
        "$said" | Should -BeLike '2 orders*-Resend Unknown*'
        $problems.Count | Should -Be 2
        Assert-Remedied $problems
        (Get-OrderOpsRun -Last).ExitCode | Should -Be 4
        (New-Rows 3 | Send-ItlOrderSync -Connection $box.Itl -Resend Unknown).Outcome | Should -Be 'Duplicate', 'Duplicate', 'Skipped'
    }
    It 'warns of a Duplicate that it never sent, once a batch' {
        $null = New-Rows 3 | Send-ItlOrderSync -Connection $box.Itl -NoJournal
        $results = New-Rows 3 | Send-ItlOrderSync -Connection $box.Itl -WarningAction SilentlyContinue -WarningVariable said
        $results.Outcome | Sort-Object -Unique | Should -Be 'Duplicate'
        @($said).Count | Should -Be 1
        "$said" | Should -BeLike '*T-1, T-2, T-3*'
    }
    It 'finishes what Ctrl+C broke off' {
        $null = $box.Server.Faults.Add('Delay', 1, @{ Seconds = 60 })
        $session = New-Session @{ box = $box; rows = (New-Rows 60) }
        $shell = New-Shell $session '$rows | Send-ItlOrderSync -Connection $box.Itl -ThrottleLimit 1'
        try {
            $null = $shell.BeginInvoke()
            $box.Server.RequestsReached(1).Wait($patience) | Should -BeTrue
            $shell.Stop()
        }
        finally {
            $shell.Dispose()
            $session.Dispose()
        }
        $results = New-Rows 60 | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        @($results | Where-Object Outcome -EQ 'Unknown').Count | Should -Be 25
        @($results | Where-Object Outcome -EQ 'Accepted').Count | Should -Be 35
    }
}

Describe '<Name> that is run again' -ForEach $repeatable {
    BeforeEach {
        $box = Start-OrderOpsSandbox
        $order = Import-Csv "$repository/samples/integration-orders.csv" | Select-Object -First 1
        $price = [pscustomobject]@{ product_sku_id = '007'; amount = '10.50' }
        $shop = [pscustomobject]@{ order_id = '294'; shop = '2'; product = '104392'; quantity = '3' }
        $more = @{ ErrorAction = 'SilentlyContinue' }
        $null = New-Rows 2 | Send-ItlOrderSync -Connection $box.Itl
        $awb = @($box.Server.Itl.AwbNumbers)[0]
        $item = '29401'
        (& $Send).Outcome | Should -Be 'Accepted'
        $requests = $box.RequestCount
    }
    AfterEach { Stop-OrderOpsSandbox }

    It 'sends again' {
        $null = & $Send
        $box.RequestCount | Should -BeGreaterThan $requests
    }
    It 'skips what is unchanged with -SkipUnchanged' {
        $more.SkipUnchanged = $true
        (& $Send).Outcome | Should -Be 'Skipped'
        $box.RequestCount | Should -Be $requests
        $more.WhatIf = $true
        (& $Send).Outcome | Should -Be 'Skipped'
    }
    It 'sends what has changed, also with -SkipUnchanged' {
        $more.SkipUnchanged = $true
        . $Change
        (& $Send).Outcome | Should -Not -Be 'Skipped'
        $box.RequestCount | Should -BeGreaterThan $requests
    }
    It 'sends again what is Unknown' {
        $null = $box.Server.Faults.Add('ServerError')
        $more.MaximumRetryCount = 0
        (& $Send).Outcome | Should -Be 'Unknown'
        $null = & $Send
        $box.RequestCount | Should -Be ($requests + 2)
    }
}

Describe 'The account' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'is the connection''s name, and what was accepted under it is not known under another' {
        $null = New-Row 1 | Send-ItlOrderSync -Connection $box.Itl
        (Get-OrderOpsRun -Last).Account | Should -Be $box.Itl.Name
        (New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -Account other -WarningAction SilentlyContinue).Outcome | Should -Be 'Duplicate'
        (Get-OrderOpsRun -Last).Account | Should -Be 'other'
        (New-Row 1 | Send-ItlOrderSync -Connection $box.Itl).Outcome | Should -Be 'Skipped'
    }
    It 'is a fingerprint without a connection, and a new credential is a new account, with a warning that names the old one' {
        $way = @{ BaseUri = $box.Itl.BaseUri; SecretKey = $box.Server.Itl.SecretKey; WarningAction = 'SilentlyContinue'; WarningVariable = 'said' }
        $null = New-Row 1 | Send-ItlOrderSync @way -AccessToken $box.Server.Itl.AccessToken
        $account = (Get-OrderOpsRun -Last).Account
        $account | Should -Match '^key:[0-9a-f]{16}$'
        (New-Row 1 | Send-ItlOrderSync @way -AccessToken $box.Server.Itl.AccessToken).Outcome | Should -Be 'Skipped'
        $said | Should -BeNullOrEmpty
        $null = Get-Failure { New-Row 1 | Send-ItlOrderSync @way -AccessToken 'canary-1c' }
        $null = try { New-Row 1 | Send-ItlOrderSync @way -AccessToken 'again' } catch { $_ }
        "$said" | Should -BeLike "*-Account $account*"
        "$said" | Should -Not -BeLike '*canary*'
        (New-Row 1 | Send-ItlOrderSync @way -AccessToken $box.Server.Itl.AccessToken -Account $account).Outcome | Should -Be 'Skipped'
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
        if ($unix) { [int][IO.File]::GetUnixFileMode($journal) | Should -Be 0x180 }
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
