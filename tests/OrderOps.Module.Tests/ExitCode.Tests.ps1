Describe 'The exit code of a task' {
    BeforeAll {
        . "$PSScriptRoot/FreshProcess.ps1"
        $env:ORDEROPS_TEST_FILE = Join-Path $repository 'samples/orders.csv'
        $seen = Invoke-Fresh {
            Import-Module $modulePath
            Remove-Item -Path env:ORDEROPS_ITL_*
            $file = $env:ORDEROPS_TEST_FILE
            $box = Start-OrderOpsSandbox -PoisonedOrder WEB-2613
            $runs = [ordered]@{
                Accepted = { Get-Content -LiteralPath $file -TotalCount 2 | ConvertFrom-Csv | Send-ItlOrderSync -Connection $box.Itl }
                NothingSaidWhere = { Send-ItlOrderSync -LiteralPath $file }
                NoCredentials = { Send-ItlOrderSync -LiteralPath $file -BaseUri $box.BaseAddress }
                OtherCredentials = { Send-ItlOrderSync -LiteralPath $file -Connection $box.Itl -AccessToken wrong }
                BatchTooLarge = { Send-ItlOrderSync -LiteralPath $file -Connection $box.Itl -BatchSize 26 }
                NoSuchConnection = { Stop-ItlOrder 86210010001 -Connection nowhere -Confirm:$false }
                NobodyToAsk = { Stop-ItlOrder 86210010001 -Connection $box.Itl }
                NoFile = { Send-ItlOrderSync -LiteralPath "$file.gone" -Connection $box.Itl -ErrorAction SilentlyContinue }
                NoFileByPath = { Send-ItlOrderSync -Path "$file.gone" -Connection $box.Itl -ErrorAction Stop }
                NoFileOfAwbs = { Stop-ItlOrder -Path "$file.gone" -Connection $box.Itl -Confirm:$false -ErrorAction SilentlyContinue }
                Rejected = { Send-ItlOrderSync -LiteralPath $file -Connection $box.Itl -ErrorAction SilentlyContinue }
                Unknown = { $null = $box.Server.Itl.Cure('WEB-2613'), $box.Server.Faults.Add('ResetBefore'); Send-ItlOrderSync -LiteralPath $file -Connection $box.Itl -ErrorAction SilentlyContinue }
            }
            foreach ($name in $runs.Keys) {
                try { $null = & $runs[$name] } catch { $null = $_ }
                $run = Get-OrderOpsRun -Last
                @{ Name = $name; RunId = $run.RunId; ExitCode = $run.ExitCode; EndedBy = $run.EndedBy; Failure = $run.Failure; IsSettled = $run.In -eq $run.Accepted + $run.Duplicate + $run.Rejected + $run.Invalid + $run.Unknown + $run.Skipped + $run.NotSent }
            }
        }
    }

    It 'is <Code> for <Name>' -ForEach @(
        @{ Name = 'Accepted'; Code = 0 }
        @{ Name = 'NothingSaidWhere'; Code = 3 }
        @{ Name = 'NoCredentials'; Code = 3 }
        @{ Name = 'OtherCredentials'; Code = 3 }
        @{ Name = 'BatchTooLarge'; Code = 3 }
        @{ Name = 'NoSuchConnection'; Code = 3 }
        @{ Name = 'NobodyToAsk'; Code = 3 }
        @{ Name = 'NoFile'; Code = 2 }
        @{ Name = 'NoFileByPath'; Code = 2 }
        @{ Name = 'NoFileOfAwbs'; Code = 2 }
        @{ Name = 'Rejected'; Code = 2 }
        @{ Name = 'Unknown'; Code = 4 }
    ) {
        $run = $seen | Where-Object Name -EQ $Name
        $run.ExitCode | Should -Be $Code
        $run.EndedBy | Should -Be $(if ($Code -eq 3) { 'Failed' } elseif ($Name -eq 'NoFileByPath') { 'Stopped' } else { 'Completed' })
        $run.IsSettled | Should -BeTrue
        [bool]$run.Failure | Should -Be ($Code -eq 3)
    }
    It 'is that of the run itself, also where it failed before it began' {
        @($seen.RunId | Select-Object -Unique).Count | Should -Be $seen.Count
    }
}

Describe 'The script for a scheduled task' {
    BeforeAll {
        . "$PSScriptRoot/FreshProcess.ps1"
        $env:ORDEROPS_TEST_FOLDER = $TestDrive
        $seen = Invoke-Fresh {
            Import-Module $modulePath
            $box = Start-OrderOpsSandbox -PoisonedOrder WEB-2613
            $shell = (Get-Process -Id $PID).Path
            $line = @(if ([IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' })
            $line += '-NoProfile', '-NonInteractive', '-File', (Join-Path $repository 'samples/Send-Orders.ps1'), '-Module', $modulePath
            $file = Join-Path $env:ORDEROPS_TEST_FOLDER 'orders.csv'
            Copy-Item -LiteralPath (Join-Path $repository 'samples/orders.csv') -Destination $file
            $task = {
                param($token, $path)
                $env:ORDEROPS_ITL_ACCESSTOKEN, $env:ORDEROPS_ITL_SECRETKEY = $token, $box.Server.Itl.SecretKey
                $said = (& $shell @line -Path $path -BaseUri $box.Itl.BaseUri -Account main -Journal (Join-Path $env:ORDEROPS_TEST_FOLDER 'task.db') 2>&1) -join "`n"
                @{ ExitCode = $LASTEXITCODE; Said = $said }
            }
            @{
                Some = & $task $box.Server.Itl.AccessToken $file
                Report = @(Get-Content -LiteralPath ([IO.Path]::ChangeExtension($file, '.failed.jsonl')) | ConvertFrom-Json | ForEach-Object { $_.order, $_.OrderOpsOutcome })
                Wrong = & $task 'wrong' $file
                Gone = & $task $box.Server.Itl.AccessToken "$file.gone.csv"
                Cured = & { $box.Server.Itl.Cure('WEB-2613'); & $task $box.Server.Itl.AccessToken $file }
                Log = Get-Content -LiteralPath ([IO.Path]::ChangeExtension($file, '.log')) -Raw
            }
        }
    }

    It 'ends with 2 and keeps the order that failed' {
        $seen.Some.ExitCode | Should -Be 2
        $seen.Report | Should -Be 'WEB-2613', 'Rejected'
    }
    It 'ends with 3 and says why when the credentials are wrong' {
        $seen.Wrong.ExitCode | Should -Be 3
        $seen.Wrong.Said | Should -BeLike '*refused the credentials*'
    }
    It 'ends with 2 and says so when there is no file' {
        $seen.Gone.ExitCode | Should -Be 2
        $seen.Gone.Said | Should -BeLike '*orders.csv.gone.csv*'
    }
    It 'is run again for what is left, and ends with 0 when all orders are there' { $seen.Cured.ExitCode | Should -Be 0 }
    It 'keeps a log without secrets, which mentions that the journal is new' {
        $seen.Log | Should -BeLike '*Its journal was made by it*'
        $seen.Log | Should -BeLike '*59 Accepted + 1 Rejected, exit code 2*'
        $seen.Log | Should -BeLike '*1 Accepted + 59 Skipped, exit code 0*'
        $seen.Log | Should -Not -BeLike '*wrong*'
    }
}
