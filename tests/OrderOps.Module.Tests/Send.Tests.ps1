BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    $sample = Get-Content -Raw "$samples/itl-sync-shipment.json" | ConvertFrom-Json
    $shipmentKeys = $sample.PSObject.Properties.Name
    $productKeys = $sample.products[0].PSObject.Properties.Name
}

Describe 'A file of 60 orders' {
    BeforeEach {
        $box = Start-OrderOpsSandbox
        $results = @(Send-ItlOrderSync -Path "$repository/samples/orders.csv" -Connection $box.Itl)
    }
    AfterEach { Stop-OrderOpsSandbox }

    It 'leaves in requests of 25, 25 and 10' {
        $box.Server.Itl.BatchSizes | Sort-Object -Descending | Should -Be 25, 25, 10
        $box.RequestCount | Should -Be 3
    }
    It 'is accepted, one result an order, in the order of the file' {
        $results.Count | Should -Be 60
        $results.Outcome | Sort-Object -Unique | Should -Be 'Accepted'
        $results.InputIndex | Should -Be (0..59)
        $results.OrderNumber | Should -Be ((Import-Csv "$repository/samples/orders.csv").order | Select-Object -Unique)
    }
    It 'adds up' {
        $run = Get-OrderOpsRun -Last
        $run.In | Should -Be 60
        Get-Sum $run | Should -Be 60
        $run.Requests | Should -Be 3
        $run.ExitCode | Should -Be 0
        $results.RunId | Sort-Object -Unique | Should -Be $run.RunId
    }
    It 'sends all keys of the vendor''s sample, in strings' {
        $shipments = @(Get-Shipment $box)
        $shipments.Count | Should -Be 60
        $others = foreach ($shipment in $shipments) {
            if (-join $shipment.PSObject.Properties.Name -cne -join $shipmentKeys) { $shipment }
            foreach ($product in $shipment.products) {
                if (-join $product.PSObject.Properties.Name -cne -join $productKeys) { $product }
                $product.PSObject.Properties.Where{ $_.Value -isnot [string] }
            }
            $shipment.PSObject.Properties.Where{ $_.Name -ne 'products' -and $_.Value -isnot [string] }
        }
        $others | Should -BeNullOrEmpty
    }
    It 'carries the items of one order together' {
        $products = @(Get-Shipment $box).Where{ $_.order -eq 'WEB-2603' }.products
        $products.product_sku | Should -Be 'SB100', 'NB005', 'UC010'
    }
}

Describe 'Batches' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'leave as they fill, in turn with one at a time' {
        New-Rows 60 | Send-ItlOrderSync -Connection $box.Itl -ThrottleLimit 1 | ForEach-Object Batch | Group-Object | ForEach-Object Count | Should -Be 25, 25, 10
        $box.Server.Itl.BatchSizes | Should -Be 25, 25, 10
    }
    It 'give results in the order of the input, whichever is answered first' {
        $null = $box.Server.Faults.Add('DelayReply', 1, @{ Milliseconds = 300; Order = 'T-1' })
        $results = New-Rows 12 | Send-ItlOrderSync -Connection $box.Itl -BatchSize 3 -ThrottleLimit 4
        $results.InputIndex | Should -Be (0..11)
        $results.Outcome | Sort-Object -Unique | Should -Be 'Accepted'
    }
    It 'can be smaller' {
        $null = New-Rows 5 | Send-ItlOrderSync -Connection $box.Itl -BatchSize 2 -ThrottleLimit 1
        $box.Server.Itl.BatchSizes | Should -Be 2, 2, 1
    }
    It 'are refused at a size of <_>, before anything is sent' -ForEach 26, 0, -1 {
        $size = $_
        $failure = Get-Failure { New-Rows 30 | Send-ItlOrderSync -Connection $box.Itl -BatchSize $size }
        Assert-Remedied $failure
        "$failure" | Should -Match '\b25\b'
        $box.RequestCount | Should -Be 0
    }
    It 'leave part-filled when the source is slow' {
        $orders = New-Rows 2 | ConvertTo-ItlOrder
        $arrived = [Collections.Generic.List[bool]]::new()
        $results = & {
            $orders[0]
            $arrived.Add($box.Server.RequestsReached(1).Wait($patience))
            $orders[1]
        } | Send-ItlOrderSync -Connection $box.Itl -BatchWaitSec 0.1
        $arrived | Should -Be $true
        $results.Outcome | Should -Be 'Accepted', 'Accepted'
        $box.Server.Itl.BatchSizes | Should -Be 1, 1
    }
    It 'give first results long before the end of a long file' {
        $file = Join-Path $TestDrive 'long.csv'
        $header, $line = New-Row 0 | ConvertTo-Csv
        $lines = foreach ($number in 1..10000) { $line.Replace('T-0', "T-$number") }
        Set-Content -LiteralPath $file -Value (@($header) + $lines)
        $first = -1
        $count = 0
        Send-ItlOrderSync -Path $file -Connection $box.Itl -ThrottleLimit 2 | ForEach-Object {
            if ($first -lt 0) { $first = $box.Server.Itl.AcceptedCount }
            $count++
        }
        $count | Should -Be 10000
        $first | Should -BeGreaterOrEqual 25
        # All that is held beside a quick service: in flight, twice as many written down ahead, and as many again on their way back.
        $first | Should -BeLessOrEqual (25 * 2 * 6)
    }
}

Describe 'A poisoned order in the middle of a batch' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'is rejected alone, in the service''s words, within 11 requests' {
        $box.Server.Itl.Poison('T-13', 'Reseller is <b>not</b> known')
        $results = @(New-Rows 25 | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems)
        $results.Count | Should -Be 25
        @($results | Where-Object Outcome -eq 'Accepted').Count | Should -Be 24
        $bad = @($results | Where-Object Outcome -ne 'Accepted')
        $bad.Key | Should -Be 'T-13'
        $bad.Outcome | Should -Be 'Rejected'
        $bad.Message | Should -Be 'Reseller is not known'
        $box.RequestCount | Should -BeLessOrEqual 11
        $box.Server.Itl.AcceptedCount | Should -Be 24
        $problems.Count | Should -Be 1
        $problems[0].TargetObject.Key | Should -Be 'T-13'
    }
    It 'is found as well where the service says nothing but null' {
        $box.Server.Itl.PoisonSilently('T-13')
        $results = New-Rows 25 | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue
        ($results | Where-Object Outcome -ne 'Accepted').Key | Should -Be 'T-13'
        $box.RequestCount | Should -BeLessOrEqual 11
    }
}

Describe 'What the service answers' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    BeforeAll {
        $replies = @{}
        foreach ($reply in Get-Content -Raw "$samples/itl-replies.json" | ConvertFrom-Json) { $replies[$reply.name] = $reply }
        function Send-ForReply([string] $Name, [string[]] $Numbers) {
            Add-Reply $box $replies[$Name].body_text $replies[$Name].http_status
            foreach ($number in $Numbers) { New-Row 1 @{ order = $number } }
        }
    }

    It 'sync-success-doc: Accepted' {
        $result = Send-ForReply 'sync-success-doc' 'test-api-order-110' | Send-ItlOrderSync -Connection $box.Itl
        $result.Outcome | Should -Be 'Accepted'
        $result.Reference | Should -Be 'test-api-order-110'
        $result.Message | Should -Be 'Oder Processed Successfully'
        $result.StatusCode | Should -Be 200
    }
    It 'cancel-success-doc: Accepted, with the order number' {
        Add-Reply $box $replies['cancel-success-doc'].body_text
        $result = Stop-ItlOrder 86210010463 -Connection $box.Itl -Confirm:$false
        $result.Outcome | Should -Be 'Accepted'
        $result.AwbNumber | Should -Be '86210010463'
        $result.Reference | Should -Be 'GK0034'
    }
    It 'bad-credentials: one terminating error' {
        $rows = Send-ForReply 'bad-credentials' 'A-1'
        $failure = Get-Failure { $rows | Send-ItlOrderSync -Connection $box.Itl }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ItlCredentialsRefused,*'
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        "$failure" | Should -BeLike '*Invalid Access Token And Secret Key.*'
        Assert-Remedied $failure
    }
    It 'batch-refused-null: Rejected, for an order that stands alone' {
        $result = Send-ForReply 'batch-refused-null' 'A-1' | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue
        $result.Outcome | Should -Be 'Rejected'
        $result.Message | Should -Not -BeNullOrEmpty
    }
    It 'batch-refused-null: halved, for a batch' {
        $result = Send-ForReply 'batch-refused-null' 'A-1', 'A-2' | Send-ItlOrderSync -Connection $box.Itl
        $result.Outcome | Should -Be 'Accepted', 'Accepted'
        $box.Server.Itl.BatchSizes | Should -Be 2, 1, 1
    }
    It 'shipment-failed-inside-success: Rejected, in its words' {
        $result = Send-ForReply 'shipment-failed-inside-success' 'A-1' | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue
        $result.Outcome | Should -Be 'Rejected'
        $result.Message | Should -Be 'Shipment #1 reseller_name field must be present.'
    }
    It 'partial: each entry as it says' {
        $result = Send-ForReply 'partial' 'A-1', 'A-2' | Send-ItlOrderSync -Connection $box.Itl
        $result.Outcome | Should -Be 'Accepted', 'Duplicate'
    }
    It 'html-in-html_message: Rejected, without the HTML' {
        Add-Reply $box $replies['html-in-html_message'].body_text
        $result = Stop-ItlOrder 86210010463 -Connection $box.Itl -Confirm:$false -ErrorAction SilentlyContinue
        $result.Outcome | Should -Be 'Rejected'
        $result.Message | Should -Be 'AWB could not be cancelled'
    }
    It 'covers every reply that was recorded' {
        $replies.Keys | Sort-Object | Should -Be ('bad-credentials', 'batch-refused-null', 'cancel-success-doc', 'html-in-html_message', 'partial', 'shipment-failed-inside-success', 'sync-success-doc')
    }

    It 'tells a PIN that does not exist from an order that does' {
        $box.Server.Itl.RefusePin('999999')
        $null = New-Row 1 | Send-ItlOrderSync -Connection $box.Itl
        $results = (New-Row 1), (New-Row 2 @{ pin = '999999' }) | Send-ItlOrderSync -Connection $box.Itl -Resend Accepted -ErrorAction SilentlyContinue
        $results[0].Outcome, $results[0].Message | Should -Be 'Duplicate', 'Duplicate order found'
        $results[1].Outcome, $results[1].Message | Should -Be 'Rejected', 'Pincode does not exists'
    }
    It 'reads data as <_>' -ForEach 'DataArray', 'DataFromZero', 'MixedTypes', 'MissingReference' {
        $null = $box.Server.Faults.Add($_)
        $results = New-Rows 3 | Send-ItlOrderSync -Connection $box.Itl
        $results.Outcome | Should -Be 'Accepted', 'Accepted', 'Accepted'
    }
    It 'takes an entry that is missing for an unknown outcome' {
        $null = $box.Server.Faults.Add('MissingEntry', 1, @{ Entry = 2; Shift = $true })
        $results = New-Rows 3 | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue
        $results.Outcome | Should -Be 'Accepted', 'Unknown', 'Accepted'
    }
    It 'takes <Name> for an unknown outcome, and never sends it again' -ForEach @(
        @{ Name = 'DataEmpty' }, @{ Name = 'ResetAfter' }, @{ Name = 'ResetBefore' }, @{ Name = 'Truncated' }, @{ Name = 'Garbage' }, @{ Name = 'EmptyBody' }
        @{ Name = 'ServerError' }, @{ Name = 'RequestTimeout' }
    ) {
        $null = $box.Server.Faults.Add($Name)
        $results = New-Rows 2 | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems
        $results.Outcome | Should -Be 'Unknown', 'Unknown'
        $box.RequestCount | Should -Be 1
        $problems.Count | Should -Be 2
        Assert-Remedied $problems
        (Get-OrderOpsRun -Last).ExitCode | Should -Be 4
    }
    It 'waits as a <Name> says, and sends again' -ForEach @{ Name = 'TooManyRequests' }, @{ Name = 'ServiceUnavailable' } {
        $null = $box.Server.Faults.Add($Name, 1, @{ RetryAfter = 0 })
        $result = New-Row | Send-ItlOrderSync -Connection $box.Itl
        $result.Outcome | Should -Be 'Accepted'
        $result.Attempts | Should -Be 2
    }
    It 'ends at once where the service asks to wait too long, and keeps the 429' {
        $null = $box.Server.Faults.Add('TooManyRequests', 1, @{ RetryAfter = 86400 })
        $result = New-Row | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems
        $result.StatusCode | Should -Be 429
        $result.Outcome | Should -Be 'Rejected'
        Assert-Remedied $problems
    }
    It 'takes <Name> for a wrong address: one terminating error' -ForEach @{ Name = 'Html' }, @{ Name = 'Redirect' } {
        $null = $box.Server.Faults.Add($Name)
        $failure = Get-Failure { New-Row | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ItlAddressWrong,*'
        Assert-Remedied $failure
    }
}

Describe 'Failures of orders' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'are non-terminating errors that say what to do, one an order' {
        $box.Server.Itl.RefusePin('999999')
        $rows = (New-Row 1 @{ pin = '999999' }), (New-Row 2 @{ pin = '70001' }), (New-Row 3)
        $results = $rows | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems
        $results.Outcome | Should -Be 'Rejected', 'Invalid', 'Accepted'
        $problems.Count | Should -Be 2
        Assert-Remedied $problems
        $problems.FullyQualifiedErrorId -replace ',.*' | Should -Be 'ItlOrderRejected', 'ItlOrderInvalid'
        $problems.CategoryInfo.Category | Should -Be 'ResourceUnavailable', 'InvalidData'
        $problems.TargetObject.Key | Should -Be 'T-1', 'T-2'
        "$($problems[1])" | Should -BeLike "*pin*70001*"
        $results[0].InputObject.pin | Should -Be '999999'
        (Get-OrderOpsRun -Last).ExitCode | Should -Be 2
    }
    It 'come after all results of their batch, so that -ErrorAction Stop loses none' {
        $box.Server.Itl.RefusePin('999999')
        $rows = @(New-Row 1 @{ pin = '999999' }) + (New-Rows 59 -From 2)
        $kept = [Collections.Generic.List[object]]::new()
        $failure = Get-Failure { $rows | Send-ItlOrderSync -Connection $box.Itl -ThrottleLimit 1 -ErrorAction Stop | ForEach-Object { $kept.Add($_) } }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ItlOrderRejected,*'
        $kept.Count | Should -Be 25
        $kept.Key | Should -Be (1..25 | ForEach-Object { "T-$_" })
        $run = Get-OrderOpsRun -Last
        Get-Sum $run | Should -Be $run.In
        $run.EndedBy | Should -Be 'Stopped'
    }
    It 'are Unknown and NotSent, with one error for what was not sent, where the breaker opens' {
        $null = $box.Server.Faults.Add('ServerError', -1)
        $results = @(New-Rows 20 | Send-ItlOrderSync -Connection $box.Itl -BatchSize 1 -ThrottleLimit 1 -ErrorAction SilentlyContinue -ErrorVariable problems)
        $results.Count | Should -Be 20
        $unknown = @($results | Where-Object Outcome -eq 'Unknown')
        $notSent = @($results | Where-Object Outcome -eq 'NotSent')
        $unknown.Count | Should -Be $box.RequestCount
        $notSent.Count | Should -BeGreaterThan 0
        ($unknown.Count + $notSent.Count) | Should -Be 20
        @($problems | Where-Object FullyQualifiedErrorId -like 'OrdersNotSent,*').Count | Should -Be 1
        $problems.Count | Should -Be ($unknown.Count + 1)
        Assert-Remedied $problems
    }
    It 'with the credentials end the run, after the results that are known' {
        $null = $box.Server.Faults.Add('Unauthorized', 1, @{ Order = 'T-3' })
        $kept = [Collections.Generic.List[object]]::new()
        $failure = Get-Failure { New-Rows 5 | Send-ItlOrderSync -Connection $box.Itl -BatchSize 1 -ThrottleLimit 1 | ForEach-Object { $kept.Add($_) } }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ItlCredentialsRefused,*'
        Assert-Remedied $failure
        $kept[0..2].Outcome | Should -Be 'Accepted', 'Accepted', 'NotSent'
        @($kept.Outcome | Select-Object -Skip 3).Where{ $_ -ne 'NotSent' } | Should -BeNullOrEmpty
        $run = Get-OrderOpsRun -Last
        $run.In | Should -Be $kept.Count
        Get-Sum $run | Should -Be $run.In
        $run.ExitCode | Should -Be 3
        $run.EndedBy | Should -Be 'Failed'
    }
}

Describe 'Orders that come twice in a run' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'are sent once, and said so, where they are the same' {
        $results = (New-Row 1), (New-Row 2), (New-Row 1) | Send-ItlOrderSync -Connection $box.Itl -ErrorVariable problems
        $results.Outcome | Should -Be 'Accepted', 'Accepted', 'Skipped'
        $results[2].Message | Should -BeLike '*T-1*once*'
        $problems | Should -BeNullOrEmpty
        $box.Server.Itl.AcceptedCount | Should -Be 2
    }
    It 'are Invalid where they differ, and say how to group them' {
        $results = (New-Row 1), (New-Row 2), (New-Row 1 @{ product_sku = 'OTHER' }) | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems
        $results.Outcome | Should -Be 'Accepted', 'Accepted', 'Invalid'
        $problems[0].ErrorDetails.RecommendedAction | Should -BeLike '*ConvertTo-ItlOrder -Unsorted*'
    }
}

Describe 'What goes over the wire' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'is what -AdditionalField and -AdditionalData add' {
        $null = New-Row | Send-ItlOrderSync -Connection $box.Itl -AdditionalField @{ gst = '29ABC'; Priority = 1 } -AdditionalData @{ pickup_address_id = 24; hub = @{ name = 'north'; bays = 1, 2 } }
        $data = ($box.Requests[0].Body | ConvertFrom-Json).data
        $data.shipments[0].gst | Should -BeExactly '29ABC'
        $data.shipments[0].Priority | Should -BeExactly '1'
        $data.pickup_address_id | Should -Be 24
        $data.hub.name | Should -Be 'north'
        $data.hub.bays | Should -Be 1, 2
    }
    It 'goes to the address of <Version>' -ForEach @{ Version = 'v1'; Path = '/itl/api/order/sync.json' }, @{ Version = 'v3'; Path = '/itl/api_v3/order/sync.json' } {
        $null = New-Row | Send-ItlOrderSync -Connection $box.Itl -ApiVersion $Version
        $box.Requests[0].Path | Should -Be $Path
        $box.Requests[0].Headers['Content-Type'] | Should -BeLike 'application/json*'
        $box.Requests[0].Headers['Cache-Control'] | Should -Be 'no-cache'
    }
    It 'is v1 where nothing is said' {
        $null = New-Row | Send-ItlOrderSync -Connection $box.Itl
        $box.Requests[0].Path | Should -Be '/itl/api/order/sync.json'
    }
    It 'leaves out what ITL has no field for, and -Verbose says so' {
        $said = New-Row 1 @{ Loyalty = 'gold'; Remarks2 = 'x' } | Send-ItlOrderSync -Connection $box.Itl -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        "$said" | Should -Match 'Loyalty'
        "$said" | Should -Match 'Remarks2'
        $box.Requests[0].Body | Should -Not -Match 'Loyalty|gold'
    }
    It 'has the date as -DateFormat reads it' {
        $null = New-Row 1 @{ order_date = '06/12/2025 14:05' } | Send-ItlOrderSync -Connection $box.Itl -DateFormat 'dd/MM/yyyy HH:mm'
        (Get-Shipment $box).order_date | Should -Be '06-12-2025 14:05:00'
    }
    It 'refuses a date that can mean two days' {
        $result = New-Row 1 @{ order_date = '06/12/2025' } | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems
        $result.Outcome | Should -Be 'Invalid'
        $problems[0].ErrorDetails.RecommendedAction | Should -BeLike '*-DateFormat*'
        $box.RequestCount | Should -Be 0
    }
    It 'has Indian time for <Given> with -TimeZone <Zone>' -ForEach @(
        @{ Given = '2026-11-02 09:07:00'; Zone = $null; Wire = '02-11-2026 09:07:00' }
        @{ Given = '2026-11-02 09:07:00'; Zone = '+00:00'; Wire = '02-11-2026 14:37:00' }
        @{ Given = '2026-11-02 22:07:00'; Zone = 'UTC'; Wire = '03-11-2026 03:37:00' }
        @{ Given = '2026-11-02T09:07:00Z'; Zone = '-08:00'; Wire = '02-11-2026 14:37:00' }
    ) {
        $zone = if ($Zone) { @{ TimeZone = $Zone } } else { @{} }
        $null = New-Row 1 @{ order_date = $Given } | Send-ItlOrderSync -Connection $box.Itl @zone
        (Get-Shipment $box).order_date | Should -Be $Wire
    }
    It 'refuses a time zone that nobody knows' {
        $failure = Get-Failure { New-Row | Send-ItlOrderSync -Connection $box.Itl -TimeZone 'Middle-earth' }
        $failure.FullyQualifiedErrorId | Should -BeLike 'TimeZoneUnknown,*'
        Assert-Remedied $failure
    }
}
