<#
.SYNOPSIS
Lets Windows Task Scheduler read new scans each night.
.DESCRIPTION
Registers a task that runs Invoke-NightlyCardOcr.ps1 with Windows PowerShell 5.1, as an account whose password Windows keeps. The secret is
in a file of Export-Clixml, which that account has to have made on this machine (docs/nightly.md): it stands neither in the task nor in
a command line. Run this once, as an administrator.
.PARAMETER Path
The folders to read.
.PARAMETER OutputDirectory
The folder for tables, log and journal.
.PARAMETER CredentialPath
The file of Export-Clixml.
.PARAMETER Account
The account that runs the task and its password. It needs the right "Log on as a batch job" (secpol.msc: Local Policies, User Rights
Assignment), which administrators have and an ordinary account does not. This script does not grant it; without it the task does not start.
.PARAMETER At
When it starts each day.
.PARAMETER TaskName
What the task is called. One of that name is replaced.
.EXAMPLE
./Register-CardOcrTask.ps1 -Path D:\Scans -OutputDirectory D:\Cards -CredentialPath C:\Jobs\clova-ocr.xml -Account (Get-Credential)
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [string[]] $Path,
    [Parameter(Mandatory)] [string] $OutputDirectory,
    [Parameter(Mandatory)] [string] $CredentialPath,
    [Parameter(Mandatory)] [pscredential] $Account,
    [datetime] $At = '01:30',
    [string] $TaskName = 'Card OCR'
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

# A name with blanks in quotation marks; a backslash before the closing one would take it away.
function ConvertTo-Argument([string] $Text) {
    if ($Text.Contains('"')) { throw 'A path with a quotation mark cannot be passed to a task.' }
    '"' + ($Text -replace '(\\+)$', '$1$1') + '"'
}

$script = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', 'scripts', 'Invoke-NightlyCardOcr.ps1'))
$arguments = @(
    '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'RemoteSigned', '-File', (ConvertTo-Argument $script)
    '-Path'; $Path | ForEach-Object { ConvertTo-Argument $_ }
    '-OutputDirectory', (ConvertTo-Argument $OutputDirectory)
    '-CredentialPath', (ConvertTo-Argument $CredentialPath)
) -join ' '

$settings = @{
    StartWhenAvailable = $true
    MultipleInstances  = 'IgnoreNew'
    ExecutionTimeLimit = [timespan]::FromHours(8)
}
$task = @{
    TaskName = $TaskName
    Action   = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument $arguments
    Trigger  = New-ScheduledTaskTrigger -Daily -At $At
    Settings = New-ScheduledTaskSettingsSet @settings
    User     = $Account.UserName
}
if ($PSCmdlet.ShouldProcess($TaskName, 'Register scheduled task')) {
    Register-ScheduledTask @task -Password $Account.GetNetworkCredential().Password -Force
}
