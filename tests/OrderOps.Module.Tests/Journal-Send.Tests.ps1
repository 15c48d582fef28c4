BeforeDiscovery {
    # Commands that may ask twice, each with something to send and the same thing changed.
    $repeatable = @(
        @{ Name = 'Stop-ItlOrder'; Send = { $awb | Stop-ItlOrder -Connection $box.Itl -Confirm:$false @more }; Change = { $awb = @($box.Server.Itl.AwbNumbers)[1] } }
        @{ Name = 'Set-IntegrationOrder'; Send = { $order | Set-IntegrationOrder -Connection $box.Integration @more }; Change = { $order.discount = '5' } }
        @{ Name = 'Set-IntegrationProduct'; Send = { $price | Set-IntegrationProduct -Connection $box.Integration @more }; Change = { $price.amount = '12' } }
        @{ Name = 'Set-ExternalOrder'; Send = { $shop | Set-ExternalOrder -Connection $box.External @more }; Change = { $shop.quantity = '4' } }
        @{ Name = 'Remove-ExternalOrderItem'; Send = { $item | Remove-ExternalOrderItem -Connection $box.External -Confirm:$false @more }; Change = { $item = '29402' } }
    )
}

BeforeAll { . "$PSScriptRoot/Rig.ps1" }

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
