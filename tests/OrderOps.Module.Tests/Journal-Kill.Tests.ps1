BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    . "$PSScriptRoot/KillRig.ps1"
    $orders = 5000

    # Each order of the journal: its outcome, by its number.
    function Get-KnownOutcome([string] $Journal) {
        $known = @{}
        Get-OrderOpsJournal -Journal $Journal | ForEach-Object { $known.Add($_.OrderNumber, $_.Outcome) }
        $known
    }
    function Get-AtService($Box) {
        , [Collections.Generic.HashSet[string]]::new([string[]]$Box.Server.Itl.Accepted.OrderNumber)
    }
}

Describe 'A run of 5,000 orders that is killed 20 times and run again with -Resend Unknown' {
    BeforeAll {
        $seen = Invoke-Killing -Orders $orders -Kills 20 -Resend Unknown
        $known = Get-KnownOutcome $seen.Journal
        $there = Get-AtService $seen.Box
    }
    AfterAll { Stop-OrderOpsSandbox }

    It 'was killed in the middle of things each time' { $seen.Killed | Should -Be 20 }
    It 'ends well' {
        $seen.Last.ExitCode | Should -Be 0
        $seen.Last.EndedBy | Should -Be 'Completed'
        $seen.Last.Accepted + $seen.Last.Duplicate + $seen.Last.Skipped | Should -Be $orders
    }
    It 'has every order accepted, once' {
        $seen.Box.Server.Itl.Accepted.Count | Should -Be $orders
        $there.Count | Should -Be $orders
        $seen.Times.Count | Should -Be $orders
    }
    It 'sent again what was Unknown, and nothing else' {
        $seen.Again | Should -BeGreaterThan 0
        $seen.Unexplained | Should -BeNullOrEmpty
    }
    It 'has a journal that agrees with the service, order by order' {
        $known.Count | Should -Be $orders
        @($known.Keys | Where-Object { -not $there.Contains($_) }) | Should -BeNullOrEmpty
        @($known.Values | Where-Object { $_ -notin 'Accepted', 'Duplicate' }) | Should -BeNullOrEmpty
        # What was taken once but sent twice is what the service called a duplicate.
        @($known.Keys | Where-Object { $known[$_] -eq 'Duplicate' -and $seen.Times[$_] -lt 2 }) | Should -BeNullOrEmpty
    }
    It 'has runs in the journal that were killed, and some that came to their end' {
        $ends = Get-OrderOpsRun -Journal $seen.Journal | Where-Object Journal -EQ $seen.Journal | Group-Object EndedBy -NoElement
        $ends.Name | Sort-Object | Should -Be 'Completed', 'Killed'
        ($ends | Where-Object Name -EQ 'Completed').Count | Should -Be $seen.Completed
        # One that died before it could be written down is not among them.
        ($ends | Where-Object Name -EQ 'Killed').Count | Should -BeIn (15..20)
    }
}

Describe 'A run of 5,000 orders that is killed 20 times and run again as it was' {
    BeforeAll {
        $seen = Invoke-Killing -Orders $orders -Kills 20
        $known = Get-KnownOutcome $seen.Journal
        $there = Get-AtService $seen.Box
    }
    AfterAll { Stop-OrderOpsSandbox }

    It 'was killed in the middle of things each time' { $seen.Killed | Should -Be 20 }
    It 'sent no order twice' {
        $seen.Again | Should -Be 0
        @($seen.Times.Values | Where-Object { $_ -ne 1 }) | Should -BeNullOrEmpty
    }
    It 'says of the rest that it is Unknown, and ends with 4' {
        $seen.Last.ExitCode | Should -Be 4
        $seen.Last.Unknown | Should -BeGreaterThan 0
        $seen.Last.Unknown | Should -Be @($known.Values | Where-Object { $_ -eq 'Unknown' }).Count
        $seen.Last.Accepted + $seen.Last.Skipped + $seen.Last.Unknown | Should -Be $orders
    }
    It 'has a journal that knows of every order, and says Accepted of none that is not there' {
        $known.Count | Should -Be $orders
        @($known.Keys | Where-Object { $known[$_] -ne 'Unknown' -and -not $there.Contains($_) }) | Should -BeNullOrEmpty
        $known.Values | Sort-Object -Unique | Should -Be 'Accepted', 'Unknown'
    }
    It 'is finished by one more run that may send what is Unknown' {
        $seen.Box.Server.Faults.Clear()
        $before = $seen.Box.RequestCount
        $sender = Start-Sender $seen.Box (Join-Path (Split-Path $seen.Journal) 'orders.csv') $seen.Journal Unknown
        Wait-Ready $sender
        $sender.StandardInput.WriteLine()
        $run = Complete-Sender $sender
        $run.ExitCode | Should -Be 0
        $run.Accepted + $run.Duplicate | Should -Be $seen.Last.Unknown
        $run.Duplicate | Should -Be ($there.Count + $run.Accepted + $run.Duplicate - $orders)
        @(Get-Carried $seen.Box $before | ForEach-Object { $_ }).Count | Should -Be $seen.Last.Unknown
        $seen.Box.Server.Itl.AcceptedCount | Should -Be $orders
    }
}

Describe 'Two processes over the same orders and the same journal' {
    BeforeAll {
        $box = Start-Box -LatencyMs 60
        $file, $journal = (Join-Path $TestDrive 'both.csv'), (Join-Path $TestDrive 'both.db')
        Write-OrderFile $file $orders
        $senders = 1, 2 | ForEach-Object { Start-Sender $box $file $journal }
        $senders | ForEach-Object { Wait-Ready $_ }
        $senders | ForEach-Object { $_.StandardInput.WriteLine() }
        $runs = $senders | ForEach-Object { Complete-Sender $_ }
        $times = Get-Carried $box | ForEach-Object { $_ } | Group-Object -NoElement
        Write-Host "    accepted by one $($runs[0].Accepted), by the other $($runs[1].Accepted); skipped $($runs[0].Skipped), $($runs[1].Skipped); claimed by the other $($runs[0].Claimed), $($runs[1].Claimed)"
    }
    AfterAll { Stop-OrderOpsSandbox }

    It 'send each order once' {
        $times.Count | Should -Be $orders
        @($times | Where-Object Count -NE 1) | Should -BeNullOrEmpty
        $box.Server.Itl.AcceptedCount | Should -Be $orders
    }
    It 'were both at it' { foreach ($run in $runs) { $run.Accepted | Should -BeGreaterThan 0 } }
    It 'account for every order: accepted by one, skipped or claimed by the other' {
        $runs[0].Accepted + $runs[1].Accepted | Should -Be $orders
        foreach ($run in $runs) {
            $run.Accepted + $run.Skipped + $run.NotSent | Should -Be $orders
            $run.Claimed | Should -Be $run.NotSent
            $run.ExitCode | Should -Be $(if ($run.NotSent) { 2 } else { 0 })
        }
    }
    It 'leave a journal in which all are Accepted' {
        $known = Get-KnownOutcome $journal
        $known.Count | Should -Be $orders
        $known.Values | Sort-Object -Unique | Should -Be 'Accepted'
    }
}

Describe 'An order that was accepted at one address' {
    BeforeAll {
        $one, $other = (Start-OrderOpsSandbox), (Start-OrderOpsSandbox)
        $journal = Join-Path $TestDrive 'addresses.db'
        $send = @{ Journal = $journal; Account = 'same' }
        $rows = New-Rows 60
    }
    AfterAll { Stop-OrderOpsSandbox }

    It 'is sent to another one, too, by the same account and the same journal' {
        foreach ($box in $one, $other) {
            $results = $rows | Send-ItlOrderSync -Connection $box.Itl @send
            $results.Outcome | Sort-Object -Unique | Should -Be 'Accepted'
            $box.Server.Itl.AcceptedCount | Should -Be 60
        }
        (Get-OrderOpsJournal -Journal $journal -Key T-1).BaseAddress | Sort-Object | Should -Be (@($one.Itl.BaseUri, $other.Itl.BaseUri).AbsoluteUri.TrimEnd('/') | Sort-Object)
    }
    It 'is sent to neither again' {
        $sent = $one.RequestCount, $other.RequestCount
        foreach ($box in $one, $other) {
            $results = $rows | Send-ItlOrderSync -Connection $box.Itl @send
            $results.Outcome | Sort-Object -Unique | Should -Be 'Skipped'
        }
        $one.RequestCount, $other.RequestCount | Should -Be $sent
    }
}
