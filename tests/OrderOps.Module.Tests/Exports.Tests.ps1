BeforeDiscovery {
    $listed = (Import-PowerShellDataFile (Join-Path $env:ORDEROPS_TEST_MODULE 'OrderOps.psd1')).CmdletsToExport
}

Describe 'What the module exports' {
    BeforeAll {
        . "$PSScriptRoot/FreshProcess.ps1"
        $manifest = Import-PowerShellDataFile (Join-Path $modulePath 'OrderOps.psd1')
        $seen = Invoke-Fresh {
            $before = @{ Variables = (Get-Variable -Scope Global).Name; Aliases = (Get-Alias).Name }
            Import-Module $modulePath
            $cmdlets = [AppDomain]::CurrentDomain.GetAssemblies().Where{ $_.GetName().Name -eq 'OrderOps.PowerShell' }.GetTypes().
                Where{ $_.IsSubclassOf([Management.Automation.Cmdlet]) -and -not $_.IsAbstract }
            @{
                Commands = @(Get-Command -Module OrderOps | ForEach-Object Name)
                Kinds = @(Get-Command -Module OrderOps | ForEach-Object { "$($_.CommandType)" } | Sort-Object -Unique)
                Declared = @($cmdlets.ForEach{
                        $name = $_.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)[0]
                        "$($name.VerbName)-$($name.NounName)"
                    })
                Open = @($cmdlets.Where{ -not $_.IsSealed }.ForEach{ $_.Name })
                Variables = @((Get-Variable -Scope Global).Name.Where{ $_ -notin $before.Variables -and $_ -ne 'before' })
                Aliases = @((Get-Alias).Name.Where{ $_ -notin $before.Aliases })
                Version = (Get-Module OrderOps).Version.ToString()
            }
        }
    }

    It 'is exactly what the manifest lists' {
        $seen.Commands | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
    }
    It 'is every cmdlet of the assembly' {
        $seen.Declared | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
    }
    It 'are cmdlets only' { $seen.Kinds | Should -Be 'Cmdlet' }
    It 'are sealed classes' { $seen.Open | Should -BeNullOrEmpty }
    It 'leaves no variable behind' { $seen.Variables | Should -BeNullOrEmpty }
    It 'brings no alias' { $seen.Aliases | Should -BeNullOrEmpty }
    It 'has the version of the manifest' { $seen.Version | Should -Be $manifest.ModuleVersion }
    It 'uses approved verbs: <_>' -ForEach $listed {
        ($_ -split '-')[0] | Should -BeIn (Get-Verb).Verb
    }
}

Describe 'The manifest' {
    BeforeAll {
        . "$PSScriptRoot/FreshProcess.ps1"
        $manifest = Test-ModuleManifest (Join-Path $modulePath 'OrderOps.psd1')
    }

    It 'serves both editions' { $manifest.CompatiblePSEditions | Should -Be 'Desktop', 'Core' }
    It 'serves 5.1' { $manifest.PowerShellVersion | Should -Be '5.1' }
    It 'has tags' { $manifest.Tags | Should -Not -BeNullOrEmpty }
    It 'exports by name, so that commands are found without loading the module' {
        $raw = Import-PowerShellDataFile $manifest.Path
        foreach ($kind in 'Functions', 'Cmdlets', 'Variables', 'Aliases') { $raw["${kind}ToExport"] | Should -Not -Contain '*' }
        $raw.CmdletsToExport | Should -Not -BeNullOrEmpty
    }
}

Describe 'The files' {
    BeforeAll {
        . "$PSScriptRoot/FreshProcess.ps1"
        $files = Get-ChildItem -LiteralPath $modulePath -File -Recurse | ForEach-Object { $_.FullName.Substring($modulePath.Length + 1) -replace '\\', '/' }
    }

    It 'are those that a user needs' {
        $files | Where-Object { $_ -notmatch '^(LICENSE|OrderOps\.(psd1|psm1|Format\.ps1xml|Types\.psd1|Types\.ps1xml)|en-US/[^/]+\.(txt|xml)|bin/OrderOps\.Loader\.dll|bin/lib/[^/]+\.dll|bin/native/[^/]+/(lib)?e_sqlite3\.(dll|so|dylib))$' } |
            Should -BeNullOrEmpty
    }
    It 'hold no engine of PowerShell' { $files -match 'System\.Management\.Automation|Microsoft\.PowerShell' | Should -BeNullOrEmpty }
    It 'hold no test code' { $files -match 'xunit|Tests' | Should -BeNullOrEmpty }
    It 'hold the licence' { $files | Should -Contain 'LICENSE' }
}
