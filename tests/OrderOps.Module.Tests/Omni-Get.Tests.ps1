BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    $inbox = Join-Path $TestDrive 'inbox.db'
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $prefix = "http://127.0.0.1:$($listener.LocalEndpoint.Port)/omni/"
    $listener.Stop()

    # A posting whose shipment costs what is said.
    function New-Posting([long] $Id, [string] $Order, [string] $EventType, [string] $Shipment, [int] $Price = 100, [string] $Time = '2026-11-02T09:00:00Z') {
        @{
            messageId = $Id; orderCode = $Order; eventType = "OUTWARD_ORDER_$EventType"; eventTime = $Time
            shipments = @(if ($Shipment) { @{ shipmentCode = $Shipment; shipmentItems = @(@{ channelSkuCode = 's'; orderItemCode = 'i'; quantity = 1; sellingPriceTotal = $Price }) } })
        } | ConvertTo-Json -Depth 6 -Compress
    }

    $bodies = @(
        New-Posting 1 A-1 CREATE
        New-Posting 2 A-1 COMPLETE S-1 -Time '2026-11-02T10:00:00Z'
        New-Posting 3 A-2 COMPLETE S-2
        New-Posting 4 A-2 SHIPMENT_DISPATCH S-2 -Price 999 -Time '2026-11-02T11:00:00Z'
        New-Posting 1 A-1 CANCEL
    )
    $quarantined = '{"messageId":90,"orderCode":"A-9","eventType":"SOLD"}', 'order=A-9', '17'
    $session = New-Session @{ prefix = $prefix; inbox = $inbox; count = $bodies.Count }
    $shell = New-Shell $session '$null = Receive-OmniPosting $prefix -AllowAnonymous -Inbox $inbox -Count $count'
    $running = $shell.BeginInvoke()
    $sent = @{ ThrottleLimit = 1; MaximumRetryCount = 100; RetryIntervalSec = 0.1; ErrorAction = 'SilentlyContinue' }
    $null = $quarantined | Send-OmniPosting $prefix @sent
    $null = $bodies | Send-OmniPosting $prefix @sent
    if (-not $running.AsyncWaitHandle.WaitOne($patience)) { throw 'The receiver did not end.' }
    $null = $shell.EndInvoke($running)
    $shell.Dispose()
    $session.Dispose()
    $at = @{ Inbox = $inbox }
}

Describe 'Get-OmniPosting' {
    It 'gives everything, the oldest first' {
        $all = @(Get-OmniPosting @at)
        $all.Count | Should -Be 8
        $all.InboxId | Should -Be ($all.InboxId | Sort-Object)
        $all[-1].MessageId, $all[-1].EventType | Should -Be 1, 'OUTWARD_ORDER_CANCEL'
    }
    It 'finds by message id, both bodies of one' {
        $found = Get-OmniPosting 1 @at
        $found.Delivery | Should -Be 'New', 'Changed'
        (Get-OmniPosting -MessageId 3, 4 @at).OrderCode | Should -Be 'A-2', 'A-2'
    }
    It 'finds by order, shipment, event and state, and by all of them' {
        @(Get-OmniPosting -OrderCode A-1 @at).Count | Should -Be 3
        (Get-OmniPosting -ShipmentCode S-2 @at).MessageId | Should -Be 3, 4
        (Get-OmniPosting -EventType outward_order_complete @at).MessageId | Should -Be 2, 3
        @(Get-OmniPosting -State Delivered @at).Count | Should -Be 5
        @(Get-OmniPosting -State Undelivered @at).Count | Should -Be 0
        (Get-OmniPosting -OrderCode A-1, A-2 -EventType OUTWARD_ORDER_COMPLETE -State Delivered @at).MessageId | Should -Be 2, 3
    }
    It 'finds by when they came' {
        @(Get-OmniPosting -Since (Get-Date).AddHours(-1) @at).Count | Should -Be 8
        @(Get-OmniPosting -Since (Get-Date).AddHours(1) @at).Count | Should -Be 0
    }
    It 'gives what the receiver gave' {
        $conflict = Get-OmniPosting 4 @at
        $conflict.GetType().FullName | Should -Be 'OrderOps.Omni.ReceivedPosting'
        $conflict.Conflicts | Should -Be 'S-2'
        $conflict.Attempt, $conflict.Stale, $conflict.State | Should -Be 1, $false, 'Delivered'
        $conflict.Posting.Shipments[0].ShipmentItems[0].SellingPriceTotal | Should -Be 999
        $conflict.Findings.Field | Should -Contain 'partnerCode'
        $conflict.Inbox | Should -Be $inbox
        (Get-OmniPosting 3 @at).NewShipments | Should -Be 'S-2'
        (Get-OmniPosting 1 @at)[1].Stale | Should -BeTrue
    }
    It 'gives quarantine with its reasons and bodies' {
        $found = @(Get-OmniPosting -State Quarantine -Raw @at)
        $found.Reason | ForEach-Object { ($_ -split ':')[0] } | Should -Be 'EventTypeUnknown', 'NotJson', 'NotAnObject'
        $found[0].MessageId, $found[0].OrderCode | Should -Be 90, 'A-9'
        $found[1].Raw | Should -BeExactly 'order=A-9'
        $found[0].Posting | Should -BeNullOrEmpty
        $found[0].Findings[0].Severity | Should -Be 'Error'
    }
    It 'gives bodies only with -Raw, and as they came' {
        (Get-OmniPosting 3 @at).Raw | Should -BeNullOrEmpty
        (Get-OmniPosting 3 -Raw @at).Raw | Should -BeExactly $bodies[2]
    }
    It 'takes orders and message ids from the pipeline' {
        ([pscustomobject]@{ OrderCode = 'A-2' } | Get-OmniPosting @at).MessageId | Should -Be 3, 4
        (Get-OmniPosting 3 @at | Get-OmniPosting).MessageId | Should -Be 3
    }
    It 'goes into Test-OmniPosting, which says the same of it' {
        $found = Get-OmniPosting 3 -Raw @at
        ($found | Test-OmniPosting).Findings | ConvertTo-Json | Should -Be ($found.Findings | ConvertTo-Json)
        (Get-OmniPosting 3 @at | Test-OmniPosting).OrderCode | Should -Be 'A-2'
    }
    It 'stops with Select-Object -First' { (Get-OmniPosting @at | Select-Object -First 1).OrderCode | Should -Be 'A-9' }
    It 'says so for a message id that is not there' {
        $found = Get-OmniPosting 12, 3 @at -ErrorVariable failures -ErrorAction SilentlyContinue
        $found.MessageId | Should -Be 3
        Assert-Remedied $failures
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }
    It 'gives nothing for an order that is not there' { Get-OmniPosting -OrderCode B-1 @at | Should -BeNullOrEmpty }
    It 'does not make an inbox' {
        $none = Join-Path $TestDrive 'none.db'
        $failure = Get-Failure { Get-OmniPosting -Inbox $none }
        Assert-Remedied $failure
        Test-Path $none | Should -BeFalse
    }
    It 'completes events and states' {
        (TabExpansion2 'Get-OmniPosting -EventType out').CompletionMatches.Count | Should -Be 6
        (TabExpansion2 'Get-OmniPosting -State Q').CompletionMatches.CompletionText | Should -Be 'Quarantine'
    }
    It 'is a table that fits 120 columns' {
        $lines = (Get-OmniPosting @at | Out-String -Width 120) -split '\r?\n'
        $lines | Where-Object { $_.Length -gt 120 } | Should -BeNullOrEmpty
        $head = ($lines | Where-Object { $_.Trim() })[0]
        foreach ($column in 'MessageId', 'OrderCode', 'Event', 'EventTime', 'Delivery', 'Tries', 'Stale', 'State', 'Reason') { " $head " | Should -BeLike "* $column *" }
    }
}
