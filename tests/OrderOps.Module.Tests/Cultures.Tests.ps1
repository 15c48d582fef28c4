Describe 'The same orders' {
    BeforeAll {
        . "$PSScriptRoot/Rig.ps1"

        # What went in, over the wire and out, without what differs from run to run.
        $seen = Invoke-Fresh {
            Import-Module $modulePath
            $ErrorActionPreference = 'Continue'
            $odd = [pscustomobject][ordered]@{
                ORDER = 'I-1'; ORDER_DATE = [datetime]'2026-11-02 09:07:00'; TOTAL_AMOUNT = 1234.5; NAME = 'İpek Işık'; ADD = '101 Shreeji Sharan'; PIN = '७०००१९'.Normalize()
                CITY = 'Kolkata'; PHONE = 9885797798; BILLING_PIN = 700019; PRODUCT_NAME = 'x'; PRODUCT_SKU = 'İ1'; PRODUCT_QUANTITY = 2; PRODUCT_PRICE = 617.25; PRODUCT_TAX_RATE = 0.5
                PRODUCT_HSN_CODE = 8544; PRODUCT_DISCOUNT = '1,5'; SHIPMENT_LENGTH = 20.5; SHIPMENT_WIDTH = '15.25'; SHIPMENT_HEIGHT = 5; WEIGHT = 0.5; COD_AMOUNT = '₹ 1,234.50'; PAYMENT_MODE = 'PREPAID ONLINE'
            }
            $prepaid = $odd | Select-Object *; $prepaid.ORDER = 'I-2'; $prepaid.PAYMENT_MODE = 'PREPAID'; $prepaid.PRODUCT_DISCOUNT = 1.5; $prepaid.PIN = '700019'; $prepaid.COD_AMOUNT = ''
            $cod = $prepaid | Select-Object *; $cod.ORDER = 'I-3'; $cod.PAYMENT_MODE = 'CASH ON DELIVERY'; $cod.COD_AMOUNT = '₹ 1,234.50'; $cod.ORDER_DATE = '2 November 2026 9:07 PM'
            $refused = $cod | Select-Object *; $refused.ORDER = 'I-4'; $refused.WEIGHT = '1.234.567,8'
            foreach ($name in 'en-US', 'tr-TR', 'de-DE', 'hi-IN', 'th-TH') {
                $culture = [cultureinfo]::GetCultureInfo($name)
                [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = $culture
                [cultureinfo]::DefaultThreadCurrentCulture = [cultureinfo]::DefaultThreadCurrentUICulture = $culture
                $box = Start-OrderOpsSandbox
                $box.Server.Itl.RefusePin('781005')
                $results = & {
                    Send-ItlOrderSync "$repository/samples/orders.csv" -Connection $box.Itl -ThrottleLimit 1
                    $odd, $prepaid, $cod, $refused | Send-ItlOrderSync -Connection $box.Itl -ThrottleLimit 1
                    Stop-ItlOrder $box.Server.Itl.AwbNumbers[0], '8,62E+10' -Connection $box.Itl -Confirm:$false
                } 2>$null
                $trace = @(Get-OrderOpsTrace)
                $bodies = $box.Requests.Body -join "`n"
                @{
                    Culture = $name
                    Tested = [cultureinfo]::CurrentCulture.Name
                    Count = @($results).Count
                    Outcomes = ($results.Outcome | Group-Object | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" }) -join ', '
                    Results = ($results | Select-Object * -ExcludeProperty RunId, Elapsed, InputObject | ConvertTo-Json -Depth 4 -Compress)
                    Bodies = $bodies.Replace($box.Server.Itl.AccessToken, 'TOKEN').Replace($box.Server.Itl.SecretKey, 'KEY')
                    Test = ($odd, $prepaid, $cod, $refused | Test-ItlOrder | Select-Object * -ExcludeProperty InputObject | ConvertTo-Json -Depth 4 -Compress)
                    Run = "$(Get-OrderOpsRun -Last)"
                    Trace = $trace.Count
                }
                Stop-OrderOpsSandbox
            }
        }
        $english = $seen | Where-Object Culture -eq 'en-US'
    }

    It 'are accepted, rejected and invalid as they should be in English' {
        $english.Count | Should -Be 66
        $english.Outcomes | Should -Match '^Accepted \d+, Invalid \d+, Rejected \d+$'
        $english.Test | Should -BeLike '*I-4*'
    }
    It 'have the same <What> under <Culture>' -ForEach @(
        foreach ($culture in 'tr-TR', 'de-DE', 'hi-IN', 'th-TH') { foreach ($what in 'Outcomes', 'Results', 'Bodies', 'Test', 'Run', 'Trace') { @{ Culture = $culture; What = $what } } }
    ) {
        $there = $seen | Where-Object Culture -eq $Culture
        $there.Tested | Should -Be $Culture
        $there.$What | Should -BeExactly $english.$What
    }
}
