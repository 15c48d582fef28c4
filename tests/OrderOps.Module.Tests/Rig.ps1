# What the tests of the cmdlets share: the packaged module, good orders, and what every failure must have.

. "$PSScriptRoot/FreshProcess.ps1"
Import-Module (Join-Path $modulePath 'OrderOps.psd1')
$samples = [IO.Path]::Combine($repository, 'tests', 'OrderOps.Core.Tests', 'Samples')

# What a person would have to wait for in vain.
$patience = [TimeSpan]::FromSeconds(30)

function New-Row([int] $Number = 1, [hashtable] $With = @{}) {
    $row = [ordered]@{
        order = "T-$Number"; order_date = '2026-11-02 09:07:00'; total_amount = '499'; name = 'Rohan Sharma'
        add = '101 Shreeji Sharan'; pin = '700019'; city = 'Kolkata'; state = 'West Bengal'; country = 'India'
        phone = '9885797798'; email = 'buyer@example.com'; product_name = 'USB-C cable'; product_sku = 'UC010'
        product_quantity = '1'; product_price = '499'; product_tax_rate = '5'; product_hsn_code = '8544'; product_discount = '0'
        shipment_length = '20'; shipment_width = '15'; shipment_height = '5'; weight = '0.5'; cod_amount = '499'; payment_mode = 'COD'
    }
    foreach ($name in $With.Keys) { $row[$name] = $With[$name] }
    [pscustomobject] $row
}

function New-Rows([int] $Count, [int] $From = 1) {
    foreach ($number in $From..($From + $Count - 1)) { New-Row $number }
}

function New-Order([int] $Number = 1, [hashtable] $With = @{}) {
    New-Row $Number $With | ConvertTo-ItlOrder
}

# The shipments of every sync that the sandbox saw.
function Get-Shipment($Box) {
    foreach ($request in $Box.Requests) { ($request.Body | ConvertFrom-Json).data.shipments }
}

function Add-Reply($Box, [string] $Text, [int] $StatusCode = 200, [string] $ContentType = 'application/json') {
    $null = $Box.Server.Faults.Add('Body', 1, @{ Text = $Text; StatusCode = $StatusCode; ContentType = $ContentType })
}

# Runs what ends with a terminating error, and gives the record.
function Get-Failure([scriptblock] $Script) {
    try { $null = & $Script }
    catch { return $_ }
    throw 'It did not end with an error.'
}

function Assert-Remedied($Records) {
    @($Records).Count | Should -BeGreaterThan 0
    foreach ($record in $Records) {
        $record.FullyQualifiedErrorId | Should -Match '^[A-Za-z]+,OrderOps\.PowerShell\.Commands\.'
        $record.CategoryInfo.Category | Should -Not -Be 'NotSpecified'
        $record.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}

function Get-Sum($Run) {
    $Run.Accepted + $Run.Duplicate + $Run.Rejected + $Run.Invalid + $Run.Unknown + $Run.Skipped + $Run.NotSent
}

# A session beside this one, with the module and the given variables.
function New-Session([hashtable] $Variables = @{}, $SessionHost) {
    $defaults = [initialsessionstate]::CreateDefault2()
    $runspace = if ($SessionHost) { [runspacefactory]::CreateRunspace($SessionHost, $defaults) } else { [runspacefactory]::CreateRunspace($defaults) }
    $runspace.Open()
    foreach ($name in $Variables.Keys) { $runspace.SessionStateProxy.SetVariable($name, $Variables[$name]) }
    $null = Invoke-In $runspace "Import-Module '$modulePath'"
    $runspace
}

function New-Shell($Session, [string] $Script) {
    $shell = [powershell]::Create()
    $shell.Runspace = $Session
    $shell.AddScript($Script)
}

function Invoke-In($Session, [string] $Script) {
    $shell = New-Shell $Session $Script
    try { $shell.Invoke() }
    finally { $shell.Dispose() }
}
