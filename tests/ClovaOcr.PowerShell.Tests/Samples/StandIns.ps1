# What the samples call that is on Windows only, asks somebody, or needs hosts at the other end: the same names with the parameters that
# they have there. They note in global variables what they were told.

function global:New-ScheduledTaskAction([string] $Execute, [string] $Argument) { @{ Execute = $Execute; Argument = $Argument } }

function global:New-ScheduledTaskTrigger([switch] $Daily, [datetime] $At) { @{ Daily = [bool] $Daily; At = $At } }

function global:New-ScheduledTaskSettingsSet(
    [switch] $StartWhenAvailable, [string] $MultipleInstances, [timespan] $ExecutionTimeLimit
) { @{} }

function global:Register-ScheduledTask(
    [string] $TaskName, $Action, $Trigger, $Settings, [string] $User, [string] $Password, [switch] $Force
) {
    $global:task = @{
        Execute = $Action.Execute; Argument = $Action.Argument; User = $User; Password = $Password
        At = $Trigger.At.TimeOfDay; Daily = $Trigger.Daily
    }
}

function global:Get-Credential { [pscredential]::new('cards', [System.Net.NetworkCredential]::new('', 'account-password').SecurePassword) }

# Sessions whose runspaces are never opened, so that nobody is called.
function global:New-PSSession {
    [CmdletBinding()]
    param([string[]] $HostName)
    foreach ($name in $HostName) {
        $connection = [System.Management.Automation.Runspaces.SSHConnectionInfo]::new('', $name, '')
        [System.Management.Automation.Runspaces.PSSession]::Create([runspacefactory]::CreateRunspace($connection), 'SSH', $PSCmdlet)
    }
}

# As remoting does, this takes the file's text, so that $PSScriptRoot is empty there.
function global:Invoke-Command(
    [System.Management.Automation.Runspaces.PSSession] $Session, [string] $FilePath, [object[]] $ArgumentList, [switch] $AsJob
) {
    $job = [pscustomobject] @{
        HostName  = $Session.ComputerName
        Script    = [scriptblock]::Create([System.IO.File]::ReadAllText($FilePath))
        Arguments = $ArgumentList
    }
    $global:jobs = @($global:jobs) + $job
    $job
}

# Each host in turn, in a folder of its own as its disk. What comes back went over the wire as text.
function global:Receive-Job([object[]] $Job, [switch] $Wait) {
    $location = $ExecutionContext.SessionState.Path
    foreach ($one in $Job) {
        $disk = [System.IO.Directory]::CreateDirectory([System.IO.Path]::Combine($folder, 'hosts', $one.HostName)).FullName
        $here = $location.CurrentLocation
        $null = $location.SetLocation($disk)
        try {
            $arguments = $one.Arguments
            $results = @(& $one.Script @arguments)
        }
        finally { $null = $location.SetLocation($here) }
        foreach ($result in $results) {
            [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($result, 1))
        }
    }
}

function global:Remove-Job([object[]] $Job, [switch] $Force) { $global:jobs = @($global:jobs | Where-Object { $_ -notin $Job }) }
