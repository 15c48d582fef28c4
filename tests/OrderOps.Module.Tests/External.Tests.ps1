BeforeDiscovery {
    $failing = @(
        @{ What = 'no address'; Script = { Get-ExternalOrder }; ErrorId = 'EnvironmentMissing' }
        @{ What = 'an unknown operation'; Script = { Get-ExternalRegion @at -Endpoint @{ Regoin = '/x/' } }; ErrorId = 'ExternalEndpointInvalid' }
        @{ What = 'an unknown setting of an operation'; Script = { Get-ExternalRegion @at -Endpoint @{ Region = @{ Pfad = '/x/' } } }; ErrorId = 'ExternalEndpointInvalid' }
        @{ What = 'a path that this host does not have'; Script = { Get-ExternalRegion @at -Endpoint @{ Region = '/external/regions/' } }; ErrorId = 'ExternalAddressWrong' }
        @{ What = 'a page size of 0'; Script = { Get-ExternalOrder @at -PageSize 0 }; ErrorId = 'PageSizeOutOfRange' }
        @{ What = 'a page size of 5001'; Script = { Get-ExternalSector @at -PageSize 5001 }; ErrorId = 'PageSizeOutOfRange' }
        @{ What = 'a date that is none'; Script = { Get-ExternalOrder @at -CreatedAfter soon }; ErrorId = 'DateNotUsable' }
        @{ What = 'a date that could be two'; Script = { Get-ExternalOrder @at -CreatedAfter 06/12/2025 }; ErrorId = 'DateNotUsable' }
        @{ What = 'a batch size of 0'; Script = { @{ rrn = 1 } | Set-ExternalOrder @at -BatchSize 0 }; ErrorId = 'BatchSizeOutOfRange' }
        @{ What = 'no token'; Script = { Get-ExternalOrder -BaseUri $box.External.BaseUri }; ErrorId = 'ExternalCredentialsRefused' }
        @{ What = 'no token of the site'; Script = { Get-ExternalRegion -BaseUri $box.External.BaseUri -ApiToken $box.Server.External.ApiToken }; ErrorId = 'ExternalCredentialsRefused' }
        @{ What = 'a token that is refused when orders are set'; Script = { @{ rrn = 1 } | Set-ExternalOrder -BaseUri $box.External.BaseUri -ApiToken wrong-token }; ErrorId = 'ExternalCredentialsRefused' }
        @{ What = 'a page instead of an answer'; Script = { Add-Reply $box '<html>Log in</html>' 200 'text/html'; Get-ExternalOrder @at }; ErrorId = 'ExternalAddressWrong' }
    )
    $lookups = @(
        @{ Name = 'stores'; Script = { Get-ExternalStore @at }; Count = 12; Type = 'Store' }
        @{ Name = 'stores of a group'; Script = { Get-ExternalStore @at -Group 2 }; Count = 4; Type = 'Store' }
        @{ Name = 'regions'; Script = { Get-ExternalRegion @at }; Count = 35; Type = 'Region' }
        @{ Name = 'settlements of a region'; Script = { Get-ExternalLocality @at -RegionId 101 }; Count = 8; Type = 'Locality' }
        @{ Name = 'settlements of piped regions'; Script = { Get-ExternalRegion @at -First 3 | Get-ExternalLocality @at }; Count = 24; Type = 'Locality' }
        @{ Name = 'sectors, several pages'; Script = { Get-ExternalSector @at -PageSize 10 }; Count = 36; Type = 'Sector' }
        @{ Name = 'promo codes, a part'; Script = { Get-ExternalPromoCode @at -Skip 20 }; Count = 4; Type = 'PromoCode' }
        @{ Name = 'a product by id'; Script = { Find-ExternalProduct @at -Id 104392 }; Count = 1; Type = 'Product' }
        @{ Name = 'a product by code'; Script = { Find-ExternalProduct @at -Code p-104392 }; Count = 1; Type = 'Product' }
        @{ Name = 'products by name'; Script = { Find-ExternalProduct @at -Name Miere }; Count = 10; Type = 'Product' }
        @{ Name = 'products by text'; Script = { Find-ExternalProduct @at 'miere' -First 2 }; Count = 2; Type = 'Product' }
        @{ Name = 'the address of an order'; Script = { Get-ExternalOrderAddress @at 294 }; Count = 1; Type = 'Address' }
        @{ Name = 'addresses of piped orders'; Script = { Get-ExternalOrder @at -First 3 | Get-ExternalOrderAddress @at }; Count = 3; Type = 'Address' }
        @{ Name = 'settlements of piped addresses'; Script = { Get-ExternalOrderAddress @at 294 | Get-ExternalLocality @at }; Count = 8; Type = 'Locality' }
        @{ Name = 'products of piped items'; Script = { (Get-ExternalOrder @at 1).Items | Find-ExternalProduct @at }; Count = 2; Type = 'Product' }
    )
}

BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    $box = Start-OrderOpsSandbox
    $at = @{ Connection = $box.External }
    $server = $box.Server.External
    function Measure-Request([scriptblock] $Script) {
        $before = $box.RequestCount
        $null = & $Script
        $box.RequestCount - $before
    }
}
AfterAll { Stop-OrderOpsSandbox }

Describe 'Get-ExternalOrder' {
    AfterEach {
        $server.Quirks.BareArrays = $false
        $server.Quirks.RepeatPage = $null
        $server.Quirks.RepeatNext = $null
        $server.Quirks.NextHost = [NullString]::Value
        $server.Quirks.Overlap = 0
        $server.Quirks.MissingEntries = 0
        $server.Quirks.PlainStatuses = $false
    }

    It 'gets all orders once, page by page: <_> a page' -ForEach 100, 999, 5000 {
        $orders = Get-ExternalOrder @at -PageSize $_
        $orders.Count | Should -Be 3000
        ($orders.OrderId | Sort-Object -Unique).Count | Should -Be 3000
        $orders[0].PSObject.TypeNames[0] | Should -Be 'OrderOps.External.Order'
    }
    It 'gets the oldest first unless told otherwise' {
        $orders = Get-ExternalOrder @at -First 2
        $orders[0].CreatedAt | Should -BeLessThan $orders[1].CreatedAt
        (Get-ExternalOrder @at -First 1 -Descending).OrderId | Should -Be 3000
        (Get-ExternalOrder @at -First 1 -OrderBy OrderId -Descending).OrderId | Should -Be 3000
    }
    It 'asks for one page where five orders are wanted' {
        Measure-Request { Get-ExternalOrder @at | Select-Object -First 5 } | Should -Be 1
        Measure-Request { Get-ExternalOrder @at -First 5 } | Should -Be 1
        Measure-Request { Get-ExternalOrder @at -First 150 } | Should -Be 2
    }
    It 'gives the first order before it asks for the second page' {
        $seen = Get-ExternalOrder @at -First 150 | ForEach-Object { $box.RequestCount } | Select-Object -Unique
        $seen[1] - $seen[0] | Should -Be 1
    }
    It 'skips whole pages without asking for them' {
        Measure-Request { $script:skipped = Get-ExternalOrder @at -Skip 2950 } | Should -Be 1
        $skipped.Count | Should -Be 50
        $skipped[0].OrderId | Should -Be 2951
    }
    It 'counts all before the first' {
        $written = Get-ExternalOrder @at -First 1 -IncludeTotalCount
        "$($written[0])" | Should -Match '3000'
        $written[1].OrderId | Should -Be 1
        "$(Get-ExternalOrder @at -First 0 -IncludeTotalCount)" | Should -Match '3000'
        Measure-Request { Get-ExternalOrder @at -First 0 } | Should -Be 0
    }
    It 'filters by state, in either spelling' {
        $new = Get-ExternalOrder @at -Status new
        $new.Status | Sort-Object -Unique | Should -Be 'new'
        (Get-ExternalOrder @at -Status incollection, ON_DELIVERY).Status | Sort-Object -Unique | Should -Be 'in_collection', 'on_delivery'
    }
    It 'reads the states of a service that writes them without underscores' {
        $server.Quirks.PlainStatuses = $true
        (Get-ExternalOrder @at -Status in_collection -First 1).Status | Should -Be 'in_collection'
    }
    It 'completes states' {
        $words = [System.Management.Automation.CommandCompletion]::CompleteInput('Get-ExternalOrder -Status deliv', 31, $null).CompletionMatches.CompletionText
        $words | Should -Be 'on_delivery', 'delivery_date_moved'
    }
    It 'sends a moment as Unix seconds, whatever its zone' {
        $moment = [datetimeoffset]::FromUnixTimeSeconds(1741710342)
        foreach ($form in $moment, $moment.ToOffset([timespan]::FromHours(5.5)), $moment.UtcDateTime, $moment.LocalDateTime, '2025-03-11T18:25:42+02:00', 1741710342) {
            $null = Get-ExternalOrder @at -CreatedAfter $form -First 1
            $box.Requests[-1].Path | Should -BeLike '*created_after=1741710342&*'
        }
    }
    It 'searches' {
        (Get-ExternalOrder @at -Search 2940).OrderId | Should -Contain '2940'
    }
    It 'asks for some members only' {
        $order = Get-ExternalOrder @at -Field OrderId, status -First 1
        $order.Status | Should -Not -BeNullOrEmpty
        $order.Rrn | Should -BeNullOrEmpty
    }
    It 'gets orders by number, and those that are missing cost only themselves' {
        $orders = 1, 999999, '2', [pscustomobject]@{ order_id = 3 }, @{ OrderId = 4 }, $null, '8.62E+10' | Get-ExternalOrder @at -ErrorAction SilentlyContinue -ErrorVariable failures
        $orders.OrderId | Should -Be 1, 2, 3, 4
        $failures.FullyQualifiedErrorId -replace ',.*' | Should -Be 'ExternalNotFound', 'ExternalIdMissing', 'ExternalIdInvalid'
        Assert-Remedied $failures
    }
    It 'keeps what it does not know' {
        $order = Get-ExternalOrder @at 294
        $order.AdditionalData.client_name | Should -Not -BeNullOrEmpty
        $order.CreatedAt | Should -BeOfType datetimeoffset
        $order.CreatedAt.Offset.TotalHours | Should -Be 2
        $order.ToJson() | Should -BeExactly $server.FindOrder(294)
    }
    It 'reads bare arrays' {
        $server.Quirks.BareArrays = $true
        (Get-ExternalOrder @at -PageSize 300).Count | Should -Be 3000
        (Get-ExternalOrder @at -PageSize 700).Count | Should -Be 3000
    }
    It 'gives an order once that comes twice' {
        $server.Quirks.Overlap = 3
        $orders = Get-ExternalOrder @at -WarningVariable warnings -WarningAction SilentlyContinue
        ($orders.OrderId | Sort-Object -Unique).Count | Should -Be $orders.Count
    }
    It 'says that fewer came than were promised' {
        $server.Quirks.MissingEntries = 7
        $null = Get-ExternalOrder @at -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*promised 3007*gave 3000*'
    }
    It 'ends with an error, and what came before it, where <What>' -ForEach @(
        @{ What = 'a page comes for ever'; Quirk = 'RepeatPage'; Value = 3; Id = 'ExternalPageRepeated'; Count = 300 }
        @{ What = 'a page is its own next'; Quirk = 'RepeatNext'; Value = 3; Id = 'ExternalPageRepeated'; Count = 300 }
        @{ What = 'the next page is elsewhere'; Quirk = 'NextHost'; Value = 'elsewhere.example'; Id = 'ExternalNextOnOtherHost'; Count = 100 }
    ) {
        $server.Quirks.$Quirk = $Value
        $orders = Get-ExternalOrder @at -ErrorAction SilentlyContinue -ErrorVariable failures
        $orders.Count | Should -Be $Count
        $failures.FullyQualifiedErrorId -replace ',.*' | Should -Be $Id
        Assert-Remedied $failures
    }
    It 'lets the pipeline go on where a page does not come' {
        foreach ($i in 1..2) { Add-Reply $box '{"detail":"Bad filter."}' 400 }
        $null = $box.Server.Faults
        $count = (Get-ExternalOrder @at -ErrorAction SilentlyContinue -ErrorVariable failures | Measure-Object).Count
        $count | Should -Be 0
        "$failures" | Should -BeLike '*Bad filter.*'
        $null = Get-ExternalOrder @at -First 1 -ErrorAction SilentlyContinue
    }
    It 'stops within a second' {
        $slow = Start-OrderOpsSandbox -LatencyMs 60000
        $session = New-Session @{ slow = $slow }
        $shell = New-Shell $session 'Get-ExternalOrder -Connection $slow.External'
        $running = $shell.BeginInvoke()
        $slow.Server.RequestsReached(1).Wait($patience) | Should -BeTrue
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
        $shell.Dispose()
        $session.Dispose()
        Stop-OrderOpsSandbox $slow
    }
}

Describe 'Look-ups' {
    It 'get <Name>' -ForEach $lookups {
        $found = @(. $Script)
        $found.Count | Should -Be $Count
        $found[0].PSObject.TypeNames[0] | Should -Be "OrderOps.External.$Type"
    }
    It 'speak the language that is asked for' {
        (Get-ExternalRegion @at -Language ru -First 1).Name | Should -Not -Be (Get-ExternalRegion @at -Language en -First 1).Name
    }
    It 'go where the connection says' {
        $null = Get-ExternalRegion @at -First 1 -Endpoint @{ Region = @{ Path = '/external/sector/'; Query = @{ PageSize = '' } } }
        $box.Requests[-1].Path | Should -Be '/ecom/external/sector/?page=1'
    }
    It 'take the settings of a named connection' {
        $null = Set-OrderOpsConnection shop -Service External -BaseUri $box.External.BaseUri -ApiToken $server.ApiToken -SiteToken $server.SiteToken -Language en -Endpoint @{ Store = '/external/region/' }
        (Get-ExternalStore -Connection shop -First 1).Name | Should -BeLike 'District*'
        Remove-OrderOpsConnection shop
    }
    It 'take tokens of the environment' {
        $env:ORDEROPS_EXTERNAL_APITOKEN, $env:ORDEROPS_EXTERNAL_SITETOKEN = $server.ApiToken, $server.SiteToken
        try { (Get-ExternalStore -BaseUri $box.External.BaseUri -First 1).Id | Should -Be 1 }
        finally { Remove-Item env:ORDEROPS_EXTERNAL_* }
    }
    It 'go on where one of several is not found' {
        $found = 104392, 5, 104393 | Find-ExternalProduct @at -ErrorAction SilentlyContinue -ErrorVariable failures
        $found.Id | Should -Be 104392, 104393
        $failures.Count | Should -Be 1
        Assert-Remedied $failures
    }
}

Describe 'Set-ExternalOrder' {
    AfterEach { $server.Quirks.ErrorForm = 'List' }

    It 'sends an order back as it came, but for what was changed' {
        $before = $server.FindOrder(17)
        $order = Get-ExternalOrder @at 17
        $order.Items[0].Quantity = 99
        $result = $order | Set-ExternalOrder @at
        $result.Outcome, $result.Operation, $result.Reference | Should -Be 'Accepted', 'Update', '17'
        $server.PostedBodies[-1] | Should -BeExactly ('[' + ([regex]'("quantity":)\d+').Replace($before, '${1}99', 1) + ']')
    }
    It 'sends the sample of the vendor''s page byte for byte: <Form>' -ForEach @(
        @{ Form = 'hashtable'; Make = { @{ address = @{ sector = 11; locality_id = 63933; region_id = 101; zip_code = 2068; address_ru = 'test_ru'; address_id = 236154 }; order_items = @(@{ product = 104392; quantity = 1000; loyalty_price = 88; order_status = 'done'; order_id = 12 }); promo_code = 1; shop = 2; rrn = '999999'; order_id = 294 } } }
        @{ Form = 'object'; Make = { (Get-Content (Join-Path $samples 'external-order-post.json') -Raw | ConvertFrom-Json) } }
        @{ Form = 'file'; Make = { Get-Item (Join-Path $samples 'external-order-post.json') } }
    ) {
        $result = & $Make | Set-ExternalOrder @at
        $result.Outcome | Should -Be 'Accepted'
        $server.PostedBodies[-1] | Should -BeExactly ((Get-Content (Join-Path $samples 'external-order-post.json') -Raw) -replace '\s')
    }
    It 'creates, and tells the number' {
        $result = @{ Rrn = 'P-1'; Shop = 2; Items = @(@{ Product = 104392; Quantity = 1 }) } | Set-ExternalOrder @at
        $result.Operation, $result.Outcome, $result.Key | Should -Be 'Create', 'Accepted', 'P-1'
        (Get-ExternalOrder @at $result.Reference).Rrn | Should -Be 'P-1'
    }
    It 'says with -Verbose what it does not send' {
        $said = [pscustomobject]@{ order_id = 5; shop = 2; Colour = 'red' } | Set-ExternalOrder @at -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$said" | Should -BeLike '*Colour*'
        $server.PostedBodies[-1] | Should -BeExactly '[{"order_id":5,"shop":2}]'
    }
    It 'refuses what nothing tells apart, without a request' {
        Measure-Request { $script:results = @{ shop = 2 }, @{ order_id = '8.62E+10' }, 'OrderOps.External.Order' | Set-ExternalOrder @at -ErrorAction SilentlyContinue -ErrorVariable script:failures } | Should -Be 0
        $results.Outcome | Should -Be 'Invalid', 'Invalid', 'Invalid'
        Assert-Remedied $failures
    }
    It 'finds the bad order of a request: <_>' -ForEach 'List', 'Field', 'Detail' {
        $server.Quirks.ErrorForm = $_
        $results = 1..5 | ForEach-Object { @{ order_id = $_; shop = if ($_ -eq 4) { 9999 } else { 2 } } } | Set-ExternalOrder @at -BatchSize 5 -ErrorAction SilentlyContinue -ErrorVariable failures
        $results.Outcome | Should -Be 'Accepted', 'Accepted', 'Accepted', 'Rejected', 'Accepted'
        $results[3].Message | Should -BeLike '*9999*'
        $failures.Count | Should -Be 1
        Assert-Remedied $failures
    }
    It 'sends one order a request' {
        Measure-Request { 1..4 | ForEach-Object { @{ order_id = $_; shop = 2 } } | Set-ExternalOrder @at } | Should -Be 4
    }
    It 'sends nothing with -WhatIf' {
        Measure-Request { $script:results = Get-ExternalOrder @at -First 2 | Set-ExternalOrder @at -WhatIf } | Should -Be 1
        $results.Outcome | Should -Be 'NotSent', 'NotSent'
    }
    It 'counts every order of the run' {
        $null = @{ order_id = 1; shop = 2 }, @{ order_id = 2; shop = 9999 }, @{ shop = 1 } | Set-ExternalOrder @at -ErrorAction SilentlyContinue
        $run = Get-OrderOpsRun -Last
        $run.Command, $run.Service, $run.In, (Get-Sum $run) | Should -Be 'Set-ExternalOrder', 'External', 3, 3
    }
}

Describe 'Remove-ExternalOrderItem' {
    It 'deletes items, and what is gone is gone' {
        $items = (Get-ExternalOrder @at 21).Items
        $results = $items[0], $items[0].Id, 999999999 | Remove-ExternalOrderItem @at -Confirm:$false
        $results.Outcome | Should -Be 'Accepted', 'Skipped', 'Accepted'
        $results[2].Message | Should -BeLike '*gone already*'
        (Get-ExternalOrder @at 21).Items.Id | Should -Not -Contain $items[0].Id
    }
    It 'does not take an order for an item' {
        Measure-Request { $script:result = Get-ExternalOrder @at 22 | Remove-ExternalOrderItem @at -Confirm:$false -ErrorAction SilentlyContinue } | Should -Be 1
        $result.Outcome | Should -Be 'Invalid'
    }
    It 'asks, and does nothing with -WhatIf' {
        (Get-Command Remove-ExternalOrderItem).ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $false).ConfirmImpact | Should -Be 'High'
        Measure-Request { $script:result = Remove-ExternalOrderItem 2301 @at -WhatIf } | Should -Be 0
        $result.Outcome | Should -Be 'NotSent'
    }
    It 'does not take a wrong path for a deleted item' {
        (Get-Failure { Remove-ExternalOrderItem 2301 @at -Confirm:$false -Endpoint @{ OrderItem = 'elsewhere/{id}/' } }).FullyQualifiedErrorId | Should -BeLike 'ExternalAddressWrong,*'
    }
}

Describe 'What ends a command' {
    It 'is <What>' -ForEach $failing {
        $failure = Get-Failure $Script
        $failure.FullyQualifiedErrorId -replace ',.*' | Should -Be $ErrorId
        Assert-Remedied $failure
    }
    It 'shows no token' {
        $token = 'very-secret-token'
        $failure = Get-Failure { Get-ExternalRegion -BaseUri $box.External.BaseUri -ApiToken $token }
        $failure | Format-List * -Force | Out-String | Should -Not -BeLike '*very-secret-token*'
        Get-OrderOpsTrace | Format-List * | Out-String | Should -Not -BeLike '*very-secret-token*'
    }
    It 'says which token was sent' {
        (Get-Failure { Get-ExternalRegion -BaseUri $box.External.BaseUri -ApiToken $server.ApiToken }).ToString() | Should -BeLike '*Sent was API-Token; not given is token (-SiteToken)*'
    }
}

Describe 'From the shop to the carrier' {
    It 'is one pipeline' {
        $map = @{
            order = 'order_id'; order_date = 'created_at'; name = 'client_name'; phone = 'client_phone'; email = 'client_email'
            add = 'delivery_address'; pin = 'postal_code'; total_amount = 'total'; payment_mode = 'payment_method'; products = 'order_items'
        }
        $default = @{
            product_sku = 'shop'; product_hsn_code = '0902'; product_tax_rate = '5'; product_discount = '0'; city = 'Mumbai'; state = 'Maharashtra'
            country = 'India'; shipment_length = '20'; shipment_width = '15'; shipment_height = '5'; weight = '0.5'
        }
        $fresh = Start-OrderOpsSandbox
        $results = Get-ExternalOrder -Connection $fresh.External -Status new | ConvertTo-ItlOrder -Map $map -Default $default | Send-ItlOrderSync -Connection $fresh.Itl
        $results.Count | Should -Be @(Get-ExternalOrder -Connection $fresh.External -Status new).Count
        $results.Outcome | Sort-Object -Unique | Should -Be 'Accepted'
        $fresh.Server.Itl.AcceptedCount | Should -Be $results.Count
        Stop-OrderOpsSandbox $fresh
    }
}
