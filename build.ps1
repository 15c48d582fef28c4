#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests, shows, measures and packages OrderOps.
.DESCRIPTION
    Build leaves the importable module in out/OrderOps. Test builds it, runs the xunit suites and then the Pester suite
    against that copy in a fresh process, and ends with the totals. Demo shows the product against the sandbox. Bench
    prints ratios. Package makes a zip and a nupkg in out. Clean removes what all of them made.
.EXAMPLE
    ./build.ps1 Test
.EXAMPLE
    ./build.ps1 Test -Pester Loading
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Bench', 'Package', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    # With Test: runs only the Pester files whose names begin so.
    [string] $Pester
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 2
$root = $PSScriptRoot
$out = Join-Path $root 'out'
. (Join-Path $root 'build/Module.ps1')
. (Join-Path $root 'build/Suites.ps1')
. (Join-Path $root 'build/Package.ps1')

if ($Task -eq 'Clean') {
    Invoke-DotNet Clean OrderOps.sln
    if (Test-Path -LiteralPath $out) { Remove-Item -LiteralPath $out -Recurse -Force }
    return
}

# What the module itself is made of is enough for the demo, the package and the Pester suite.
$projects = if ($Pester -or $Task -in 'Demo', 'Package') { 'OrderOps.PowerShell', 'OrderOps.Loader' | ForEach-Object { "src/$_/$_.csproj" } } else { 'OrderOps.sln' }
try {
    foreach ($project in $projects) { Invoke-DotNet Build $project }
    New-ModuleFolder
}
catch {
    if ($Task -ne 'Test') { throw }
    "$_"
    '0 passed, 1 failed, 0 skipped'
    exit 1
}

switch ($Task) {
    'Test' { exit (Invoke-Suites) }
    'Demo' { Invoke-Shell "$root/samples/Demo.ps1"; exit $LASTEXITCODE }
    'Bench' { Invoke-Shell "$root/tests/OrderOps.Benchmarks/Bench.ps1"; exit $LASTEXITCODE }
    'Package' { New-Package }
}
