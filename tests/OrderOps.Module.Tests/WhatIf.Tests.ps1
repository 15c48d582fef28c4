BeforeAll { . "$PSScriptRoot/Rig.ps1" }

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
