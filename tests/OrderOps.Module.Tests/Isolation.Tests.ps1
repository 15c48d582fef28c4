BeforeDiscovery {
    # Windows PowerShell has no load contexts to look into.
    $core = $PSVersionTable.PSEdition -eq 'Core'
}

Describe 'The load context' -Skip:(-not $core) {
    BeforeAll {
        . "$PSScriptRoot/FreshProcess.ps1"
        . "$PSScriptRoot/OtherModule.ps1"
        $others = @{}
        foreach ($kind in 'Older', 'Newer') { $others[$kind] = New-OtherModule $kind $TestDrive }

        # One order through all that the module is made of.
        $env:ORDEROPS_TEST_WORK = Join-Path $TestDrive 'Work.ps1'
        Set-Content -LiteralPath $env:ORDEROPS_TEST_WORK -Value @'
            $box = Start-OrderOpsSandbox
            Import-Csv "$repository/samples/orders.csv" | ConvertTo-ItlOrder | Select-Object -First 1 |
                Send-ItlOrderSync -Connection $box.Itl | ForEach-Object { "$($_.Outcome)" }
'@
    }

    Context 'after one order' {
        BeforeAll {
            $found = Invoke-Fresh {
                Import-Module $modulePath
                $null = . $env:ORDEROPS_TEST_WORK
                $runtime = Split-Path ([object].Assembly.Location)
                foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) {
                    if ($assembly.IsDynamic -or -not $assembly.Location.StartsWith($modulePath)) { continue }
                    $hosted = Join-Path $runtime (Split-Path $assembly.Location -Leaf)
                    @{
                        Name = $assembly.GetName().Name
                        Context = [Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly).Name
                        RuntimeHasIt = (Test-Path $hosted) -and [Reflection.AssemblyName]::GetAssemblyName($hosted).Version -ge $assembly.GetName().Version
                    }
                }
            }
        }

        It 'holds everything but the loader' {
            $found | Where-Object Context -eq 'Default' | ForEach-Object Name | Should -Be 'OrderOps.Loader'
            $isolated = $found | Where-Object Context -ne 'Default'
            $isolated.Context | Sort-Object -Unique | Should -Be 'OrderOps'
            foreach ($name in 'OrderOps.PowerShell', 'OrderOps.Core', 'OrderOps.Sandbox', 'Newtonsoft.Json', 'Microsoft.Extensions.Http', 'Polly.Core') {
                $isolated.Name | Should -Contain $name
            }
        }

        It 'leaves to the runtime what the runtime has' {
            $found | Where-Object RuntimeHasIt | ForEach-Object Name | Should -BeNullOrEmpty
        }
    }

    It 'works after a module with <_> versions, and leaves it its own' -ForEach 'Older', 'Newer' {
        $env:ORDEROPS_TEST_OTHER = $others[$_]
        $found = Invoke-Fresh {
            Import-Module $env:ORDEROPS_TEST_OTHER
            Import-Module $modulePath
            @{ Outcome = . $env:ORDEROPS_TEST_WORK; Others = @(Get-OtherVersion) }
        }
        $found.Outcome | Should -Be 'Accepted'
        $found.Others | Should -Be $versions[$_]
    }

    It 'works before a module with <_> versions, and leaves it its own' -ForEach 'Older', 'Newer' {
        $env:ORDEROPS_TEST_OTHER = $others[$_]
        $found = Invoke-Fresh {
            Import-Module $modulePath
            $first = . $env:ORDEROPS_TEST_WORK
            Import-Module $env:ORDEROPS_TEST_OTHER
            @{ Outcome = @($first) + @(. $env:ORDEROPS_TEST_WORK); Others = @(Get-OtherVersion) }
        }
        $found.Outcome | Should -Be 'Accepted', 'Accepted'
        $found.Others | Should -Be $versions[$_]
    }
}
