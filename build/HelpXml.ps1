# Writing help as PowerShell reads it (MAML): what a cmdlet says about itself, joined with the words of its page.

# PowerShell describes these itself, on every cmdlet.
$engine = [Management.Automation.Cmdlet]::CommonParameters

function Get-TypeName([type] $Type) {
    if ($Type -eq [switch]) { return 'SwitchParameter' }
    if ($Type -eq [Collections.IDictionary]) { return 'hashtable' }
    $inner = [Nullable]::GetUnderlyingType($Type)
    if ($inner) { $Type = $inner }
    ([string][Microsoft.PowerShell.ToStringCodeMethods]::Type([psobject]$Type)) -replace '^.*\.(?=\w+(\[\])?$)'
}

function Get-DefaultText($Command, $Instance, [string] $Name) {
    $property = $Command.ImplementingType.GetProperty($Name)
    if (-not $property) { return 'False' }
    $value = $property.GetValue($Instance)
    if ($value -is [switch]) { return 'False' }
    if ("$value" -eq '') { return 'None' }
    ($value | ForEach-Object { [Convert]::ToString($_, [cultureinfo]::InvariantCulture) }) -join ', '
}

function Get-PipelineText($Parameter) {
    $ways = @(
        if ($Parameter.ValueFromPipeline) { 'ByValue' }
        if ($Parameter.ValueFromPipelineByPropertyName) { 'ByPropertyName' }
    )
    if ($ways) { "True ($($ways -join ', '))" } else { 'False' }
}

function New-CommandHelp($Command, $Page) {
    $problems.AddRange([string[]]@(
            foreach ($section in 'Synopsis', 'Description', 'Inputs', 'Outputs') {
                if (-not $Page[$section].Count) { "$($Command.Name).md says nothing under '## $section'." }
            }
            if ($Page.Examples.Count -lt 3) { "$($Command.Name).md has $($Page.Examples.Count) examples; at least 3 are wanted." }
            foreach ($name in $Page.Parameters.Keys) {
                if ($name -in $engine -or -not $Command.Parameters.ContainsKey($name)) { "$($Command.Name).md describes -$name, which it does not have." }
            }
        ))

    $instance = [Activator]::CreateInstance($Command.ImplementingType)
    $sets = @(foreach ($set in $Command.ParameterSets) {
            $declared = @($set.Parameters | Where-Object Name -NotIn $engine)
            , @($declared | Sort-Object { if ($_.Position -ge 0) { $_.Position } else { [int]::MaxValue } }, { -not $_.IsMandatory }, { $declared.IndexOf($_) })
        })
    # Ways to name the input stand together at the top, though each is of another parameter set.
    $parameters = [ordered]@{}
    foreach ($parameter in @($sets | ForEach-Object { $_ } | Where-Object IsMandatory) + @($sets | ForEach-Object { $_ })) {
        if (-not $parameters.Contains($parameter.Name)) {
            $parameters[$parameter.Name] = Join-ParameterHelp $Command $Page $parameter $instance
        }
    }
    if ($instance -is [IDisposable]) { $instance.Dispose() }
    @{ Command = $Command; Page = $Page; Sets = $sets; Parameters = $parameters }
}

function Join-ParameterHelp($Command, $Page, $Parameter, $Instance) {
    $name = $Parameter.Name
    $words = $Page.Parameters[$name]
    if (-not $words) {
        $words = $common[$name]
        $null = $usedCommon.Add($name)
    }
    if (-not $words -or -not $words.Text) {
        $problems.Add("-$name of $($Command.Name) is described neither in $($Command.Name).md nor in common-parameters.md.")
        $words = @{ Text = @(); Default = $null }
    }
    $property = $Command.ImplementingType.GetProperty($name)
    @{
        Text = $words.Text
        Default = if ($words.Default) { $words.Default } else { Get-DefaultText $Command $Instance $name }
        Type = Get-TypeName $Parameter.ParameterType
        IsSwitch = $Parameter.ParameterType -eq [switch]
        Wildcards = [bool]($property -and $property.GetCustomAttributes([Management.Automation.SupportsWildcardsAttribute], $true))
        Values = @($Parameter.Attributes | Where-Object { $_ -is [ValidateSet] } | ForEach-Object ValidValues)
        Aliases = $Parameter.Aliases -join ', '
    }
}

function Write-HelpFile($Documents, [string] $Path) {
    $settings = [Xml.XmlWriterSettings]::new()
    $settings.Indent = $true
    $settings.Encoding = [Text.UTF8Encoding]::new($false)
    $xml = [Xml.XmlWriter]::Create($Path, $settings)
    try {
        $xml.WriteStartElement('helpItems')
        $xml.WriteAttributeString('schema', 'maml')
        foreach ($document in $Documents) { Write-Command $document }
        $xml.WriteEndElement()
    }
    finally {
        $xml.Dispose()
    }
}

$namespaces = @{
    maml = 'http://schemas.microsoft.com/maml/2004/10'
    command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    dev = 'http://schemas.microsoft.com/maml/dev/2004/10'
}

function Write-Element([string] $Element, $Inside, [Collections.IDictionary] $Attributes = @{}) {
    # What is inside runs here and sees these variables, so none may bear a name that it uses.
    $xml.WriteStartElement(($Element -split ':')[0], ($Element -split ':')[1], $namespaces[($Element -split ':')[0]])
    foreach ($entry in $Attributes.GetEnumerator()) { $xml.WriteAttributeString($entry.Key, $entry.Value) }
    if ($Inside -is [scriptblock]) { & $Inside } elseif ($null -ne $Inside) { $xml.WriteString($Inside) }
    $xml.WriteEndElement()
}

function Write-Text([string] $Name, [string[]] $Paragraphs) {
    Write-Element $Name { foreach ($paragraph in $Paragraphs) { Write-Element 'maml:para' $paragraph } }
}

function Write-Command($Document) {
    $command, $page = $Document.Command, $Document.Page
    Write-Element 'command:command' {
        Write-Element 'command:details' {
            Write-Element 'command:name' $command.Name
            Write-Element 'command:verb' $command.Verb
            Write-Element 'command:noun' $command.Noun
            Write-Text 'maml:description' $page.Synopsis
        }
        Write-Text 'maml:description' $page.Description
        Write-Element 'command:syntax' {
            foreach ($set in $Document.Sets) {
                Write-Element 'command:syntaxItem' {
                    Write-Element 'maml:name' $command.Name
                    foreach ($parameter in $set) { Write-Parameter $parameter $Document.Parameters[$parameter.Name] -Syntax }
                }
            }
        }
        Write-Element 'command:parameters' {
            foreach ($name in $Document.Parameters.Keys) {
                $parameter = $Document.Sets | ForEach-Object { $_ } | Where-Object Name -EQ $name | Select-Object -First 1
                Write-Parameter $parameter $Document.Parameters[$name]
            }
        }
        Write-Types 'command:inputTypes' 'command:inputType' $page.Inputs
        Write-Types 'command:returnValues' 'command:returnValue' $page.Outputs
        Write-Element 'maml:alertSet' { Write-Text 'maml:alert' $page.Notes }
        Write-Element 'command:examples' { foreach ($example in $page.Examples) { Write-Example $example } }
        Write-Element 'command:relatedLinks' {
            foreach ($link in $page.Links) {
                Write-Element 'maml:navigationLink' {
                    Write-Element 'maml:linkText' $link
                    Write-Element 'maml:uri'
                }
            }
        }
    }
}

function Write-Parameter($Parameter, $Words, [switch] $Syntax) {
    $attributes = [ordered]@{
        required = "$($Parameter.IsMandatory)".ToLowerInvariant()
        variableLength = "$($Words.Type -like '*`[`]')".ToLowerInvariant()
        globbing = "$($Words.Wildcards)".ToLowerInvariant()
        pipelineInput = Get-PipelineText $Parameter
        position = if ($Parameter.Position -ge 0) { "$($Parameter.Position)" } else { 'named' }
        aliases = if ($Words.Aliases) { $Words.Aliases } else { 'none' }
    }
    Write-Element 'command:parameter' -Attributes $attributes {
        Write-Element 'maml:name' $Parameter.Name
        Write-Text 'maml:description' $Words.Text
        if ($Syntax -and $Words.Values) {
            Write-Element 'command:parameterValueGroup' {
                foreach ($value in $Words.Values) { Write-Element 'command:parameterValue' $value @{ required = 'false'; variableLength = 'false' } }
            }
        }
        if (-not ($Syntax -and $Words.IsSwitch)) {
            Write-Element 'command:parameterValue' $Words.Type ([ordered]@{ required = "$(-not $Words.IsSwitch)".ToLowerInvariant(); variableLength = 'false' })
        }
        Write-Element 'dev:type' { Write-Element 'maml:name' $Words.Type; Write-Element 'maml:uri' }
        Write-Element 'dev:defaultValue' $Words.Default
    }
}

function Write-Types([string] $List, [string] $Item, $Types) {
    Write-Element $List {
        foreach ($name in $Types.Keys) {
            Write-Element $Item {
                Write-Element 'dev:type' { Write-Element 'maml:name' $name }
                Write-Text 'maml:description' (ConvertTo-PlainText $Types[$name])
            }
        }
    }
}

function Write-Example($Example) {
    Write-Element 'command:example' {
        Write-Element 'maml:title' $Example.Title
        Write-Element 'dev:code' $Example.Code
        # A blank line keeps the next example apart.
        Write-Text 'dev:remarks' (@($Example.Remarks) + '')
    }
}
