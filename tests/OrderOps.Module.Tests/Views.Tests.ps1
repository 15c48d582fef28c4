BeforeDiscovery {
    $width = 120
    # What stands at the head of each table, and how it comes about.
    $tables = @(
        @{ Name = 'ItlOrderResult'; Heads = '#', 'Key', 'Outcome', 'Batch', 'Tries', 'Sec', 'Message' }
        @{ Name = 'ItlCancelResult'; Heads = '#', 'AwbNumber', 'Outcome', 'Batch', 'Order', 'Message' }
        @{ Name = 'ItlOrderTest'; Heads = '#', 'Key', 'Valid', 'Errors', 'Warnings', 'Message' }
        @{ Name = 'RunSummary'; Heads = @() }
        @{ Name = 'OrderOpsConnection'; Heads = 'Name', 'Service', 'Environment', 'Version', 'BaseUri', 'Credentials' }
        @{ Name = 'SandboxBox'; Heads = 'BaseAddress', 'Itl', 'Requests', 'Stopped' }
        @{ Name = 'TracedExchange'; Heads = 'Time', 'Label', 'Try', 'Status', 'Sec', 'Address' }
        @{ Name = 'RecordedRequest'; Heads = 'Received', 'Method', 'Status', 'Chars', 'Path' }
        @{ Name = 'AcceptedOrder'; Heads = 'OrderNumber', 'Sub', 'AwbNumber', 'OrderDate', 'Cancelled' }
        @{ Name = 'PostingAnswer'; Heads = 'MessageId', 'OrderCode', 'EventType', 'Kind', 'Outcome', 'Tries', 'Reason' }
        @{ Name = 'Order'; Heads = @() }
    )
}

Describe 'The views' {
    BeforeAll {
        . "$PSScriptRoot/Rig.ps1"
        if (-not ('AnsweringHost' -as [type])) { Add-Type -Path "$PSScriptRoot/AnsweringHost.cs" }
        $box = Start-OrderOpsSandbox
        $box.Server.Itl.RefusePin('999999')
        $long = 'WEB-2026-11-0000000000000000001'
        $rows = (New-Row 1), (New-Row 2 @{ order = $long; pin = '999999' }), (New-Row 3 @{ pin = '7'; phone = '1'; order_date = 'yesterday'; weight = 'heavy' })
        $results = $rows | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue
        $items = @{
            ItlOrderResult = $results
            TracedExchange = @(Get-OrderOpsTrace)
            ItlCancelResult = $box.Server.Itl.AwbNumbers[0], '8.6E+10', ('x' * 60) | Stop-ItlOrder -Connection $box.Itl -Confirm:$false -ErrorAction SilentlyContinue
            ItlOrderTest = $rows | Test-ItlOrder
            RunSummary = Get-OrderOpsRun
            OrderOpsConnection = $box.Itl, (Set-OrderOpsConnection long-name-of-a-connection-of-somebody -BaseUri "https://$('very-' * 15)long.example.com/with/a/path/too" -AccessToken a -SecretKey b -PassThru)
            SandboxBox = $box
            RecordedRequest = $box.Requests
            AcceptedOrder = $box.Server.Itl.Accepted
            PostingAnswer = Send-OmniPosting http://127.0.0.1:9/ -Count 2 -PassThru -MaximumRetryCount 0 -ErrorAction SilentlyContinue | Select-Object -First 2
            Order = $rows[0] | ConvertTo-ItlOrder
        }
    }
    AfterAll {
        Get-OrderOpsConnection | Remove-OrderOpsConnection
        Stop-OrderOpsSandbox
    }

    It 'as a table fit 120 columns: <Name>' -ForEach $tables {
        $lines = ($items[$Name] | Format-Table | Out-String -Width 120) -split '\r?\n'
        $lines | Where-Object { $_.Length -gt 120 } | Should -BeNullOrEmpty
        $head = ($lines | Where-Object { $_.Trim() })[0]
        foreach ($column in $Heads) { " $head " | Should -BeLike "* $column *" }
        @($lines | Where-Object { $_.Trim() }).Count | Should -BeGreaterOrEqual (2 + @($items[$Name]).Count)
    }
    It 'is a table without being asked: <Name>' -ForEach ($tables | Where-Object Name -ne 'Order') {
        $lines = ($items[$Name] | Out-String -Width 120) -split '\r?\n'
        $lines | Where-Object { $_.Length -gt 120 } | Should -BeNullOrEmpty
        $lines -match '-{3,} +-' | Should -Not -BeNullOrEmpty
    }
    It 'as a list have every property with a value: <Name>' -ForEach $tables {
        $text = $items[$Name] | Format-List | Out-String -Width 120
        $text | Should -Not -BeNullOrEmpty
        foreach ($property in 'Outcome', 'Message', 'RecommendedAction', 'RunId', 'BaseUri', 'Findings', 'RequestBody', 'ExitCode') {
            if (@($items[$Name])[0].PSObject.Properties[$property]) { $text | Should -Match "(?m)^\s*$property\s*:" }
        }
    }
    It 'show the whole of a long key where there is room for it: list' {
        $results | Format-List | Out-String -Width 120 | Should -BeLike "*$long*"
    }
    It 'show findings with their remedies' {
        $text = $results[2] | Format-List | Out-String -Width 120
        foreach ($word in 'pin', 'phone', 'order_date', 'weight') { $text | Should -Match $word }
    }
    It 'survive ConvertTo-Json and Export-Csv without an object''s type name' {
        $json = $results | ConvertTo-Json -Depth 5
        ($json | ConvertFrom-Json)[1].Outcome | Should -Be 'Rejected'
        $json | Should -Not -Match 'OrderOps\.'
    }
    It 'count the run in one line' {
        "$(Get-OrderOpsRun | Select-Object -First 1)" | Should -Match 'in = '
        "$(Get-OrderOpsRun -Last)" | Should -Be '3 in = 1 Accepted + 1 Rejected + 1 Invalid'
    }
}

Describe 'Progress' {
    BeforeAll {
        . "$PSScriptRoot/Rig.ps1"
        if (-not ('AnsweringHost' -as [type])) { Add-Type -Path "$PSScriptRoot/AnsweringHost.cs" }
    }

    It 'is not shown where nobody looks' {
        $box = Start-OrderOpsSandbox -LatencyMs 700
        $watching = [AnsweringHost]::new()
        $session = New-Session @{ box = $box; rows = (New-Rows 2) } $watching
        (Invoke-In $session '$rows | Send-ItlOrderSync -Connection $box.Itl').Count | Should -Be 2
        $session.Dispose()
        $watching.Screen.Progress | Should -BeNullOrEmpty
        Stop-OrderOpsSandbox
    }
}
