BeforeDiscovery { $core = $PSVersionTable.PSEdition -eq 'Core' }

Describe 'Orders' {
    BeforeAll { . "$PSScriptRoot/Rig.ps1" }
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'go into a job and come out of it whole' {
        $orders = ConvertTo-ItlOrder "$repository/samples/orders.csv" | Select-Object -First 3
        $job = Start-Job -InitializationScript ([scriptblock]::Create("Import-Module '$modulePath'")) -ScriptBlock {
            param($Orders, $Address, $Token, $Key)
            $results = $Orders | Send-ItlOrderSync -BaseUri $Address -AccessToken $Token -SecretKey $Key
            @{ Results = $results; Orders = ($results.InputObject | ConvertTo-ItlOrder); Sent = $results.Count }
        } -ArgumentList $orders, "$($box.Itl.BaseUri)", $box.Server.Itl.AccessToken, $box.Server.Itl.SecretKey
        $said = $job | Receive-Job -Wait
        $said.Results.Outcome | Should -Be 'Accepted', 'Accepted', 'Accepted'
        @(Get-Shipment $box)[2].products.product_sku | Should -Be 'SB100', 'NB005', 'UC010'
        $said.Results[2].InputObject.Products.Sku | Should -Be 'SB100', 'NB005', 'UC010'
        $said.Orders[2].Products.Sku | Should -Be 'SB100', 'NB005', 'UC010'
        # What came back can be sent once more: the service has it.
        ($said.Orders | Send-ItlOrderSync -Connection $box.Itl).Outcome | Should -Be 'Duplicate', 'Duplicate', 'Duplicate'
    }
    It 'that were made in a job, and the results of one, keep their findings and products' {
        $row = New-Row 1 @{ pin = 'x' }
        $job = Start-Job -InitializationScript ([scriptblock]::Create("Import-Module '$modulePath'")) -ScriptBlock {
            param($Row)
            Test-ItlOrder -InputObject $Row
        } -ArgumentList $row
        $test = $job | Receive-Job -Wait
        $test.IsValid | Should -BeFalse
        $test.Findings[0].Field | Should -Be 'pin'
        $test.Order.Products[0].Sku | Should -Be 'UC010'
    }
    It 'are sent by ForEach-Object -Parallel, with one connection' -Skip:(-not $core) {
        $connection = $box.Itl
        $orders = ConvertTo-ItlOrder "$repository/samples/orders.csv"
        $results = 0..2 | ForEach-Object -Parallel {
            Import-Module $using:modulePath
            $mine = $_
            ($using:orders)[($mine * 20)..($mine * 20 + 19)] | Send-ItlOrderSync -Connection $using:connection
        } -ThrottleLimit 3
        $results.Count | Should -Be 60
        $results.Outcome | Sort-Object -Unique | Should -Be 'Accepted'
        $box.Server.Itl.AcceptedCount | Should -Be 60
        $results.RunId | Sort-Object -Unique | Should -HaveCount 3
    }
    It 'are sent by a thread job' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) {
        $connection = $box.Itl
        $row = New-Row 1
        $job = Start-ThreadJob { Import-Module $using:modulePath; $using:row | Send-ItlOrderSync -Connection $using:connection }
        ($job | Receive-Job -Wait).Outcome | Should -Be 'Accepted'
    }
}
