Describe 'Completion' {
    BeforeAll {
        . "$PSScriptRoot/Rig.ps1"
        'north', 'south east', "it's" | ForEach-Object { Set-OrderOpsConnection $_ -Environment Staging }
        function Complete([string] $Text) {
            [Management.Automation.CommandCompletion]::CompleteInput($Text, $Text.Length, $null).CompletionMatches.CompletionText
        }
    }
    AfterAll { Get-OrderOpsConnection | Remove-OrderOpsConnection }

    It 'gives <Words> for <Text>' -ForEach @(
        @{ Text = 'Send-ItlOrderSync -Connection '; Words = "'it''s'", 'north', "'south east'" }
        @{ Text = 'Send-ItlOrderSync -Connection no'; Words = , 'north' }
        @{ Text = 'Stop-ItlOrder -Connection NO'; Words = , 'north' }
        @{ Text = "Get-OrderOpsConnection 's"; Words = , "'south east'" }
        @{ Text = 'Remove-OrderOpsConnection -Name no'; Words = , 'north' }
        @{ Text = 'Send-ItlOrderSync -Environment '; Words = 'Production', 'Staging' }
        @{ Text = 'Set-OrderOpsConnection x -Environment s'; Words = , 'Staging' }
        @{ Text = 'Send-ItlOrderSync -ApiVersion '; Words = 'v1', 'v3' }
        @{ Text = 'ConvertTo-ItlOrder -Map '; Words = 'Shopify', 'WooCommerce' }
        @{ Text = 'ConvertTo-ItlOrder -Map w'; Words = , 'WooCommerce' }
        @{ Text = 'ConvertTo-ItlOrder -OnConflict '; Words = 'Error', 'First' }
        @{ Text = 'Send-ItlOrderSync -Meth'; Words = $null }
    ) {
        $given = @(Complete $Text)
        if ($Words) { $given | Sort-Object | Should -Be ($Words | Sort-Object) }
        else { $given -like '-*' | Should -BeNullOrEmpty }
    }
    It 'gives time zones that the command takes' {
        $zones = Complete 'Send-ItlOrderSync -TimeZone '
        $zones.Count | Should -BeGreaterThan 50
        $zone = @(Complete 'Test-ItlOrder -TimeZone UT')[0]
        (New-Row | Test-ItlOrder -TimeZone $zone.Trim("'")).IsValid | Should -BeTrue
    }
    It 'finds the commands before the module is loaded' {
        $found = Invoke-Fresh {
            $env:PSModulePath = "$(Split-Path $modulePath)$([IO.Path]::PathSeparator)$env:PSModulePath"
            $text = 'Send-ItlO'
            @{ Words = @([Management.Automation.CommandCompletion]::CompleteInput($text, $text.Length, $null).CompletionMatches.CompletionText); Loaded = [bool](Get-Module OrderOps) }
        }
        $found.Words | Should -Contain 'Send-ItlOrderSync'
        $found.Loaded | Should -BeFalse
    }
}
