# Postings, and receivers that are posted to as soon as they listen.

function New-Prefix {
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    "http://127.0.0.1:$($listener.LocalEndpoint.Port)/omni/"
    $listener.Stop()
}

function New-InboxPath {
    Join-Path (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName 'inbox.db'
}

function New-Body([long] $MessageId, [string] $Order = "A-$MessageId", [string] $Event = 'OUTWARD_ORDER_CREATE', [hashtable] $With = @{}) {
    $body = @{ messageId = $MessageId; orderCode = $Order; eventType = $Event; eventTime = '2026-11-02T09:07:00.000+00:00' }
    foreach ($name in $With.Keys) { $body[$name] = $With[$name] }
    $body | ConvertTo-Json -Depth 6 -Compress
}

# Posts one after the other, and gives status and body of each answer.
function Send-Body([string] $Prefix, [string[]] $Body, [hashtable] $Header = @{}) {
    $client = [Net.Http.HttpClient]::new()
    try {
        foreach ($name in $Header.Keys) { $client.DefaultRequestHeaders.Add($name, [string] $Header[$name]) }
        foreach ($one in $Body) {
            $response = $client.PostAsync($Prefix, [Net.Http.StringContent]::new($one)).GetAwaiter().GetResult()
            "$([int] $response.StatusCode) $($response.Content.ReadAsStringAsync().GetAwaiter().GetResult())"
        }
    }
    finally {
        $client.Dispose()
    }
}

# Receives, and runs the script as soon as it listens. What the script writes goes nowhere;
# warnings are output.
function Receive-Posted([hashtable] $With, [scriptblock] $Post) {
    # A posting that never comes must fail a test, not stop it.
    if (-not $With.ContainsKey('IdleTimeout')) { $With = $With + @{ IdleTimeout = $patience } }
    Receive-OmniPosting @With -Verbose 3>&1 4>&1 | ForEach-Object {
        if ($_ -isnot [Management.Automation.VerboseRecord]) { $_ }
        elseif ("$_" -like 'Listening*') { $null = & $Post }
    }
}

# Starts a receiver with -Verbose in another session, and returns once it listens.
function Start-Receiving($Session, [string] $Script, $Output) {
    $shell = New-Shell $Session $Script
    $nothing = [Management.Automation.PSDataCollection[psobject]]::new()
    $nothing.Complete()
    $null = $shell.BeginInvoke($nothing, $Output)
    Wait-Added $shell.Streams.Verbose 'Listening*'
    $shell
}

# Waits until a collection that another session fills has such an entry.
function Wait-Added($Collection, [string] $Like = '*') {
    $name = "added-$([guid]::NewGuid())"
    Register-ObjectEvent $Collection DataAdded -SourceIdentifier $name
    try {
        # By place, for its enumerator waits for more.
        while (-not (@(for ($i = 0; $i -lt $Collection.Count; $i++) { "$($Collection[$i])" }) -like $Like)) {
            $added = Wait-Event -SourceIdentifier $name -Timeout $patience.TotalSeconds
            if (-not $added) { throw "There was no '$Like'." }
            $added | Remove-Event
        }
    }
    finally {
        Unregister-Event -SourceIdentifier $name
        Remove-Event -SourceIdentifier $name -ErrorAction Ignore
    }
}
