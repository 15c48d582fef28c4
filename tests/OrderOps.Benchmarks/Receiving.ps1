# Receiving: the cmdlet in a process of its own beside a bare listener that stores nothing, both posted to in turn. Who
# posts needs the same processors, so what that costs is shown, too.

function Get-FreePort {
    $probe = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $probe.Start()
    try { $probe.LocalEndpoint.Port } finally { $probe.Stop() }
}

function Start-Receiver {
    $address = "http://127.0.0.1:$(Get-FreePort)/omni/"
    $script = "Import-Module '$Module'; Receive-OmniPosting $address -AllowAnonymous -Inbox '$(Join-Path $folder 'inbox.db')' | ForEach-Object { }"
    $line = @($shell | Select-Object -Skip 1) + '-NoProfile', '-NonInteractive', '-Command', $script
    $process = Start-Piped $shell[0] $line
    $client = [Net.Http.HttpClient]::new()
    foreach ($try in 1..300) {
        if ($process.HasExited) { break }
        try { $null = $client.GetAsync("${address}health").GetAwaiter().GetResult(); return @{ Process = $process; Address = $address } }
        catch { Start-Sleep -Milliseconds 100 }
    }
    throw 'The process that receives did not start.'
}

function Start-BareListener {
    $address = "http://127.0.0.1:$(Get-FreePort)/omni/"
    $process = Start-Piped 'dotnet' $assembly, 'listen', $address
    if ($process.StandardOutput.ReadLine() -ne 'ready') { throw 'The bare listener did not start.' }
    @{ Process = $process; Address = $address }
}

function Invoke-Load($Receiver, [int] $Count, [long] $FirstId) {
    # Who posts lives for a second or two: compiling its code a second time for speed would cost the receiver's processors
    # more than it gives back.
    $tiers = $env:DOTNET_TieredCompilation
    $env:DOTNET_TieredCompilation = '0'
    try { $result = dotnet $assembly post $Receiver.Address 64 $Count $FirstId | ConvertFrom-Json }
    finally { $env:DOTNET_TieredCompilation = $tiers }
    if ($result.Acknowledged -ne $Count) { throw "$($result.Acknowledged) of $Count postings were acknowledged." }
    $result | Add-Member Rate ($Count / $result.Seconds)
    $result | Add-Member Cost (1e6 * $result.Busy / $Count) -PassThru
}

function Measure-Receiving([int] $Count, [int] $WarmUps, [int] $Rounds) {
    $results = @{}
    $receivers = [ordered]@{ bare = Start-BareListener; receive = Start-Receiver }
    try {
        $first = [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds() * 1000
        foreach ($round in (1 - $WarmUps)..$Rounds) {
            foreach ($name in $receivers.Keys) {
                $result = Invoke-Load $receivers[$name] $Count $first
                if ($round -gt 0) { $results[$name] += @($result) }
            }
            # Each order takes an id too, and what is longer than 5 kB is left out.
            $first += 10 * $Count
        }
    }
    finally {
        foreach ($started in $receivers.Values) {
            $started.Process.Kill()
            $started.Process.Dispose()
        }
    }
    $results
}
