BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    . "$PSScriptRoot/Posting.ps1"
}

Describe 'Completing by hand' {
    BeforeEach {
        $prefix = New-Prefix
        $inbox = New-InboxPath
        $open = @{ Prefix = $prefix; Inbox = $inbox; AllowAnonymous = $true; ManualAck = $true }
    }

    It 'settles what is done, and only that' {
        Receive-Posted ($open + @{ Count = 2 }) { Send-Body $prefix (New-Body 1), (New-Body 2) } | Where-Object MessageId -EQ 1 | Complete-OmniPosting
        $left = Receive-OmniPosting -Drain -Inbox $inbox -ManualAck
        $left.MessageId, $left.Delivery, $left.Attempt | Should -Be 2, 'Redelivered', 2
        Complete-OmniPosting $left.InboxId -Inbox $inbox
        Receive-OmniPosting -Drain -Inbox $inbox | Should -BeNullOrEmpty
    }
    It 'emits what failed again, and puts it aside after its last attempt' {
        $attempts = Receive-Posted ($open + @{ MaxAttempt = 3; Count = 3 }) { Send-Body $prefix (New-Body 1) } | ForEach-Object { $_ | Complete-OmniPosting -Failed -Reason 'no room'; $_.Attempt }
        $attempts | Should -Be 1, 2, 3
        Receive-OmniPosting -Drain -Inbox $inbox | Should -BeNullOrEmpty
        $aside = Get-OmniPosting -State Failed -Inbox $inbox
        $aside.MessageId, $aside.Reason | Should -Be 1, 'no room'
        $aside | Complete-OmniPosting
        (Get-OmniPosting -State Delivered -Inbox $inbox).MessageId | Should -Be 1
    }
    It 'lets more attempts be said of one that failed' {
        Receive-Posted ($open + @{ MaxAttempt = 1; Count = 1 }) { Send-Body $prefix (New-Body 1) } | Complete-OmniPosting -Failed -Reason 'no room' -MaxAttempt 2
        (Receive-OmniPosting -Drain -Inbox $inbox).Attempt | Should -Be 2
    }
    It 'settles nothing with -WhatIf' {
        Receive-Posted ($open + @{ Count = 1 }) { Send-Body $prefix (New-Body 1) } | Complete-OmniPosting -WhatIf
        @(Receive-OmniPosting -Drain -Inbox $inbox).Count | Should -Be 1
    }
    It 'says which posting there is none of' {
        Receive-Posted ($open + @{ Count = 1 }) { Send-Body $prefix (New-Body 1) } | Complete-OmniPosting
        Complete-OmniPosting 4711 -Inbox $inbox -ErrorAction SilentlyContinue -ErrorVariable problems
        Assert-Remedied $problems
        $problems.FullyQualifiedErrorId | Should -BeLike 'PostingNotFound,*'
        "$problems" | Should -BeLike '*4711*'
    }
}
