BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    if (-not ('AnsweringHost' -as [type])) { Add-Type -Path "$PSScriptRoot/AnsweringHost.cs" }

    # A sandbox that has given out some AWBs.
    function Start-Filled([int] $Count) {
        $filled = Start-OrderOpsSandbox
        $null = New-Rows $Count | Send-ItlOrderSync -Connection $filled.Itl -ThrottleLimit 1
        $filled
    }
    function Get-CancelRequest($Box) {
        foreach ($request in $Box.Requests) {
            if ($request.Path -like '*/cancel.json') { , (($request.Body | ConvertFrom-Json).data.awb_numbers -split ',') }
        }
    }
}

Describe 'AWBs' {
    BeforeEach { $box = Start-Filled 3; $awbs = $box.Server.Itl.AwbNumbers }
    AfterEach { Stop-OrderOpsSandbox }

    It 'are cancelled by their values, one result each' {
        $results = Stop-ItlOrder $awbs -Connection $box.Itl -Confirm:$false
        $results.Outcome | Should -Be 'Accepted', 'Accepted', 'Accepted'
        $results.AwbNumber | Should -Be $awbs
        $results.Reference | Should -Be 'T-1', 'T-2', 'T-3'
        $box.Server.Itl.Accepted.CancelledAt | Should -Not -Contain $null
        (Get-OrderOpsRun -Last).Accepted | Should -Be 3
    }
    It 'are cancelled from the pipeline' {
        $results = $awbs | Stop-ItlOrder -Connection $box.Itl -Confirm:$false
        $results.Outcome | Should -Be 'Accepted', 'Accepted', 'Accepted'
    }
    It 'may be numbers' {
        $result = [long]$awbs[0] | Stop-ItlOrder -Connection $box.Itl -Confirm:$false
        $result.Outcome | Should -Be 'Accepted'
    }
    It 'are found in the property <_>' -ForEach 'AwbNumber', 'awb_number', 'AWB', 'waybill', 'WayBill' {
        $result = [pscustomobject]@{ other = 1; $_ = $awbs[1] } | Stop-ItlOrder -Connection $box.Itl -Confirm:$false
        $result.AwbNumber, $result.Outcome | Should -Be $awbs[1], 'Accepted'
    }
    It 'are found in a hashtable under <_>' -ForEach 'AwbNumber', 'awb_number', 'awb', 'waybill' {
        $result = @{ $_ = $awbs[1] } | Stop-ItlOrder -Connection $box.Itl -Confirm:$false
        $result.AwbNumber, $result.Outcome | Should -Be $awbs[1], 'Accepted'
    }
    It 'can be named by the alias -<_>' -ForEach 'AwbNumber', 'awb_number', 'awb', 'waybill' {
        $named = @{ $_ = $awbs[0] }
        (Stop-ItlOrder @named -Connection $box.Itl -Confirm:$false).Outcome | Should -Be 'Accepted'
    }
    It 'are taken from the orders that the sandbox accepted' {
        $results = $box.Server.Itl.Accepted | Stop-ItlOrder -Connection $box.Itl -Confirm:$false
        $results.Outcome | Should -Be 'Accepted', 'Accepted', 'Accepted'
    }
    It 'that stand under another name are Invalid, which says what there is' {
        $file = Join-Path $TestDrive 'other-name.csv'
        $sent = $box.RequestCount
        Set-Content -LiteralPath $file "awb_numbers,note`n$($awbs[0]),x"
        $fromFile = Stop-ItlOrder -Path $file -Connection $box.Itl -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $fromFile.Outcome, $fromFile.Message | Should -Be 'Invalid', "other-name.csv, row 2: It has nothing that is called AwbNumber, awb_number, awb, waybill, AWB Number or awb_no; it has awb_numbers, note."
        Assert-Remedied $problems
        foreach ($item in [pscustomobject]@{ awbs = $awbs[0] }, @{ awbs = $awbs[0] }) {
            $result = $item | Stop-ItlOrder -Connection $box.Itl -Confirm:$false -ErrorAction SilentlyContinue
            $result.Outcome, $result.Message | Should -Be 'Invalid', 'It has nothing that is called AwbNumber, awb_number, awb, waybill, AWB Number or awb_no; it has awbs.'
        }
        $blank = [pscustomobject]@{ AwbNumber = ' ' } | Stop-ItlOrder -Connection $box.Itl -Confirm:$false -ErrorAction SilentlyContinue
        $blank.Message | Should -Match 'is blank'
        $box.RequestCount | Should -Be $sent
    }
    It 'are read from a file by -Path, -LiteralPath and the pipeline' {
        $file = Join-Path $TestDrive 'awbs [1].csv'
        [pscustomobject]@{ Waybill = $awbs[0] } | Export-Csv -LiteralPath $file
        (Stop-ItlOrder -LiteralPath $file -Connection $box.Itl -Confirm:$false).Outcome | Should -Be 'Accepted'
        (Stop-ItlOrder -Path "$TestDrive/awbs*.csv" -Connection $box.Itl -Confirm:$false).Outcome | Should -Be 'Duplicate'
        (Get-Item -LiteralPath $file | Stop-ItlOrder -Connection $box.Itl -Confirm:$false).Outcome | Should -Be 'Duplicate'
    }
    It 'that are cancelled already are Duplicate, without an error' {
        $null = Stop-ItlOrder $awbs[0] -Connection $box.Itl -Confirm:$false
        $results = Stop-ItlOrder $awbs[0, 1] -Connection $box.Itl -Confirm:$false -ErrorVariable problems
        $results.Outcome | Should -Be 'Duplicate', 'Accepted'
        $problems | Should -BeNullOrEmpty
    }
    It 'that the service does not know are Rejected' {
        $result = Stop-ItlOrder 11111111111 -Connection $box.Itl -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $result.Outcome | Should -Be 'Rejected'
        $problems.FullyQualifiedErrorId | Should -BeLike 'ItlCancelRejected,*'
        Assert-Remedied $problems
    }
    It 'like <Awb> are refused, and nothing is sent for them' -ForEach @(
        @{ Awb = '86210010463,86210010464' }, @{ Awb = '8621 0010463' }, @{ Awb = '8.62E+10' }, @{ Awb = '' }, @{ Awb = $null }, @{ Awb = '   ' }, @{ Awb = 8.62e22 }
    ) {
        $before = $box.RequestCount
        $results = @(Stop-ItlOrder $Awb -Connection $box.Itl -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems)
        $results.Outcome | Should -Be 'Invalid'
        $problems.Count | Should -Be 1
        $problems.FullyQualifiedErrorId | Should -BeLike 'ItlAwbInvalid,*'
        Assert-Remedied $problems
        $box.RequestCount | Should -Be $before
    }
    It 'that are refused hold up no other' {
        $results = $awbs[0], 'a,b', $awbs[1] | Stop-ItlOrder -Connection $box.Itl -Confirm:$false -ErrorAction SilentlyContinue
        $results.Outcome | Should -Be 'Accepted', 'Invalid', 'Accepted'
        $results.InputIndex | Should -Be 0, 1, 2
    }
    It 'that come twice are sent once' {
        $results = $awbs[0], $awbs[0] | Stop-ItlOrder -Connection $box.Itl -Confirm:$false
        $results.Outcome | Should -Be 'Accepted', 'Skipped'
        (Get-CancelRequest $box).Count | Should -Be 1
    }
    It 'are sent again where it may not have arrived: cancelling twice does no harm' {
        $null = $box.Server.Faults.Add('ResetAfter', 1, @{ On = 'cancel' })
        $result = Stop-ItlOrder $awbs[0] -Connection $box.Itl -Confirm:$false
        $result.Outcome | Should -Be 'Accepted'
        $result.Attempts | Should -Be 2
    }
}

Describe 'Many AWBs' {
    BeforeAll { $many = Start-Filled 230 }
    AfterAll { Stop-OrderOpsSandbox }

    It 'leave a hundred a request' {
        $results = $many.Server.Itl.AwbNumbers | Stop-ItlOrder -Connection $many.Itl -Confirm:$false -ThrottleLimit 1
        $results.Count | Should -Be 230
        Get-CancelRequest $many | ForEach-Object { $_.Count } | Should -Be 100, 100, 30
        $results.Outcome | Sort-Object -Unique | Should -Be 'Accepted'
        $results.Reference | Should -Be (1..230 | ForEach-Object { "T-$_" })
    }
    It 'are never more: a batch of 101 is refused' {
        $failure = Get-Failure { Stop-ItlOrder 1 -Connection $many.Itl -BatchSize 101 -Confirm:$false }
        Assert-Remedied $failure
        "$failure" | Should -Match '\b100\b'
    }
}

Describe 'Being asked' {
    BeforeEach {
        $box = Start-Filled 12
        $awbs = $box.Server.Itl.AwbNumbers
        $sent = $box.RequestCount
    }
    AfterEach { Stop-OrderOpsSandbox }

    It 'names where, and the first ten AWBs and how many others' {
        $answering = [AnsweringHost]::new(0)
        $session = New-Session @{ box = $box; awbs = $awbs } $answering
        $results = Invoke-In $session 'Stop-ItlOrder $awbs -Connection $box.Itl'
        $session.Dispose()
        $results.Count | Should -Be 12
        $results.Outcome | Sort-Object -Unique | Should -Be 'Accepted'
        $answering.Screen.Questions.Count | Should -Be 1
        $question = $answering.Screen.Questions[0]
        $question | Should -BeLike "*Sandbox*"
        $question | Should -BeLike "*$($box.Itl.BaseUri)*"
        foreach ($awb in $awbs[0..9]) { $question | Should -BeLike "*$awb*" }
        foreach ($awb in $awbs[10, 11]) { $question | Should -Not -BeLike "*$awb*" }
        $question | Should -BeLike '*and 2 others*'
    }
    It 'names Production as such' {
        $answering = [AnsweringHost]::new(2)
        $session = New-Session @{} $answering
        $result = Invoke-In $session 'Stop-ItlOrder 86210010463 -Environment Production -Proxy http://127.0.0.1:1 -AccessToken a1b2c3 -SecretKey d4e5f6'
        $session.Dispose()
        $result.Outcome | Should -Be 'NotSent'
        $answering.Screen.Questions[0] | Should -BeLike '*Production*'
        $answering.Screen.Questions[0] | Should -BeLike '*AWB 86210010463*'
    }
    It 'takes no for an answer: NotSent, nothing sent' {
        $answering = [AnsweringHost]::new(2)
        $session = New-Session @{ box = $box; awbs = $awbs } $answering
        $results = Invoke-In $session 'Stop-ItlOrder $awbs -Connection $box.Itl -ErrorAction SilentlyContinue'
        $run = Invoke-In $session 'Get-OrderOpsRun -Last'
        $session.Dispose()
        $results.Outcome | Sort-Object -Unique | Should -Be 'NotSent'
        $results[0].Message | Should -BeLike '*declined*'
        $box.RequestCount | Should -Be $sent
        $run.NotSent | Should -Be 12
    }
    It 'asks for each batch of its own' {
        $answering = [AnsweringHost]::new(0, 2, 0)
        $session = New-Session @{ box = $box; awbs = $awbs } $answering
        $results = Invoke-In $session 'Stop-ItlOrder $awbs -Connection $box.Itl -BatchSize 5 -ErrorAction SilentlyContinue'
        $session.Dispose()
        $answering.Screen.Questions.Count | Should -Be 3
        $results.Outcome | Group-Object | ForEach-Object { "$($_.Name) $($_.Count)" } | Sort-Object | Should -Be 'Accepted 7', 'NotSent 5'
        $results.AwbNumber | Should -Be $awbs
    }
    It 'is not asked with $ConfirmPreference None' {
        $ConfirmPreference = 'None'
        (Stop-ItlOrder $awbs[0] -Connection $box.Itl).Outcome | Should -Be 'Accepted'
    }
    It 'needs somebody: without, an error of its own names -Confirm:$false' {
        $found = Invoke-Fresh {
            Import-Module $modulePath
            $box = Start-OrderOpsSandbox
            $said = & {
                try { Stop-ItlOrder 86210010463, 86210010464 -Connection $box.Itl }
                catch { @{ Id = $_.FullyQualifiedErrorId; Text = "$_"; Remedy = $_.ErrorDetails.RecommendedAction } }
            }
            $run = Get-OrderOpsRun -Last
            @{ Said = @($said | Where-Object { $_ -is [hashtable] }); Results = @($said | Where-Object { $_ -isnot [hashtable] } | ForEach-Object Outcome)
                Requests = $box.RequestCount; In = $run.In; NotSent = $run.NotSent }
        }
        $found.Said.Id | Should -BeLike 'ConfirmationNotPossible,*'
        $found.Said.Remedy | Should -BeLike '*-Confirm:$false*'
        $found.Said.Text | Should -BeLike '*86210010463*'
        $found.Requests | Should -Be 0
        $found.In | Should -Be 2
        $found.NotSent | Should -Be 2
    }
}
