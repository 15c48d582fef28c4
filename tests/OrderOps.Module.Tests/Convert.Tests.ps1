BeforeAll { . "$PSScriptRoot/Rig.ps1" }

Describe 'ConvertTo-ItlOrder' {
    It 'reads a file from the pipeline' {
        $orders = @(Get-Item -LiteralPath "$repository/samples/orders.csv" | ConvertTo-ItlOrder)
        $orders.Count | Should -Be 60
        $orders[0] | Should -BeOfType ([OrderOps.Itl.Order])
        $orders[0].OrderNumber | Should -Be 'WEB-2601'
        @($orders | Where-Object OrderNumber -eq 'WEB-2603').Products.Sku | Should -Be 'SB100', 'NB005', 'UC010'
    }
    It 'reads the same by -Path, -LiteralPath, Import-Csv and Get-Item' {
        $file = "$repository/samples/orders.csv"
        $all = foreach ($way in { ConvertTo-ItlOrder $file }, { ConvertTo-ItlOrder -LiteralPath $file }, { Import-Csv $file | ConvertTo-ItlOrder }, { Get-Item $file | ConvertTo-ItlOrder }) {
            & $way | ConvertTo-Json -Depth 4
        }
        $all.Count | Should -Be 4
        $all | Sort-Object -Unique | Should -HaveCount 1
    }
    It 'streams: an order comes out as soon as the next begins' {
        $seen = [Collections.Generic.List[string]]::new()
        & {
            foreach ($number in 1, 1, 2, 3) { $seen.Add("in $number"); New-Row $number }
        } | ConvertTo-ItlOrder | ForEach-Object { $seen.Add("out $($_.OrderNumber)") }
        $seen | Should -Be 'in 1', 'in 1', 'in 2', 'out T-1', 'in 3', 'out T-2', 'out T-3'
    }
    It 'normalises what is safe' {
        $order = New-Row 1 @{ phone = '+91 98857-97798'; pin = "'700 019"; payment_mode = 'cash on delivery'; total_amount = '₹1,499.00'; product_tax_rate = ''; product_discount = '' } | ConvertTo-ItlOrder
        $order.Phone | Should -Be '9885797798'
        $order.Pin | Should -Be '700019'
        $order.PaymentMode | Should -Be 'COD'
        $order.TotalAmount | Should -BeIn '1499', '1499.00'
        $order.Products[0].TaxRate | Should -Be '0'
        $order.Products[0].Discount | Should -Be '0'
        $order.BillingName | Should -Be 'Rohan Sharma'
    }
    It 'pays a prepaid order in advance' {
        $order = New-Row 1 @{ payment_mode = 'prepaid'; cod_amount = '0' } | ConvertTo-ItlOrder
        $order.PaymentMode, $order.AdvanceAmount, $order.CodAmount | Should -Be 'Prepaid', '499', '0'
    }
    It 'refuses an order with what is wrong, and goes on' {
        $orders = (New-Row 1), (New-Row 2 @{ pin = '70001'; phone = '123' }), (New-Row 3) | ConvertTo-ItlOrder -ErrorAction SilentlyContinue -ErrorVariable problems
        $orders.OrderNumber | Should -Be 'T-1', 'T-3'
        $problems.Count | Should -Be 1
        "$($problems[0])" | Should -BeLike "*pin*70001*"
        $problems[0].TargetObject.InputObject.order | Should -Be 'T-2'
        Assert-Remedied $problems
    }
    It 'refuses text that is no order' {
        $null = 'OrderOps.Itl.Order' | ConvertTo-ItlOrder -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        Assert-Remedied $problems
    }
    It 'counts the blank rows that it drops' {
        $said = (New-Row 1), [pscustomobject]@{ order = ' ' }, [pscustomobject]@{ order = '' } | ConvertTo-ItlOrder -Verbose 4>&1
        @($said | Where-Object { $_ -is [Management.Automation.VerboseRecord] }).Message -match '\b2 blank' | Should -Not -BeNullOrEmpty
    }
}

Describe 'Grouping' {
    It 'says so where an order comes back later' {
        $orders = (New-Row 1), (New-Row 2), (New-Row 1) | ConvertTo-ItlOrder -ErrorAction SilentlyContinue -ErrorVariable problems
        $orders.OrderNumber | Should -Be 'T-1', 'T-2'
        $problems.Count | Should -Be 1
        $problems[0].ErrorDetails.RecommendedAction | Should -BeLike '*-Unsorted*'
        Assert-Remedied $problems
    }
    It 'gathers scattered rows with -Unsorted' {
        $orders = (New-Row 1 @{ product_sku = 'A' }), (New-Row 2), (New-Row 1 @{ product_sku = 'B' }) | ConvertTo-ItlOrder -Unsorted
        $orders.OrderNumber | Should -Be 'T-1', 'T-2'
        $orders[0].Products.Sku | Should -Be 'A', 'B'
    }
    It 'goes by the column of -GroupBy' {
        $rows = (New-Row 1 @{ cart = 'c1' }), (New-Row 1 @{ cart = 'c1' }), (New-Row 2 @{ cart = 'c2' })
        $orders = $rows | ConvertTo-ItlOrder -GroupBy cart
        $orders.OrderNumber | Should -Be 'T-1', 'T-2'
        $orders[0].Products.Count | Should -Be 2
    }
    It 'refuses a -GroupBy column that is not there' {
        $failure = Get-Failure { New-Row | ConvertTo-ItlOrder -GroupBy Warenkorb }
        "$failure" | Should -BeLike '*Warenkorb*'
        Assert-Remedied $failure
    }
    It 'takes totals that stand on the first row only' {
        $orders = (New-Row 1), (New-Row 1 @{ total_amount = ''; name = ''; add = ''; pin = ''; phone = ''; product_sku = 'B' }) | ConvertTo-ItlOrder
        $orders.TotalAmount, $orders.Products.Count | Should -Be '499', 2
    }
    It 'refuses rows that disagree on <_>, naming both values' -ForEach 'name', 'add', 'phone', 'pin', 'payment_mode', 'total_amount' {
        $other = @{ name = 'Somebody Else'; add = 'Quite another street'; phone = '9878953407'; pin = '781005'; payment_mode = 'Prepaid'; total_amount = '500' }[$_]
        $first = (New-Row 1).$_
        $rows = (New-Row 1), (New-Row 1 @{ $_ = $other })
        $rows | ConvertTo-ItlOrder -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        "$($problems[0])" | Should -BeLike "*$first*"
        "$($problems[0])" | Should -BeLike "*$other*"
        $problems[0].ErrorDetails.RecommendedAction | Should -BeLike '*-OnConflict First*'
    }
    It 'lets the first value stand with -OnConflict First' {
        $order = (New-Row 1), (New-Row 1 @{ name = 'Somebody Else' }) | ConvertTo-ItlOrder -OnConflict First
        $order.Name, $order.Products.Count | Should -Be 'Rohan Sharma', 2
    }
}

Describe '-Map' {
    It 'says which column is which field' {
        $row = New-Row 1 @{ 'Bestell-Nr' = 'M-1'; 'Shipping Zip' = '781005' }
        foreach ($name in 'order', 'pin') { $row.PSObject.Properties.Remove($name) }
        $order = $row | ConvertTo-ItlOrder -Map @{ order = 'Bestell-Nr'; pin = 'Shipping Zip' }
        $order.OrderNumber, $order.Pin | Should -Be 'M-1', '781005'
    }
    It 'refuses a field that ITL does not have' {
        $failure = Get-Failure { New-Row | ConvertTo-ItlOrder -Map @{ pincde = 'Zip' } }
        "$failure" | Should -BeLike '*pincde*'
        Assert-Remedied $failure
    }
    It 'refuses a map that there is not' {
        $failure = Get-Failure { New-Row | ConvertTo-ItlOrder -Map Shopifi }
        "$failure" | Should -BeLike '*Shopifi*'
        "$($failure.ErrorDetails.RecommendedAction)" | Should -BeLike '*Shopify*'
        Assert-Remedied $failure
    }
    It 'knows Shopify''s export' {
        $export = @'
Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,Shipping Name,Shipping Address1,Shipping Address2,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Payment Method,Outstanding Balance
#1001,asha@example.com,pending,,INR,998,0,0,998,0,2026-11-02 09:07:00 +0530,1,Steel bottle,499,SB100,0,Asha Rao,12 Lake View Road,,Pune,'411001,MH,IN,+91 98857 97798,Cash on Delivery (COD),998
#1001,,,,,,,,,,2026-11-02 09:07:00 +0530,1,USB-C cable,499,UC010,0,,,,,,,,,,
'@ | ConvertFrom-Csv
        $order = $export | ConvertTo-ItlOrder -Map Shopify -Default @{ weight = 0.5; length = 20; width = 15; height = 5; hsn_code = 8544 }
        $order.OrderNumber | Should -Be '#1001'
        $order.Products.Sku | Should -Be 'SB100', 'UC010'
        $order.Pin, $order.PaymentMode, $order.CodAmount | Should -Be '411001', 'COD', '998'
    }
    It 'knows WooCommerce''s export' {
        $export = @'
Order Number,Order Status,Order Date,First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping),Phone (Billing),Email (Billing),Payment Method Title,Cart Discount Amount,Order Shipping Amount,Order Total Amount,SKU,Item Name,Quantity,Item Cost
2001,processing,2026-11-02 09:07,Asha,Rao,12 Lake View Road,Pune,MH,411001,IN,9885797798,asha@example.com,Cash on delivery,0,0,499,SB100,Steel bottle,1,499
'@ | ConvertFrom-Csv
        $order = $export | ConvertTo-ItlOrder -Map WooCommerce -Default @{ weight = 0.5; length = 20; width = 15; height = 5; hsn_code = 8544 }
        $order.OrderNumber, $order.Name, $order.PaymentMode | Should -Be '2001', 'Asha Rao', 'COD'
    }
    It 'takes a built-in map and own columns together' {
        $row = New-Row 1 @{ Name = '#7'; Nummer = 'N-7' }
        $order = [pscustomobject]@{ Nummer = 'N-7'; Total = '10'; 'Created at' = '2026-11-02'; 'Shipping Name' = 'Asha Rao'; 'Shipping Address1' = '12 Lake View Road'; 'Shipping Zip' = '411001'
            'Shipping Phone' = '9885797798'; 'Lineitem name' = 'x'; 'Lineitem quantity' = 1; 'Lineitem price' = 10; 'Payment Method' = 'cod'; 'Outstanding Balance' = '10' } |
            ConvertTo-ItlOrder -Map Shopify, @{ order = 'Nummer' } -Default @{ weight = 0.5; length = 20; width = 15; height = 5; hsn_code = 8544 }
        $order.OrderNumber | Should -Be 'N-7'
    }
}

Describe 'Test-ItlOrder' {
    It 'finds nothing in a good order' {
        $test = New-Row | Test-ItlOrder
        $test.IsValid, $test.Errors, $test.Key | Should -Be $true, 0, 'T-1'
    }
    It 'gives all findings, each with field, value and remedy, and no error' {
        $test = New-Row 1 @{ pin = '70001'; phone = '123'; order_date = '06/12/2025' } | Test-ItlOrder -ErrorVariable problems
        $test.IsValid | Should -BeFalse
        $test.Errors | Should -Be 3
        $test.Findings.Field | Sort-Object | Should -Be 'order_date', 'phone', 'pin'
        foreach ($finding in $test.Findings) {
            $finding.Severity | Should -Be 'Error'
            $finding.Value | Should -Not -BeNullOrEmpty
            $finding.Message | Should -BeLike "*$($finding.Field)*"
            $finding.Message | Should -BeLike "*$($finding.Value)*"
            $finding.Remedy | Should -Not -BeNullOrEmpty
        }
        $problems | Should -BeNullOrEmpty
    }
    It 'notes a COD order without an amount, and does not refuse it' {
        $test = New-Row 1 @{ cod_amount = '0' } | Test-ItlOrder
        $test.IsValid, $test.Warnings | Should -Be $true, 1
    }
    It 'gives one result an order of a file' {
        $tests = Test-ItlOrder "$repository/samples/orders.csv"
        $tests.Count | Should -Be 60
        $tests.InputIndex | Should -Be (0..59)
        $tests.IsValid | Sort-Object -Unique | Should -Be $true
    }
    It 'finds that text is no order' {
        ('x' | Test-ItlOrder).IsValid | Should -BeFalse
    }
    It 'reads dates as -DateFormat says' {
        (New-Row 1 @{ order_date = '06/12/2025' } | Test-ItlOrder -DateFormat 'MM/dd/yyyy').Order.OrderDate | Should -Be '12-06-2025 00:00:00'
    }
}
