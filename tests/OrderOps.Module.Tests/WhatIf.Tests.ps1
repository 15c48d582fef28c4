BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    if (-not ('AnsweringHost' -as [type])) { Add-Type -Path "$PSScriptRoot/AnsweringHost.cs" }
}

Describe 'With -WhatIf' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'no order is sent, and the results say which would be' {
        $results = (New-Row 1), (New-Row 2 @{ pin = '1' }), (New-Row 3), (New-Row 1) |
            Send-ItlOrderSync -Connection $box.Itl -WhatIf -ErrorAction SilentlyContinue -ErrorVariable problems
        $box.RequestCount | Should -Be 0
        $results.Outcome | Should -Be 'NotSent', 'Invalid', 'NotSent', 'Skipped'
        $results[0].Message | Should -BeLike '*would be sent*'
        $results[1].Message | Should -BeLike '*pin*'
        $problems.FullyQualifiedErrorId | Should -BeLike 'ItlOrderInvalid,*'
    }
    It 'the run adds up' {
        $null = New-Rows 60 | Send-ItlOrderSync -Connection $box.Itl -WhatIf -ErrorVariable problems
        $run = Get-OrderOpsRun -Last
        $run.In, $run.NotSent, $run.Requests | Should -Be 60, 60, 0
        $problems | Should -BeNullOrEmpty
        $box.RequestCount | Should -Be 0
    }
    It 'no AWB is cancelled' {
        $results = '86210010463', 'a,b', '86210010464' | Stop-ItlOrder -Connection $box.Itl -WhatIf -ErrorAction SilentlyContinue
        $results.Outcome | Should -Be 'NotSent', 'Invalid', 'NotSent'
        $results[0].Message | Should -BeLike '*would be cancelled*'
        $box.RequestCount | Should -Be 0
    }
    It 'no connection is made or forgotten' {
        Set-OrderOpsConnection whatif -Environment Staging -WhatIf
        Get-OrderOpsConnection -Name 'whatif*' | Should -BeNullOrEmpty
        Set-OrderOpsConnection whatif -Environment Staging
        Remove-OrderOpsConnection whatif -WhatIf
        (Get-OrderOpsConnection whatif).Name | Should -Be 'whatif'
        Remove-OrderOpsConnection whatif
    }
    It 'is the same as with $WhatIfPreference' {
        $WhatIfPreference = $true
        $results = New-Rows 2 | Send-ItlOrderSync -Connection $box.Itl
        $cancelled = Stop-ItlOrder 86210010463 -Connection $box.Itl
        $WhatIfPreference = $false
        $results.Outcome | Should -Be 'NotSent', 'NotSent'
        $cancelled.Outcome | Should -Be 'NotSent'
        $box.RequestCount | Should -Be 0
    }
    It '-WhatIf:$false overrides $WhatIfPreference' {
        $WhatIfPreference = $true
        $result = New-Row | Send-ItlOrderSync -Connection $box.Itl -WhatIf:$false
        $WhatIfPreference = $false
        $result.Outcome | Should -Be 'Accepted'
    }
}

Describe 'With -Confirm' {
    BeforeEach { $box = Start-OrderOpsSandbox }
    AfterEach { Stop-OrderOpsSandbox }

    It 'each order is asked for, until somebody says yes to all' {
        $answering = [AnsweringHost]::new(0, 2, 1)
        $session = New-Session @{ box = $box; rows = (New-Rows 5) } $answering
        $results = Invoke-In $session '$rows | Send-ItlOrderSync -Connection $box.Itl -Confirm -ErrorAction SilentlyContinue -ErrorVariable problems'
        $problems = Invoke-In $session '$problems'
        $session.Dispose()
        $results.Outcome | Should -Be 'Accepted', 'NotSent', 'Accepted', 'Accepted', 'Accepted'
        $answering.Screen.Questions.Count | Should -Be 3
        $answering.Screen.Questions[0] | Should -BeLike '*Sandbox*T-1*'
        @($problems).Count | Should -Be 1
        Assert-Remedied $problems
        $box.Server.Itl.Accepted.OrderNumber | Should -Not -Contain 'T-2'
    }
    It 'and nobody to ask, it is an error of its own, and nothing is sent' {
        $found = Invoke-Fresh {
            Import-Module $modulePath
            $box = Start-OrderOpsSandbox
            $rows = Import-Csv "$repository/samples/orders.csv" | Select-Object -First 2
            $said = try { $rows | Send-ItlOrderSync -Connection $box.Itl -Confirm } catch { @{ Id = $_.FullyQualifiedErrorId; Remedy = $_.ErrorDetails.RecommendedAction } }
            $run = Get-OrderOpsRun -Last
            @{ Said = @($said | Where-Object { $_ -is [hashtable] }); Requests = $box.RequestCount; In = $run.In; NotSent = $run.NotSent }
        }
        $found.Said.Id | Should -BeLike 'ConfirmationNotPossible,*'
        $found.Said.Remedy | Should -BeLike '*-Confirm:$false*'
        $found.Requests | Should -Be 0
        $found.NotSent | Should -Be $found.In
    }
}
