# What is handed on: the module as a zip, and as the nupkg that a PowerShell repository takes.

function New-Package {
    $module = Join-Path $out 'OrderOps'
    $manifest = Import-PowerShellDataFile -LiteralPath (Join-Path $module 'OrderOps.psd1')
    $zip = Join-Path $out "OrderOps-$($manifest.ModuleVersion).zip"
    $package = Join-Path $out "OrderOps.$($manifest.ModuleVersion).nupkg"

    Remove-Item -LiteralPath $zip, $package -ErrorAction Ignore
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    [IO.Compression.ZipFile]::CreateFromDirectory($module, $zip, 'Optimal', $true)

    Invoke-DotNet Pack build/Package.csproj "-p:PackageOutputPath=$out" "-p:ModulePath=$module" `
        "-p:Version=$($manifest.ModuleVersion)" "-p:Description=$($manifest.Description -replace ',', '%2C')"
    Get-Item -LiteralPath $zip, $package | Select-Object Name, Length | Out-Host
}
