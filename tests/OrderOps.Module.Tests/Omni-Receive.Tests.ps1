BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    . "$PSScriptRoot/Posting.ps1"
}

Describe 'Receiving' {
    BeforeEach {
        $prefix = New-Prefix
        $inbox = New-InboxPath
        $open = @{ Prefix = $prefix; Inbox = $inbox; AllowAnonymous = $true }
    }

    It 'emits each new posting once, typed' {
        $answers = [Collections.Generic.List[string]]::new()
        $received = @(Receive-Posted ($open + @{ Count = 3 }) { Send-Body $prefix (New-Body 1), (New-Body 1), (New-Body 2), (New-Body 2 -Order 'other') | ForEach-Object { $answers.Add($_) } })
        $answers | Should -Be (@('200 {"hasError":false,"errorMessage":""}') * 4)
        $received.MessageId | Should -Be 1, 2, 2
        $received.Delivery | Should -Be 'New', 'New', 'Changed'
        $received.Attempt | Should -Be 1, 1, 1
        $received.OrderCode | Should -Be 'A-1', 'A-2', 'other'
        $received[0].GetType().FullName | Should -Be 'OrderOps.Omni.ReceivedPosting'
        $received[0].Posting.EventType | Should -Be 'OUTWARD_ORDER_CREATE'
    }
    It 'tells what is new of shipments, and what contradicts itself' {
        $shipment = { param($code, $quantity, $status) @{ shipmentCode = $code; shipmentStatus = $status; shipmentItems = @(@{ orderItemCode = 'i'; quantity = $quantity }) } }
        $bodies = @(
            New-Body 1 -Order A -With @{ shipments = @(& $shipment S1 1 INVOICED) }
            New-Body 2 -Order A -With @{ shipments = @((& $shipment S1 1 INVOICED), (& $shipment S2 1 INVOICED)) }
            New-Body 3 -Order A -With @{ shipments = @((& $shipment S1 1 DISPATCHED), (& $shipment S2 9 INVOICED)) }
        )
        $received = @(Receive-Posted ($open + @{ Count = 3 }) { Send-Body $prefix $bodies })
        $received[0].NewShipments | Should -Be 'S1'
        $received[1].SeenShipments, $received[1].NewShipments | Should -Be 'S1', 'S2'
        $received[2].UpdatedShipments, $received[2].Conflicts | Should -Be 'S1', 'S2'
        @(Get-OmniPosting -ShipmentCode S2 -Raw -Inbox $inbox).Raw | Should -Be $bodies[1, 2]
    }
    It 'flags what is older than what was delivered of its order' {
        $late = New-Body 1 -Order A -With @{ eventTime = '2026-11-02T08:00:00Z' }
        (Receive-Posted ($open + @{ Count = 2 }) { Send-Body $prefix (New-Body 2 -Order A), $late }).Stale | Should -Be $false, $true
    }
    It 'wants one of several sets of headers, whose values are strings or SecureStrings' {
        $secret = ConvertTo-SecureString 'new-secret-1' -AsPlainText -Force
        $answers = [Collections.Generic.List[string]]::new()
        $received = Receive-Posted @{ Prefix = $prefix; Inbox = $inbox; Header = @{ 'X-Key' = 'old-secret-1' }, @{ 'X-Key' = $secret }; Count = 2 } {
            foreach ($key in 'wrong', 'new-secret-1', '', 'old-secret-1') { Send-Body $prefix (New-Body 1 -Order $key) @{ 'X-Key' = $key } | ForEach-Object { $answers.Add($_.Substring(0, 3)) } }
        }
        $answers | Should -Be '401', '200', '401', '200'
        $received.OrderCode | Should -Be 'new-secret-1', 'old-secret-1'
    }
    It 'ends with Select-Object -First, which took what it took' {
        $first = Receive-Posted $open { Send-Body $prefix (New-Body 1), (New-Body 2) } | Select-Object -First 1
        $first.MessageId | Should -Be 1
        (Receive-OmniPosting -Drain -Inbox $inbox).MessageId | Should -Be 2
    }
    It 'ends after -Count, and leaves the rest for the next' {
        (Receive-Posted ($open + @{ Count = 2 }) { Send-Body $prefix (New-Body 1), (New-Body 2), (New-Body 3), (New-Body 4) }).MessageId | Should -Be 1, 2
        (Receive-OmniPosting -Drain -Inbox $inbox -Count 1).MessageId | Should -Be 3
        (Receive-OmniPosting -Drain -Inbox $inbox).MessageId | Should -Be 4
    }
    It 'ends after the silence of -IdleTimeout, repeats and refusals included' {
        $received = Receive-Posted ($open + @{ IdleTimeout = 1 }) { Send-Body $prefix (New-Body 1), (New-Body 1), '{}' }
        $received.MessageId | Should -Be 1
    }
    It 'ends at the time of -Until, with all that came before' {
        $received = Receive-Posted ($open + @{ Until = (Get-Date).AddSeconds(2) }) { Send-Body $prefix (1..70 | ForEach-Object { New-Body $_ }) }
        $received.MessageId | Should -Be (1..70)
        Receive-OmniPosting -Drain -Inbox $inbox | Should -BeNullOrEmpty
    }
    It 'does not take what the next command failed on for delivered' {
        $failure = Get-Failure { Receive-Posted $open { Send-Body $prefix (New-Body 1) } | ForEach-Object { throw 'enough' } }
        "$failure" | Should -Be 'enough'
        $again = Receive-OmniPosting -Drain -Inbox $inbox
        $again.Delivery, $again.Attempt | Should -Be 'Redelivered', 2
        Receive-OmniPosting -Drain -Inbox $inbox | Should -BeNullOrEmpty
    }
    It 'answers while the pipeline is stuck' {
        $done = @(Receive-Posted $open { Send-Body $prefix (New-Body 1) } | Select-Object -First 1 | ForEach-Object { Send-Body $prefix (2..20 | ForEach-Object { New-Body $_ }) })
        $done | Should -Be (@('200 {"hasError":false,"errorMessage":""}') * 19)
        @(Receive-OmniPosting -Drain -Inbox $inbox).Count | Should -Be 19
    }
    It 'emits quarantined bodies never' {
        $answers = [Collections.Generic.List[string]]::new()
        (Receive-Posted ($open + @{ Count = 1 }) { Send-Body $prefix '{}', 'nonsense', (New-Body 1) | ForEach-Object { $answers.Add($_) } }).MessageId | Should -Be 1
        $answers | ForEach-Object { ($_ -replace '^200 ' | ConvertFrom-Json).hasError } | Should -Be $true, $true, $false
    }
    It 'takes up what comes again after it was mended in quarantine' {
        $bad = New-Body 7 -Event 'SOLD'
        $replayed = Receive-Posted ($open + @{ Count = 1 }) {
            $null = Send-Body $prefix $bad
            $ledger = Get-OmniPosting -State Quarantine -Raw -Inbox $inbox | ForEach-Object { $_.Raw.Replace('SOLD', 'OUTWARD_ORDER_COMPLETE') } | Send-OmniPosting $prefix
            $ledger.Acknowledged | Should -Be 1
            # As it was, it gets its first answer again.
            $ledger = Get-OmniPosting -State Quarantine -Raw -Inbox $inbox | Send-OmniPosting $prefix -ErrorAction SilentlyContinue
            $ledger.Refused | Should -Be 1
        }
        $replayed.MessageId, $replayed.EventType, $replayed.Delivery | Should -Be 7, 'OUTWARD_ORDER_COMPLETE', 'New'
        @(Get-OmniPosting -State Quarantine -Inbox $inbox).Count | Should -Be 1
    }
    It 'gives the body with -Raw' {
        $body = New-Body 1
        (Receive-Posted ($open + @{ Count = 1; Raw = $true }) { Send-Body $prefix $body }).Raw | Should -Be $body
    }
    It 'knows message ids by the name of the receiver' {
        $null = Receive-Posted ($open + @{ Name = 'north'; Count = 1 }) { Send-Body $prefix (New-Body 1) }
        $south = Receive-Posted ($open + @{ Name = 'south'; Count = 1 }) { Send-Body $prefix (New-Body 1) }
        $south.Delivery, $south.Receiver | Should -Be 'New', 'south'
    }
    It 'refuses a body above -MaxBodySize, and waits for none' {
        $answers = [Collections.Generic.List[string]]::new()
        $null = Receive-Posted ($open + @{ MaxBodySize = 1024; Count = 1 }) { Send-Body $prefix (New-Body 1 -With @{ note = 'x' * 1024 }), (New-Body 2) | ForEach-Object { $answers.Add($_.Substring(0, 3)) } }
        $answers | Should -Be '413', '200'
    }
    It 'listens and writes nothing with -WhatIf' {
        Receive-OmniPosting @open -WhatIf | Should -BeNullOrEmpty
        Receive-OmniPosting -Drain -Inbox $inbox -WhatIf | Should -BeNullOrEmpty
        Test-Path -LiteralPath $inbox | Should -BeFalse
    }
    It 'hands out credentials only where that is asked for, and keeps that on record' {
        $answers = [Collections.Generic.List[string]]::new()
        $told, $received = Receive-Posted @{ Prefix = $prefix; Inbox = $inbox; CredentialEndpoint = 'keys/8c1f'; CredentialHeader = 'X-Given'; Count = 1 } {
            $given = (Invoke-RestMethod "${prefix}keys/8c1f").'X-Given'
            foreach ($key in 'wrong', $given) { Send-Body $prefix (New-Body 1) @{ 'X-Given' = $key } | ForEach-Object { $answers.Add($_.Substring(0, 3)) } }
        }
        $answers | Should -Be '401', '200'
        $received.MessageId | Should -Be 1
        "$told" | Should -Be 'Credentials were asked for by 127.0.0.1: Rotated.'
        Get-Content -LiteralPath "$inbox.credentials.log" | Should -BeLike '* 127.0.0.1 Rotated'
    }
    It 'shows how a receiver is' {
        $seen = [Collections.Generic.List[object]]::new()
        $null = Receive-Posted ($open + @{ Count = 1 }) {
            $null = Send-Body $prefix (New-Body 1), (New-Body 1), '{}'
            $seen.Add((Receive-OmniPosting -Status -Prefix $prefix))
        }
        $status = $seen[0]
        $status.Status, $status.Received, $status.DuplicateDeliveries, $status.Quarantined, $status.Undelivered | Should -Be 'ok', 3, 1, 1, 1
        Assert-Remedied (Get-Failure { Receive-OmniPosting -Status -Prefix $prefix })
    }
}

Describe 'A receiver in another session' {
    BeforeEach {
        $prefix = New-Prefix
        $inbox = New-InboxPath
        $session = New-Session @{ open = @{ Prefix = $prefix; Inbox = $inbox; AllowAnonymous = $true } }
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
    }
    AfterEach {
        $shell.Dispose()
        $session.Dispose()
    }

    It 'stops within moments on Ctrl+C, and the next one goes on' {
        $shell = Start-Receiving $session 'Receive-OmniPosting @open -ManualAck -Verbose' $output
        $null = Send-Body $prefix (New-Body 1)
        Wait-Added $output
        $stopping = $shell.BeginStop($null, $null)
        $stopping.AsyncWaitHandle.WaitOne($patience) | Should -BeTrue
        $shell.EndStop($stopping)
        (Receive-OmniPosting -Drain -Inbox $inbox).Delivery | Should -Be 'Redelivered'
    }
    It 'tells a second one who holds the inbox' {
        $shell = Start-Receiving $session 'Receive-OmniPosting @open -Verbose' $output
        $failure = Get-Failure { Receive-OmniPosting -Drain -Inbox $inbox }
        $shell.Stop()
        Assert-Remedied $failure
        $failure.FullyQualifiedErrorId | Should -BeLike 'InboxHeld,*'
        "$failure" | Should -BeLike "*$PID*"
    }
}

Describe 'What is refused at the start' {
    It '<Name>' -ForEach @(
        @{ Name = 'no word about credentials'; With = @{}; Id = 'ReceiverCredentialsMissing' }
        @{ Name = 'an empty set of headers'; With = @{ Header = @{} }; Id = 'ReceiverHeaderInvalid' }
        @{ Name = 'an address that others reach'; With = @{ Prefix = 'http://+:8085/omni/'; AllowAnonymous = $true }; Id = 'ReceiverAddressIsWide' }
        @{ Name = 'an address that is none'; With = @{ Prefix = 'omni'; AllowAnonymous = $true }; Id = 'ReceiverPrefixInvalid' }
        @{ Name = 'a relative inbox'; With = @{ Inbox = 'inbox.db'; AllowAnonymous = $true }; Id = 'StoreFolderRelative' }
    ) {
        $failure = Get-Failure { Receive-OmniPosting @With }
        Assert-Remedied $failure
        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
    }
    It 'shows no secret' {
        $secret = 'very-s3cret-valu3'
        $failure = Get-Failure { Receive-OmniPosting -Header @{ 'X Key' = $secret } }
        $seen = ($failure | Format-List * -Force | Out-String) + ($failure.InvocationInfo | Format-List * -Force | Out-String) + $failure.Exception
        $seen | Should -Not -BeLike "*$secret*"
        ($failure.InvocationInfo.BoundParameters.Header | Out-String) | Should -Not -BeLike "*$secret*"
    }
}
