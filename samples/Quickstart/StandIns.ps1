# The engine's package comes without PowerShell's Management and Utility modules. These two functions take the place of two of their
# commands, as far as the examples go, so that the examples can be run here word for word.

function global:Get-ChildItem {
    param([Parameter(Mandatory)] [string[]] $Path)
    $ExecutionContext.InvokeProvider.ChildItem.Get($Path, $false, $false, $false)
}

function global:Export-Csv {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(ValueFromPipeline)] [psobject] $InputObject)
    begin {
        $lines = [System.Collections.Generic.List[string]]::new()
        function Join-Cell { ($args[0] | ForEach-Object { '"' + "$_".Replace('"', '""') + '"' }) -join ',' }
    }
    process {
        if ($lines.Count -eq 0) { $lines.Add((Join-Cell @($InputObject.PSObject.Properties | ForEach-Object { $_.Name }))) }
        $lines.Add((Join-Cell @($InputObject.PSObject.Properties | ForEach-Object { "$($_.Value)" })))
    }
    end {
        $file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
        [System.IO.File]::WriteAllLines($file, $lines, [System.Text.UTF8Encoding]::new($true))
    }
}
