# The engine's package comes without PowerShell's Management, Utility and Security modules. These functions take the place of those of
# their commands that the pages' examples use, as far as the examples go. None of the module's own commands has one. In a whole
# PowerShell Pester runs the same examples with the real commands (tests/Pester/Examples.Tests.ps1).

function global:Get-ChildItem {
    param([string[]] $Path = '.', [string] $Filter = '*', [switch] $Recurse, [switch] $File)
    $found = $ExecutionContext.InvokeProvider.ChildItem.Get($Path, $Recurse, $true, $false)
    $found | Where-Object { $_.Name -like $Filter -and -not ($File -and $_.PSIsContainer) }
}

function global:Get-Item {
    param([Parameter(Mandatory)] [string[]] $Path)
    $ExecutionContext.InvokeProvider.Item.Get($Path, $true, $false)
}

function global:Get-Content {
    param([Parameter(Mandatory)] [string] $Path, [switch] $Raw, $Encoding)
    $text = [System.IO.File]::ReadAllText((Resolve-Name $Path))
    if ($Raw) { $text } else { $text.TrimEnd("`r", "`n") -split '\r?\n' }
}

function global:Set-Content {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(ValueFromPipeline)] [string] $Value, $Encoding)
    begin { $lines = @() }
    process { $lines += $Value }
    end { [System.IO.File]::WriteAllLines((Resolve-Name $Path), $lines) }
}

function global:Copy-Item {
    param([Parameter(ValueFromPipelineByPropertyName)] [string] $Path, [string] $Destination)
    process {
        $null = [System.IO.Directory]::CreateDirectory((Resolve-Name $Destination))
        [System.IO.File]::Copy((Resolve-Name $Path), [System.IO.Path]::Combine((Resolve-Name $Destination), [System.IO.Path]::GetFileName($Path)))
    }
}

function global:Get-Date { param([string] $Format) if ($Format) { [datetime]::Now.ToString($Format) } else { [datetime]::Now } }

# What somebody at the keyboard would answer.
function global:Read-Host {
    param([string] $Prompt, [switch] $AsSecureString)
    $answer = if ($Prompt -like '*URL*') { $url } elseif ($Prompt -like '*number*') { '900101-6000001' } else { $secret }
    if ($AsSecureString) { ConvertTo-SecureString $answer -AsPlainText -Force } else { $answer }
}

# What a vault of SecretManagement gives.
function global:Get-Secret {
    param([string] $Name, [switch] $AsPlainText)
    $text = @{ 'clova-url' = $url; 'clova' = $secret }[$Name]
    if ($AsPlainText) { $text } else { ConvertTo-SecureString $text -AsPlainText -Force }
}

function global:ConvertTo-SecureString {
    param([Parameter(ValueFromPipeline)] [string] $String, [switch] $AsPlainText, [switch] $Force)
    process {
        $secure = [securestring]::new()
        foreach ($character in $String.ToCharArray()) { $secure.AppendChar($character) }
        $secure
    }
}

function global:Select-Object {
    [CmdletBinding()]
    param(
        [Parameter(ValueFromPipeline)] $InputObject, [Parameter(Position = 0)] [object[]] $Property, [int] $First, [string] $ExpandProperty,
        [string[]] $ExcludeProperty
    )
    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { $all.Add($InputObject) }
    end {
        $taken = if ($First) { $all | Take-First $First } else { $all }
        foreach ($object in $taken) {
            if ($ExpandProperty) { $object.$ExpandProperty; continue }
            if (-not $Property -and -not $ExcludeProperty) { $object; continue }
            $names = @($object.PSObject.Properties | ForEach-Object { $_.Name })
            $row = [ordered] @{}
            foreach ($wanted in $(if ($Property) { $Property } else { '*' })) {
                if ($wanted -is [hashtable]) {
                    $row[$(if ($wanted.Name) { $wanted.Name } else { $wanted.N })] =
                        ForEach-Object -InputObject $object -Process $(if ($wanted.Expression) { $wanted.Expression } else { $wanted.E })
                }
                else {
                    foreach ($name in $names) { if ($name -like $wanted -and $name -notin $ExcludeProperty) { $row[$name] = $object.$name } }
                    if ($wanted -notmatch '\*' -and -not $row.Contains($wanted)) { $row[$wanted] = $object.$wanted }
                }
            }
            [pscustomobject] $row
        }
    }
}

function global:Sort-Object {
    param([Parameter(ValueFromPipeline)] $InputObject, [Parameter(Position = 0)] [string[]] $Property, [switch] $Descending)
    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { $all.Add($InputObject) }
    end { [System.Linq.Enumerable]::OrderBy($all, [Func[object, string]] { "$($args[0].($Property[0]))" }) }
}

function global:Group-Object {
    param([Parameter(ValueFromPipeline)] $InputObject, [Parameter(Position = 0)] [string] $Property, [switch] $NoElement)
    begin { $groups = [ordered] @{} }
    process { $groups["$($InputObject.$Property)"] = 1 + $groups["$($InputObject.$Property)"] }
    end { foreach ($name in $groups.Keys) { [pscustomobject] @{ Count = $groups[$name]; Name = $name } } }
}

function global:ConvertTo-Json {
    param([Parameter(ValueFromPipeline)] $InputObject, [int] $Depth)
    process { [System.Management.Automation.PSSerializer]::Serialize($InputObject) }
}

function global:ConvertFrom-Json {
    param([Parameter(ValueFromPipeline)] [string] $InputObject)
    process { [System.Management.Automation.PSSerializer]::Deserialize($InputObject) }
}

function global:Export-Clixml {
    param([Parameter(ValueFromPipeline)] $InputObject, [Parameter(Position = 0)] [string] $Path)
    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { $all.Add($InputObject) }
    end { [System.IO.File]::WriteAllText((Resolve-Name $Path), [System.Management.Automation.PSSerializer]::Serialize($all)) }
}

function global:Import-Clixml {
    param([Parameter(Position = 0)] [string] $Path)
    [System.Management.Automation.PSSerializer]::Deserialize([System.IO.File]::ReadAllText((Resolve-Name $Path)))
}

function global:ConvertTo-Csv {
    param([Parameter(ValueFromPipeline)] $InputObject, [switch] $NoTypeInformation)
    begin {
        $isFirst = $true
        function Join-Cell { ($args[0] | ForEach-Object { '"' + "$_".Replace('"', '""') + '"' }) -join ',' }
    }
    process {
        if ($isFirst) { Join-Cell @($InputObject.PSObject.Properties | ForEach-Object { $_.Name }) }
        $isFirst = $false
        Join-Cell @($InputObject.PSObject.Properties | ForEach-Object { "$($_.Value)" })
    }
}

function global:Export-Csv {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(ValueFromPipeline)] $InputObject, [switch] $NoTypeInformation, [switch] $Append, $Encoding)
    begin { $rows = [System.Collections.Generic.List[object]]::new() }
    process { $rows.Add($InputObject) }
    end {
        $lines = [string[]] @($rows | ConvertTo-Csv)
        $file = Resolve-Name $Path
        if ($Append -and [System.IO.File]::Exists($file)) { [System.IO.File]::AppendAllLines($file, [string[]] @($lines[1..$rows.Count])) }
        else { [System.IO.File]::WriteAllLines($file, $lines, [System.Text.UTF8Encoding]::new($true)) }
    }
}

function global:Import-Csv {
    param([Parameter(Mandatory, ValueFromPipeline)] [string] $Path, $Encoding)
    $lines = [System.IO.File]::ReadAllLines((Resolve-Name $Path))
    function Split-Cell { [regex]::Matches($args[0], '(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))') | ForEach-Object { ($_.Groups[1].Value + $_.Groups[2].Value).Replace('""', '"') } }
    $names = @(Split-Cell $lines[0])
    foreach ($line in $lines[1..($lines.Count - 1)]) {
        $cells = @(Split-Cell $line)
        $row = [ordered] @{}
        for ($i = 0; $i -lt $names.Count; $i++) { $row[$names[$i]] = $cells[$i] }
        [pscustomobject] $row
    }
}

function global:Resolve-Name([string] $Path) { $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path) }

function global:Format-List { param([Parameter(ValueFromPipeline)] $InputObject, [Parameter(Position = 0)] [object[]] $Property) process { $InputObject } }

function global:Format-Table {
    param([Parameter(ValueFromPipeline)] $InputObject, [Parameter(Position = 0)] [object[]] $Property, [switch] $AutoSize, [switch] $Wrap)
    process { $InputObject }
}
