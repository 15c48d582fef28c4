BeforeAll {
    . "$PSScriptRoot/Rig.ps1"

    function Get-FreePort {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $listener.LocalEndpoint.Port
        $listener.Stop()
    }

    function New-Body([long] $MessageId, [string] $Order = "A-$MessageId", [string] $Event = 'OUTWARD_ORDER_CREATE', [hashtable] $With = @{}) {
        @{ messageId = $MessageId; orderCode = $Order; eventType = $Event; eventTime = '2026-11-02T09:07:00.000+00:00' } + $With | ConvertTo-Json -Depth 5 -Compress
    }

    # Posts as soon as the receiver listens, from a thread of its own.
    function Start-Posting([string] $Prefix, [string[]] $Body, [hashtable] $Header = @{}) {
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
                param($prefix, $bodies, $header)
                $client = [Net.Http.HttpClient]::new()
                foreach ($name in $header.Keys) { $client.DefaultRequestHeaders.Add($name, $header[$name]) }
                foreach ($body in $bodies) {
                    foreach ($attempt in 1..1500) {
                        try { $response = $client.PostAsync($prefix, [Net.Http.StringContent]::new($body)).GetAwaiter().GetResult() }
                        catch { Start-Sleep -Milliseconds 20; continue }
                        "$([int]$response.StatusCode) $($response.Content.ReadAsStringAsync().GetAwaiter().GetResult())"
                        break
                    }
                }
                $client.Dispose()
            }).AddArgument($Prefix).AddArgument($Body).AddArgument($Header)
        @{ Shell = $shell; Running = $shell.BeginInvoke() }
    }

    function Wait-Posting($Posting) {
        $Posting.Shell.EndInvoke($Posting.Running)
        $Posting.Shell.Dispose()
    }
}

Describe 'Receiving' {
    BeforeEach {
        $prefix = "http://127.0.0.1:$(Get-FreePort)/omni/"
        $inbox = Join-Path (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName 'inbox.db'
        $open = @{ Prefix = $prefix; Inbox = $inbox; AllowAnonymous = $true }
    }

    It 'emits each new posting once, typed' {
        $posting = Start-Posting $prefix (New-Body 1), (New-Body 1), (New-Body 2), (New-Body 2 -Order 'other')
        $received = @(Receive-OmniPosting @open -Count 3)
        Wait-Posting $posting | Should -Be (@('200 {"hasError":false,"errorMessage":""}') * 4)
        $received.MessageId | Should -Be 1, 2, 2
        $received.Delivery | Should -Be 'New', 'New', 'Changed'
        $received.Attempt | Should -Be 1, 1, 1
        $received.OrderCode | Should -Be 'A-1', 'A-2', 'other'
        $received[0].GetType().FullName | Should -Be 'OrderOps.Omni.ReceivedPosting'
        $received[0].Posting.EventType | Should -Be 'OUTWARD_ORDER_CREATE'
    }
    It 'wants one of several sets of headers, whose values are strings or SecureStrings' {
        $secret = ConvertTo-SecureString 'new-secret-1' -AsPlainText -Force
        $wrong = Start-Posting $prefix (New-Body 1) @{ 'X-Key' = 'wrong' }
        $right = Start-Posting $prefix (New-Body 2) @{ 'X-Key' = 'new-secret-1' }
        $old = Start-Posting $prefix (New-Body 3) @{ 'X-Key' = 'old-secret-1' }
        $received = @(Receive-OmniPosting -Prefix $prefix -Inbox $inbox -Header @{ 'X-Key' = 'old-secret-1' }, @{ 'X-Key' = $secret } -Count 2 -IdleTimeout 20)
        Wait-Posting $right | Should -BeLike '200 *'
        Wait-Posting $old | Should -BeLike '200 *'
        $wrong.Shell.Stop()
        $received.MessageId | Sort-Object | Should -Be 2, 3
    }
    It 'answers 401 to wrong credentials and goes on' {
        $wrong = Start-Posting $prefix (New-Body 1) @{ 'X-Key' = 'wrong' }
        $null = Receive-OmniPosting -Prefix $prefix -Inbox $inbox -Header @{ 'X-Key' = 'right' } -IdleTimeout 5
        Wait-Posting $wrong | Should -BeLike '401 *'
        Receive-OmniPosting -Drain -Inbox $inbox | Should -BeNullOrEmpty
    }
    It 'ends with Select-Object -First, which took what it took' {
        $posting = Start-Posting $prefix (New-Body 1), (New-Body 2)
        $first = Receive-OmniPosting @open | Select-Object -First 1
        $first.MessageId | Should -Be 1
        $posting.Shell.Stop()
        Receive-OmniPosting -Drain -Inbox $inbox | ForEach-Object MessageId | Should -Not -Contain 1
    }
    It 'ends at the time of -Until' {
        Receive-OmniPosting @open -Until (Get-Date).AddSeconds(1) | Should -BeNullOrEmpty
    }
    It 'does not take what the next command failed on for delivered' {
        $posting = Start-Posting $prefix (New-Body 1)
        $failure = Get-Failure { Receive-OmniPosting @open | ForEach-Object { throw 'enough' } }
        "$failure" | Should -Be 'enough'
        Wait-Posting $posting | Should -BeLike '200 *'
        $again = Receive-OmniPosting -Drain -Inbox $inbox
        $again.Delivery, $again.Attempt | Should -Be 'Redelivered', 2
        Receive-OmniPosting -Drain -Inbox $inbox | Should -BeNullOrEmpty
    }
    It 'answers while the pipeline is stuck' {
        $posting = Start-Posting $prefix (1..20 | ForEach-Object { New-Body $_ })
        $done = @(Receive-OmniPosting @open | Select-Object -First 1 | ForEach-Object { Wait-Posting $posting })
        $done.Count | Should -Be 20
        $done | Should -BeLike '200 *'
        @(Receive-OmniPosting -Drain -Inbox $inbox).Count | Should -Be 19
    }
    It 'emits quarantined bodies never' {
        $posting = Start-Posting $prefix '{}', 'nonsense', (New-Body 1)
        (Receive-OmniPosting @open -Count 1).MessageId | Should -Be 1
        Wait-Posting $posting | ForEach-Object { ($_ -replace '^200 ' | ConvertFrom-Json).hasError } | Should -Be $true, $true, $false
    }
    It 'gives the body with -Raw' {
        $body = New-Body 1
        $posting = Start-Posting $prefix $body
        (Receive-OmniPosting @open -Count 1 -Raw).Raw | Should -Be $body
        $null = Wait-Posting $posting
    }
    It 'listens and writes nothing with -WhatIf' {
        Receive-OmniPosting @open -WhatIf | Should -BeNullOrEmpty
        Receive-OmniPosting -Drain -Inbox $inbox -WhatIf | Should -BeNullOrEmpty
        Test-Path -LiteralPath $inbox | Should -BeFalse
    }
    It 'hands out credentials only where that is asked for, and keeps that on record' {
        $session = New-Session @{ prefix = $prefix; inbox = $inbox }
        $shell = New-Shell $session 'Receive-OmniPosting $prefix -Inbox $inbox -CredentialEndpoint keys/8c1f -CredentialHeader X-Given -Count 1'
        $running = $shell.BeginInvoke()
        $given = $null
        while (-not $given) { try { $given = Invoke-RestMethod "${prefix}keys/8c1f" } catch { Start-Sleep -Milliseconds 50 } }
        Wait-Posting (Start-Posting $prefix (New-Body 1) @{ 'X-Given' = 'wrong' }) | Should -BeLike '401 *'
        Wait-Posting (Start-Posting $prefix (New-Body 1) @{ 'X-Given' = $given.'X-Given' }) | Should -BeLike '200 *'
        $shell.EndInvoke($running).MessageId | Should -Be 1
        $shell.Streams.Warning | Should -Not -BeNullOrEmpty
        "$($shell.Streams.Warning)" | Should -Not -BeLike "*$($given.'X-Given')*"
        $log = Get-Content -LiteralPath "$inbox.credentials.log"
        $log | Should -BeLike '* 127.0.0.1 Rotated'
        $shell.Dispose()
        $session.Dispose()
    }
    It 'shows how a receiver is' {
        $session = New-Session @{ open = $open }
        $shell = New-Shell $session 'Receive-OmniPosting @open -Count 5'
        $running = $shell.BeginInvoke()
        $null = Wait-Posting (Start-Posting $prefix (New-Body 1), (New-Body 1), '{}')
        $status = Receive-OmniPosting -Status -Prefix $prefix
        $status.Status, $status.Received, $status.DuplicateDeliveries, $status.Quarantined | Should -Be 'ok', 3, 1, 1
        $shell.Stop()
        $shell.Dispose()
        $session.Dispose()
        Assert-Remedied (Get-Failure { Receive-OmniPosting -Status -Prefix $prefix })
    }
    It 'stops within moments on Ctrl+C, and the next one goes on' {
        $session = New-Session @{ open = $open }
        $shell = New-Shell $session 'Receive-OmniPosting @open -ManualAck'
        $output = [Management.Automation.PSDataCollection[psobject]]::new()
        $nothing = [Management.Automation.PSDataCollection[psobject]]::new()
        $nothing.Complete()
        $running = $shell.BeginInvoke($nothing, $output)
        $null = Wait-Posting (Start-Posting $prefix (New-Body 1))
        while (-not $output.Count) { Start-Sleep -Milliseconds 20 }
        $stopping = $shell.BeginStop($null, $null)
        $stopping.AsyncWaitHandle.WaitOne($patience) | Should -BeTrue
        $shell.EndStop($stopping)
        $shell.Dispose()
        $session.Dispose()
        (Receive-OmniPosting -Drain -Inbox $inbox).Delivery | Should -Be 'Redelivered'
    }
    It 'tells a second one who holds the inbox' {
        $session = New-Session @{ open = $open }
        $shell = New-Shell $session 'Receive-OmniPosting @open'
        $running = $shell.BeginInvoke()
        $null = Wait-Posting (Start-Posting $prefix (New-Body 1))
        $failure = Get-Failure { Receive-OmniPosting -Drain -Inbox $inbox }
        $shell.Stop()
        $shell.Dispose()
        $session.Dispose()
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

Describe 'Completing by hand' {
    BeforeEach {
        $prefix = "http://127.0.0.1:$(Get-FreePort)/omni/"
        $inbox = Join-Path (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName 'inbox.db'
        $open = @{ Prefix = $prefix; Inbox = $inbox; AllowAnonymous = $true; ManualAck = $true }
    }

    It 'settles what is done, and only that' {
        $posting = Start-Posting $prefix (New-Body 1), (New-Body 2)
        Receive-OmniPosting @open -Count 2 | Where-Object MessageId -EQ 1 | Complete-OmniPosting
        $null = Wait-Posting $posting
        $left = Receive-OmniPosting -Drain -Inbox $inbox -ManualAck
        $left.MessageId, $left.Delivery, $left.Attempt | Should -Be 2, 'Redelivered', 2
        Complete-OmniPosting $left.InboxId -Inbox $inbox
        Receive-OmniPosting -Drain -Inbox $inbox | Should -BeNullOrEmpty
    }
    It 'emits what failed again, and puts it aside after its last attempt' {
        $posting = Start-Posting $prefix (New-Body 1)
        $attempts = Receive-OmniPosting @open -MaxAttempt 3 -IdleTimeout 3 | ForEach-Object { $_ | Complete-OmniPosting -Failed -Reason 'no room'; $_.Attempt }
        $null = Wait-Posting $posting
        $attempts | Should -Be 1, 2, 3
        Receive-OmniPosting -Drain -Inbox $inbox | Should -BeNullOrEmpty
    }
    It 'settles nothing with -WhatIf' {
        $posting = Start-Posting $prefix (New-Body 1)
        Receive-OmniPosting @open -Count 1 | Complete-OmniPosting -WhatIf
        $null = Wait-Posting $posting
        @(Receive-OmniPosting -Drain -Inbox $inbox).Count | Should -Be 1
    }
    It 'says which posting there is none of' {
        $posting = Start-Posting $prefix (New-Body 1)
        Receive-OmniPosting @open -Count 1 | Complete-OmniPosting
        $null = Wait-Posting $posting
        Complete-OmniPosting 4711 -Inbox $inbox -ErrorAction SilentlyContinue -ErrorVariable problems
        Assert-Remedied $problems
        $problems.FullyQualifiedErrorId | Should -BeLike 'PostingNotFound,*'
        "$problems" | Should -BeLike '*4711*'
    }
}
