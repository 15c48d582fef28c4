BeforeDiscovery {
    $listed = (Import-PowerShellDataFile (Join-Path $env:ORDEROPS_TEST_MODULE 'OrderOps.psd1')).CmdletsToExport
}

BeforeAll {
    . "$PSScriptRoot/FreshProcess.ps1"
}

Describe 'The help of <_>' -ForEach $listed {
    BeforeAll {
        $name = $_
        if (-not $script:pages) {
            $script:pages = Invoke-Fresh {
                Import-Module $modulePath
                $engine = [Management.Automation.Cmdlet]::CommonParameters
                $text = { (@($args[0].Text) -join ' ').Trim() }
                foreach ($command in Get-Command -Module OrderOps) {
                    $help = Get-Help $command.Name -Full
                    @{
                        Name = $command.Name
                        Synopsis = $help.Synopsis
                        Description = & $text $help.description
                        Inputs = @($help.inputTypes.inputType | ForEach-Object { "$($_.type.name)=$(& $text $_.description)" })
                        Outputs = @($help.returnValues.returnValue | ForEach-Object { "$($_.type.name)=$(& $text $_.description)" })
                        Examples = @($help.examples.example).Count
                        # Asked for one by one, as people do.
                        Silent = @($command.Parameters.Keys | Where-Object { $_ -notin $engine } |
                                Where-Object { -not (& $text (Get-Help $command.Name -Parameter $_).description) })
                        Written = @($help.syntax.syntaxItem | ForEach-Object {
                                ($_.parameter | Where-Object { $_ } | ForEach-Object { "$($_.name):$($_.required):$($_.position)" } | Sort-Object) -join ' '
                            } | Sort-Object)
                        Declared = @($command.ParameterSets | ForEach-Object {
                                ($_.Parameters | Where-Object Name -NotIn $engine | ForEach-Object {
                                    $position = if ($_.Position -ge 0) { $_.Position } else { 'named' }
                                    "$($_.Name):$("$($_.IsMandatory)".ToLowerInvariant()):$position"
                                } | Sort-Object) -join ' '
                            } | Sort-Object)
                    }
                }
            }
        }
        $page = $script:pages | Where-Object Name -EQ $name
    }

    It 'has a synopsis of its own' {
        $page.Synopsis | Should -Match '^[A-Z].{15,}\.$'
        $page.Synopsis | Should -Not -BeLike "$name *"
    }
    It 'has a description' { $page.Description.Length | Should -BeGreaterThan 40 }
    It 'describes every parameter' { $page.Silent | Should -BeNullOrEmpty }
    It 'says what goes in' { $page.Inputs | Should -Match '^[\w.]+=.{10,}' }
    It 'says what comes out' { $page.Outputs | Should -Match '^[\w.]+=.{10,}' }
    It 'has three examples or more' { $page.Examples | Should -BeGreaterOrEqual 3 }
    It 'has the syntax of each parameter set' { $page.Written | Should -Be $page.Declared }
}

Describe 'The examples of <_>' -ForEach $listed {
    BeforeAll {
        $name = $_
        if (-not $script:examples) {
            $env:ORDEROPS_TEST_FOLDER = (New-Item -ItemType Directory -Path (Join-Path $TestDrive 'examples')).FullName
            $script:examples = Invoke-Fresh {
                # What the pages take for granted: the sample files here, somebody who types, and a vault.
                $prepare = {
                    param($modulePath, $folder)
                    Import-Module $modulePath
                    Set-Location -LiteralPath $folder
                    function global:New-Secret([string] $Text) { $secret = [securestring]::new(); $Text.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }; $secret }
                    function global:Read-Host([string] $Prompt, [switch] $AsSecureString) { if ($AsSecureString) { New-Secret "typed at $Prompt" } else { 'typed' } }
                    function global:Get-Secret([string] $Name) { New-Secret "kept as $Name" }
                }
                Import-Module $modulePath
                # Jobs find the module by its name, as where it is installed.
                $env:PSModulePath = (Split-Path $modulePath) + [IO.Path]::PathSeparator + $env:PSModulePath
                foreach ($command in Get-Command -Module OrderOps) {
                    $number = 0
                    foreach ($example in (Get-Help $command.Name -Full).examples.example) {
                        $number++
                        $folder = Join-Path $env:ORDEROPS_TEST_FOLDER "$($command.Name)-$number"
                        $null = New-Item -ItemType Directory -Path $folder
                        Copy-Item -Path (Join-Path $repository 'samples/*.csv') -Destination $folder
                        Remove-Item -Path env:ORDEROPS_ITL_*
                        $shell = [powershell]::Create()
                        $failure = $null
                        $written = 0
                        try {
                            $null = $shell.AddScript($prepare).AddArgument($modulePath).AddArgument($folder).Invoke()
                            $shell.Commands.Clear()
                            $written = $shell.AddScript($example.code).Invoke().Count
                            $null = $shell.Commands.Clear()
                            $null = $shell.AddScript('Stop-OrderOpsSandbox').Invoke()
                        }
                        catch {
                            $failure = $_.Exception.InnerException.Message
                        }
                        @{
                            Command = $command.Name
                            Title = $example.title
                            Code = $example.code
                            Written = $written
                            Failures = @(@($failure) + @($shell.Streams.Error | ForEach-Object { "$_" }) | Where-Object { $_ } | ForEach-Object { "$($example.title): $_" })
                        }
                        $shell.Dispose()
                    }
                }
            }
        }
        $own = @($script:examples | Where-Object Command -EQ $name)
    }

    It 'run as they are written' {
        $own.Count | Should -BeGreaterOrEqual 3
        $own.Failures | Should -BeNullOrEmpty
    }
    It 'use the cmdlet' { $own.Code | Where-Object { $_ -notmatch $name } | Should -BeNullOrEmpty }
    It 'show something, where there is something to show' {
        $silent = @($own | Where-Object Written -EQ 0)
        $silent.Count | Should -Be $(if ($name -eq 'Remove-OrderOpsConnection') { $own.Count } else { 0 })
    }
}

Describe 'Help that drifts from the cmdlets' {
    BeforeAll {
        $env:ORDEROPS_TEST_PAGES = Join-Path $TestDrive 'pages'
        Copy-Item -LiteralPath (Join-Path $repository 'docs/cmdlets') -Destination $env:ORDEROPS_TEST_PAGES -Recurse
        Push-Location $env:ORDEROPS_TEST_PAGES
        (Get-Content Stop-ItlOrder.md -Raw) -replace '### -BatchSize', '### -Gone' | Set-Content Stop-ItlOrder.md
        (Get-Content common-parameters.md -Raw) -replace '## -TimeoutSec', '## -Other' | Set-Content common-parameters.md
        (Get-Content Get-OrderOpsTrace.md -Raw) -replace '(?s)### Example 3.*', '' | Set-Content Get-OrderOpsTrace.md
        Rename-Item Test-ItlOrder.md Taste-ItlOrder.md
        Pop-Location
        $said = Invoke-Fresh {
            $out = Join-Path $env:ORDEROPS_TEST_PAGES 'help.xml'
            $shell = (Get-Process -Id $PID).Path
            $line = @(if ([IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' })
            $line += '-NoProfile', '-File', (Join-Path $repository 'build/New-HelpFile.ps1'), '-ModulePath', $modulePath, '-OutFile', $out, '-Pages', $env:ORDEROPS_TEST_PAGES
            $ErrorActionPreference = 'Continue'
            $words = (& $shell @line 2>&1) -join "`n"
            @{ Words = $words; Code = $LASTEXITCODE; Made = Test-Path $out }
        }
    }

    It 'fails the build' { $said.Code | Should -Be 1 }
    It 'makes no help file' { $said.Made | Should -BeFalse }
    It 'names <_>' -ForEach @(
        '-BatchSize of Stop-ItlOrder is described neither'
        'Stop-ItlOrder.md describes -Gone'
        '-TimeoutSec of Send-ItlOrderSync is described neither'
        'common-parameters.md describes -Other'
        'Get-OrderOpsTrace.md has 2 examples'
        'Test-ItlOrder has no page'
        'Taste-ItlOrder.md is about no cmdlet'
    ) { $said.Words | Should -BeLike "*$_*" }
}

Describe 'The topic about_OrderOps' {
    It 'is found' {
        Invoke-Fresh {
            Import-Module $modulePath
            Get-Help about_OrderOps | Out-String
        } | Should -BeLike '*ORDEROPS_ITL_ACCESSTOKEN*'
    }
}
