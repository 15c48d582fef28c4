BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    $journal = Join-Path $TestDrive 'journal.db'
    $at = @{ Journal = $journal }
    $box = Start-OrderOpsSandbox
    $box.Server.Itl.RefusePin('999999')
    $quiet = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
    $began = Get-Date
    $synced = @(New-Rows 3) + (New-Row 4 @{ pin = '999999' }) + (New-Row 5 @{ sub_order = '2' }) | Send-ItlOrderSync -Connection $box.Itl -Account north @at @quiet
    $null = $box.Server.Faults.Add('ResetBefore')
    $null = New-Rows 2 -From 6 | Send-ItlOrderSync -Connection $box.Itl -Account north @at @quiet
    $null = New-Rows 1 | Send-ItlOrderSync -Connection $box.Itl -Account south @at @quiet
    $awb = $box.Server.Itl.AwbNumbers[0]
    $cancelled = $awb | Stop-ItlOrder -Connection $box.Itl -Account north -Confirm:$false @at @quiet
}
AfterAll { Stop-OrderOpsSandbox }

Describe 'Get-OrderOpsJournal' {
    It 'gives everything, the one sent last first' {
        $all = @(Get-OrderOpsJournal @at)
        $all.Count | Should -Be 9
        $all[0].Key | Should -Be $awb
        $all[0].Operation | Should -Be 'Cancel'
        $all.Sent | Should -Be ($all.Sent | Sort-Object -Descending)
        $all[0].GetType().FullName | Should -Be 'OrderOps.Journal.JournalEntry'
    }
    It 'knows of an order what became of it' {
        $entry = Get-OrderOpsJournal T-4 @at
        $result = $synced | Where-Object Key -EQ T-4
        $entry.Service, $entry.Operation, $entry.Outcome, $entry.Account | Should -Be 'Itl', 'Sync', 'Rejected', 'north'
        $entry.BaseAddress | Should -Be "$($box.Itl.BaseUri)".TrimEnd('/')
        $entry.Message | Should -Be $result.Message
        $entry.RunId, $entry.Attempts, $entry.Batch, $entry.StatusCode | Should -Be $result.RunId, $result.Attempts, $result.Batch, $result.StatusCode
        $entry.Sent | Should -BeGreaterOrEqual $began
        $entry.Settled | Should -BeGreaterOrEqual $entry.Sent
        $entry.ContentHash | Should -Match '^[0-9a-f]{16}$'
        $entry.ResolvedBy | Should -BeNullOrEmpty
        $entry.Journal | Should -Be $journal
    }
    It 'finds by exact keys, sub-orders included' {
        (Get-OrderOpsJournal T-2, T-3 @at).Key | Sort-Object | Should -Be 'T-2', 'T-3'
        (Get-OrderOpsJournal T-5/2 @at).SubOrder | Should -Be '2'
        @(Get-OrderOpsJournal T-1 @at).Count | Should -Be 2
    }
    It 'finds by <Name>' -ForEach @(
        @{ Name = 'service'; By = @{ Service = 'itl' }; Count = 9 }
        @{ Name = 'another service'; By = @{ Service = 'External' }; Count = 0 }
        @{ Name = 'operation'; By = @{ Operation = 'cancel' }; Count = 1 }
        @{ Name = 'account'; By = @{ Account = 'south' }; Count = 1 }
        @{ Name = 'outcome'; By = @{ Outcome = 'Unknown' }; Count = 2 }
        @{ Name = 'several outcomes'; By = @{ Outcome = 'unknown', 'Rejected' }; Count = 3 }
        @{ Name = 'all of them'; By = @{ Service = 'Itl'; Operation = 'Sync'; Account = 'north'; Outcome = 'Accepted' }; Count = 4 }
    ) { @(Get-OrderOpsJournal @by @at).Count | Should -Be $Count }
    It 'finds by address' {
        @(Get-OrderOpsJournal -BaseUri $box.Itl.BaseUri @at).Count | Should -Be 9
        @(Get-OrderOpsJournal -BaseUri https://my.ithinklogistics.com @at).Count | Should -Be 0
    }
    It 'finds by run' { @(Get-OrderOpsJournal -RunId $cancelled.RunId @at).Key | Should -Be $awb }
    It 'finds by when they were sent' {
        @(Get-OrderOpsJournal -Since $began @at).Count | Should -Be 9
        @(Get-OrderOpsJournal -Until $began @at).Count | Should -Be 0
        @(Get-OrderOpsJournal -Since (Get-Date).AddHours(1) @at).Count | Should -Be 0
        @(Get-OrderOpsJournal -Since (Get-OrderOpsJournal -Account south @at).Sent @at).Count | Should -Be 2
    }
    It 'gives pages, and how many there are' {
        $all = @(Get-OrderOpsJournal @at)
        (Get-OrderOpsJournal -First 2 @at).Key | Should -Be $all[0..1].Key
        (Get-OrderOpsJournal -Skip 7 @at).Key | Should -Be $all[7..8].Key
        (Get-OrderOpsJournal -Skip 2 -First 3 @at).Key | Should -Be $all[2..4].Key
        $counted = @(Get-OrderOpsJournal -First 1 -IncludeTotalCount -Outcome Accepted @at)
        [int]$counted[0] | Should -Be 5
        $counted[1].Outcome | Should -Be 'Accepted'
        [int](Get-OrderOpsJournal -First 0 -IncludeTotalCount @at) | Should -Be 9
    }
    It 'stops with Select-Object -First' { (Get-OrderOpsJournal @at | Select-Object -First 1).Key | Should -Be $awb }
    It 'takes results and runs from the pipeline' {
        ($synced[1, 3] | Get-OrderOpsJournal @at).Outcome | Should -Be 'Accepted', 'Rejected'
        (Get-OrderOpsRun $cancelled.RunId @at | Get-OrderOpsJournal).Key | Should -Be $awb
        @($cancelled | Get-OrderOpsJournal -RunId $synced[0].RunId @at -ErrorAction SilentlyContinue).Count | Should -Be 0
    }
    It 'looks into the journal of the run that a result of this session is of' {
        ($synced[1] | Get-OrderOpsJournal).Journal | Should -Be $journal
        ($synced[1] | Get-OrderOpsRun | Get-OrderOpsJournal -Outcome Rejected).Key | Should -Be 'T-4'
    }
    It 'finds what was sent by an earlier run of a result that was skipped' {
        $skipped = New-Row 2 | Send-ItlOrderSync -Connection $box.Itl -Account north @at
        $skipped.Outcome | Should -Be 'Skipped'
        ($skipped | Get-OrderOpsJournal).RunId | Should -Be $synced[1].RunId
    }
    It 'takes what the sandbox''s own journal has' {
        $null = New-Row 100 | Send-ItlOrderSync -Connection $box.Itl @quiet
        (Get-OrderOpsJournal -Journal $box.Journal).Key | Should -Be 'T-100'
    }
    It 'knows every operation that results have' {
        $all = @(
            $synced[0]
            $cancelled
            [pscustomobject]@{ externalId = 'E-1'; number = 'N-1' } | Set-IntegrationOrder -Connection $box.Integration @quiet
            Set-IntegrationProduct -Path (Join-Path $repository 'samples/integration-products.csv') -Connection $box.Integration @quiet | Select-Object -First 1
            @{ rrn = 'P-1'; shop = 2 } | Set-ExternalOrder -Connection $box.External @quiet
            @{ order_id = 5; shop = 2 } | Set-ExternalOrder -Connection $box.External @quiet
            29402 | Remove-ExternalOrderItem -Connection $box.External -Confirm:$false @quiet
        )
        $all.Operation | Sort-Object | Should -Be ((TabExpansion2 'Get-OrderOpsJournal -Operation ').CompletionMatches.CompletionText | Sort-Object)
        foreach ($result in $all) { { $result | Get-OrderOpsJournal -ErrorAction SilentlyContinue } | Should -Not -Throw }
    }
    It 'says so for a key that is not there' {
        $found = Get-OrderOpsJournal nowhere, T-2 @at -ErrorVariable failures -ErrorAction SilentlyContinue
        $found.Key | Should -Be 'T-2'
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'OrderNotFound,*'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        Assert-Remedied $failures
    }
    It 'says so for a result that has no key' {
        $keyless = New-Row 1 @{ order = '' } | Send-ItlOrderSync -Connection $box.Itl -Account north @at @quiet
        $keyless | Get-OrderOpsJournal -ErrorVariable failures -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'OrderNotFound,*'
        { Get-OrderOpsJournal @() @at } | Should -Throw
    }
    It 'does not make a journal' {
        $none = Join-Path $TestDrive 'none.db'
        $failure = Get-Failure { Get-OrderOpsJournal -Journal $none }
        $failure.FullyQualifiedErrorId | Should -BeLike 'StoreMissing,*'
        Assert-Remedied $failure
        Test-Path $none | Should -BeFalse
    }
    It 'refuses <Name>' -ForEach @(
        @{ Name = 'a relative path'; By = @{ Journal = 'journal.db' }; Id = 'StoreFolderRelative' }
        @{ Name = 'an empty path'; By = @{ Journal = '' }; Id = 'StoreFolderMissing' }
        @{ Name = 'a service that there is not'; By = @{ Service = 'Itll' }; Id = 'ServiceUnknown' }
        @{ Name = 'an operation that the service does not have'; By = @{ Service = 'Itl'; Operation = 'Create' }; Id = 'OperationUnknown' }
        @{ Name = 'a date that could mean two days'; By = @{ Since = '06/12/2025' }; Id = 'DateNotUsable' }
    ) {
        $line = if ($By.ContainsKey('Journal')) { $By } else { $By + $at }
        $failure = Get-Failure { Get-OrderOpsJournal @line }
        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        Assert-Remedied $failure
    }
    It 'leaves the journal as it is' {
        $before = Get-FileHash -LiteralPath $journal
        $null = Get-OrderOpsJournal @at
        (Get-FileHash -LiteralPath $journal).Hash | Should -Be $before.Hash
    }
}

Describe 'The orders of a journal' {
    It 'are a table that fits 120 columns' {
        $lines = (Get-OrderOpsJournal @at | Out-String -Width 120) -split '\r?\n'
        $lines | Where-Object { $_.Length -gt 120 } | Should -BeNullOrEmpty
        $head = ($lines | Where-Object { $_.Trim() })[0]
        foreach ($column in 'Sent', 'Service', 'Operation', 'Key', 'Outcome', 'Message') { " $head " | Should -BeLike "* $column *" }
    }
    It 'as a list have every property' {
        $text = Get-OrderOpsJournal T-4 @at | Format-List | Out-String -Width 120
        foreach ($property in (Get-OrderOpsJournal T-4 @at).PSObject.Properties.Name) { $text | Should -Match "(?m)^\s*$property\s*:" }
    }
    It 'survive ConvertTo-Json' { (Get-OrderOpsJournal T-4 @at | ConvertTo-Json | ConvertFrom-Json).Outcome | Should -Be 'Rejected' }
}

Describe 'Completion for the journal' {
    It 'gives <Words> for <Text>' -ForEach @(
        @{ Text = 'Get-OrderOpsJournal -Outcome U'; Words = , 'Unknown' }
        @{ Text = 'Get-OrderOpsJournal -Outcome '; Words = 'Accepted', 'Duplicate', 'NotSent', 'Rejected', 'Sending', 'Unknown' }
        @{ Text = 'Get-OrderOpsJournal -Service I'; Words = 'Integration', 'Itl' }
        @{ Text = 'Get-OrderOpsJournal -Operation '; Words = 'Cancel', 'Create', 'DeleteItem', 'SetOrder', 'SetProduct', 'Sync', 'Update' }
        @{ Text = 'Get-OrderOpsJournal -Service External -Operation '; Words = 'Create', 'DeleteItem', 'Update' }
        @{ Text = 'Resolve-OrderOpsOrder A -As '; Words = 'Accepted', 'NotSent' }
        @{ Text = 'Resolve-OrderOpsOrder A -Operation s'; Words = 'SetOrder', 'SetProduct', 'Sync' }
        @{ Text = 'Get-OrderOpsRun -Service e'; Words = , 'External' }
    ) { (TabExpansion2 $Text).CompletionMatches.CompletionText | Sort-Object | Should -Be $Words }
}
