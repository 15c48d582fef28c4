BeforeDiscovery {
    $unix = $PSVersionTable.PSEdition -eq 'Core' -and -not $IsWindows

    # What each command can be given, in all shapes that it takes. Sent again from a failed-file, it is the same request.
    $commands = @(
        @{
            Name = 'Send-ItlOrderSync'
            Inputs = {
                New-Row 1 @{ order = '0001'; product_sku = '007'; email = 'zoë@example.com' }
                New-Row 1 @{ order = '0001'; product_sku = '008'; product_name = "Quote "" and`nbreak" }
                @{ order = '2'; order_date = [datetime]'2026-11-02T09:07:00'; total_amount = 499.50; name = 'Asha'; add = '12, MG Road'; pin = 700019; city = 'Kolkata'; state = 'West Bengal'; phone = 9885797798
                    shipment_length = 20; shipment_width = 15.5; shipment_height = 5; weight = 0.5; payment_mode = 'Prepaid'
                    products = @(@{ name = 'Cable'; sku = '01'; quantity = 1; price = 499.50; hsn_code = '0544' }) }
                New-Order 3 @{ product_sku = '009' }
            }
            Send = { param($items) $items | Send-ItlOrderSync -Connection $box.Itl -MaximumRetryCount 0 @more }
            SendPath = { param($path) Send-ItlOrderSync -Path $path -Connection $box.Itl -MaximumRetryCount 0 @more }
        }
        @{
            Name = 'Stop-ItlOrder'
            Inputs = { '086210010463', 86210010464, [pscustomobject]@{ waybill = '086210010465'; note = 'x' }, @{ awb = '86210010466' } }
            Send = { param($items) $items | Stop-ItlOrder -Connection $box.Itl -Confirm:$false -MaximumRetryCount 0 @more }
            SendPath = { param($path) Stop-ItlOrder -Path $path -Connection $box.Itl -Confirm:$false -MaximumRetryCount 0 @more }
        }
        @{
            Name = 'Set-IntegrationOrder'
            Inputs = {
                $orders = Import-Csv "$repository/samples/integration-orders.csv" | Select-Object -First 3
                $orders
                [OrderOps.Integration.Order]@{ Name = 'Asha'; Email = 'a@example.com'; OrderId = '0077'; TotalAmount = '10.50'; Discount = 0; ReferralCode = '01'; UserId = '5'; Products = [OrderOps.Integration.Product[]]@(@{ ProductSkuId = '03'; Amount = 10.5; Quantity = 1 }) }
            }
            Send = { param($items) $items | Set-IntegrationOrder -Connection $box.Integration -MaximumRetryCount 0 @more }
            SendPath = { param($path) Set-IntegrationOrder -Path $path -Connection $box.Integration -MaximumRetryCount 0 @more }
        }
        @{
            Name = 'Set-IntegrationProduct'
            Inputs = { [pscustomobject]@{ product_sku_id = '007'; amount = '10.50' }; @{ sku = '8'; price = 12 }; [OrderOps.Integration.ProductPrice]@{ ProductSkuId = '009'; Amount = '1' } }
            Send = { param($items) $items | Set-IntegrationProduct -Connection $box.Integration -MaximumRetryCount 0 @more }
            SendPath = { param($path) Set-IntegrationProduct -Path $path -Connection $box.Integration -MaximumRetryCount 0 @more }
        }
        @{
            Name = 'Set-ExternalOrder'
            Inputs = {
                [pscustomobject]@{ rrn = '0007'; shop = '2'; product = '104392'; quantity = '3'; zip_code = '0123' }
                @{ rrn = '8'; shop = 2; AdditionalData = @{ comment = 'x'; level = 5; rate = 0.5 }; Items = @(@{ product = 104392; quantity = 2 }) }
                $order = Get-ExternalOrder -Connection $box.External -Id 294
                $order.AdditionalData['priority'] = 3
                $order.AdditionalData['code'] = '003'
                $order
            }
            Send = { param($items) $items | Set-ExternalOrder -Connection $box.External -BatchSize 10 -MaximumRetryCount 0 @more }
            SendPath = { param($path) Set-ExternalOrder -Path $path -Connection $box.External -BatchSize 10 -MaximumRetryCount 0 @more }
        }
        @{
            Name = 'Remove-ExternalOrderItem'
            Inputs = { '000123'; 124; @{ item_id = '125' }; (Get-ExternalOrder -Connection $box.External -Id 294).Items[0] }
            Send = { param($items) $items | Remove-ExternalOrderItem -Connection $box.External -ThrottleLimit 1 -Confirm:$false -MaximumRetryCount 0 @more }
            SendPath = { param($path) Remove-ExternalOrderItem -Path $path -Connection $box.External -ThrottleLimit 1 -Confirm:$false -MaximumRetryCount 0 @more }
        }
    )
}

BeforeAll {
    . "$PSScriptRoot/Rig.ps1"

    function Get-Failed([string] $Path) { Get-Content -LiteralPath $Path | ConvertFrom-Json }

    # What requests that change something held, whatever the order of its members. ConvertFrom-Json makes moments of
    # texts that look like one.
    function Get-Sent($Box, [int] $Skip) {
        $Box.Requests | Where-Object Method -NE 'GET' | Select-Object -Skip $Skip | ForEach-Object {
            "$($_.Method) $($_.Path) $(if ($_.Body) { Format-Sorted ($_.Body | ConvertFrom-Json) })"
        } | Sort-Object
    }
    function Format-Sorted($Value) {
        if ($Value -is [array]) { "[$(($Value | ForEach-Object { Format-Sorted $_ }) -join ',')]" }
        elseif ($Value -is [pscustomobject]) { "{$(($Value.psobject.Properties | Sort-Object Name | ForEach-Object { "$($_.Name)=$(Format-Sorted $_.Value)" }) -join ',')}" }
        elseif ($Value -is [datetime]) { $Value.ToUniversalTime().ToString('o') }
        else { ConvertTo-Json -InputObject $Value -Compress }
    }
}

Describe 'The failed-file of <Name>' -ForEach $commands {
    BeforeEach {
        $box = Start-OrderOpsSandbox
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).jsonl"
        $items = @(& $Inputs)
        $null = $box.Server.Faults.Add('ServerError', 100)
        $more = @{ FailedPath = $file; ErrorAction = 'SilentlyContinue' }
        $failed = @(& $Send $items)
        $box.Server.Faults.Clear()
        $first = @(Get-Sent $box 0)
        $more = @{ Resend = 'Unknown'; ErrorAction = 'SilentlyContinue' }
    }
    AfterEach { Stop-OrderOpsSandbox }

    It 'holds what it was given, with the reason' {
        $failed.Outcome | Sort-Object -Unique | Should -Be 'Unknown'
        $lines = @(Get-Failed $file)
        $lines.Count | Should -Be $items.Count
        $lines.OrderOpsOutcome | Sort-Object -Unique | Should -Be 'Unknown'
        $lines.OrderOpsReason | Should -Not -Contain $null
        $lines.OrderOpsRunId | Sort-Object -Unique | Should -Be (Get-OrderOpsRun -Last).RunId
    }
    It 'is sent again with -Path, as the very same requests' {
        (& $SendPath $file).Count | Should -Be $failed.Count
        @(Get-Sent $box $first.Count) | Should -Be $first
    }
    It 'is sent again as a file from the pipeline' {
        $null = & $Send (Get-Item -LiteralPath $file)
        @(Get-Sent $box $first.Count) | Should -Be $first
    }
    It 'is sent again by way of ConvertFrom-Json' {
        $null = & $Send (Get-Failed $file)
        @(Get-Sent $box $first.Count) | Should -Be $first
    }
    It 'says nothing of its own members' {
        $more.Verbose = $true
        (& $SendPath $file 4>&1) -match 'OrderOps(Outcome|Reason|RunId)' | Should -BeNullOrEmpty
    }
    It 'holds the same when it fails again' {
        $null = $box.Server.Faults.Add('ServerError', 100)
        $more.FailedPath = "$file.again"
        $null = & $SendPath $file
        $box.Server.Faults.Clear()
        $null = & $SendPath "$file.again"
        @(Get-Sent $box (2 * $first.Count)) | Should -Be $first
        (Get-Content -LiteralPath "$file.again") -match 'OrderOpsRunId.*OrderOpsRunId' | Should -BeNullOrEmpty
    }
}

Describe 'A failed-file' {
    BeforeEach {
        $box = Start-OrderOpsSandbox
        $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        $file = Join-Path $folder 'failed.jsonl'
        $quiet = @{ Connection = $box.Itl; ErrorAction = 'SilentlyContinue' }
    }
    AfterEach { Stop-OrderOpsSandbox }

    It 'has what was Rejected, Invalid, Unknown and NotSent, and nothing else' {
        $box.Server.Itl.RefusePin('999999')
        $results = (New-Row 1), (New-Row 2 @{ pin = '999999' }), (New-Row 3 @{ pin = 'x' }), (New-Row 1) | Send-ItlOrderSync @quiet -FailedPath $file
        $results.Outcome | Should -Be 'Accepted', 'Rejected', 'Invalid', 'Skipped'
        $lines = Get-Failed $file
        $lines.order | Should -Be 'T-2', 'T-3'
        $lines.OrderOpsOutcome | Should -Be 'Rejected', 'Invalid'
        $lines[0].OrderOpsReason | Should -Be 'Pincode does not exists'
        $lines[1].OrderOpsReason | Should -BeLike '*pin*'
    }
    It 'keeps all rows of an order, in their order, and values as they came' {
        $null = (New-Row 1 @{ pin = 'x'; product_sku = '007' }), (New-Row 1 @{ pin = 'x'; product_sku = '008' }) | Send-ItlOrderSync @quiet -FailedPath $file
        (Get-Failed $file).product_sku | Should -Be '007', '008'
        $null = @{ order = 5; pin = 'x'; total_amount = 4.50 } | Send-ItlOrderSync @quiet -FailedPath $file
        Get-Content -LiteralPath $file | Should -Match '"order":5[,}]'
        Get-Content -LiteralPath $file | Should -Match '"total_amount":4\.5[,}]'
    }
    It 'calls the fields of a typed order as the vendor does' {
        $order = [OrderOps.Itl.Order]@{ OrderNumber = 'T-1'; Products = [OrderOps.Itl.Product[]]@(@{ Sku = 'UC010' }) }
        $null = $order | Send-ItlOrderSync @quiet -FailedPath $file
        $line = Get-Failed $file
        $line.order, $line.products[0].product_sku | Should -Be 'T-1', 'UC010'
    }
    It 'calls a bare AWB number awb_number' {
        $null = 'a,b' | Stop-ItlOrder @quiet -Confirm:$false -FailedPath $file
        (Get-Failed $file).awb_number | Should -Be 'a,b'
    }
    It 'is empty after a run without failures' {
        $null = New-Row 1 | Send-ItlOrderSync @quiet -FailedPath $file
        (Get-Item -LiteralPath $file).Length | Should -Be 0
    }
    It 'can be input and output of one run' {
        $null = (New-Row 1 @{ pin = 'x' }), (New-Row 2 @{ pin = 'y' }) | Send-ItlOrderSync @quiet -FailedPath $file
        (Get-Content -LiteralPath $file) -replace '"pin":"x"', '"pin":"700019"' | Set-Content -LiteralPath $file
        (Send-ItlOrderSync -Path $file @quiet -FailedPath $file).Outcome | Should -Be 'Accepted', 'Invalid'
        (Get-Failed $file).order | Should -Be 'T-2'
        (Get-ChildItem -LiteralPath $folder).Name | Should -Be 'failed.jsonl'
    }
    It 'keeps what stood there and was not an input, and says where' {
        Set-Content -LiteralPath $file -Value '{"order":"old"}'
        $said = New-Row 2 @{ pin = 'x' } | Send-ItlOrderSync @quiet -FailedPath $file -Verbose 4>&1
        (Get-Failed $file).order | Should -Be 'T-2'
        $aside = Get-ChildItem -LiteralPath $folder | Where-Object Name -Match '^failed\.\d{8}T\d{6}Z\.jsonl$'
        (Get-Failed $aside.FullName).order | Should -Be 'old'
        "$said" | Should -BeLike "*$($aside.Name)*"
    }
    It 'never takes the place of an export that it was given as its input' {
        $csv = Join-Path $folder 'orders.csv'
        New-Row 1 | Export-Csv -LiteralPath $csv -NoTypeInformation
        (Send-ItlOrderSync -Path $csv @quiet -FailedPath $csv).Outcome | Should -Be 'Accepted'
        $aside = Get-ChildItem -LiteralPath $folder | Where-Object Name -NE 'orders.csv'
        (Import-Csv -LiteralPath $aside.FullName).order | Should -Be 'T-1'
    }
    It 'keeps what a killed run left beside it' {
        Set-Content -LiteralPath "$file.part" -Value '{"order":"old"}'
        $null = New-Row 2 @{ pin = 'x' } | Send-ItlOrderSync @quiet -FailedPath $file
        (Get-ChildItem -LiteralPath $folder).Count | Should -Be 2
        (Get-ChildItem -LiteralPath $folder | Get-Content | ConvertFrom-Json).order | Sort-Object | Should -Be 'old', 'T-2'
    }
    It 'is readable by its owner only, also while the run goes' -Skip:(-not $unix) {
        $null = New-Row 1 @{ pin = 'x' } | Send-ItlOrderSync @quiet -FailedPath $file | ForEach-Object {
            [int][IO.File]::GetUnixFileMode("$file.part") | Should -Be 0x180
        }
        [int][IO.File]::GetUnixFileMode($file) | Should -Be 0x180
    }
    It 'is written with -WhatIf by nobody' {
        Set-Content -LiteralPath $file -Value 'old'
        $null = New-Row 1 @{ pin = 'x' } | Send-ItlOrderSync @quiet -FailedPath $file -WhatIf
        Get-ChildItem -LiteralPath $folder | Get-Content | Should -Be 'old'
    }
    It 'that can not be written ends the command before anything is sent: <_>' -ForEach 'missing/failed.jsonl', '.', 'Variable:\x', 'used' {
        $kind = $_
        $path = switch ($kind) { 'Variable:\x' { $kind } 'used' { $file } default { Join-Path $folder $kind } }
        $used = if ($kind -eq 'used') { [IO.File]::Open("$file.part", 'Create', 'ReadWrite', 'None') }
        $failure = Get-Failure { New-Row 1 | Send-ItlOrderSync -Connection $box.Itl -FailedPath $path }
        if ($used) { $used.Dispose() }
        Assert-Remedied $failure
        $failure.FullyQualifiedErrorId | Should -BeLike 'FailedPathNotUsable,*'
        $box.RequestCount | Should -Be 0
        (Get-OrderOpsRun -Last).ExitCode | Should -Be 3
    }
    It 'is relative to the current location' {
        Push-Location -LiteralPath $folder
        try { $null = New-Row 1 @{ pin = 'x' } | Send-ItlOrderSync @quiet -FailedPath ./own.jsonl }
        finally { Pop-Location }
        (Get-Failed (Join-Path $folder 'own.jsonl')).order | Should -Be 'T-1'
    }
    It 'has everything also where an error ends the command' {
        { New-Rows 3 | ForEach-Object { $_.pin = 'x'; $_ } | Send-ItlOrderSync -Connection $box.Itl -FailedPath $file -ErrorAction Stop } | Should -Throw
        (Get-Failed $file).order | Should -Be 'T-1', 'T-2', 'T-3'
    }
    It 'has everything after Select-Object -First' {
        $null = New-Rows 30 | ForEach-Object { $_.pin = 'x'; $_ } | Send-ItlOrderSync @quiet -FailedPath $file | Select-Object -First 1
        $run = Get-OrderOpsRun -Last
        @(Get-Failed $file).Count | Should -Be $run.In
    }
    It 'keeps the file that it was reading when it was stopped' {
        $rows = New-Rows 60 | ForEach-Object { $_.pin = 'x'; $_ }
        $null = $rows | Send-ItlOrderSync @quiet -FailedPath $file
        $null = Send-ItlOrderSync -Path $file @quiet -FailedPath $file -BatchSize 1 -ThrottleLimit 1 | Select-Object -First 1
        $orders = (Get-ChildItem -LiteralPath $folder | Get-Content | ConvertFrom-Json).order | Sort-Object -Unique
        $orders.Count | Should -Be 60
    }
    It 'has everything after Ctrl+C' {
        $null = $box.Server.Faults.Add('Delay', 1, @{ Seconds = 60 })
        $session = New-Session @{ box = $box; rows = (New-Rows 60); file = $file }
        $shell = New-Shell $session '$rows | Send-ItlOrderSync -Connection $box.Itl -ThrottleLimit 1 -FailedPath $file'
        try {
            $null = $shell.BeginInvoke()
            $box.Server.RequestsReached(1).Wait($patience) | Should -BeTrue
            $shell.Stop()
            $run = Invoke-In $session 'Get-OrderOpsRun -Last'
            $lines = Get-Failed $file
            $lines.Count | Should -Be $run.In
            @($lines | Where-Object OrderOpsOutcome -EQ 'Unknown').Count | Should -Be $run.Unknown
            @($lines | Where-Object OrderOpsOutcome -EQ 'NotSent').Count | Should -Be $run.NotSent
            $run.Unknown, $run.EndedBy | Should -Be 25, 'Stopped'
        }
        finally {
            $shell.Dispose()
            $session.Dispose()
        }
    }
    It 'never makes an order of a row that could not be read' {
        $csv = Join-Path $folder 'orders.csv'
        New-Row 1 | Export-Csv -LiteralPath $csv -NoTypeInformation
        $good = (Get-Content -LiteralPath $csv)[1]
        $good.Replace('"Kolkata"', '"Kolkata","Kolkata"') | Add-Content -LiteralPath $csv
        $null = Send-ItlOrderSync -Path $csv @quiet -NoJournal -FailedPath $file
        foreach ($results in (Send-ItlOrderSync -Path $file @quiet -NoJournal), (Get-Failed $file | Send-ItlOrderSync @quiet -NoJournal)) {
            $results.Outcome | Sort-Object -Unique | Should -Be 'Invalid'
            "$($results.Message)" | Should -BeLike '*values for*columns*'
        }
        # Mended, it is one.
        $mended = Get-Failed $file | Select-Object -Last 1
        $mended.OrderOpsFault = ''
        ($mended | Test-ItlOrder).Findings.Message -match 'values for' | Should -BeNullOrEmpty
    }
    It 'never cancels the AWB of a row that could not be read' {
        $csv = Join-Path $folder 'awbs.csv'
        Set-Content -LiteralPath $csv -Value 'name,awb_number', 'a,b,86210010463', 'c,86210010464'
        (Stop-ItlOrder -Path $csv @quiet -Confirm:$false -FailedPath $file).Outcome | Should -Be 'Invalid', 'Rejected'
        (Get-Failed $file).Count | Should -Be 2
        Get-Failed $file | Select-Object -First 1 | ForEach-Object { $_.OrderOpsFault | Should -BeLike '*values for*' }
        $line = Get-Content -LiteralPath $file -TotalCount 1
        Set-Content -LiteralPath $file -Value $line
        (Stop-ItlOrder -Path $file @quiet -Confirm:$false).Outcome | Should -Be 'Invalid'
        (Get-Failed $file | Stop-ItlOrder @quiet -Confirm:$false).Outcome | Should -Be 'Invalid'
        (Get-Item -LiteralPath $file | Stop-ItlOrder @quiet -Confirm:$false).Outcome | Should -Be 'Invalid'
    }
    It 'does not join two orders of one number that stood apart' {
        $null = (New-Row 1 @{ pin = 'x' }), (New-Row 2), (New-Row 1 @{ pin = 'y'; product_sku = 'other' }) | Send-ItlOrderSync @quiet -FailedPath $file
        (Get-Failed $file).order | Should -Be 'T-1', 'T-1'
        (Send-ItlOrderSync -Path $file @quiet).Count | Should -Be 2
        @(Get-Failed $file | Send-ItlOrderSync @quiet).Count | Should -Be 2
    }
    It 'keeps no secret' {
        $secret = 'canary-5f1c'
        $null = Get-Failure { New-Row 1 | Send-ItlOrderSync -BaseUri $box.Itl.BaseUri -AccessToken $secret -SecretKey "$secret-2" -FailedPath $file }
        Get-Content -LiteralPath $file -Raw | Should -Not -BeLike "*$secret*"
        (Get-Failed $file).OrderOpsOutcome | Should -Be 'NotSent'
    }
}
