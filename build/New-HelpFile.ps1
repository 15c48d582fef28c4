<#
.SYNOPSIS
    Makes the module's help file of the pages in docs/cmdlets and of what the cmdlets say about themselves.
.DESCRIPTION
    Types, positions, aliases, defaults and parameter sets come from the packaged module, words from the pages: one a
    cmdlet, and common-parameters.md for parameters that mean the same everywhere. A cmdlet or parameter without words,
    and words without a cmdlet or parameter, are errors, so that the two can't drift apart.
#>
param(
    [Parameter(Mandatory)] [string] $ModulePath,
    [Parameter(Mandatory)] [string] $OutFile,
    [string] $Pages = [IO.Path]::Combine((Split-Path $PSScriptRoot), 'docs', 'cmdlets')
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 2
. (Join-Path $PSScriptRoot 'HelpPage.ps1')
. (Join-Path $PSScriptRoot 'HelpXml.ps1')

$problems = [Collections.Generic.List[string]]::new()
Import-Module $ModulePath
$commands = @(Get-Command -Module OrderOps -CommandType Cmdlet | Sort-Object Name)
$common = Read-CommonParameter (Join-Path $Pages 'common-parameters.md')
$usedCommon = [Collections.Generic.HashSet[string]]::new()
$documents = foreach ($command in $commands) {
    $page = Join-Path $Pages "$($command.Name).md"
    if (Test-Path -LiteralPath $page) { New-CommandHelp $command (Read-HelpPage $page) }
    else { $problems.Add("$($command.Name) has no page: docs/cmdlets/$($command.Name).md is missing.") }
}

foreach ($page in Get-ChildItem -LiteralPath $Pages -Filter *.md) {
    if ($page.BaseName -notin $commands.Name -and $page.Name -notin 'common-parameters.md', 'README.md') {
        $problems.Add("docs/cmdlets/$($page.Name) is about no cmdlet of the module.")
    }
}
foreach ($name in $common.Keys) {
    if (-not $usedCommon.Contains($name)) { $problems.Add("common-parameters.md describes -$name, which no cmdlet takes from there.") }
}
if ($problems.Count) {
    $problems | ForEach-Object { [Console]::Error.WriteLine("help: $_") }
    exit 1
}

$null = New-Item -ItemType Directory -Force -Path (Split-Path $OutFile)
Write-HelpFile $documents $OutFile
