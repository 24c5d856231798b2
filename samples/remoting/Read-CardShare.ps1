<#
.SYNOPSIS
Reads one share of a folder's pictures; Invoke-CardOcrOnHosts.ps1 runs it on each host.
.DESCRIPTION
The host has ClovaOcr installed and sees the folder under the same path as whoever asked. Its journal stays with it.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $JournalPath,
    [Parameter(Mandatory)] [int] $ShardIndex,
    [Parameter(Mandatory)] [int] $ShardCount,
    [Parameter(Mandatory)] [int] $ThrottleLimit,
    [Parameter(Mandatory)] [securestring] $InvokeUrl,
    [Parameter(Mandatory)] [securestring] $Secret
)

$ErrorActionPreference = 'Stop'
$url = [System.Net.NetworkCredential]::new('', $InvokeUrl).Password
$reading = @{
    Path          = $Path
    JournalPath   = $JournalPath
    ShardIndex    = $ShardIndex
    ShardCount    = $ShardCount
    ThrottleLimit = $ThrottleLimit
    Connection    = Connect-ClovaOcr -InvokeUrl $url -Secret $Secret -PassThru
}
try {
    Invoke-AlienCardOcr @reading -ErrorAction Continue
}
finally {
    Disconnect-ClovaOcr -Connection $reading.Connection
}
