# From numbers to lines: medians, ratios, and how far each is from what it should be.

function Get-Median([double[]] $Values) {
    $sorted = $Values | Sort-Object
    $half = [int][Math]::Floor($sorted.Count / 2)
    if ($sorted.Count % 2) { @($sorted)[$half] } else { (@($sorted)[$half - 1] + @($sorted)[$half]) / 2 }
}

function Get-Ratio($Results, [string] $Of, [string] $To) {
    # Of each round, then the median: what else the machine does then hits both.
    $ratios = for ($i = 0; $i -lt $Results[$Of].Count; $i++) { $Results[$Of][$i].Rate / $Results[$To][$i].Rate }
    Get-Median $ratios
}

function New-Line([string] $What, [string] $Median, [string] $Against, [double] $Value, [string] $Format, [double] $Target, [switch] $AtMost) {
    # A line without a target is there to compare with.
    $line = [pscustomobject]@{
        PSTypeName = 'OrderOps.Benchmark'; What = $What; Median = $Median; Against = $Against
        Value = $null; Target = $null; AtMost = [bool]$AtMost; Distance = ''; Met = $null; Format = $Format
    }
    if ($PSBoundParameters.ContainsKey('Value')) { $line.Value = $Value }
    if ($PSBoundParameters.ContainsKey('Target')) {
        $line.Target = $Target
        $line.Met = if ($AtMost) { $Value -le $Target } else { $Value -ge $Target }
        $line.Distance = '{0:+0;-0;0} %' -f (100 * ($(if ($AtMost) { $Target - $Value } else { $Value - $Target })) / $Target)
    }
    $line
}

function Format-Line($Lines) {
    $cells = foreach ($line in $Lines) {
        $target = if ($null -ne $line.Target) { '{0} {1}' -f $(if ($line.AtMost) { '≤' } else { '≥' }), ($line.Format -f $line.Target) } else { '' }
        [pscustomobject]@{
            What = $line.What; Median = $line.Median; Against = $line.Against
            Value = if ($null -ne $line.Value) { $line.Format -f $line.Value } else { '' }
            Target = $target; Distance = $line.Distance
            Met = if ($null -eq $line.Met) { '' } elseif ($line.Met) { 'met' } else { 'MISSED' }
        }
    }
    $cells | Format-Table What, @{ n = 'Median'; e = 'Median'; a = 'Right' }, Against, @{ n = 'Value'; e = 'Value'; a = 'Right' },
        @{ n = 'Target'; e = 'Target'; a = 'Right' }, @{ n = 'Distance'; e = 'Distance'; a = 'Right' }, Met | Out-String -Width 120
}

function Get-MachineFact {
    $runtime = [Runtime.InteropServices.RuntimeInformation]
    'PowerShell {0} on {1}, {2}, {3} cores, GC {4}' -f $PSVersionTable.PSVersion, $runtime::FrameworkDescription, $runtime::RuntimeIdentifier,
        [Environment]::ProcessorCount, $(if ([Runtime.GCSettings]::IsServerGC) { 'server' } else { 'workstation' })
}
