# Reading a help page: Markdown with fixed headings, as plain text for the console.

function Read-Section([string[]] $Lines, [string] $Mark) {
    # The text under each heading of one level, by heading, in the page's order. A code fence hides what looks like one.
    $sections = [ordered]@{}
    $name = $null
    $fenced = $false
    foreach ($line in $Lines) {
        if ($line -match '^```') { $fenced = -not $fenced }
        if (-not $fenced -and $line -match "^$Mark (.+)$") {
            $name = $Matches[1].Trim()
            if ($sections.Contains($name)) { $problems.Add("'$Mark $name' stands twice on a page.") }
            $sections[$name] = [Collections.Generic.List[string]]::new()
        }
        elseif ($null -ne $name) {
            $sections[$name].Add($line)
        }
    }
    $sections
}

function ConvertTo-PlainText([string[]] $Lines) {
    # Paragraphs: lines of one are joined, but an item of a list keeps a line of its own.
    $paragraphs = [Collections.Generic.List[string]]::new()
    $open = $false
    foreach ($line in $Lines) {
        $text = $line.TrimEnd() -replace '\[([^\]]+)\]\([^)]+\)', '$1' -replace '`([^`]+)`', '$1'
        if (-not $text) { $open = $false; continue }
        $last = $paragraphs.Count - 1
        if (-not $open) { $paragraphs.Add($text) }
        elseif ($text -match '^- ') { $paragraphs[$last] += "`n$text" }
        else { $paragraphs[$last] += " $($text.Trim())" }
        $open = $true
    }
    , $paragraphs.ToArray()
}

function Read-ParameterText([string[]] $Lines) {
    # A last line 'Default: …' says in words what reflection can't see.
    $text = ConvertTo-PlainText $Lines
    $default = $null
    if ($text.Count -and $text[$text.Count - 1] -match '^Default: (.+)$') {
        $default = $Matches[1]
        $text = @($text | Select-Object -SkipLast 1)
    }
    @{ Text = $text; Default = $default }
}

function Read-CommonParameter([string] $Path) {
    $sections = Read-Section (Get-Content -LiteralPath $Path -Encoding utf8) '##'
    $texts = @{}
    foreach ($name in $sections.Keys) { $texts[$name.TrimStart('-')] = Read-ParameterText $sections[$name] }
    $texts
}

function Read-Example([string] $Title, [string[]] $Lines) {
    $code = [Collections.Generic.List[string]]::new()
    $words = [Collections.Generic.List[string]]::new()
    $fenced = $false
    foreach ($line in $Lines) {
        if ($line -match '^```') { $fenced = -not $fenced }
        elseif ($fenced) { $code.Add($line) }
        else { $words.Add($line) }
    }
    if (-not $code.Count) { $problems.Add("The example '$Title' has no code.") }
    @{ Title = $Title; Code = $code -join "`n"; Remarks = ConvertTo-PlainText $words }
}

function Read-HelpPage([string] $Path) {
    $lines = Get-Content -LiteralPath $Path -Encoding utf8
    $name = [IO.Path]::GetFileNameWithoutExtension($Path)
    if ($lines[0] -ne "# $name") { $problems.Add("$name.md does not begin with '# $name'.") }
    $sections = Read-Section $lines '##'
    foreach ($wanted in 'Synopsis', 'Description', 'Parameters', 'Inputs', 'Outputs', 'Examples') {
        if (-not $sections.Contains($wanted)) {
            $problems.Add("$name.md has no section '## $wanted'.")
            $sections[$wanted] = [string[]]@()
        }
    }
    foreach ($found in $sections.Keys) {
        if ($found -notin 'Synopsis', 'Description', 'Parameters', 'Inputs', 'Outputs', 'Notes', 'Examples', 'Links') {
            $problems.Add("$name.md has a section '## $found' that goes nowhere.")
        }
    }

    $parameters = @{}
    $texts = Read-Section $sections['Parameters'] '###'
    foreach ($parameter in $texts.Keys) { $parameters[$parameter.TrimStart('-')] = Read-ParameterText $texts[$parameter] }
    $examples = Read-Section $sections['Examples'] '###'
    @{
        Name = $name
        Synopsis = ConvertTo-PlainText $sections['Synopsis']
        Description = ConvertTo-PlainText $sections['Description']
        Parameters = $parameters
        Inputs = Read-Section $sections['Inputs'] '###'
        Outputs = Read-Section $sections['Outputs'] '###'
        Notes = @(if ($sections.Contains('Notes')) { ConvertTo-PlainText $sections['Notes'] })
        Examples = @($examples.Keys | ForEach-Object { Read-Example $_ $examples[$_] })
        Links = @(if ($sections.Contains('Links')) { $sections['Links'] -match '^- ' -replace '^- ' })
    }
}
