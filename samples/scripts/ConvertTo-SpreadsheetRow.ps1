<#
.SYNOPSIS
Makes rows that a spreadsheet does not take for formulas.
.DESCRIPTION
What is printed on a card is not ours, nor is a file's name: a text that begins with =, +, -, @, a tab or a line end is a formula for a
spreadsheet, which may run programs and send data away. Each such text gets an apostrophe in front of it. Put this before Export-Csv.

The objects that come in are not changed.
.EXAMPLE
Get-ChildItem cards/*.jpg | Invoke-AlienCardOcr | ./ConvertTo-SpreadsheetRow.ps1 | Export-Csv staff.csv
#>
[CmdletBinding()]
param(
    # The object of which a row is made, of those members that Export-Csv would write.
    [Parameter(Mandatory, ValueFromPipeline)]
    [psobject] $InputObject
)

process {
    $row = [pscustomobject]@{}
    foreach ($property in $InputObject.PSObject.Properties) {
        # A property's text as Export-Csv writes it. The wide forms of the signs are formulas too in East Asian settings.
        $text = "$($property.Value)" -replace '\A(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])', "'"
        $row.PSObject.Properties.Add([psnoteproperty]::new($property.Name, $text))
    }
    $row
}
