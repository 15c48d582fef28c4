BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    if (-not ('PostingStub' -as [type])) { Add-Type -Path "$PSScriptRoot/PostingStub.cs" }
    $fast = @{ MaximumRetryCount = 1; RetryIntervalSec = 0.01 }
}

Describe 'Made-up orders' {
    BeforeEach { $receiver = [PostingStub]::new() }
    AfterEach { $receiver.Dispose() }

    It 'are sent, and the ledger adds up' {
        $ledger = Send-OmniPosting $receiver.Address -Count 50 -RepeatPercent 30 -RenumberPercent 10 -Shuffle 10
        $ledger.Postings, $ledger.Acknowledged, $ledger.Sent | Should -Be 50, 50, 50
        $ledger.New + $ledger.Repeats + $ledger.Renumbered | Should -Be 50
        $ledger.Repeats | Should -BeGreaterThan 0
        $receiver.Bodies.Count | Should -Be 50
        @($receiver.Bodies | Sort-Object -Unique).Count | Should -Be (50 - $ledger.Repeats)
        $ledger.P99Ms | Should -BeGreaterOrEqual $ledger.P50Ms
    }
    It 'are the same for the same seed' {
        $null = 1..2 | ForEach-Object { Send-OmniPosting $receiver.Address -Count 20 -Seed 7 }
        $receiver.Bodies.Count | Should -Be 40
        @($receiver.Bodies | Sort-Object -Unique).Count | Should -Be 20
    }
    It 'have message ids of their own without one' {
        $null = 1..2 | ForEach-Object { Send-OmniPosting $receiver.Address -Count 20 }
        @(($receiver.Bodies | ConvertFrom-Json).messageId | Sort-Object -Unique).Count | Should -Be 40
    }
    It 'are told one by one with -PassThru, the ledger last' {
        $told = @(Send-OmniPosting $receiver.Address -Count 20 -PassThru)
        $told.Count | Should -Be 21
        $told[0..19].Outcome | Sort-Object -Unique | Should -Be 'Acknowledged'
        $told[20].Postings | Should -Be 20
    }
    It 'end with Select-Object -First' {
        $first = Send-OmniPosting $receiver.Address -Count 1000000 -PassThru | Select-Object -First 1
        $first.Outcome | Should -Be 'Acknowledged'
    }
    It 'are only counted with -WhatIf' {
        $ledger = Send-OmniPosting $receiver.Address -Count 30 -WhatIf
        $ledger.Postings, $ledger.NotSent, $ledger.Sent | Should -Be 30, 30, 0
        $receiver.Bodies.Count | Should -Be 0
    }
}

Describe 'Given postings' {
    BeforeEach {
        $receiver = [PostingStub]::new()
        $complete = "$samples/omni-posting-complete.json"
        $lines = Join-Path $TestDrive 'lines.json'
        "{`"messageId`":1}`n{`"messageId`":2}" | Set-Content -LiteralPath $lines
    }
    AfterEach { $receiver.Dispose() }

    It 'of -Path go out as the file has them' {
        (Send-OmniPosting $receiver.Address -Path $complete).Acknowledged | Should -Be 1
        $receiver.Bodies[0] | Should -BeExactly ([IO.File]::ReadAllText($complete))
    }
    It 'of JSON lines are one a line' { (Send-OmniPosting $receiver.Address -LiteralPath $lines).Postings | Should -Be 2 }
    It 'come from the pipeline as text, file or raw object' {
        $ledger = '{"messageId":3}', (Get-Item -LiteralPath $lines), [pscustomobject]@{ Raw = '{"messageId":4}' } | Send-OmniPosting $receiver.Address
        $ledger.Acknowledged | Should -Be 4
        ($receiver.Bodies | ConvertFrom-Json).messageId | Sort-Object | Should -Be 1, 2, 3, 4
    }
    It 'that are none are an error each, and the others go on' {
        $ledger = 42, '{"messageId":3}' | Send-OmniPosting $receiver.Address -ErrorVariable failures -ErrorAction SilentlyContinue
        $ledger.Acknowledged | Should -Be 1
        $failures.FullyQualifiedErrorId | Should -Match '^InputNotUsable,'
        Assert-Remedied $failures
    }
}

Describe 'Answers' {
    BeforeEach { $receiver = [PostingStub]::new() }
    AfterEach { $receiver.Dispose() }

    It 'that refuse are one error with the reasons' {
        $receiver.Body = '{"hasError":true,"errorMessage":"no orderCode"}'
        $ledger = Send-OmniPosting $receiver.Address -Count 5 @fast -ErrorVariable failures -ErrorAction SilentlyContinue
        $ledger.Refused, $ledger.Sent | Should -Be 5, 5
        $ledger.Reasons['hasError: no orderCode'] | Should -Be 5
        @($failures).Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -Match '^OmniPostingsNotAcknowledged,'
        Assert-Remedied $failures
    }
    It 'of 503 make it send again' {
        $receiver.StatusCode = 503
        $ledger = Send-OmniPosting $receiver.Address -Count 2 @fast -ErrorAction SilentlyContinue
        $ledger.Unanswered, $ledger.Sent, $ledger.Retries | Should -Be 2, 4, 2
    }
    It 'of 401 make it ask for credentials, once' {
        $receiver.Key = 'fresh'
        $ledger = Send-OmniPosting $receiver.Address -Count 10 -Header @{ 'X-Api-Key' = 'stale' } -CredentialUri "$($receiver.Address)credential"
        $ledger.Acknowledged, $ledger.CredentialRequests | Should -Be 10, 1
    }
    It 'need the credentials, that may be a SecureString and show nowhere' {
        $receiver.Key = 'sesame-1001'
        $secret = [securestring]::new()
        $receiver.Key.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        $told = Send-OmniPosting $receiver.Address -Count 3 -Header @{ 'X-Api-Key' = $secret } -PassThru -Verbose 4>&1
        $told[-1].Acknowledged | Should -Be 3
        ($told | Format-List * -Force | Out-String) | Should -Not -Match 'sesame'
        ($told | ConvertTo-Json -Depth 4) | Should -Not -Match 'sesame'
    }
}

Describe 'An address' {
    It 'of another machine is refused over http' {
        $failure = Get-Failure { Send-OmniPosting http://omni.example.com/ -Count 1 }
        $failure.FullyQualifiedErrorId | Should -Match '^AddressNotEncrypted,'
        Assert-Remedied $failure
    }
    It 'that is none is refused: <_>' -ForEach 'omni', 'ftp://127.0.0.1/' {
        (Get-Failure { Send-OmniPosting $_ -Count 1 }).FullyQualifiedErrorId | Should -Match '^AddressNotUsable,'
    }
    It 'where nobody listens leaves all unanswered' {
        $gone = [PostingStub]::new()
        $gone.Dispose()
        $ledger = Send-OmniPosting $gone.Address -Count 2 @fast -ErrorAction SilentlyContinue
        $ledger.Unanswered | Should -Be 2
        $ledger.Reasons['no connection'] | Should -Be 2
    }
}

Describe 'Ctrl+C' {
    It 'ends it while an answer is awaited' {
        $receiver = [PostingStub]::new()
        $receiver.FallSilent()
        $session = New-Session @{ address = $receiver.Address }
        $shell = New-Shell $session 'Send-OmniPosting $address -Count 1000'
        try {
            $running = $shell.BeginInvoke()
            $receiver.First.WaitOne($patience) | Should -BeTrue
            $stopping = $shell.BeginStop($null, $null)
            $stopping.AsyncWaitHandle.WaitOne([TimeSpan]::FromSeconds(10)) | Should -BeTrue
        }
        finally {
            $receiver.Dispose()
            $shell.Dispose()
            $session.Dispose()
        }
    }
}
