@{
    RootModule = 'OrderOps.psm1'
    ModuleVersion = '0.1.0'
    GUID = 'a4f98c24-2bec-465c-bc0f-764c63247a09'
    Author = 'The OrderOps developers'
    CompanyName = 'OrderOps'
    Copyright = 'Copyright (c) the OrderOps developers. MIT licence.'
    Description = 'Moves orders between shops and carriers: every order that enters a cmdlet ends as exactly one truthful outcome, and nothing is sent twice unless someone says so.'
    PowerShellVersion = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess = @('OrderOps.Format.ps1xml')
    FunctionsToExport = @()
    CmdletsToExport = @(
        'Complete-OmniPosting'
        'ConvertTo-ItlOrder'
        'Find-ExternalProduct'
        'Get-ExternalLocality'
        'Get-ExternalOrder'
        'Get-ExternalOrderAddress'
        'Get-ExternalPromoCode'
        'Get-ExternalRegion'
        'Get-ExternalSector'
        'Get-ExternalStore'
        'Get-OmniPosting'
        'Get-OrderOpsConnection'
        'Get-OrderOpsJournal'
        'Get-OrderOpsRun'
        'Get-OrderOpsTrace'
        'Receive-OmniPosting'
        'Remove-ExternalOrderItem'
        'Remove-OrderOpsConnection'
        'Remove-OrderOpsData'
        'Resolve-OrderOpsOrder'
        'Send-ItlOrderSync'
        'Send-OmniPosting'
        'Set-ExternalOrder'
        'Set-IntegrationOrder'
        'Set-IntegrationProduct'
        'Set-OrderOpsConnection'
        'Start-OrderOpsSandbox'
        'Stop-ItlOrder'
        'Stop-OrderOpsSandbox'
        'Test-ItlOrder'
        'Test-OmniPosting'
    )
    VariablesToExport = @()
    AliasesToExport = @()
    PrivateData = @{
        PSData = @{
            Tags = @(
                'Orders', 'Ecommerce', 'Shipping', 'Logistics', 'Fulfilment', 'iThinkLogistics', 'ITL', 'Batch', 'Sync'
                'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS'
            )
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
