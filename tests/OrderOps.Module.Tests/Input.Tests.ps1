BeforeAll {
    . "$PSScriptRoot/Rig.ps1"

    function ConvertTo-Table($Row) {
        $table = @{}
        foreach ($property in $Row.PSObject.Properties) { $table[$property.Name] = $property.Value }
        $table
    }
}

Describe 'Orders come as' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'objects' { (New-Row | Send-ItlOrderSync -Connection $box.Itl).Outcome | Should -Be 'Accepted' }
    It 'objects in the parameter' { (Send-ItlOrderSync -InputObject (New-Rows 2) -Connection $box.Itl).Outcome | Should -Be 'Accepted', 'Accepted' }
    It 'hashtables' { (ConvertTo-Table (New-Row) | Send-ItlOrderSync -Connection $box.Itl).Outcome | Should -Be 'Accepted' }
    It 'rows of a CSV' { (New-Rows 2 | ConvertTo-Csv | ConvertFrom-Csv | Send-ItlOrderSync -Connection $box.Itl).Outcome | Should -Be 'Accepted', 'Accepted' }
    It 'objects of a JSON' { (New-Rows 2 | ConvertTo-Json | ConvertFrom-Json | Send-ItlOrderSync -Connection $box.Itl).Outcome | Should -Be 'Accepted', 'Accepted' }
    It 'typed orders' { (New-Order | Send-ItlOrderSync -Connection $box.Itl).Outcome | Should -Be 'Accepted' }
    It 'typed orders that somebody makes' {
        $order = [OrderOps.Itl.Order]@{
            OrderNumber = 'H-1'; OrderDate = [datetime]'2026-11-02 09:07'; TotalAmount = 998; Name = 'Leela Nair'; Address = '102 Station Road'
            Pin = 781005; Phone = '9878953407'; Length = 20; Width = 15; Height = 5; Weight = 0.5; PaymentMode = 'cod'; CodAmount = 998
            Products = @([OrderOps.Itl.Product]@{ Name = 'Cotton bedsheet'; Sku = 'CB090'; Quantity = 2; Price = 499; HsnCode = '6302' })
        }
        $order | Should -BeOfType ([OrderOps.Itl.Order])
        $order -is [OrderOps.Itl.Order] | Should -BeTrue
        ($order | Send-ItlOrderSync -Connection $box.Itl).Outcome | Should -Be 'Accepted'
        $shipment = Get-Shipment $box
        $shipment.order_date | Should -Be '02-11-2026 09:07:00'
        $shipment.weight | Should -BeExactly '0.5'
        $shipment.products[0].product_sku | Should -Be 'CB090'
        $shipment.products[0].product_tax_rate | Should -Be '0'
    }
    It 'typed orders whose products are hashtables' {
        $order = [OrderOps.Itl.Order]@{ OrderNumber = 'H-2'; Products = @(@{ Sku = 'A' }, @{ Sku = 'B' }) }
        $order.Products.Sku | Should -Be 'A', 'B'
    }
    It 'objects with a list of products' {
        $row = New-Row 1 @{ products = @(@{ product_name = 'A'; product_sku = 'A1'; product_quantity = 1; product_price = 1; product_hsn_code = '1' }, [pscustomobject]@{ Name = 'B'; Sku = 'B1'; Quantity = 2; Price = 3; HsnCode = '2' }) }
        foreach ($name in @($row.PSObject.Properties.Name) -like 'product_*') { $row.PSObject.Properties.Remove($name) }
        ($row | Send-ItlOrderSync -Connection $box.Itl).Outcome | Should -Be 'Accepted'
        (Get-Shipment $box).products.product_sku | Should -Be 'A1', 'B1'
    }
    It 'objects with readable names, in any case' {
        $row = New-Row
        $row.PSObject.Properties.Remove('order'); $row.PSObject.Properties.Remove('add'); $row.PSObject.Properties.Remove('shipment_length')
        $row | Add-Member -NotePropertyMembers @{ ordernumber = 'R-1'; ADDRESS = '101 Shreeji Sharan'; Length = 20 }
        $result = $row | Send-ItlOrderSync -Connection $box.Itl
        $result.Outcome, $result.OrderNumber | Should -Be 'Accepted', 'R-1'
    }
    It 'parameters of a function that asks for their type' {
        function Send-One([Parameter(ValueFromPipeline)] [OrderOps.Itl.Order] $Order) { process { $Order | Send-ItlOrderSync -Connection $box.Itl } }
        (New-Order | Send-One).Outcome | Should -Be 'Accepted'
    }
    It 'the failed ones of an earlier run' {
        $box.Server.Itl.RefusePin('999999')
        $failed = (New-Row 1), (New-Row 2 @{ pin = '999999' }) | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue | Where-Object Outcome -eq 'Rejected'
        $again = $failed.InputObject | ForEach-Object { $_.pin = '700019'; $_ } | Send-ItlOrderSync -Connection $box.Itl
        $again.Key, $again.Outcome | Should -Be 'T-2', 'Accepted'
    }
    It 'nothing at all' {
        @() | Send-ItlOrderSync -Connection $box.Itl -ErrorVariable problems | Should -BeNullOrEmpty
        $null | Send-ItlOrderSync -Connection $box.Itl | Should -BeNullOrEmpty
        $problems | Should -BeNullOrEmpty
        (Get-OrderOpsRun -Last).In | Should -Be 0
        $box.RequestCount | Should -Be 0
    }
}

Describe 'What is no order' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'is Invalid as <_>' -ForEach 'OrderOps.Itl.Order', 'orders.csv', '42' {
        $results = @($_ | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems)
        $results.Outcome | Should -Be 'Invalid'
        Assert-Remedied $problems
        $problems[0].ErrorDetails.RecommendedAction | Should -Match '-Path'
        $box.RequestCount | Should -Be 0
    }
    It 'is Invalid as <Name>' -ForEach @{ Name = 'a number'; Value = 42 }, @{ Name = 'a date'; Value = [datetime]'2026-11-02' }, @{ Name = 'an object of another kind'; Value = [version]'1.2' }, @{ Name = 'a row of another file'; Value = [pscustomobject]@{ colour = 'red' } } {
        $results = @($Value | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems)
        $results.Outcome | Should -Be 'Invalid'
        $results.Findings.Count | Should -Be 1
        Assert-Remedied $problems
    }
    It 'is dropped and counted as a blank row' {
        $blank = [pscustomobject]@{ order = ''; pin = ' '; product_sku = $null }
        $results = (New-Row 1), $blank, (New-Row 2) | Send-ItlOrderSync -Connection $box.Itl
        $results.Outcome | Should -Be 'Accepted', 'Accepted'
        (Get-OrderOpsRun -Last).BlankRows | Should -Be 1
    }
    It 'has digits lost in scientific notation: refused with the reason' {
        $result = New-Row 1 @{ phone = '9.89E+09' } | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue
        $result.Outcome | Should -Be 'Invalid'
        $result.Message | Should -BeLike '*phone*scientific*'
    }
}

Describe 'Files' {
    BeforeEach {
        $box = Start-OrderOpsSandbox
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item -ItemType Directory $folder
        New-Rows 2 | Export-Csv -LiteralPath "$folder/one.csv"
        New-Rows 2 -From 3 | Export-Csv -LiteralPath "$folder/two.csv"
        New-Rows 2 -From 5 | Export-Csv -LiteralPath "$folder/odd [1].csv"
        New-Rows 2 -From 7 | ConvertTo-Json | Set-Content -LiteralPath "$folder/seven.json"
        New-Rows 2 -From 9 | ForEach-Object { $_ | ConvertTo-Json -Compress } | Set-Content -LiteralPath "$folder/nine.jsonl"
        function Get-Numbers($Results) { $Results.Key -replace 'T-' }
    }
    AfterEach { Stop-OrderOpsSandbox }

    It 'are read by -Path, which stands first' { Get-Numbers (Send-ItlOrderSync "$folder/one.csv" -Connection $box.Itl) | Should -Be 1, 2 }
    It 'are read by several -Path' { Get-Numbers (Send-ItlOrderSync "$folder/two.csv", "$folder/one.csv" -Connection $box.Itl) | Should -Be 3, 4, 1, 2 }
    It 'are read by wildcards' { Get-Numbers (Send-ItlOrderSync "$folder/*o*e*.csv" -Connection $box.Itl) | Should -Be 1, 2 }
    It 'are read as JSON' { Get-Numbers (Send-ItlOrderSync "$folder/seven.json" -Connection $box.Itl) | Should -Be 7, 8 }
    It 'are read as JSON lines' { Get-Numbers (Send-ItlOrderSync "$folder/nine.jsonl" -Connection $box.Itl) | Should -Be 9, 10 }
    It 'are read by -LiteralPath, brackets and all' { Get-Numbers (Send-ItlOrderSync -LiteralPath "$folder/odd [1].csv" -Connection $box.Itl) | Should -Be 5, 6 }
    It 'are read from the pipeline: Get-Item' { Get-Numbers (Get-Item -LiteralPath "$folder/odd [1].csv" | Send-ItlOrderSync -Connection $box.Itl) | Should -Be 5, 6 }
    It 'are read from the pipeline: Get-ChildItem' { Get-Numbers (Get-ChildItem $folder -Filter *.csv | Sort-Object Name | Send-ItlOrderSync -Connection $box.Itl) | Should -Be 5, 6, 1, 2, 3, 4 | Out-Null }
    It 'are read relative to the location' {
        Push-Location $folder
        try {
            Get-Numbers (Send-ItlOrderSync one.csv -Connection $box.Itl) | Should -Be 1, 2
            Get-Numbers (Send-ItlOrderSync -LiteralPath two.csv -Connection $box.Itl) | Should -Be 3, 4
        }
        finally { Pop-Location }
    }
    It 'that are missing are one error each, and the others go on: -<_>' -ForEach 'Path', 'LiteralPath' {
        $paths = @{ $_ = "$folder/one.csv", "$folder/gone.csv", "$folder/two.csv" }
        $results = Send-ItlOrderSync @paths -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems
        Get-Numbers $results | Should -Be 1, 2, 3, 4
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InputFileNotFound,*'
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$($problems[0])" | Should -BeLike '*gone.csv*'
        Assert-Remedied $problems
    }
    It 'that a wildcard does not find are an error, not silence' {
        $results = Send-ItlOrderSync "$folder/*.tsv" -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems
        $results | Should -BeNullOrEmpty
        $problems.Count | Should -Be 1
        Assert-Remedied $problems
    }
    It 'that are folders are an error' {
        $null = Send-ItlOrderSync -LiteralPath $folder -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        Assert-Remedied $problems
    }
    It 'that are not on a disk are an error' {
        $null = Send-ItlOrderSync -Path 'Env:PATH' -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        Assert-Remedied $problems
        $null = Send-ItlOrderSync -LiteralPath 'NoSuchDrive:/orders.csv' -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        Assert-Remedied $problems
    }
    It 'that break off are an error, after the orders before' {
        Set-Content -LiteralPath "$folder/broken.jsonl" -Value (New-Row 1 | ConvertTo-Json -Compress), '{"order": "T-2", '
        $results = Send-ItlOrderSync "$folder/broken.jsonl" -Connection $box.Itl -ErrorAction SilentlyContinue -ErrorVariable problems
        @($results | Where-Object Key -eq 'T-1').Outcome | Should -Be 'Accepted'
        $problems.Count | Should -Be 1
        Assert-Remedied $problems
    }
}
