# What is measured, by name. Prepare is not timed; Run is; both get the worker's settings and the
# file of the round. A Run may give a hashtable of further numbers.
@{
    'import-csv' = @{
        Run = { param($w, $file) Import-Csv -LiteralPath $file | Out-Null }
    }
    'piped' = @{
        Run = { param($w, $file) $to = $w.Connection; Import-Csv -LiteralPath $file | Send-ItlOrderSync @to | Out-Null }
    }
    'path' = @{
        Run = { param($w, $file) $to = $w.Connection; Send-ItlOrderSync -LiteralPath $file @to | Out-Null }
    }
    'path-journal' = @{
        # By .NET alone, and beforehand: Join-Path would make PowerShell load another module while the clock runs.
        Prepare = {
            param($w, $file)
            $w.Journalled = $w.Connection.Clone()
            $w.Journalled.Remove('NoJournal')
            $w.Journalled.Journal = [IO.Path]::Combine([IO.Path]::GetDirectoryName($file), 'journal.db')
        }
        Run = { param($w, $file) $to = $w.Journalled; Send-ItlOrderSync -LiteralPath $file @to | Out-Null }
    }
    'sequential' = @{
        Run = { param($w, $file) & "$($w.Scripts)/Sync-Sequential.ps1" $file $w.Uri $w.Connection.AccessToken $w.Connection.SecretKey | Out-Null }
    }
    'parallel' = @{
        Run = { param($w, $file) & "$($w.Scripts)/Sync-Parallel.ps1" $file $w.Uri $w.Connection.AccessToken $w.Connection.SecretKey | Out-Null }
    }
    'bare' = @{
        Prepare = {
            param($w, $file, $count, $prefix)
            if (-not $w.Client) { $w.Client = [OrderOps.Benchmarks.BareClient]::new($w.Connection.BaseUri, 4) }
            $w.Client.Prepare($count, $prefix, $w.Connection.AccessToken, $w.Connection.SecretKey)
        }
        Run = { param($w) $w.Client.Send() }
    }
    'first-path' = @{
        Run = {
            param($w, $file)
            $to = $w.Connection
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $first = 0
            Send-ItlOrderSync -LiteralPath $file @to | ForEach-Object { if (-not $first) { $first = $watch.Elapsed.TotalSeconds } }
            @{ First = $first }
        }
    }
    'first-piped' = @{
        Run = {
            param($w, $file)
            $to = $w.Connection
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $read = $first = $readAtFirst = 0
            Import-Csv -LiteralPath $file | ForEach-Object { $read++; $_ } | Send-ItlOrderSync @to |
                ForEach-Object { if (-not $first) { $first = $watch.Elapsed.TotalSeconds; $readAtFirst = $read } }
            @{ First = $first; Read = $readAtFirst }
        }
    }
    'memory-path' = @{
        Run = {
            param($w, $file)
            $to = $w.Connection
            $heap = [OrderOps.Benchmarks.HeapWatch]::new()
            Send-ItlOrderSync -LiteralPath $file @to | Out-Null
            $heap.Dispose()
            @{ Heap = $heap.Largest; WorkingSet = (Get-Process -Id $PID).PeakWorkingSet64 }
        }
    }
    'memory-piped' = @{
        Run = {
            param($w, $file, $count, $prefix)
            $to = $w.Connection
            $heap = [OrderOps.Benchmarks.HeapWatch]::new()
            & {
                for ($i = 0; $i -lt $count; $i++) {
                    [pscustomobject]@{
                        order = "$prefix$i"; order_date = '02-11-2026 09:07:00'; total_amount = '349'; name = 'Rohan Sharma'
                        add = '101 Shreeji Sharan'; pin = '700019'; city = 'Kolkata'; phone = '9885797798'
                        product_name = 'USB-C cable'; product_quantity = 1; product_price = 349; product_hsn_code = '8544'
                        shipment_length = 20; shipment_width = 15; shipment_height = 5; weight = 1.25; payment_mode = 'Prepaid'
                    }
                }
            } | Send-ItlOrderSync @to | Out-Null
            $heap.Dispose()
            @{ Heap = $heap.Largest; WorkingSet = (Get-Process -Id $PID).PeakWorkingSet64 }
        }
    }
}
