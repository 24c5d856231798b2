<#
.SYNOPSIS
Reads a folder of pictures with several hosts over PowerShell remoting, each its share.
.DESCRIPTION
Give one session for each host, in the same order each time: the first reads share 0, and its journal knows what that share has cost.
Cards come back as the hosts read them, with their numbers masked, and go on to ConvertTo-MaskedImage and Export-AlienCardReview here.

The secret and the invoke URL, whose last part is a credential, travel as secure strings, which remoting encrypts with the session's key.
They are written to no disk, and stand in no script block and no command line.
.PARAMETER Session
A session for each host (New-PSSession), with ClovaOcr installed there.
.PARAMETER Path
Wildcards for the pictures, as every host and this machine see them: a path of a share.
.PARAMETER JournalPath
A path of each host's own disk.
.PARAMETER InvokeUrl
The domain's invoke URL.
.PARAMETER Secret
The domain's secret key.
.PARAMETER ThrottleLimit
Calls under way at the same time for each host. All together share the domain's limit.
.EXAMPLE
$sessions = New-PSSession -HostName ocr1, ocr2, ocr3
$url, $secret = (Read-Host 'Invoke URL' -AsSecureString), (Read-Host 'Secret' -AsSecureString)
./Invoke-CardOcrOnHosts.ps1 $sessions -Path /mnt/scans/*.jpg -JournalPath ./cards.journal -InvokeUrl $url -Secret $secret |
    ConvertTo-MaskedImage -DestinationPath masked
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)] [System.Management.Automation.Runspaces.PSSession[]] $Session,
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $JournalPath,
    [Parameter(Mandatory)] [securestring] $InvokeUrl,
    [Parameter(Mandatory)] [securestring] $Secret,
    [ValidateRange(1, 64)] [int] $ThrottleLimit = 2
)

$script = [System.IO.Path]::Combine($PSScriptRoot, 'Read-CardShare.ps1')
$jobs = @()
try {
    for ($index = 0; $index -lt $Session.Count; $index++) {
        $arguments = $Path, $JournalPath, $index, $Session.Count, $ThrottleLimit, $InvokeUrl, $Secret
        $jobs += @(Invoke-Command -Session $Session[$index] -FilePath $script -ArgumentList $arguments -AsJob)
    }
    if ($jobs) { Receive-Job -Job $jobs -Wait }
}
finally {
    # Also when a later host could not be asked: what runs unreceived would be paid for all the same.
    if ($jobs) { Remove-Job -Job $jobs -Force }
}
