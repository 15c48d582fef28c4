BeforeAll {
    . "$PSScriptRoot/Rig.ps1"

    # All forms in which a credential could be read.
    function Get-Forms([string[]] $Secrets) {
        foreach ($secret in $Secrets) {
            $secret
            [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($secret))
            $secret.Substring(0, 12)
        }
    }

    # Everything that a person or a log could see of what a script does.
    function Get-Everything([scriptblock] $Script) {
        $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
        $global:Error.Clear()
        $seen = try { & $Script *>&1 } catch { $_ }
        $objects = @($seen) + @($global:Error) + @(Get-OrderOpsTrace) + @(Get-OrderOpsTrace -IncludePersonalData) + @(Get-OrderOpsRun -Last) + @(Get-OrderOpsConnection)
        $objects | Out-String -Width 4096
        $objects | Format-List * -Force | Out-String -Width 4096
        $objects | ForEach-Object { "$_" }
        foreach ($record in $global:Error) {
            if (Get-Command Get-Error -ErrorAction Ignore) { Get-Error -InputObject $record | Out-String -Width 4096 }
            $record.InvocationInfo | Format-List * -Force | Out-String -Width 4096
            $record.Exception.ToString()
            $record.ErrorDetails | Format-List * -Force | Out-String -Width 4096
            $record.ScriptStackTrace
        }
        @($objects | Where-Object { $_ -isnot [Management.Automation.ErrorRecord] }) | ConvertTo-Json -Depth 4 -WarningAction SilentlyContinue
        $objects | ForEach-Object { [Management.Automation.PSSerializer]::Serialize($_, 3) }
    }

    function Assert-Silent([string] $Text, [string[]] $Secrets) {
        $Text.Length | Should -BeGreaterThan 200
        foreach ($form in Get-Forms $Secrets) {
            if ($Text.Contains($form)) {
                $at = $Text.IndexOf($form)
                throw "A secret shows: ...$($Text.Substring([Math]::Max(0, $at - 200), [Math]::Min(300, $Text.Length - [Math]::Max(0, $at - 200))))"
            }
        }
    }
}

Describe 'Credentials' {
    BeforeEach {
        $box = Start-OrderOpsSandbox
        $address = $box.Server.Itl.BaseAddress
        $token = $box.Server.Itl.AccessToken
        $key = $box.Server.Itl.SecretKey
        $secureToken = ConvertTo-SecureString $token -AsPlainText -Force
        $secureKey = ConvertTo-SecureString $key -AsPlainText -Force
        Set-OrderOpsConnection secret -BaseUri $address -AccessToken $token -SecretKey $key
        $ways = @{
            Variable = @{ BaseUri = $address; AccessToken = $token; SecretKey = $key }
            SecureString = @{ BaseUri = $address; AccessToken = $secureToken; SecretKey = $secureKey }
            Connection = @{ Connection = 'secret' }
            Environment = @{ BaseUri = $address }
        }
        $env:ORDEROPS_ITL_ACCESSTOKEN = $token
        $env:ORDEROPS_ITL_SECRETKEY = $key
    }
    AfterEach {
        $env:ORDEROPS_ITL_ACCESSTOKEN = $env:ORDEROPS_ITL_SECRETKEY = $null
        Get-OrderOpsConnection | Remove-OrderOpsConnection
        Stop-OrderOpsSandbox
    }

    It 'would be seen <_>' -ForEach 'in a message', 'in an error', 'in an object', 'on the command line' {
        $where = $_
        $seen = Get-Everything {
            $null = New-Rows 2 | Send-ItlOrderSync -Connection secret
            switch ($where) {
                'in a message' { Write-Verbose "as $token" }
                'in an error' { Write-Error 'no' -TargetObject @{ as = $token } }
                'in an object' { [pscustomobject]@{ as = $token } }
                'on the command line' { Invoke-Expression "New-Row | Send-ItlOrderSync -Connection secret -BatchSize 99 -AccessToken $token" }
            }
        }
        { Assert-Silent "$seen" $token, $key } | Should -Throw '*A secret shows*'
    }
    It 'passed by <_> appear nowhere when all goes well or orders fail' -ForEach 'Variable', 'SecureString', 'Connection', 'Environment' {
        $as = $ways[$_]
        $box.Server.Itl.RefusePin('999999')
        $text = Get-Everything {
            (New-Row 1), (New-Row 2 @{ pin = '999999' }), (New-Row 3 @{ pin = 'x' }) | Send-ItlOrderSync @as
            Stop-ItlOrder $box.Server.Itl.AwbNumbers[0], 'a,b', 123 @as -Confirm:$false
            Stop-ItlOrder 124 @as -WhatIf
        }
        "$text" | Should -BeLike '*Pincode does not exists*'
        Assert-Silent "$text" $token, $key
    }
    It 'appear nowhere when the service says <Name> and repeats them' -ForEach @(
        @{ Name = 'a refusal'; Text = '{{"status":"error","status_code":200,"html_message":"Invalid Access Token And Secret Key. {0} / {1}"}}' }
        @{ Name = 'a remark'; Text = '{{"status":"success","data":{{"1":{{"status":"error","remark":"bad: access_token={0} and {1}","refnum":"{0}"}}}}}}' }
        @{ Name = 'an echo'; Text = '{{"status":"error","html_message":"got {{\"access_token\":\"{0}\",\"secret_key\":\"{1}\"}}"}}' }
        @{ Name = 'HTML'; Text = '<html><title>{0}</title><body>{1}</body></html>' }
        @{ Name = 'garbage'; Text = 'boom {0} {1' + '}' }
        @{ Name = 'an error'; Text = 'access_token: {0}, secret_key: {1}'; Status = 500 }
        @{ Name = 'a bad request'; Text = '{{"error":"{0}","secret":"{1}"}}'; Status = 400 }
        @{ Name = 'unauthorised'; Text = '{{"message":"{0} {1}"}}'; Status = 401 }
        @{ Name = 'not found'; Text = '{0} {1}'; Status = 404 }
    ) {
        $as = $ways.Variable
        foreach ($time in 1..2) { Add-Reply $box ($Text -f $token, $key) $(if ($Status) { $Status } else { 200 }) }
        $seen = Get-Everything {
            New-Row 1 | Send-ItlOrderSync @as -MaximumRetryCount 0
            Stop-ItlOrder 123 @as -Confirm:$false -MaximumRetryCount 0
        }
        $box.RequestCount | Should -BeGreaterThan 0
        Assert-Silent "$seen" $token, $key
    }
    It 'appear nowhere when <_>' -ForEach 'ResetBefore', 'ResetAfter', 'Truncated', 'Redirect' {
        $null = $box.Server.Faults.Add($_, -1)
        $as = $ways.Variable
        $seen = Get-Everything { New-Row 1 | Send-ItlOrderSync @as -MaximumRetryCount 0 }
        Assert-Silent "$seen" $token, $key
    }
    It 'appear nowhere when nobody listens, or the time runs out' {
        $as = $ways.Variable
        $null = $box.Server.Faults.Add('Delay', 1, @{ Seconds = 60 })
        $seen = Get-Everything {
            New-Row 1 | Send-ItlOrderSync @as -TimeoutSec 1
            Stop-OrderOpsSandbox
            New-Row 1 | Send-ItlOrderSync @as -MaximumRetryCount 0
        }
        Assert-Silent "$seen" $token, $key
    }
    It 'appear nowhere when the command itself is wrong' {
        $as = $ways.Variable
        $seen = Get-Everything {
            New-Row 1 | Send-ItlOrderSync @as -BatchSize 99
            New-Row 1 | Send-ItlOrderSync @as -Environment Staging
            New-Row 1 | Send-ItlOrderSync -Connection $token -AccessToken $token
        }
        # A credential in the place of a connection's name can't be told from a name.
        $seen = "$seen".Replace("'$token'", '').Replace("-Name $token", '').Replace("TargetObject : $token", '')
        $seen.Contains($key) | Should -BeFalse
    }
    It 'appear nowhere when they are of a kind that is not taken' {
        $odd = [pscustomobject]@{ Token = $token; Key = $key }
        $seen = Get-Everything { New-Row 1 | Send-ItlOrderSync -BaseUri $address -AccessToken $odd -SecretKey @($key, $key) }
        Assert-Silent "$seen" $token, $key
    }
    It 'are REDACTED in the trace, and people are masked in it' {
        $as = $ways.Variable
        $null = New-Row 1 @{ name = 'Rohan Sharma'; email = 'rohan@example.com' } | Send-ItlOrderSync @as
        $masked = Get-OrderOpsTrace | Format-List * | Out-String -Width 9999
        $masked | Should -BeLike '*REDACTED*'
        $masked | Should -Not -Match 'Rohan|9885797798|rohan@example|Shreeji'
        $open = Get-OrderOpsTrace -IncludePersonalData | Format-List * | Out-String -Width 9999
        $open | Should -Match 'Rohan Sharma'
        $open | Should -BeLike '*REDACTED*'
    }
    It 'are not in a transcript' {
        $found = Invoke-Fresh {
            Import-Module $modulePath
            $box = Start-OrderOpsSandbox
            $token = $box.Server.Itl.AccessToken
            $key = $box.Server.Itl.SecretKey
            $box.Server.Itl.RefusePin('999999')
            $rows = Import-Csv "$repository/samples/orders.csv" | Select-Object -First 3
            $rows[1].pin = '999999'
            $file = Join-Path ([IO.Path]::GetTempPath()) "orderops-$([guid]::NewGuid()).txt"
            $null = Start-Transcript -LiteralPath $file -IncludeInvocationHeader
            $ErrorActionPreference = 'Continue'
            & {
                $VerbosePreference = $DebugPreference = 'Continue'
                $rows | Send-ItlOrderSync -BaseUri $box.Itl.BaseUri -AccessToken $token -SecretKey $key | Format-List * | Out-Host
                try { $rows | Send-ItlOrderSync -BaseUri $box.Itl.BaseUri -AccessToken $token -SecretKey 'other' | Out-Host } catch { $_ | Format-List * -Force | Out-Host; if (Get-Command Get-Error -ErrorAction Ignore) { Get-Error | Out-Host } }
                Get-OrderOpsTrace | Format-List * | Out-Host
            } *>&1 | Out-Host
            $null = Stop-Transcript
            $text = Get-Content -Raw -LiteralPath $file
            Remove-Item -LiteralPath $file
            @{ Length = $text.Length; Token = $text.Contains($token); Key = $text.Contains($key); Ran = $text -match 'Pincode' -and $text -match 'ItlCredentialsRefused' }
        }
        $found.Ran | Should -BeTrue
        $found.Token, $found.Key | Should -Be $false, $false
    }
}
