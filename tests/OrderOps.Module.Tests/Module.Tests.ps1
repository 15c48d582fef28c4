Describe 'smoke' { It 'x' { Import-Module $env:ORDEROPS_TEST_MODULE; (Get-Module OrderOps).Name | Should -Be OrderOps } }
