# Compiling, and putting the importable module together in out/OrderOps.

function Invoke-DotNet([string] $Target, [string] $Project) {
    # Not `dotnet build`, which can't be kept from printing a summary of nothing.
    dotnet msbuild (Join-Path $root $Project) -restore "-target:$Target" "-property:Configuration=$Configuration" -nologo -verbosity:quiet @args
    if ($LASTEXITCODE) { throw "$Target of $Project ended with exit code $LASTEXITCODE." }
}

function Get-ModuleFile {
    # What goes where: relative path in the module -> file.
    $source = Join-Path $root 'module'
    $files = [ordered]@{}
    foreach ($file in Get-ChildItem -LiteralPath $source -File -Recurse) {
        $files[$file.FullName.Substring($source.Length + 1)] = $file.FullName
    }
    $files['LICENSE'] = Join-Path $root 'LICENSE'

    $loader = "$root/src/OrderOps.Loader/bin/$Configuration/net8.0/OrderOps.Loader.dll"
    $files[[IO.Path]::Combine('bin', 'OrderOps.Loader.dll')] = $loader

    # PowerShell brings its own engine; the reference assembly of the standard library would only get in its way.
    $built = "$root/src/OrderOps.PowerShell/bin/$Configuration/netstandard2.0"
    foreach ($file in Get-ChildItem -LiteralPath $built -File -Filter *.dll) {
        if ($file.Name -ne 'System.Management.Automation.dll') {
            $files[[IO.Path]::Combine('bin', 'lib', $file.Name)] = $file.FullName
        }
    }

    # The native SQLite, where the Loader and Windows PowerShell look for it.
    $native = Join-Path $built 'native'
    foreach ($file in Get-ChildItem -LiteralPath $native -File -Recurse) {
        $files[[IO.Path]::Combine('bin', 'native', $file.FullName.Substring($native.Length + 1))] = $file.FullName
    }
    $files
}

function New-ModuleFolder {
    $module = Join-Path $out 'OrderOps'
    $files = Get-ModuleFile
    foreach ($name in $files.Keys) {
        $from = Get-Item -LiteralPath $files[$name]
        $to = Join-Path $module $name
        $old = Get-Item -LiteralPath $to -ErrorAction Ignore
        if (-not $old -or $old.Length -ne $from.Length -or $old.LastWriteTimeUtc -ne $from.LastWriteTimeUtc) {
            $null = New-Item -ItemType Directory -Force -Path (Split-Path $to)
            # A session that has the old file mapped keeps it: the new one gets an inode of its own.
            if ($old) { Remove-Item -LiteralPath $to -Force }
            Copy-Item -LiteralPath $from.FullName -Destination $to
        }
    }
    $help = [IO.Path]::Combine('en-US', 'OrderOps.PowerShell.dll-Help.xml')
    foreach ($file in Get-ChildItem -LiteralPath $module -File -Recurse) {
        $name = $file.FullName.Substring($module.Length + 1)
        if (-not $files.Contains($name) -and $name -ne $help) { Remove-Item -LiteralPath $file.FullName }
    }

    $generator = Join-Path $root 'build/New-HelpFile.ps1'
    if (Test-Path -LiteralPath $generator) {
        $made = Get-Item -LiteralPath (Join-Path $module $help) -ErrorAction Ignore
        $sources = Get-ChildItem -Path $generator, "$root/build/Help*.ps1", "$root/docs/cmdlets", "$module/bin/lib" -File -Recurse -ErrorAction Ignore
        if (-not $made -or ($sources | Where-Object LastWriteTimeUtc -gt $made.LastWriteTimeUtc)) {
            # A process of its own, so that this session never holds the module's files.
            Invoke-Shell $generator -ModulePath $module -OutFile (Join-Path $module $help)
            if ($LASTEXITCODE) { throw "$generator ended with exit code $LASTEXITCODE." }
        }
    }
}

function Get-Shell {
    # The command line of the PowerShell that runs this: pwsh, powershell, or pwsh.dll as a local .NET tool.
    $process = (Get-Process -Id $PID).Path
    if ([IO.Path]::GetFileNameWithoutExtension($process) -eq 'dotnet') { @($process, (Join-Path $PSHOME 'pwsh.dll')) } else { @($process) }
}

function Invoke-Shell([string] $File) {
    # Runs a script in a fresh process; $LASTEXITCODE tells how it ended.
    $shell = @(Get-Shell)
    $line = @($shell | Select-Object -Skip 1) + '-NoProfile', '-NonInteractive', '-File', $File + $args
    & $shell[0] @line
}
