# Runs a script in a PowerShell of its own, and gives back the objects that it wrote, through JSON.

$modulePath = $env:ORDEROPS_TEST_MODULE

# A journal or inbox that no test names is not this user's own. Processes that are started take the folder over.
if (-not $env:ORDEROPS_TEST_DATA) {
    $env:ORDEROPS_TEST_DATA = Join-Path ([IO.Path]::GetTempPath()) "orderops-data-$([guid]::NewGuid())"
    $env:XDG_DATA_HOME = $env:ORDEROPS_TEST_DATA
}
$repository = (Get-Item -LiteralPath $PSScriptRoot).Parent.Parent.FullName

function Invoke-Fresh([scriptblock] $Script) {
    $file = Join-Path ([IO.Path]::GetTempPath()) "orderops-$([guid]::NewGuid()).ps1"
    @(
        '$ErrorActionPreference = ''Stop'''
        "`$modulePath = '$modulePath'"
        "`$repository = '$repository'"
        "`$written = @(& {$Script})"
        "'<<<' + (ConvertTo-Json `$written -Depth 4 -Compress) + '>>>'"
    ) | Set-Content -LiteralPath $file -Encoding utf8
    try {
        $process = (Get-Process -Id $PID).Path
        # As a .NET tool, PowerShell is a library that dotnet runs.
        $line = @(if ([IO.Path]::GetFileNameWithoutExtension($process) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' })
        $line += '-NoProfile', '-NonInteractive', '-File', $file
        $said = (& $process @line 2>&1) -join "`n"
        if ($said -notmatch '(?s)<<<(.*)>>>') { throw "The process wrote no result:`n$said" }
        $result = $Matches[1] | ConvertFrom-Json
        $result
    }
    finally {
        Remove-Item -LiteralPath $file
    }
}
