# A module that brings its own versions of what OrderOps also ships: older ones from the registry, or ones newer than all.

$versions = @{
    Older = 'Microsoft.Extensions.Options 8.0.0.0', 'Microsoft.Extensions.Http 9.0.0.0', 'Newtonsoft.Json 12.0.0.0'
    Newer = 'Microsoft.Extensions.Options 99.0.0.0', 'Microsoft.Extensions.Http 99.0.0.0', 'Newtonsoft.Json 99.0.0.0'
}
$probes = @{
    'Microsoft.Extensions.Options' = 'Microsoft.Extensions.Options.Options'
    'Microsoft.Extensions.Http' = 'Microsoft.Extensions.Http.HttpClientFactoryOptions'
    'Newtonsoft.Json' = 'Newtonsoft.Json.JsonConvert'
}

function New-OtherModule([string] $Kind, [string] $Folder) {
    $files = Join-Path $repository 'out/other-versions'
    if ($Kind -eq 'Newer') {
        $files = (New-Item -ItemType Directory -Path (Join-Path $Folder 'newer')).FullName
        foreach ($name in $probes.Keys) { New-Assembly $name $probes[$name] '99.0.0.0' (Join-Path $files "$name.dll") }
    }
    $path = Join-Path $Folder "$Kind.psm1"
    # Newtonsoft.Json comes by LoadFile, into a context of its own: in the default one PowerShell's copy always wins.
    Set-Content -LiteralPath $path -Value @"
        `$json = [Reflection.Assembly]::LoadFile('$files/Newtonsoft.Json.dll')
        foreach (`$name in 'Options', 'Http') { `$null = [Reflection.Assembly]::LoadFrom("$files/Microsoft.Extensions.`$name.dll") }
        function Get-OtherVersion {
            foreach (`$type in '$($probes['Microsoft.Extensions.Options'])', '$($probes['Microsoft.Extensions.Http'])') { (`$type -as [type]).Assembly.GetName() | ForEach-Object { "`$(`$_.Name) `$(`$_.Version)" } }
            `$json.GetType('Newtonsoft.Json.JsonConvert').Assembly.GetName() | ForEach-Object { "`$(`$_.Name) `$(`$_.Version)" }
        }
"@
    $path
}

function New-Assembly([string] $Name, [string] $Type, [string] $Version, [string] $Path) {
    # Add-Type can't name an assembly; the compiler behind it can.
    $namespace, $class = $Type -split '\.(?=[^.]+$)'
    $source = [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText(
        "[assembly: System.Reflection.AssemblyVersion(""$Version"")] namespace $namespace { public class $class { } }")
    $core = [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile([object].Assembly.Location)
    $options = [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new([Microsoft.CodeAnalysis.OutputKind]::DynamicallyLinkedLibrary)
    $compilation = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create(
        $Name, [Microsoft.CodeAnalysis.SyntaxTree[]]@($source), [Microsoft.CodeAnalysis.MetadataReference[]]@($core), $options)
    $stream = [IO.File]::Create($Path)
    try { $made = $compilation.Emit($stream) } finally { $stream.Dispose() }
    if (-not $made.Success) { throw "$Name did not compile: $($made.Diagnostics)" }
}
