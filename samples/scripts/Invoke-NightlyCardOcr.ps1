<#
.SYNOPSIS
Reads new scans of alien registration cards overnight, with nobody there.

.DESCRIPTION
Reads the pictures of one folder or more with CLOVA OCR and leaves in -OutputDirectory, for each run:

    cards-<date and time>.csv       a row for each card that was read, its number masked
    failures-<date and time>.csv    a row for everything that was not read, or not masked, and why
    nightly-<date and time>.log     what was done; no name, number or file name is in it

and cards.journal, from which a picture that was paid for is answered the next time, so that a run may be repeated at no cost.

In the log a picture is called by the first eight digits of its SHA-256, which stand in the CSV files too.

The CSV files are called *.partial while the run lasts. A run that was killed leaves them so; the next run reads the same pictures again
from the journal. Only an original that was moved or deleted is not there any more, and its row is on the disk before it goes.

Nothing is asked, and no file is ever written over. docs/nightly.md shows how to schedule it and where to keep the secret.

Exit codes:
    0   All was read, and masked if that was asked for.
    1   Some of it was not; failures-*.csv says what and why.
    2   The set-up is wrong, or the run could not go on: no connection, the secret was refused, another run is under way, a full disk,
        no answer from the service for picture after picture.
    3   The domain's quota is spent. What was read until then is in cards-*.csv.

.PARAMETER Path
Folders, or wildcards for files. A folder with brackets in its name is taken as it is.

.PARAMETER Recurse
Reads the folders below as well. Links to folders are not followed.

.PARAMETER Filter
The extensions of pictures.

.PARAMETER OutputDirectory
The folder for the CSV files and the log, made if it is not there. It has to be outside of the folders that are read.

.PARAMETER JournalPath
The journal; cards.journal in the output directory if it is not given. One run at a time can use it.

.PARAMETER EnvironmentFile
A file of NAME=value lines with CLOVA_OCR_INVOKE_URL and CLOVA_OCR_SECRET, and CLOVA_OCR_ACCESS_KEY and CLOVA_OCR_SECRET_KEY if the
gateway wants signed calls. It goes before the environment variables of these names. On Linux and macOS it is refused unless it is closed
to everyone but its owner (chmod 600), or is a credential that systemd gave to the service.

.PARAMETER CredentialPath
On Windows only: a file of Export-Clixml with a credential, the invoke URL as its user name and the secret as its password.

.PARAMETER ThrottleLimit
Calls under way at the same time, 1 to 64.

.PARAMETER MaximumRetryCount
How many more calls may be made for a picture when one fails, 0 to 100. The default outlasts some three minutes without the service. A call
whose answer was lost may be billed, and so may each that is made again for it.

.PARAMETER Refresh
Asks again about pictures in which no card was recognised.

.PARAMETER ShardIndex
Which share of the pictures this run reads, from 0; goes with -ShardCount. Runs that share the pictures need an output directory each.

.PARAMETER ShardCount
How many runs share the pictures. docs/scale.md says more.

.PARAMETER MaskedDirectory
The folder for masked copies, made if it is not there; none are made if it is not given. Folders below the ones that are read are kept.

.PARAMETER OnMasked
What becomes of an original whose masked copy is there and proved: Keep, Move or Delete. Any other original stays where it is.

.PARAMETER MoveTo
The folder for originals with -OnMasked Move.

.EXAMPLE
./Invoke-NightlyCardOcr.ps1 -Path /srv/scans -OutputDirectory /srv/cards -EnvironmentFile ~/.clova-ocr.env

.EXAMPLE
./Invoke-NightlyCardOcr.ps1 /srv/scans -Recurse -OutputDirectory /srv/cards -EnvironmentFile ~/.clova-ocr.env `
    -MaskedDirectory /srv/masked -OnMasked Delete -WhatIf

Says what the run would pay for and do.
#>
using namespace System.IO
using namespace System.Management.Automation

[CmdletBinding(SupportsShouldProcess)]
param(
    # Values are checked below and not by attributes: PowerShell would ask for what is missing, or end with 1 for what is wrong.
    [Parameter(Position = 0)]
    [string[]] $Path,

    [switch] $Recurse,
    [string[]] $Filter = @('jpg', 'jpeg', 'png', 'tif', 'tiff', 'pdf'),
    [string] $OutputDirectory,
    [string] $JournalPath,
    [string] $EnvironmentFile,
    [string] $CredentialPath,
    [object] $ThrottleLimit = 4,
    [object] $MaximumRetryCount = 10,
    [switch] $Refresh,
    [object] $ShardIndex,
    [object] $ShardCount,
    [string] $MaskedDirectory,
    [string] $OnMasked = 'Keep',
    [string] $MoveTo,

    # pwsh -File has no lists: what follows the first path comes here, and so does a parameter that is not known.
    [Parameter(ValueFromRemainingArguments, DontShow)]
    [string[]] $MorePaths
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$onWindows = $PSEdition -eq 'Desktop' -or $IsWindows
$invariant = [cultureinfo]::InvariantCulture
$figures = @{ Read = 0; Failures = 0; Masked = 0; Moved = 0; Deleted = 0; Unreadable = 0; Outage = 0 }
$cardColumns = @(
    'Path', 'Status', 'CardType', 'Name', 'RegistrationNumber', 'BirthDate', 'Sex', 'Nationality', 'VisaType', 'VisaCode', 'IssueDate'
    'Authority', 'AuthorityEnglish', 'RegistrationNumberEtc', 'IsConfident', 'Confidence', 'Validation', 'Warnings', 'RequestId', 'Uid'
    'ImageHash', 'FromJournal'
)
$log = $cards = $failures = $connection = $stamp = $null

function Stop-Run([string] $Problem) {
    throw [ErrorRecord]::new([System.ArgumentException]::new($Problem), 'SetUpWrong', 'InvalidArgument', $null)
}

function Resolve-FullPath([string] $Name, [string] $Value) {
    if (-not $Value) { return }
    try {
        $full = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Value)

        # The .NET Framework takes no wildcards here.
        if ($full.IndexOfAny([char[]] '*?') -lt 0) { $full = [Path]::GetFullPath($full) }
    }
    catch {
        Stop-Run "-$Name is not a path of the file system."
    }

    $root = [Path]::GetPathRoot($full)
    if ($full.Length -gt $root.Length) { $full.TrimEnd([Path]::DirectorySeparatorChar) } else { $full }
}

function Read-Number([string] $Name, $Value, [int] $Least, [int] $Most) {
    $number = $Value -as [int]

    # Nothing, as an environment variable that is not set gives, would be taken for 0, and 1.5 for 2.
    $isNumber = "$Value" -match '\A[0-9]+\z' -and $null -ne $number
    if (-not $isNumber -or $number -lt $Least -or $number -gt $Most) { Stop-Run "-$Name is a whole number from $Least to $Most." }
    $number
}

# The two parameters of a share of the pictures; none for all of them.
function Read-Shard {
    if ($null -eq $ShardIndex -and $null -eq $ShardCount) { return @{} }
    $count = Read-Number ShardCount $ShardCount 1 ([int]::MaxValue)
    @{ ShardIndex = Read-Number ShardIndex $ShardIndex 0 ($count - 1); ShardCount = $count }
}

# Without regard to case, because the file system may have none.
function Test-Within([string] $Folder, [string] $Outer) {
    $end = [Path]::DirectorySeparatorChar
    ($Folder + $end).StartsWith($Outer.TrimEnd($end) + $end, [System.StringComparison]::OrdinalIgnoreCase)
}

function Read-EnvironmentFile([string] $File, [string[]] $Names) {
    $settings = @{}
    $stream = $null
    try {
        $full = Resolve-FullPath EnvironmentFile $File
        $stream = [FileStream]::new($full, 'Open', 'Read', 'Read')
        if (-not $onWindows) {
            # Of the open file, so that it is the very one that is read. systemd opens its credentials to the one service by an access list,
            # which looks like rights of a group.
            $others = [UnixFileMode] 'GroupRead, GroupWrite, GroupExecute, OtherRead, OtherWrite, OtherExecute'
            $credentials = Resolve-FullPath CREDENTIALS_DIRECTORY $env:CREDENTIALS_DIRECTORY
            if ($credentials -and (Test-Within $full $credentials)) {
                $others = [UnixFileMode] 'GroupWrite, OtherRead, OtherWrite, OtherExecute'
            }
            if ([File]::GetUnixFileMode($stream.SafeFileHandle) -band $others) {
                Stop-Run 'The environment file is open to others than its owner. Run chmod 600 on it, and change a secret that was read.'
            }
        }

        $reader = [StreamReader]::new($stream)
        for ($number = 1; $null -ne ($line = $reader.ReadLine()); $number++) {
            if ($line -match '^\s*(#|$)') { continue }
            $name, $value = $line -split '=', 2
            if ($name.Trim() -cnotin $Names -or $null -eq $value) {
                Stop-Run "Line $number of the environment file is not a value for one of: $($Names -join ', ')."
            }
            $settings[$name.Trim()] = $value.Trim() -replace '^(["''])(.*)\1$', '$2'
        }
    }
    catch [IOException], [System.UnauthorizedAccessException] {
        Stop-Run 'The environment file cannot be read. Check its path and your rights to it.'
    }
    finally {
        if ($stream) { $stream.Dispose() }
    }

    $settings
}

function Read-Credential([string] $File) {
    if (-not $onWindows) {
        Stop-Run 'Export-Clixml does not encrypt on this system, so -CredentialPath is for Windows only. Use -EnvironmentFile.'
    }

    try {
        $credential = Import-Clixml -LiteralPath (Resolve-FullPath CredentialPath $File)
        if ($credential -isnot [pscredential]) { throw 'Another object.' }
        @{ CLOVA_OCR_INVOKE_URL = $credential.UserName; CLOVA_OCR_SECRET = $credential.Password }
    }
    catch {
        Stop-Run 'The credential cannot be read. It has to be one that this account exported on this machine, with Export-Clixml.'
    }
}

# Explicit, so that a connection that the session has is not used by chance, and the secret does not enter the environment.
function Connect-Service {
    $parameters = [ordered] @{
        CLOVA_OCR_INVOKE_URL = 'InvokeUrl'
        CLOVA_OCR_SECRET     = 'Secret'
        CLOVA_OCR_ACCESS_KEY = 'AccessKey'
        CLOVA_OCR_SECRET_KEY = 'SecretKey'
    }
    if ($EnvironmentFile -and $CredentialPath) { Stop-Run 'Give -EnvironmentFile or -CredentialPath, not both.' }
    $settings = @{}
    if ($EnvironmentFile) { $settings = Read-EnvironmentFile $EnvironmentFile @($parameters.Keys) }
    if ($CredentialPath) { $settings = Read-Credential $CredentialPath }
    $given = @{}
    foreach ($name in $parameters.Keys) {
        $value = if ($settings.ContainsKey($name)) { $settings[$name] } else { [System.Environment]::GetEnvironmentVariable($name) }
        if ($value) { $given[$parameters[$name]] = $value }
    }

    if (-not $given['InvokeUrl'] -or -not $given['Secret']) {
        Stop-Run 'There is no connection: CLOVA_OCR_INVOKE_URL and CLOVA_OCR_SECRET have to be in the environment, or in -EnvironmentFile.'
    }

    Connect-ClovaOcr @given -PassThru -Verbose:$false
}

function Import-CardModule {
    if (Get-Module ClovaOcr) { return }
    $checkout = [Path]::Combine($PSScriptRoot, '..', '..', 'ClovaOcr.psd1')
    Import-Module $(if ([File]::Exists($checkout)) { $checkout } else { 'ClovaOcr' }) -Verbose:$false
}

# The folders and files that -Path names, each as a full path.
function Resolve-Source {
    $patterns = @($Path) + @($MorePaths) | Where-Object { $_ }
    if (-not $patterns) { Stop-Run 'Give -Path: folders, or wildcards for files.' }
    foreach ($pattern in $patterns) {
        $literal = Resolve-FullPath Path $pattern
        if ([Directory]::Exists($literal) -or [File]::Exists($literal)) { $literal; continue }
        if ($pattern.StartsWith('-')) { Stop-Run "There is no parameter $pattern." }
        $parent = [Path]::GetDirectoryName($literal)
        $hasParent = [WildcardPattern]::ContainsWildcardCharacters($parent) -or [Directory]::Exists($parent)
        if (-not [WildcardPattern]::ContainsWildcardCharacters($pattern) -or -not $hasParent) {
            Stop-Run 'A path of -Path is not there. Check that it is spelt right, and that its drive is connected.'
        }

        $provider = $null
        $PSCmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath($pattern, [ref] $provider)
    }
}

# What is read must not grow by what is written.
function Confirm-Apart([string] $Name, [string] $Folder) {
    foreach ($readFolder in $readFolders) {
        if ($Folder -and (Test-Within $Folder $readFolder)) { Stop-Run "-$Name is inside a folder that is read. Choose one outside." }
    }
}

function New-OwnFolder([string] $Folder) {
    if ([Directory]::Exists($Folder)) { return }
    $null = if ($onWindows) { [Directory]::CreateDirectory($Folder) }
    else { [Directory]::CreateDirectory($Folder, [UnixFileMode] 'UserRead, UserWrite, UserExecute') }
}

# A new file for its owner alone, never one that is there. Excel reads Korean by the byte order mark of a CSV file.
function New-TextFile([string] $Name) {
    $file = [Path]::Combine($outputFolder, $Name)
    $stream = if ($onWindows) { [FileStream]::new($file, 'CreateNew', 'Write', 'Read') }
    else {
        $mode = [UnixFileMode] 'UserRead, UserWrite'
        [FileStream]::new($file, [FileStreamOptions] @{ Mode = 'CreateNew'; Access = 'Write'; Share = 'Read'; UnixCreateMode = $mode })
    }
    [StreamWriter]::new($stream, [System.Text.UTF8Encoding]::new($Name -like '*.csv.*'))
}

# The date and time, with a number behind it if a run of the same second took it.
function Find-Stamp {
    $now = [datetime]::Now.ToString('yyyy-MM-dd-HHmmss', $invariant)
    for ($number = 1; ; $number++) {
        $stamp = if ($number -eq 1) { $now } else { "$now-$number" }
        if (-not [Directory]::GetFiles($outputFolder, "*-$stamp.*")) { return $stamp }
    }
}

function Write-Log([string] $Line) {
    if ($log) { $log.WriteLine([datetime]::Now.ToString('yyyy-MM-dd HH:mm:ss ', $invariant) + $Line) }
    $PSCmdlet.WriteVerbose($Line)
}

function Write-Row($Writer, $Values) {
    $cells = foreach ($value in $Values) {
        # A text that a spreadsheet would take for a formula gets an apostrophe; what is on a card is not ours.
        '"' + ("$value" -replace '\A(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])', "'").Replace('"', '""') + '"'
    }
    $Writer.WriteLine($cells -join ',')
}

function Add-Failure([string] $File, [string] $Reason, [string] $Message, [string] $RequestId, [string] $Hash) {
    $figures.Failures++
    if (-not $Hash) { $Hash = Get-Sha256 $File }
    $picture = if ($Hash) { $Hash.Substring(0, 8) } else { $figures.Unreadable++; "unreadable $($figures.Unreadable)" }
    if ($failures) { Write-Row $failures @($File, $Reason, $Message, $RequestId, $picture) }
    Write-Log ("Picture ${picture}: $Reason" + $(if ($RequestId) { ", request $RequestId" }) + '.')
}

function Add-CardFailure($Card, [string] $Reason, [string] $Message) {
    Add-Failure $Card.Path $Reason $Message $Card.RequestId $Card.ImageHash
}

# Lower-case hexadecimal; nothing for a file that cannot be read. A pipe or device has no length, and opening it could wait for ever.
function Get-Sha256([string] $File) {
    try {
        if ([FileInfo]::new($File).Length -eq 0) { return }
        $stream = [FileStream]::new($File, 'Open', 'Read', 'ReadWrite, Delete')
        $sha256 = [System.Security.Cryptography.SHA256]::Create()
        try { [System.BitConverter]::ToString($sha256.ComputeHash($stream)).Replace('-', '').ToLowerInvariant() }
        finally { $sha256.Dispose(); $stream.Dispose() }
    }
    catch [IOException], [System.UnauthorizedAccessException], [System.ArgumentException], [System.NotSupportedException] { }
}

function Get-Picture {
    foreach ($source in $sources) {
        if ([Directory]::Exists($source)) { Get-PictureOfFolder $source } else { [FileInfo]::new($source) }
    }
}

# The pictures of a folder by name, then those of the folders below. Names that begin with a point are other programs' own files.
function Get-PictureOfFolder([string] $Folder) {
    try {
        $files = @([Directory]::GetFiles($Folder))
        $folders = @(if ($Recurse) { [Directory]::GetDirectories($Folder) })
    }
    catch [IOException], [System.UnauthorizedAccessException] {
        Add-Failure $Folder 'FolderUnreadable' 'The folder cannot be read. Check your rights to it.'
        return
    }

    [array]::Sort($files, [System.StringComparer]::Ordinal)
    foreach ($file in $files) {
        $name = [Path]::GetFileName($file)
        if (-not $name.StartsWith('.') -and [Path]::GetExtension($name).TrimStart('.') -in $extensions) { [FileInfo]::new($file) }
    }

    [array]::Sort($folders, [System.StringComparer]::Ordinal)
    foreach ($child in $folders) {
        if ([File]::GetAttributes($child) -band [FileAttributes]::ReparsePoint) { Write-Log 'A link to a folder was not followed.' }
        else { Get-PictureOfFolder $child }
    }
}

# Where a file is below the folder that was read, so that files of the same name in two folders do not meet.
function Get-RelativeFolder([string] $File) {
    $folder = [Path]::GetDirectoryName($File)
    foreach ($readFolder in $readFolders) {
        if (Test-Within $folder $readFolder) { return $folder.Substring($readFolder.Length).TrimStart([Path]::DirectorySeparatorChar) }
    }
    ''
}

function Receive-Result($Result) {
    switch ($Result) {
        { $_ -is [ErrorRecord] } { Receive-Error $_; break }
        # Of the verbose lines those that name a picture by its hash or hold figures; none of the module's lines has personal data.
        { $_ -is [VerboseRecord] } { if ($_ -match '^(Picture [0-9a-f]{8}|Read \d)') { Write-Log $_.Message }; break }
        { $_ -is [WarningRecord] } { Write-Log $_.Message; break }
        default { Receive-Card $_ }
    }
}

function Receive-Error($Record) {
    $reason = $Record.FullyQualifiedErrorId.Split(',')[0]
    $exception = $Record.Exception
    $isOurs = $exception -is [ClovaOcr.ClovaOcrException]
    $message = if ($isOurs) { $exception.Problem } else { $exception.Message }
    if ($isOurs -and $exception.FilePath -eq $journalFile) {
        Write-Log "Journal: ${reason}: $message"
        $figures.Failures++
        Write-Row $failures @($journalFile, $reason, $message, '', '')
        return
    }

    Add-Failure "$($Record.TargetObject)" $reason $message $(if ($isOurs) { $exception.RequestId })
    if ($reason -in 'ConnectionFailed', 'TimedOut', 'GatewayFailure', 'ServiceFault', 'TooManyCalls') { Confirm-Service }
}

# Without this, a night without the service would try every picture for minutes and not end for days.
function Confirm-Service {
    $figures.Outage++
    if ($figures.Outage -ge 3 * $throttle) {
        Stop-Run "The service answered for none of $($figures.Outage) pictures in a row, so the others were not tried. Run it again later."
    }
}

function Receive-Card($Card) {
    $figures.Outage = 0
    if ($Card.Status -ne 'Success') {
        Add-CardFailure $Card $Card.Status $Card.Message
        return
    }

    $figures.Read++
    $proof = if ($maskedFolder) { Get-Proof $Card }
    Write-Row $cards (@($cardColumns | ForEach-Object { $Card.$_ }) + $(if ($proof) { $proof.Path } else { '' }))
    if ($proof -and $OnMasked -ne 'Keep') { Remove-Original $Card $proof }
}

# The proof of a masked copy in its folder; nothing when there is none, and why not is among the failures.
function Get-Proof($Card) {
    $relative = [ClovaOcr.Cards.IdentityNumber]::MaskWithin((Get-RelativeFolder $Card.Path), 'x')
    $folder = [Path]::Combine($maskedFolder, $relative)
    $refusal = $null
    $proof = ConvertTo-Proof $Card $folder ([ref] $refusal)
    if (-not $proof -and $refusal -and $refusal.FullyQualifiedErrorId -like 'DestinationExists,*') {
        $proof = Get-ProofOfExisting $Card $folder $refusal.TargetObject
    }

    if ($proof) { $figures.Masked++; return $proof }
    if ($refusal) { Add-CardFailure $Card $refusal.FullyQualifiedErrorId.Split(',')[0] $refusal.Exception.Problem }
}

function ConvertTo-Proof($Card, [string] $Folder, [ref] $Refusal) {
    $copy = @{ InputObject = $Card; DestinationPath = $Folder + [Path]::DirectorySeparatorChar }
    foreach ($result in ConvertTo-MaskedImage @copy -ErrorAction Continue -Verbose 2>&1 3>&1 4>&1) {
        if ($result -is [ErrorRecord]) { $Refusal.Value = $result }
        elseif ($result -is [ClovaOcr.PowerShell.Cards.MaskedImage]) { $result }
        else { Receive-Result $result }
    }
}

# The copy of an earlier night is as good as a new one if a new one is the same to the bit.
function Get-ProofOfExisting($Card, [string] $Folder, [string] $Existing) {
    $beside = [Path]::Combine($Folder, '.' + [guid]::NewGuid().ToString('N'))
    try {
        $refusal = $null
        $proof = ConvertTo-Proof $Card $beside ([ref] $refusal)
        if ($proof -and $proof.Hash -eq (Get-Sha256 $Existing)) {
            [pscustomobject] @{ Path = $Existing; Hash = $proof.Hash; SourceHash = $proof.SourceHash }
        }
    }
    finally {
        if ([Directory]::Exists($beside)) { [Directory]::Delete($beside, $true) }
    }
}

# Only when the disk has the copy that was proved, the original that it was made of, and the card's row.
function Remove-Original($Card, $Proof) {
    $isProved = $Proof.SourceHash -eq $Card.ImageHash -and (Get-Sha256 $Card.Path) -eq $Proof.SourceHash
    if (-not $isProved -or (Get-Sha256 $Proof.Path) -ne $Proof.Hash) {
        Add-CardFailure $Card 'ProofNotVerified' 'The original or its masked copy has changed since. The original stays where it is.'
        return
    }

    if ([File]::GetAttributes($Card.Path) -band [FileAttributes]::ReparsePoint) {
        Add-CardFailure $Card 'OriginalIsLink' 'The file is a link; it and what it leads to stay where they are.'
        return
    }

    $action = if ($OnMasked -eq 'Move') { 'Move original' } else { 'Delete original' }
    if (-not $PSCmdlet.ShouldProcess("$action.", "${action}: $($Card.Path)?", 'Invoke-NightlyCardOcr')) { return }
    $cards.Flush()
    $cards.BaseStream.Flush($true)
    try {
        if ($OnMasked -eq 'Move') {
            $folder = [Path]::Combine($moveFolder, (Get-RelativeFolder $Card.Path))
            New-OwnFolder $folder
            [File]::Move($Card.Path, [Path]::Combine($folder, [Path]::GetFileName($Card.Path)))
            $figures.Moved++
        }
        else {
            [File]::Delete($Card.Path)
            $figures.Deleted++
        }
    }
    catch [IOException], [System.UnauthorizedAccessException] {
        Add-CardFailure $Card 'OriginalNotRemoved' 'It could not be moved or deleted: a file of its name is there, or you have no right to.'
    }
}

# What is wrong with the parameters is said before anything is made or called.
function Confirm-Parameter {
    if ($OnMasked -notin 'Keep', 'Move', 'Delete') { Stop-Run '-OnMasked is Keep, Move or Delete.' }
    if ($OnMasked -ne 'Keep' -and -not $maskedFolder) { Stop-Run "-OnMasked $OnMasked needs -MaskedDirectory." }
    if (($OnMasked -eq 'Move') -ne [bool] $moveFolder) { Stop-Run '-OnMasked Move and -MoveTo go together.' }
    if ($moveFolder -and (Test-Within $moveFolder $maskedFolder)) { Stop-Run '-MoveTo is inside the folder of masked copies.' }
    Confirm-Apart OutputDirectory $outputFolder
    Confirm-Apart MaskedDirectory $maskedFolder
    Confirm-Apart MoveTo $moveFolder
}

# Each card goes its whole way before the next, so that none is kept.
function Invoke-Run {
    $reading = @{
        Connection = $connection; JournalPath = $journalFile; Refresh = $Refresh; ThrottleLimit = $throttle; MaximumRetryCount = $retries
    }
    Get-Picture | Invoke-AlienCardOcr @reading @shard -ErrorAction Continue -Verbose 2>&1 3>&1 4>&1 | ForEach-Object { Receive-Result $_ }
}

function Show-Run {
    Get-Picture | Invoke-AlienCardOcr -Connection $connection -JournalPath $journalFile -Refresh:$Refresh @shard -WhatIf
    $after = if ($OnMasked -ne 'Keep') { ", then $($OnMasked.ToLowerInvariant()) its original" }
    if ($maskedFolder) { $null = $PSCmdlet.ShouldProcess($maskedFolder, "Write a masked copy of each card that is read$after") }
}

# Only now have the CSV files the names of whole ones. A run that could not start leaves none.
function Complete-Run {
    foreach ($writer in $cards, $failures) {
        if (-not $writer) { continue }
        $partial = $writer.BaseStream.Name
        $writer.Dispose()
        if ($exitCode -eq 2 -and $figures.Read + $figures.Failures -eq 0) { [File]::Delete($partial) }
        else { [File]::Move($partial, $partial.Substring(0, $partial.Length - '.partial'.Length)) }
    }
}

# Of an error that is neither the module's nor this script's own the type only: its text may hold a file's name.
function Get-Problem($Record) {
    $cause = $Record.Exception.GetBaseException()
    $reason = $Record.FullyQualifiedErrorId.Split(',')[0]
    if ($cause.GetType().FullName -eq 'ClovaOcr.ClovaOcrException') { "${reason}: $($cause.Problem)" }
    elseif ($reason -eq 'SetUpWrong') { $cause.Message }
    else {
        $place = "$($cause.GetType().Name), line $($Record.InvocationInfo.ScriptLineNumber) of the script"
        "The run could not go on ($place). Check the disk and your rights to the folders."
    }
}

$exitCode = $problem = $null
try {
    try {
        $outputFolder = Resolve-FullPath OutputDirectory $OutputDirectory
        if (-not $outputFolder) { Stop-Run 'Give -OutputDirectory: the folder for the CSV files and the log.' }
        $maskedFolder = Resolve-FullPath MaskedDirectory $MaskedDirectory
        $moveFolder = Resolve-FullPath MoveTo $MoveTo
        $journalFile = Resolve-FullPath JournalPath $JournalPath
        if (-not $journalFile) { $journalFile = [Path]::Combine($outputFolder, 'cards.journal') }
        $throttle = Read-Number ThrottleLimit $ThrottleLimit 1 64
        $retries = Read-Number MaximumRetryCount $MaximumRetryCount 0 100
        $shard = Read-Shard
        $extensions = @($Filter -split ',' | ForEach-Object { $_.Trim().TrimStart('*').TrimStart('.') } | Where-Object { $_ })
        $sources = @(Resolve-Source)
        $readFolders = @($sources | ForEach-Object { if ([Directory]::Exists($_)) { $_ } else { [Path]::GetDirectoryName($_) } })
        $readFolders = @([System.Collections.Generic.HashSet[string]]::new([string[]] $readFolders))
        Confirm-Parameter

        if (-not $WhatIfPreference) {
            New-OwnFolder $outputFolder
            $stamp = Find-Stamp
            $log = New-TextFile "nightly-$stamp.log"
            $log.AutoFlush = $true
        }

        Import-CardModule
        Write-Log "Start: ClovaOcr $((Get-Module ClovaOcr).Version), PowerShell $($PSVersionTable.PSVersion), process $PID."
        $left = if ($log) { [Directory]::GetFiles($outputFolder, '*.csv.partial').Length } else { 0 }
        if ($left) { Write-Log "$left files *.csv.partial are here, of a run that was killed or is under way." }
        $connection = Connect-Service
        if ($WhatIfPreference) { Show-Run }
        else {
            if ($maskedFolder) { New-OwnFolder $maskedFolder }
            $cards = New-TextFile "cards-$stamp.csv.partial"
            $failures = New-TextFile "failures-$stamp.csv.partial"
            Write-Row $cards ($cardColumns + 'MaskedPath')
            Write-Row $failures @('Path', 'Reason', 'Message', 'RequestId', 'Picture')
            Invoke-Run
        }

        $exitCode = if ($figures.Failures) { 1 } else { 0 }
        if ($exitCode) { $problem = "$($figures.Failures) failures, see failures-$stamp.csv." }
    }
    catch {
        $problem = Get-Problem $_
        $reason = $_.FullyQualifiedErrorId.Split(',')[0]
        $exitCode = if ($reason -eq 'QuotaExceeded') { 3 } else { 2 }
        if ($failures) { Write-Row $failures @('', $reason, $problem, '', '') }
    }

    Complete-Run
    if ($exitCode -gt 1) { Write-Log $problem }
    $counts = foreach ($name in 'Read', 'Failures', 'Masked', 'Moved', 'Deleted') { "$($name.ToLowerInvariant()) $($figures[$name])" }
    Write-Log "End: $($counts -join ', '); exit code $exitCode."
}
catch {
    $problem = Get-Problem $_
    $exitCode = 2
}
finally {
    if ($connection) { Disconnect-ClovaOcr -Connection $connection }
    foreach ($writer in $cards, $failures, $log) {
        # A disk that does not take the last line has been told of by now.
        try { if ($writer) { $writer.Dispose() } } catch [IOException] { }
    }
}

if ($problem) { $Host.UI.WriteErrorLine("Invoke-NightlyCardOcr: $problem Exit code $exitCode.") }
exit $exitCode
