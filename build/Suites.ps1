# Running every test suite, and one line of totals over all of them.

function Invoke-Suites {
    $suites = [Collections.Generic.List[object]]::new()
    $missing = [Collections.Generic.List[string]]::new()
    if (-not $Pester) { Invoke-XunitSuites }
    Invoke-PesterSuite

    $missing | Out-Host
    $passed, $failed, $skipped = foreach ($part in 'Passed', 'Failed', 'Skipped') { ($suites | Measure-Object $part -Sum).Sum }
    "$passed passed, $failed failed, $skipped skipped" | Out-Host
    if ($failed -or -not $passed) { 1 } else { 0 }
}

function Invoke-XunitSuites {
    foreach ($name in 'OrderOps.Core.Tests', 'OrderOps.PowerShell.Tests') {
        $dll = "$root/tests/$name/bin/$Configuration/net10.0/$name.dll"
        $suites.Add((Invoke-Suite "$name (net10.0)" 'dotnet' $dll, '-noColor', '-noLogo'))
    }

    $framework = "$root/tests/OrderOps.Core.Tests/bin/$Configuration/net472/OrderOps.Core.Tests.exe"
    if ($env:OS -eq 'Windows_NT') {
        $suites.Add((Invoke-Suite 'OrderOps.Core.Tests (net472)' $framework '-noColor', '-noLogo'))
    }
    elseif (Test-Mono) {
        # Its HTTP listener stood still now and then: what hangs says where (on SIGQUIT) and ends.
        $line = 'mono', $framework, '-noColor', '-noLogo'
        if (Get-Command timeout -CommandType Application -ErrorAction Ignore) { $line = @('timeout', '--signal=QUIT', '--kill-after=30', '300') + $line }
        $suites.Add((Invoke-Suite 'OrderOps.Core.Tests (net472, Mono)' $line[0] ($line | Select-Object -Skip 1)))
    }
    else {
        $missing.Add('OrderOps.Core.Tests (net472) did not run: Mono with its netstandard facade (package mono-devel) is not installed.')
    }
}

function Invoke-PesterSuite {
    $framework = Find-Pester
    if (-not $framework) {
        $missing.Add('OrderOps.Module.Tests (Pester) did not run: Pester 5.5 or later is not installed and could not be fetched.')
        return
    }
    Invoke-DotNet CopyOtherVersions tests/OrderOps.Module.Tests/OtherVersions/OtherVersions.csproj
    foreach ($shell in Get-TestedShell) {
        $line = @($shell | Select-Object -Skip 1) + '-NoProfile', '-NonInteractive', '-File', "$root/tests/OrderOps.Module.Tests/Invoke-Suite.ps1"
        $line += '-PesterPath', $framework, '-Module', (Join-Path $out 'OrderOps')
        if ($Pester) { $line += '-Name', $Pester }
        $suites.Add((Invoke-Suite "OrderOps.Module.Tests (Pester, $([IO.Path]::GetFileNameWithoutExtension($shell[0])))" $shell[0] $line))
    }
}

function Get-TestedShell {
    # The one that runs this, and on Windows every edition that is there.
    $own = @(Get-Shell)
    , $own
    if ($env:OS -eq 'Windows_NT') {
        foreach ($other in Get-Command pwsh, powershell -CommandType Application -ErrorAction Ignore) {
            if ($other.Name -ne (Split-Path $own[0] -Leaf)) { , @($other.Source) }
        }
    }
}

function Invoke-Suite([string] $Name, [string] $Command, [string[]] $Arguments) {
    "== $Name" | Out-Host
    $summary = $null
    & $Command @Arguments 2>&1 | ForEach-Object {
        if ("$_" -match 'Total: (\d+), Errors: (\d+), Failed: (\d+), Skipped: (\d+), Not Run: (\d+)') { $summary = $Matches }
        "$_" | Out-Host
    }
    $code = $LASTEXITCODE
    if (-not $summary) {
        "$Name ended with exit code $code before it had a result." | Out-Host
        return [pscustomobject]@{ Passed = 0; Failed = 1; Skipped = 0 }
    }
    $total, $errors, $failed, $skipped, $notRun = 1..5 | ForEach-Object { [int]$summary[$_] }
    $failures = $errors + $failed
    if ($code -and -not $failures) {
        "$Name ended with exit code $code." | Out-Host
        $failures = 1
    }
    [pscustomobject]@{ Passed = $total - $failed - $skipped - $notRun; Failed = $failures; Skipped = $skipped }
}

function Test-Mono {
    $mono = Get-Command mono -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    if (-not $mono) { return $false }
    $real = & readlink -f $mono.Source
    Test-Path -LiteralPath "$(Split-Path (Split-Path $real))/lib/mono/4.5/Facades/netstandard.dll"
}

function Find-Pester {
    # A PowerShell that came as a .NET tool has no Pester: one is kept in out/tools, where nothing else sees it.
    $wanted = [version]'5.5.0'
    $tools = Join-Path $out 'tools'
    $find = {
        Get-Module -ListAvailable -Name Pester, "$tools/Pester" -ErrorAction Ignore |
            Where-Object { $_.Version -ge $wanted -and $_.Version.Major -eq 5 } |
            Sort-Object Version -Descending | Select-Object -First 1 -ExpandProperty Path
    }
    $path = & $find
    if (-not $path) {
        $null = New-Item -ItemType Directory -Force -Path $tools
        try {
            if (Get-Command Save-PSResource -ErrorAction Ignore) {
                Save-PSResource -Name Pester -Version '[5.5.0,6.0.0)' -Path $tools -TrustRepository -ErrorAction Stop
            }
            elseif (Get-Command Save-Module -ErrorAction Ignore) {
                Save-Module -Name Pester -MinimumVersion 5.5.0 -MaximumVersion 5.999.0 -Path $tools -Force -ErrorAction Stop
            }
        }
        catch {
            "Pester could not be fetched: $_" | Out-Host
        }
        $path = & $find
    }
    $path
}
