BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    $orderFile = "$repository/samples/integration-orders.csv"

    function New-UpsertRow([int] $Number = 1, [hashtable] $With = @{}) {
        $row = [ordered]@{
            order_id = "I-$Number"; user_id = '99'; name = 'Abhay'; email = 'abhay@example.com'; phone = '7666804987'; address = 'address 1'
            total_amount = '50'; discount = '0'; total_qty = '2'; refferral_code = 'EV78G55H'
            product_sku_id = 'sss1'; amount = '25'; qty = '2'
        }
        foreach ($name in $With.Keys) { $row[$name] = $With[$name] }
        [pscustomobject] $row
    }

    function New-UpsertRows([int] $Count) {
        foreach ($number in 1..$Count) { New-UpsertRow $number }
    }

    function Get-UpsertEntry($Box) {
        foreach ($request in $Box.Requests) { ($request.Body | ConvertFrom-Json).data }
    }
}

Describe 'Orders of the integration service' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'leave a hundred a request, and each is Accepted and Inserted' {
        $results = @(New-UpsertRows 230 | Set-IntegrationOrder -Connection $box.Integration -ThrottleLimit 1)
        $results.Count | Should -Be 230
        $results.Key | Should -Be (1..230 | ForEach-Object { "I-$_" })
        $results.Outcome | Sort-Object -Unique | Should -Be 'Accepted'
        $results.Action | Sort-Object -Unique | Should -Be 'Inserted'
        $box.Server.Integration.OrderBatchSizes | Should -Be 100, 100, 30
        $box.Server.Integration.OrderCount | Should -Be 230
        $run = Get-OrderOpsRun -Last
        $run.Service, $run.In, (Get-Sum $run), $run.Requests, $run.ExitCode | Should -Be 'Integration', 230, 230, 3, 0
    }
    It 'come from a file, flat rows of one order together' {
        $results = @(Set-IntegrationOrder -Path $orderFile -Connection $box.Integration)
        $results.Key | Should -Be 'ID-01', 'ID-02', 'ID-03', 'ID-04'
        $first = @(Get-UpsertEntry $box)[0]
        $first.products.product_sku_id | Should -Be 'SKU-1', 'SKU-2'
        $first.refferral_code | Should -Be 'EV78G55H'
        $results[0].InputObject.Count | Should -Be 2
    }
    It 'come as -LiteralPath and as files of the pipeline' {
        @(Set-IntegrationOrder -LiteralPath $orderFile -Connection $box.Integration).Count | Should -Be 4
        @(Get-Item $orderFile | Set-IntegrationOrder -Connection $box.Integration -ErrorAction SilentlyContinue).Count | Should -Be 4
    }
    It 'go out with the vendor''s names in the vendor''s order, in strings' {
        $order = @{
            ReferralCode = 'EV78G55H'; OrderId = 7; userId = 99; Name = 'Abhay'; Email = 'a@b.example'; 'Total Amount' = 75; discount = 0
            products = @(@{ product_sku_id = 's1'; amount = 25; qty = 3 })
        }
        $result = $order | Set-IntegrationOrder -Connection $box.Integration
        $result.Outcome | Should -Be 'Accepted'
        $box.Requests[0].Body | Should -BeExactly ('{"data":[{"name":"Abhay","email":"a@b.example","products":[{"product_sku_id":"s1","amount":"25","qty":"3"}],' +
            '"order_id":"7","total_amount":"75","discount":"0","refferral_code":"EV78G55H","user_id":"99"}]}')
    }
    It 'come as typed orders' {
        $order = [OrderOps.Integration.Order]@{ OrderId = 'T-1'; UserId = '9'; Name = 'A'; Email = 'a@b.example'; TotalAmount = 1; Discount = 0; ReferralCode = 'R' }
        $order.Products.Add([OrderOps.Integration.Product]@{ ProductSkuId = 's1'; Amount = 1; Quantity = 1 })
        ($order | Set-IntegrationOrder -Connection $box.Integration).Outcome | Should -Be 'Accepted'
    }
    It 'keep what the service does not know out, and -Verbose says so once' {
        $said = New-UpsertRow 1 @{ colour = 'red' } | Set-IntegrationOrder -Connection $box.Integration -Verbose 4>&1 |
            Where-Object { $_ -is [Management.Automation.VerboseRecord] -and "$_" -match 'colour' }
        @($said).Count | Should -Be 1
        $box.Requests[0].Body | Should -Not -Match 'colour'
    }
}

Describe 'What the counts tell' {
    BeforeEach {
        $box = Start-OrderOpsSandbox
        $null = New-UpsertRows 3 | Set-IntegrationOrder -Connection $box.Integration
    }
    AfterEach { Stop-OrderOpsSandbox }

    It 'all changed: Updated' {
        $results = 1..3 | ForEach-Object { New-UpsertRow $_ @{ discount = '5' } } | Set-IntegrationOrder -Connection $box.Integration
        $results.Outcome | Should -Be 'Accepted', 'Accepted', 'Accepted'
        $results.Action | Should -Be 'Updated', 'Updated', 'Updated'
    }
    It 'some new and some changed: Accepted, without saying which' {
        $results = (New-UpsertRow 1 @{ discount = '5' }), (New-UpsertRow 9) | Set-IntegrationOrder -Connection $box.Integration
        $results.Outcome | Should -Be 'Accepted', 'Accepted'
        @($results.Action).Where{ $_ } | Should -BeNullOrEmpty
    }
    It 'some skipped: Unknown, with the number and what to do' {
        $results = (New-UpsertRow 1), (New-UpsertRow 9) | Set-IntegrationOrder -Connection $box.Integration -ErrorAction SilentlyContinue -ErrorVariable problems
        $results.Outcome | Should -Be 'Unknown', 'Unknown'
        $results[0].Message | Should -BeLike '1 of 2 unchanged or refused, not named*'
        $problems.Count | Should -Be 2
        Assert-Remedied $problems
        (Get-OrderOpsRun -Last).ExitCode | Should -Be 4
    }
    It '-OneByOne: each its own answer' {
        $box.Server.Integration.PassOver('I-4')
        $results = (New-UpsertRow 1), (New-UpsertRow 2 @{ discount = '5' }), (New-UpsertRow 3), (New-UpsertRow 4), (New-UpsertRow 5) |
            Set-IntegrationOrder -Connection $box.Integration -OneByOne -ErrorAction SilentlyContinue
        # What was skipped and the journal knows as accepted with this content, the service has.
        $results.Outcome | Should -Be 'Duplicate', 'Accepted', 'Duplicate', 'Unknown', 'Accepted'
        $results[1].Action, $results[4].Action | Should -Be 'Updated', 'Inserted'
        $results[3].Message | Should -BeLike 'Unchanged or refused*'
        $box.RequestCount | Should -Be 6
    }
    It 'counts that do not add up: Unknown, and one visible warning' {
        Add-Reply $box '{"message":"x","skipped":0,"inserted":1,"updated":0}'
        $results = New-UpsertRows 3 | Set-IntegrationOrder -Connection $box.Integration -ErrorAction SilentlyContinue -WarningVariable warnings -WarningAction SilentlyContinue
        $results.Outcome | Sort-Object -Unique | Should -Be 'Unknown'
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -Match '1 inserted, 0 updated and 0 skipped of 3'
    }
}

Describe 'Refusals' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'by a path as <_> drop the order that they name, and the rest goes' -ForEach 'Brackets', 'Dots', 'Slashes' {
        $box.Server.Integration.PathForm = $_
        $box.Server.Integration.Poison('I-4')
        $box.Server.Integration.Poison('I-7')
        $results = New-UpsertRows 10 | Set-IntegrationOrder -Connection $box.Integration -ErrorAction SilentlyContinue -ErrorVariable problems
        ($results | Where-Object Outcome -eq 'Rejected').Key | Should -Be 'I-4', 'I-7'
        @($results | Where-Object Outcome -eq 'Accepted').Count | Should -Be 8
        $box.Server.Integration.OrderBatchSizes | Should -Be 10, 9, 8
        $problems.Count | Should -Be 2
        Assert-Remedied $problems
    }
    It 'by a path as <_>, which names none, halve the batch' -ForEach 'FieldOnly', 'Blank' {
        $box.Server.Integration.PathForm = $_
        $box.Server.Integration.Poison('I-4')
        $results = New-UpsertRows 16 | Set-IntegrationOrder -Connection $box.Integration -ErrorAction SilentlyContinue
        ($results | Where-Object Outcome -ne 'Accepted').Key | Should -Be 'I-4'
        $box.RequestCount | Should -BeLessOrEqual 9
    }
    It 'of the token end the run once, after the results' {
        $failure = Get-Failure { New-UpsertRows 3 | Set-IntegrationOrder -BaseUri $box.Integration.BaseUri -Token 'wrong-token-4711' }
        Assert-Remedied $failure
        $failure.FullyQualifiedErrorId | Should -BeLike 'IntegrationCredentialsRefused,*'
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        "$failure" | Should -Not -Match '4711'
        (Get-OrderOpsRun -Last).ExitCode | Should -Be 3
    }
    It 'of required fields stay here, named and with a remedy' {
        $results = (New-UpsertRow 1 @{ refferral_code = '' }), (New-UpsertRow 2 @{ total_amount = 'much' }), (New-UpsertRow 3) |
            Set-IntegrationOrder -Connection $box.Integration -ErrorAction SilentlyContinue -ErrorVariable problems
        $results.Outcome | Should -Be 'Invalid', 'Invalid', 'Accepted'
        $results[0].Message | Should -BeLike '*refferral_code*'
        $results[1].Message | Should -BeLike "*total_amount 'much'*"
        Assert-Remedied $problems
        $box.Server.Integration.OrderBatchSizes | Should -Be 1
    }
}

Describe 'Failures on the way' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It '500 before anything was taken is sent again' {
        $null = $box.Server.Faults.Add('ServerError', 1, @{})
        $results = New-UpsertRows 2 | Set-IntegrationOrder -Connection $box.Integration
        $results.Outcome | Should -Be 'Accepted', 'Accepted'
        $results.Attempts | Should -Be 2, 2
    }
    It 'a reset after it was taken is sent again, and what is then unchanged is Unknown' {
        $null = $box.Server.Faults.Add('ResetAfter', 1, @{})
        $results = New-UpsertRows 2 | Set-IntegrationOrder -Connection $box.Integration -ErrorAction SilentlyContinue
        $results.Outcome | Should -Be 'Unknown', 'Unknown'
        $results[0].Message | Should -BeLike '*An earlier attempt may have arrived*'
        $box.Server.Integration.OrderCount | Should -Be 2
    }
    It 'an HTML page is no answer, and what to check is said' {
        $null = $box.Server.Faults.Add('Html', 1, @{})
        $failure = Get-Failure { New-UpsertRows 2 | Set-IntegrationOrder -Connection $box.Integration -ErrorAction SilentlyContinue }
        Assert-Remedied $failure
        "$failure" | Should -Match 'HTML'
    }
    It 'a wrong address is said' {
        $failure = Get-Failure { New-UpsertRow | Set-IntegrationOrder -BaseUri "$($box.BaseAddress)elsewhere/" -Token 'abcd-1234' }
        Assert-Remedied $failure
    }
}

Describe 'Ctrl+C' {
    It 'during a long pause ends the run at once, with everything settled' {
        $box = Start-OrderOpsSandbox
        $null = $box.Server.Faults.Add('TooManyRequests', 1, @{ RetryAfter = 60 })
        $session = New-Session @{ box = $box; rows = @(New-UpsertRows 30) }
        $shell = New-Shell $session '$rows | Set-IntegrationOrder -Connection $box.Integration -BatchSize 10 -ThrottleLimit 1'
        try {
            $output = [Management.Automation.PSDataCollection[psobject]]::new()
            $nothing = [Management.Automation.PSDataCollection[psobject]]::new()
            $nothing.Complete()
            $null = $shell.BeginInvoke($nothing, $output)
            $box.Server.RequestsReached(1).Wait($patience) | Should -BeTrue
            $stopping = $shell.BeginStop($null, $null)
            $stopping.AsyncWaitHandle.WaitOne([TimeSpan]::FromSeconds(10)) | Should -BeTrue
            $shell.EndStop($stopping)
            $run = Invoke-In $session 'Get-OrderOpsRun -Last'
            $run.EndedBy | Should -Be 'Stopped'
            Get-Sum $run | Should -Be $run.In
            $run.NotSent | Should -Be $run.In
            $box.RequestCount | Should -Be 1
        }
        finally {
            $shell.Dispose()
            $session.Dispose()
            Stop-OrderOpsSandbox
        }
    }
}

Describe 'What is given to the cmdlets' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'without an address <_> says how to give one' -ForEach 'Set-IntegrationOrder', 'Set-IntegrationProduct' {
        $name = $_
        $failure = Get-Failure { New-UpsertRow | & $name -Token 'abcd-1234' }
        Assert-Remedied $failure
        $failure.FullyQualifiedErrorId | Should -BeLike 'BaseUriMissing,*'
        $failure.ErrorDetails.RecommendedAction | Should -Match '-BaseUri'
        (Get-OrderOpsRun -Last).ExitCode | Should -Be 3
    }
    It 'without a token it says where one can come from' {
        $failure = Get-Failure { New-UpsertRow | Set-IntegrationOrder -BaseUri $box.Integration.BaseUri }
        Assert-Remedied $failure
        $failure.ErrorDetails.RecommendedAction | Should -Match 'ORDEROPS_INTEGRATION_TOKEN'
    }
    It 'the token comes as <Way>' -ForEach @{ Way = 'string' }, @{ Way = 'SecureString' }, @{ Way = 'connection' }, @{ Way = 'environment' } {
        $token = $box.Server.Integration.Token
        $address = $box.Integration.BaseUri
        try {
            $given = switch ($Way) {
                'string' { @{ BaseUri = $address; Token = $token } }
                'SecureString' { @{ BaseUri = $address; Token = (ConvertTo-SecureString $token -AsPlainText -Force) } }
                'connection' { Set-OrderOpsConnection pester -Service Integration -BaseUri $address -Token $token; @{ Connection = 'pester' } }
                'environment' { $env:ORDEROPS_INTEGRATION_TOKEN = $token; @{ BaseUri = $address } }
            }
            (New-UpsertRow | Set-IntegrationOrder @given).Outcome | Should -Be 'Accepted'
            $seen = @(Get-OrderOpsTrace | Format-List * | Out-String -Width 4096) -join ''
            $seen | Should -Not -Match $token
        }
        finally {
            $env:ORDEROPS_INTEGRATION_TOKEN = $null
            Remove-OrderOpsConnection pester -ErrorAction Ignore
        }
    }
    It 'a connection for another service is refused' {
        $failure = Get-Failure { New-UpsertRow | Set-IntegrationOrder -Connection $box.Itl }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionOfOtherService,*'
    }
    It 'a batch size of <_> is refused' -ForEach 0, -1 {
        $size = $_
        Assert-Remedied (Get-Failure { New-UpsertRow | Set-IntegrationOrder -Connection $box.Integration -BatchSize $size })
    }
    It '-OneByOne and -BatchSize disagree' {
        Assert-Remedied (Get-Failure { New-UpsertRow | Set-IntegrationOrder -Connection $box.Integration -BatchSize 5 -OneByOne })
    }
    It '-WhatIf sends nothing, and says what would be' {
        $results = (New-UpsertRow 1), (New-UpsertRow 2 @{ email = '' }) | Set-IntegrationOrder -Connection $box.Integration -WhatIf -ErrorAction SilentlyContinue
        $results.Outcome | Should -Be 'NotSent', 'Invalid'
        $box.RequestCount | Should -Be 0
    }
    It 'the view shows the action' {
        New-UpsertRow | Set-IntegrationOrder -Connection $box.Integration | Format-Table | Out-String | Should -Match 'Action[\s\S]*Inserted'
    }
}

Describe 'Products of the integration service' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'come from a file and are Inserted' {
        $results = @(Set-IntegrationProduct -Path "$repository/samples/integration-products.csv" -Connection $box.Integration)
        $results.Key | Should -Be 'SKU-1', 'SKU-2', 'SKU-3', 'SKU-4'
        $results.Operation | Sort-Object -Unique | Should -Be 'SetProduct'
        $results.Action | Sort-Object -Unique | Should -Be 'Inserted'
        $box.Server.Integration.ProductBatchSizes | Should -Be 4
    }
    It 'stand alone a row: one that comes again is sent once, or not at all' {
        $results = @{ sku = 'a'; price = 1 }, @{ sku = 'a'; price = 1 }, @{ sku = 'a'; price = 2 }, @{ sku = ''; price = 2 } |
            Set-IntegrationProduct -Connection $box.Integration -ErrorAction SilentlyContinue
        $results.Outcome | Should -Be 'Accepted', 'Skipped', 'Invalid', 'Invalid'
        $box.Requests[0].Body | Should -BeExactly '{"data":[{"product_sku_id":"a","amount":"1"}]}'
    }
    It 'are refused by name like orders' {
        $box.Server.Integration.Poison('b', 'amount')
        $results = 'a', 'b', 'c' | ForEach-Object { [OrderOps.Integration.ProductPrice]@{ ProductSkuId = $_; Amount = 5 } } |
            Set-IntegrationProduct -Connection $box.Integration -ErrorAction SilentlyContinue -ErrorVariable problems
        $results.Outcome | Should -Be 'Accepted', 'Rejected', 'Accepted'
        $problems.FullyQualifiedErrorId | Should -BeLike 'IntegrationProductRejected,*'
    }
    It 'are told one by one' {
        $null = @{ sku = 'a'; price = 1 } | Set-IntegrationProduct -Connection $box.Integration
        $results = @{ sku = 'a'; price = 2 }, @{ sku = 'b'; price = 2 } | Set-IntegrationProduct -Connection $box.Integration -OneByOne
        $results.Action | Should -Be 'Updated', 'Inserted'
    }
}
