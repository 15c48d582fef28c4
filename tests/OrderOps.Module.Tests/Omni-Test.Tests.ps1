BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    $complete = Join-Path $samples 'omni-posting-complete.json'
    $text = [IO.File]::ReadAllText($complete)
    $small = '{"messageId":7,"orderCode":"A-7","eventType":"OUTWARD_ORDER_CREATE"}'
}

Describe 'Test-OmniPosting' {
    It 'reads files by path, with wildcards, and tells where each stood' {
        $tests = @(Test-OmniPosting -Path (Join-Path $samples 'omni-posting-*.json'))
        $tests.Count | Should -Be 2
        $tests.IsUsable | Should -Be $true, $true
        $tests.EventType | Should -Be 'OUTWARD_ORDER_COMPLETE', 'OUTWARD_ORDER_CREATE'
        $tests.InputIndex | Should -Be 0, 1
        $tests[0].Source | Should -Be (Get-Item $complete).FullName
        $tests[0].Findings.Field | Should -Be 'orderType'
    }
    It 'reads files of the pipeline and literal paths' {
        (Get-Item $complete | Test-OmniPosting).MessageId | Should -Be 12345
        (Test-OmniPosting -LiteralPath $complete).OrderCode | Should -Be 'flipkart1234'
    }
    It 'reads a file with several: <Name>' -ForEach @(
        @{ Name = 'a list'; Text = '[{0},{0}]' }
        @{ Name = 'JSON lines'; Text = "{0}`n{0}`n" }
    ) {
        $file = Join-Path $TestDrive 'several.json'
        [IO.File]::WriteAllText($file, $Text.Replace('{0}', $small))
        (Test-OmniPosting $file).OrderCode | Should -Be 'A-7', 'A-7'
    }
    It 'says so for a file that is not there, and goes on' {
        $tests = Test-OmniPosting -Path $complete, (Join-Path $TestDrive 'none.json') -ErrorVariable failures -ErrorAction SilentlyContinue
        @($tests).Count | Should -Be 1
        Assert-Remedied $failures
        $failures[0].FullyQualifiedErrorId | Should -Match '^InputFileNotFound'
    }
    It 'reads strings and bytes' {
        ($small, $text | Test-OmniPosting).MessageId | Should -Be 7, 12345
        (Test-OmniPosting -InputObject (, [Text.Encoding]::UTF8.GetBytes($small))).OrderCode | Should -Be 'A-7'
    }
    It 'reads what ConvertFrom-Json makes of a posting as the posting itself' {
        $test = $text | ConvertFrom-Json | Test-OmniPosting
        $test.Findings.Field | Should -Be 'orderType'
        $test.Posting.EventTime | Should -Be ([DateTimeOffset]::Parse('2020-10-16T20:22:28Z', [cultureinfo]::InvariantCulture))
        $test.Posting.Shipments[0].ShipmentItems[1].TaxItems[1].TaxTotal | Should -Be 60
        $test.Posting.OrderCustomAttributes.ChannelMetadata.department | Should -Be 'HR'
    }
    It 'reads hashtables, by names in any case' {
        $test = @{ MessageID = 9223372036854775807; ordercode = 'A-1'; EVENTTYPE = 'OUTWARD_ORDER_CANCEL'; shippingCharges = 12.5; somethingNew = @{ a = 1, 2 } } | Test-OmniPosting
        $test.IsUsable, $test.MessageId, $test.Posting.ShippingCharges | Should -Be $true, ([long]::MaxValue), 12.5
        $test.Posting.AdditionalData['somethingNew']['a'] | Should -Be 1, 2
    }
    It 'reads its own typed postings again, unknown members included' {
        $first = Test-OmniPosting -InputObject $text.Replace('"isPriority"', '"somethingNew": {"a":1}, "isPriority"')
        $again = $first.Posting | Test-OmniPosting
        $again.Findings | ConvertTo-Json | Should -Be ($first.Findings | ConvertTo-Json)
        $again.Posting | ConvertTo-Json -Depth 10 | Should -Be ($first.Posting | ConvertTo-Json -Depth 10)
        $again.Posting.AdditionalData['somethingNew']['a'] | Should -Be 1
    }
    It 'keeps postings whole on their way through a job' {
        $xml = Join-Path $TestDrive 'posting.xml'
        Test-OmniPosting $complete | Export-Clixml $xml
        $posting = (Import-Clixml $xml).Posting
        $posting.Shipments[0].ShipmentItems[0].TaxItems[0].Type | Should -Be 'SGST'
        $posting.ShipmentDetails.PackboxDetailsList[0].SkuQuantityDataList[0].ClientSkuId | Should -Be 'SKU001'
        ($posting | Test-OmniPosting).Findings.Field | Should -Be 'orderType'
    }
    It 'says what a receiver would put into quarantine: <Reason>' -ForEach @(
        @{ Text = ''; Reason = 'Empty' }
        @{ Text = '[]'; Reason = 'NotAnObject' }
        @{ Text = 'order=1'; Reason = 'NotJson' }
        @{ Text = '{"orderCode":"A","eventType":"OUTWARD_ORDER_CREATE"}'; Reason = 'MessageIdMissing' }
        @{ Text = '{"messageId":99999999999999999999,"orderCode":"A","eventType":"OUTWARD_ORDER_CREATE"}'; Reason = 'MessageIdTooLarge' }
        @{ Text = '{"messageId":1,"eventType":"OUTWARD_ORDER_CREATE"}'; Reason = 'OrderCodeMissing' }
        @{ Text = '{"messageId":1,"orderCode":"A","eventType":"SOLD"}'; Reason = 'EventTypeUnknown' }
        @{ Text = '{"messageId":1,"messageId":2,"orderCode":"A","eventType":"OUTWARD_ORDER_CREATE"}'; Reason = 'IdentityTwice' }
    ) {
        $test = Test-OmniPosting -InputObject $Text
        $test.IsUsable | Should -BeFalse
        $test.QuarantineReason | Should -Match "^${Reason}: "
        $test.Errors | Should -Be 1
        $test.RecommendedAction | Should -Not -BeNullOrEmpty
        $test.Posting | Should -BeNullOrEmpty
    }
    It 'refuses an object that goes round in a circle, and goes on' {
        $circle = @{}
        $circle.self = $circle
        $tests = $circle, $small | Test-OmniPosting -ErrorVariable failures -ErrorAction SilentlyContinue
        $tests.MessageId | Should -Be 7
        Assert-Remedied $failures
    }
    It 'gives what type literals and functions can name' {
        $posting = (Test-OmniPosting $complete).Posting
        $posting -is [OrderOps.Omni.OmniPosting] | Should -BeTrue
        function Test-Typed([OrderOps.Omni.OmniShipment] $Shipment) { $Shipment.ShipmentCode }
        Test-Typed $posting.Shipments[0] | Should -Be 'UIfd897'
    }
}

Describe 'The views of postings' {
    BeforeAll {
        $long = '{"messageId":-9223372036854775808,"orderCode":"WEB-2026-11-0000000000000000001","eventType":"OUTWARD_ORDER_SHIPMENT_DISPATCH"}'
        $tests = @(Test-OmniPosting $complete) + @($long, 'no posting' | Test-OmniPosting)
        $items = @{ Test = $tests; Posting = $tests[0..1].Posting; Shipment = $tests[0].Posting.Shipments }
    }
    It 'as a table fit 120 columns: <Name>' -ForEach @(
        @{ Name = 'Test'; Heads = '#', 'MessageId', 'OrderCode', 'Usable', 'Errors', 'Warnings', 'Message' }
        @{ Name = 'Posting'; Heads = 'MessageId', 'OrderCode', 'Event', 'EventTime', 'Type', 'Payment', 'Channel', 'Items', 'Shipments' }
        @{ Name = 'Shipment'; Heads = 'ShipmentCode', 'Status', 'AwbNumber', 'Invoice', 'Location', 'Items' }
    ) {
        $lines = ($items[$Name] | Out-String -Width 120) -split '\r?\n'
        $lines | Where-Object { $_.Length -gt 120 } | Should -BeNullOrEmpty
        $head = ($lines | Where-Object { $_.Trim() })[0]
        foreach ($column in $Heads) { " $head " | Should -BeLike "* $column *" }
    }
    It 'say which event it was and when' {
        $items.Posting | Out-String -Width 120 | Should -Match 'COMPLETE +2020-10-16 20:22:28'
    }
    It 'show findings with their remedies as a list' {
        $tests[0] | Format-List | Out-String -Width 120 | Should -Match "orderType 'SO/STO/RTV' is none of SO, STO, RTV, RPO"
    }
}
