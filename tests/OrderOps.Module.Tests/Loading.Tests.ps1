Describe 'Loading again' {
    BeforeAll {
        . "$PSScriptRoot/FreshProcess.ps1"
        $listed = (Import-PowerShellDataFile (Join-Path $modulePath 'OrderOps.psd1')).CmdletsToExport | Sort-Object
    }

    It 'keeps every cmdlet with Import-Module -Force' {
        Invoke-Fresh {
            Import-Module $modulePath
            1..2 | ForEach-Object { Import-Module $modulePath -Force }
            (Get-Command -Module OrderOps | Sort-Object Name).Name
        } | Should -Be $listed
    }

    It 'keeps every cmdlet after it was removed' {
        $found = Invoke-Fresh {
            Import-Module $modulePath
            Remove-Module OrderOps
            $between = @(Get-Command -Module OrderOps)
            Import-Module $modulePath
            @{ Between = $between.Count; Commands = @((Get-Command -Module OrderOps | Sort-Object Name).Name); Ours = [OrderOps.Itl.Order]::new().GetType().FullName }
        }
        $found.Between | Should -Be 0
        $found.Commands | Should -Be $listed
        $found.Ours | Should -Be 'OrderOps.Itl.Order'
    }

    It 'runs the cmdlets of the reloaded module' {
        Invoke-Fresh {
            Import-Module $modulePath
            $first = Get-OrderOpsConnection
            Import-Module $modulePath -Force
            $null = Get-OrderOpsConnection
            'ran'
        } | Should -Be 'ran'
    }

    It 'takes its type data along, and brings it back' {
        Invoke-Fresh {
            $depth = { "$((Get-TypeData OrderOps.Itl.Order).SerializationDepth)" }
            Import-Module $modulePath; & $depth
            Import-Module $modulePath -Force; & $depth
            Remove-Module OrderOps; & $depth
            Import-Module $modulePath; & $depth
        } | Should -Be '3', '3', '', '3'
    }

    It 'loads its assemblies once' {
        Invoke-Fresh {
            Import-Module $modulePath
            Import-Module $modulePath -Force
            [AppDomain]::CurrentDomain.GetAssemblies().Where{ $_.GetName().Name -like 'OrderOps.*' }.ForEach{ $_.GetName().Name } | Group-Object | Where-Object Count -gt 1 | ForEach-Object Name
        } | Should -BeNullOrEmpty
    }

    It 'is found by the name of a command alone' {
        $env:ORDEROPS_TEST_PARENT = Split-Path $modulePath
        Invoke-Fresh {
            $env:PSModulePath = $env:ORDEROPS_TEST_PARENT + [IO.Path]::PathSeparator + $env:PSModulePath
            $null = Get-OrderOpsConnection
            (Get-Module OrderOps).ModuleBase
        } | Should -Be $modulePath
    }

    It 'works in other runspaces at the same time' -Skip:($PSVersionTable.PSEdition -ne 'Core') {
        Invoke-Fresh {
            1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
                Import-Module $using:modulePath
                "$([OrderOps.Itl.Order]) $((Get-Command -Module OrderOps).Count)"
            } | Sort-Object -Unique
        } | Should -Be "OrderOps.Itl.Order $($listed.Count)"
    }
}

Describe 'A second copy' {
    BeforeAll {
        . "$PSScriptRoot/FreshProcess.ps1"
        $env:ORDEROPS_TEST_COPY = Join-Path $TestDrive 'OrderOps'
        Copy-Item -LiteralPath $modulePath -Destination $env:ORDEROPS_TEST_COPY -Recurse
        $found = Invoke-Fresh {
            Import-Module $modulePath
            $failure = try { Import-Module $env:ORDEROPS_TEST_COPY } catch { $_ }
            Remove-Module OrderOps
            $afterRemoval = try { Import-Module $env:ORDEROPS_TEST_COPY } catch { $_ }
            $loaded = @((Get-Module OrderOps).ModuleBase)
            Import-Module $modulePath
            @{
                Message = "$failure"
                Id = $failure.FullyQualifiedErrorId
                Remedy = $failure.ErrorDetails.RecommendedAction
                AfterRemoval = "$afterRemoval"
                Loaded = $loaded
                Again = (Get-Module OrderOps).ModuleBase
            }
        }
    }

    It 'is refused with the way out' {
        $found.Message | Should -BeLike '*start a new session*'
        $found.Message | Should -BeLike "*$modulePath*"
        $found.Id | Should -BeLike 'OtherCopyLoaded*'
        $found.Remedy | Should -BeLike 'Start a new session*'
    }
    It 'is refused after the first was removed, for its assemblies stay' { $found.AfterRemoval | Should -BeLike '*start a new session*' }
    It 'is never answered by the first' { $found.Loaded | Should -BeNullOrEmpty }
    It 'does not keep the first from coming back' { $found.Again | Should -Be $modulePath }

    It 'is refused when it took the place of the first' -Skip:($env:OS -eq 'Windows_NT') {
        # Windows keeps a loaded file from being replaced.
        Invoke-Fresh {
            Import-Module $env:ORDEROPS_TEST_COPY
            $cmdlets = Join-Path $env:ORDEROPS_TEST_COPY 'bin/lib/OrderOps.PowerShell.dll'
            Remove-Item -LiteralPath $cmdlets
            Copy-Item -LiteralPath (Join-Path $modulePath 'bin/lib/OrderOps.Core.dll') -Destination $cmdlets
            try { Import-Module $env:ORDEROPS_TEST_COPY -Force } catch { "$_" }
        } | Should -BeLike '*start a new session*'
    }
}

Describe 'The names of the models' {
    BeforeAll { . "$PSScriptRoot/FreshProcess.ps1" }

    It 'work where types are named' {
        $found = Invoke-Fresh {
            Import-Module $modulePath
            function Test-Parameter([OrderOps.Itl.Order] $Order) { $Order.GetType().FullName }
            $order = [OrderOps.Itl.Order]@{ OrderNumber = 'A-1' }
            @{
                Literal = $order.OrderNumber
                Created = (New-Object OrderOps.Itl.Order).GetType().FullName
                Is = $order -is [OrderOps.Itl.Order]
                Parameter = Test-Parameter $order
                Product = [OrderOps.Itl.Product]::new().GetType().FullName
            }
        }
        $found.Literal | Should -Be 'A-1'
        $found.Created | Should -Be 'OrderOps.Itl.Order'
        $found.Is | Should -BeTrue
        $found.Parameter | Should -Be 'OrderOps.Itl.Order'
        $found.Product | Should -Be 'OrderOps.Itl.Product'
    }

    It 'go with the module' -Skip:($PSVersionTable.PSEdition -ne 'Core') {
        $found = Invoke-Fresh {
            $accelerators = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')
            $ours = { @($accelerators::Get.Keys -like 'OrderOps.*') }
            Import-Module $modulePath
            Import-Module $modulePath -Force
            $during = & $ours
            Remove-Module OrderOps
            @{ During = @($during | Sort-Object); After = @(& $ours) }
        }
        foreach ($model in 'OrderOps.Itl.Order', 'OrderOps.Itl.Product', 'OrderOps.Integration.Order', 'OrderOps.External.Order') { $found.During | Should -Contain $model }
        $found.After | Should -BeNullOrEmpty
    }
}
