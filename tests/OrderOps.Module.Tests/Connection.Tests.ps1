BeforeAll {
    . "$PSScriptRoot/Rig.ps1"
    $secret = ConvertTo-SecureString 'k-123456' -AsPlainText -Force
}

Describe 'Connections of the session' {
    BeforeEach { $box = Start-OrderOpsSandbox; $server = $box.Server.Itl }
    AfterEach {
        Stop-OrderOpsSandbox
        Get-OrderOpsConnection | Remove-OrderOpsConnection
    }

    It 'are made, found, used and forgotten by name' {
        Set-OrderOpsConnection shop -BaseUri $server.BaseAddress -AccessToken $server.AccessToken -SecretKey $server.SecretKey | Should -BeNullOrEmpty
        (Get-OrderOpsConnection SHOP).BaseUri | Should -Be $server.BaseAddress
        (New-Row | Send-ItlOrderSync -Connection Shop).Outcome | Should -Be 'Accepted'
        (Get-OrderOpsRun -Last).Connection | Should -Be 'shop'
        Remove-OrderOpsConnection shop
        Get-OrderOpsConnection | Should -BeNullOrEmpty
    }
    It 'are taken as objects' {
        $made = Set-OrderOpsConnection shop -BaseUri $server.BaseAddress -AccessToken $server.AccessToken -SecretKey $server.SecretKey -PassThru
        (New-Row | Send-ItlOrderSync -Connection $made).Outcome | Should -Be 'Accepted'
    }
    It 'keep what is not given' {
        Set-OrderOpsConnection shop -Environment Staging -AccessToken a -SecretKey b
        Set-OrderOpsConnection shop -ApiVersion v3
        $kept = Get-OrderOpsConnection shop
        $kept.Environment, $kept.ApiVersion | Should -Be 'Staging', 'v3'
        $kept.Credentials | Should -Be 'AccessToken', 'SecretKey'
        Set-OrderOpsConnection shop -BaseUri https://example.com/itl
        (Get-OrderOpsConnection shop).Environment | Should -BeNullOrEmpty
        (Get-OrderOpsConnection shop).ApiVersion | Should -Be 'v3'
    }
    It 'decide the version of the sync' {
        Set-OrderOpsConnection shop -BaseUri $server.BaseAddress -AccessToken $server.AccessToken -SecretKey $server.SecretKey -ApiVersion v3
        $null = New-Row | Send-ItlOrderSync -Connection shop
        $box.Requests[0].Path | Should -BeLike '*/api_v3/*'
    }
    It 'are found by wildcards, and forgotten from the pipeline' {
        'north', 'south', 'west' | ForEach-Object { Set-OrderOpsConnection $_ -Environment Staging }
        (Get-OrderOpsConnection *th).Name | Should -Be 'north', 'south'
        Get-OrderOpsConnection *th | Remove-OrderOpsConnection
        (Get-OrderOpsConnection).Name | Should -Be 'west'
    }
    It 'that there are not are an error that names those that there are: <_>' -ForEach 'Get', 'Remove' {
        Set-OrderOpsConnection north -Environment Staging
        & "$_-OrderOpsConnection" noth -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.FullyQualifiedErrorId | Should -BeLike 'ConnectionNotFound,*'
        "$($problems[0])" | Should -BeLike '*noth*north*'
        Assert-Remedied $problems
    }
    It 'that there are not end a run before it begins' {
        $failure = Get-Failure { New-Row | Send-ItlOrderSync -Connection noth }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionNotFound,*'
        Assert-Remedied $failure
    }
    It 'that lost their credentials on the way are refused' {
        $copy = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($box.Itl))
        $failure = Get-Failure { New-Row | Send-ItlOrderSync -Connection $copy }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionNotUsable,*'
        Assert-Remedied $failure
    }
    It 'are the session''s own' {
        Set-OrderOpsConnection mine -Environment Staging
        $other = New-Session
        Invoke-In $other 'Get-OrderOpsConnection' | Should -BeNullOrEmpty
        $other.Dispose()
    }
    It 'are refused with a web address that is none: <_>' -ForEach 'example.com', 'ftp://example.com', 'https://', 'https://user:pass@example.com/', 'https://example.com/?a=1' {
        $address = $_
        $failure = Get-Failure { Set-OrderOpsConnection shop -BaseUri $address }
        Assert-Remedied $failure
        "$failure" | Should -Not -BeLike '*:pass*'
    }
}

Describe 'Where to and as whom' {
    BeforeEach { $box = Start-OrderOpsSandbox; $server = $box.Server.Itl }
    AfterEach {
        Stop-OrderOpsSandbox
        $env:ORDEROPS_ITL_ACCESSTOKEN = $env:ORDEROPS_ITL_SECRETKEY = $null
    }

    It 'has to be said: production is never a default' {
        $failure = Get-Failure { New-Row | Send-ItlOrderSync -AccessToken a -SecretKey b }
        $failure.FullyQualifiedErrorId | Should -BeLike 'EnvironmentMissing,*'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-Environment*-BaseUri*-Connection*'
        Assert-Remedied $failure
    }
    It 'must not be said twice' {
        $failure = Get-Failure { New-Row | Send-ItlOrderSync -Environment Staging -BaseUri https://example.com -AccessToken a -SecretKey b }
        Assert-Remedied $failure
    }
    It 'may be an address, with strings' {
        (New-Row | Send-ItlOrderSync -BaseUri $server.BaseAddress -AccessToken $server.AccessToken -SecretKey $server.SecretKey).Outcome | Should -Be 'Accepted'
    }
    It 'may be an address, with SecureStrings' {
        $token = ConvertTo-SecureString $server.AccessToken -AsPlainText -Force
        $key = ConvertTo-SecureString $server.SecretKey -AsPlainText -Force
        (New-Row | Send-ItlOrderSync -BaseUri $server.BaseAddress -AccessToken $token -SecretKey $key).Outcome | Should -Be 'Accepted'
    }
    It 'may be in the environment' {
        $env:ORDEROPS_ITL_ACCESSTOKEN = $server.AccessToken
        $env:ORDEROPS_ITL_SECRETKEY = $server.SecretKey
        (New-Row | Send-ItlOrderSync -BaseUri $server.BaseAddress).Outcome | Should -Be 'Accepted'
    }
    It 'goes by the parameter before the connection before the environment' {
        $env:ORDEROPS_ITL_ACCESSTOKEN = $env:ORDEROPS_ITL_SECRETKEY = 'wrong'
        (New-Row 1 | Send-ItlOrderSync -Connection $box.Itl).Outcome | Should -Be 'Accepted'
        $failure = Get-Failure { New-Row 2 | Send-ItlOrderSync -Connection $box.Itl -AccessToken wrong }
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
    }
    It 'needs <Missing>: the error names parameter and variable' -ForEach @{ Missing = 'AccessToken'; Given = 'SecretKey' }, @{ Missing = 'SecretKey'; Given = 'AccessToken' } {
        $one = @{ $Given = 'x' }
        $failure = Get-Failure { New-Row | Send-ItlOrderSync -Environment Staging @one }
        $failure.FullyQualifiedErrorId | Should -BeLike 'CredentialsMissing,*'
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $failure.ErrorDetails.RecommendedAction | Should -BeLike "*-$Missing*ORDEROPS_ITL_$($Missing.ToUpperInvariant())*"
    }
    It 'is never http to another machine' {
        $journal = Join-Path $TestDrive 'none.db'
        $failure = Get-Failure { New-Row | Send-ItlOrderSync -BaseUri http://example.com -AccessToken a -SecretKey b -Journal $journal }
        $journal | Should -Not -Exist
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*-AllowUnencrypted*'
        Assert-Remedied $failure
        $failure = Get-Failure { Set-OrderOpsConnection shop -BaseUri http://example.com }
        Assert-Remedied $failure
    }
    It 'is http to another machine only where that is allowed by name' {
        $result = New-Row | Send-ItlOrderSync -BaseUri http://example.com -AllowUnencrypted -AccessToken a -SecretKey b -WhatIf
        $result.Outcome | Should -Be 'NotSent'
    }
    It 'where nobody listens is NotSent, with one error, and the breaker ends the waiting' {
        $address = $server.BaseAddress
        Stop-OrderOpsSandbox $box
        $results = New-Rows 3 | Send-ItlOrderSync -BaseUri $address -AccessToken a1234 -SecretKey b1234 -MaximumRetryCount 0 -ErrorAction SilentlyContinue -ErrorVariable problems
        $results.Outcome | Should -Be 'NotSent', 'NotSent', 'NotSent'
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'OrdersNotSent,*'
        Assert-Remedied $problems
    }
    It 'warns where certificates go unchecked' {
        $null = New-Row | Send-ItlOrderSync -Connection $box.Itl -SkipCertificateCheck -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -BeLike '*certificate*'
    }
    It 'with wrong credentials is one terminating error, and no order is lost' {
        $kept = [Collections.Generic.List[object]]::new()
        $failure = Get-Failure { New-Rows 60 | Send-ItlOrderSync -BaseUri $server.BaseAddress -AccessToken wrong -SecretKey wrong -ThrottleLimit 1 | ForEach-Object { $kept.Add($_) } }
        $failure.FullyQualifiedErrorId | Should -BeLike 'ItlCredentialsRefused,*'
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $kept.Outcome | Sort-Object -Unique | Should -Be 'NotSent'
        $run = Get-OrderOpsRun -Last
        $run.In | Should -Be $kept.Count
        Get-Sum $run | Should -Be $run.In
        $run.ExitCode | Should -Be 3
        $box.RequestCount | Should -Be 1
    }
}

Describe 'Get-OrderOpsRun' {
    BeforeAll { $box = Start-OrderOpsSandbox }
    AfterAll { Stop-OrderOpsSandbox }

    It 'finds the run of a result' {
        $result = New-Row | Send-ItlOrderSync -Connection $box.Itl
        $null = New-Row | Send-ItlOrderSync -Connection $box.Itl
        ($result | Get-OrderOpsRun).RunId | Should -Be $result.RunId
        (Get-OrderOpsRun $result.RunId).Accepted | Should -Be 1
        (Get-OrderOpsRun).Count | Should -BeGreaterOrEqual 2
    }
    It 'says which run there is not' {
        Get-OrderOpsRun nosuchrun -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.Count | Should -Be 1
        Assert-Remedied $problems
    }
}

Describe 'The sandbox' {
    It 'on a port that is taken is an error that says what to do' {
        $box = Start-OrderOpsSandbox
        $failure = Get-Failure { Start-OrderOpsSandbox -Port $box.BaseAddress.Port }
        $failure.FullyQualifiedErrorId | Should -BeLike 'SandboxNotStarted,*'
        Assert-Remedied $failure
        Stop-OrderOpsSandbox
    }
    It 'is stopped from the pipeline, and can be asked afterwards' {
        $box = Start-OrderOpsSandbox -PoisonedOrder 'T-2'
        $null = New-Rows 3 | Send-ItlOrderSync -Connection $box.Itl -ErrorAction SilentlyContinue
        $box | Stop-OrderOpsSandbox
        $box.Stopped | Should -BeTrue
        $box.Server.Itl.Accepted.OrderNumber | Sort-Object | Should -Be 'T-1', 'T-3'
    }
}
