# The nightly script as a job runs it: a PowerShell of its own, nobody there, and the exit code for all that the scheduler learns.

BeforeAll {
    . (Join-Path $PSScriptRoot 'EmulatorProcess.ps1')
    $root = Resolve-Path (Join-Path $PSScriptRoot '../..')
    $cards = Join-Path $root 'samples/cards'
    $nightly = Join-Path $root 'samples/scripts/Invoke-NightlyCardOcr.ps1'
    $onWindows = $PSEdition -eq 'Desktop' -or $IsWindows
    $healthy = Start-Emulator '--secret tell-tale-secret'
    $poor = Start-Emulator '--secret tell-tale-secret --quota 2'
    $faulty = Start-Emulator '--secret tell-tale-secret --fault "every 2: 0011"'

    # A folder of scans that are called by the names and numbers of their people, as such files are.
    function New-Night([string[]] $Names) {
        $night = New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory
        $scans = New-Item (Join-Path $night 'scans') -ItemType Directory
        foreach ($card in $Names) {
            $printed = (Get-Content (Join-Path $cards ($card -replace '\.\w+$', '.json')) -Raw -Encoding UTF8 | ConvertFrom-Json).fields
            $name = "$($printed.name[0].text) $($printed.alienRegNum[0].text)$([System.IO.Path]::GetExtension($card))"
            Copy-Item (Join-Path $cards $card) (Join-Path $scans $name)
        }
        [pscustomobject]@{
            Scans  = "$scans"
            Output = Join-Path $night 'output'
            Masked = Join-Path $night 'masked'
            Moved  = Join-Path $night 'moved'
        }
    }

    # Lets the folder's PNG say that it has an animation of one frame (acTL): the service reads it, and masking refuses it.
    function Set-Unmaskable([string] $Folder) {
        $scan = (Get-ChildItem $Folder -Filter *.png).FullName
        $bytes = [System.IO.File]::ReadAllBytes($scan)
        $animation = 0, 0, 0, 0x08, 0x61, 0x63, 0x54, 0x4C, 0, 0, 0, 0x01, 0, 0, 0, 0, 0xB4, 0x2D, 0xE9, 0xA0
        [System.IO.File]::WriteAllBytes($scan, [byte[]] ($bytes[0..32] + $animation + $bytes[33..($bytes.Count - 1)]))
    }

    function Invoke-Night($Night, $Emulator, [string[]] $Arguments) {
        $env:CLOVA_OCR_INVOKE_URL = $Emulator.Url
        $env:CLOVA_OCR_SECRET = $Emulator.Secret
        try {
            $powershell = (Get-Process -Id $PID).Path
            $all = @('-NoProfile', '-NonInteractive', '-File', $nightly, '-Path', $Night.Scans, '-OutputDirectory', $Night.Output) + $Arguments
            if ($onWindows) { $all = @('-ExecutionPolicy', 'Bypass') + $all }

            # Windows PowerShell makes errors of what a program writes to its error stream.
            $ErrorActionPreference = 'Continue'
            $screen = & $powershell @all 2>&1 | ForEach-Object { "$_" }
            [pscustomobject]@{ ExitCode = $LASTEXITCODE; Screen = $screen -join "`n" }
        }
        finally {
            $env:CLOVA_OCR_INVOKE_URL = $env:CLOVA_OCR_SECRET = $null
        }
    }

    function Get-Row($Night, $Name) { Import-Csv (Get-Item (Join-Path $Night.Output "$Name-*.csv")) -Encoding UTF8 }
    function Get-Log($Night) { Get-Content (Get-Item (Join-Path $Night.Output 'nightly-*.log')) -Raw -Encoding UTF8 }
}

AfterAll { $healthy, $poor, $faulty | ForEach-Object { Stop-Emulator $_ } }

Describe 'The exit code' {
    It 'is 0 when all was read' {
        $night = New-Night 'ac-01-english.jpg', 'ac-02-korean.jpg'
        $run = Invoke-Night $night $healthy
        $run.ExitCode | Should -Be 0 -Because $run.Screen
        $run.Screen | Should -BeNullOrEmpty
        @(Get-Row $night cards).Count | Should -Be 2
        Get-Row $night failures | Should -BeNullOrEmpty
    }

    It 'is 1 when some was not, and the rest was' {
        $night = New-Night 'ac-01-english.jpg', 'ac-02-korean.jpg', 'ac-03-lossless.png', 'ac-05-tilted.jpg'
        (Invoke-Night $night $faulty '-ThrottleLimit', '1').ExitCode | Should -Be 1
        @(Get-Row $night cards).Count | Should -Be 2
        $failures = Get-Row $night failures
        $failures.Reason | Should -Be 'InvalidRequest', 'InvalidRequest'
        foreach ($failure in $failures) {
            $failure.Path | Should -Exist
            $failure.RequestId | Should -Match '^[0-9a-f-]{36}$'
            (Get-FileHash -LiteralPath $failure.Path).Hash | Should -BeLike "$($failure.Picture)*"
            Get-Log $night | Should -Match "Picture $($failure.Picture): InvalidRequest, request $($failure.RequestId)"
        }
    }

    It 'is 2 when the set-up is wrong: <problem>' -ForEach @(
        @{ problem = 'The service does not accept the secret'; arguments = @(); secret = 'tell-tale-wrong' }
        @{ problem = 'There is no connection'; arguments = @(); secret = '' }
        @{ problem = 'There is no parameter -Bogus'; arguments = @('-Bogus', '3'); secret = 'tell-tale-secret' }
        @{ problem = '-ThrottleLimit is a whole number'; arguments = @('-ThrottleLimit', 'all'); secret = 'tell-tale-secret' }
    ) {
        $night = New-Night 'ac-01-english.jpg'
        $run = Invoke-Night $night ([pscustomobject]@{ Url = $healthy.Url; Secret = $secret }) $arguments
        $run.ExitCode | Should -Be 2
        $run.Screen -replace '\s+', ' ' | Should -Match ([regex]::Escape($problem))
        $run.Screen | Should -Not -Match 'tell-tale'
    }

    It 'is 2 when another run is under way' {
        $night = New-Night 'ac-01-english.jpg'
        (Invoke-Night $night $healthy).ExitCode | Should -Be 0
        $lock = [System.IO.File]::Open((Join-Path $night.Output 'cards.journal'), 'Open', 'ReadWrite', 'None')
        try { $run = Invoke-Night $night $healthy } finally { $lock.Dispose() }
        $run.ExitCode | Should -Be 2
        $run.Screen | Should -Match 'JournalLocked: Another run'
    }

    It 'is 3 when the quota is spent, and the next night pays for the rest only' {
        $night = New-Night 'ac-01-english.jpg', 'ac-02-korean.jpg', 'ac-03-lossless.png', 'ac-05-tilted.jpg'
        (Invoke-Night $night $poor).ExitCode | Should -Be 3
        @(Get-Row $night cards).Count | Should -Be 2
        @(Get-Row $night failures).Reason | Should -Be 'QuotaExceeded'
        Get-ChildItem $night.Output -Filter *.partial | Should -BeNullOrEmpty

        Remove-Item (Join-Path $night.Output '*.csv')
        $before = (Invoke-RestMethod $healthy.StatsUrl).billed
        (Invoke-Night $night $healthy).ExitCode | Should -Be 0
        (Invoke-RestMethod $healthy.StatsUrl).billed - $before | Should -Be 2
        @(Get-Row $night cards).Count | Should -Be 4
    }
}

Describe 'The connection' {
    It 'comes from a file that only its owner may read' {
        $night = New-Night 'ac-01-english.jpg'
        $file = Join-Path $TestDrive 'environment'
        Set-Content $file "CLOVA_OCR_INVOKE_URL=$($healthy.Url)", "CLOVA_OCR_SECRET=$($healthy.Secret)"
        $nothing = [pscustomobject]@{ Url = ''; Secret = '' }
        if (-not $onWindows) {
            chmod 640 $file
            (Invoke-Night $night $nothing '-EnvironmentFile', $file).ExitCode | Should -Be 2
            chmod 600 $file
        }
        (Invoke-Night $night $nothing '-EnvironmentFile', $file).ExitCode | Should -Be 0
    }

    It 'comes from an exported credential on Windows, and nowhere else, because it is not encrypted there' {
        $night = New-Night 'ac-01-english.jpg'
        $file = Join-Path $TestDrive 'credential.xml'
        [pscredential]::new($healthy.Url, (ConvertTo-SecureString $healthy.Secret -AsPlainText -Force)) | Export-Clixml $file
        $run = Invoke-Night $night ([pscustomobject]@{ Url = ''; Secret = '' }) '-CredentialPath', $file
        $run.ExitCode | Should -Be $(if ($onWindows) { 0 } else { 2 })
        if (-not $onWindows) { $run.Screen | Should -Match 'does not encrypt' }
    }
}

Describe 'Originals' {
    It 'are <verb> when their copies are proved, and only then' -ForEach @(@{ verb = 'Move' }, @{ verb = 'Delete' }) {
        $night = New-Night 'ac-01-english.jpg', 'ac-02-korean.jpg', 'ac-03-lossless.png'
        Set-Unmaskable $night.Scans
        $before = Get-ChildItem $night.Scans | Get-FileHash
        $arguments = @('-MaskedDirectory', $night.Masked, '-OnMasked', $verb)
        if ($verb -eq 'Move') { $arguments += '-MoveTo', $night.Moved }
        (Invoke-Night $night $healthy $arguments).ExitCode | Should -Be 1

        (Get-Row $night failures).Reason | Should -Be 'MaskingUnsupported'
        (Get-ChildItem $night.Scans).FullName | Should -Be (Get-Row $night failures).Path
        $gone = Get-Row $night cards | Where-Object MaskedPath
        $gone.MaskedPath | Should -Exist
        $gone.Count | Should -Be 2
        foreach ($card in $gone) {
            $card.Path | Should -Not -Exist
            if ($verb -eq 'Move') {
                $moved = Get-FileHash (Join-Path $night.Moved (Split-Path $card.Path -Leaf))
                $moved.Hash | Should -Be ($before | Where-Object Path -eq $card.Path).Hash
            }
        }
    }

    It 'and everything else stay as they are with -WhatIf' {
        $night = New-Night 'ac-01-english.jpg', 'ac-02-korean.jpg'
        $run = Invoke-Night $night $healthy '-MaskedDirectory', $night.Masked, '-OnMasked', 'Delete', '-WhatIf'
        $run.ExitCode | Should -Be 0
        $run.Screen -replace '\s+', ' ' | Should -Match '2 paid calls'
        @(Get-ChildItem $night.Scans).Count | Should -Be 2
        $night.Output, $night.Masked | Should -Not -Exist
    }
}

Describe 'What a night leaves' {
    BeforeAll {
        $night = New-Night 'ac-01-english.jpg', 'ac-02-korean.jpg', 'ac-03-lossless.png'
        Set-Unmaskable $night.Scans
        $run = Invoke-Night $night $healthy '-MaskedDirectory', $night.Masked
    }

    It 'tells no name, number, file or secret in its log' {
        $log = Get-Log $night
        $log | Should -Match 'End: read 3, failures 1, masked 2'
        foreach ($scan in Get-ChildItem $night.Scans) {
            $name, $number = $scan.BaseName -split ' (?=\d{6}-)'
            $log + $run.Screen | Should -Not -Match $name
            $log + $run.Screen | Should -Not -Match $number.Substring(7)
        }
        $log | Should -Not -Match '\.jpg|tell-tale|/custom/'
    }

    It 'is a table that Excel opens as Korean, with masked numbers' {
        $bytes = [System.IO.File]::ReadAllBytes((Get-Item (Join-Path $night.Output 'cards-*.csv')).FullName)
        $bytes[0..2] | Should -Be 0xEF, 0xBB, 0xBF
        $rows = Get-Row $night cards
        $rows.Name | Should -Contain (Get-Content (Join-Path $cards 'ac-02-korean.json') -Raw -Encoding UTF8 | ConvertFrom-Json).fields.name[0].text
        foreach ($row in $rows) { $row.RegistrationNumber | Should -Match '^\d{6}-\d\*{6}$' }
    }

    It 'is for its owner alone' -Skip:($PSEdition -eq 'Desktop' -or $IsWindows) {
        Get-ChildItem $night.Output | ForEach-Object { $_.UnixMode | Should -Be '-rw-------' }
        (Get-Item $night.Output).UnixMode | Should -Be 'drwx------'
    }
}

Describe 'The help of the script' {
    It 'has a text for each parameter, each exit code and an example' {
        $help = Get-Help $nightly -Full
        $help.examples.example.Count | Should -BeGreaterThan 1
        foreach ($code in 0..3) { $help.description.Text -join "`n" | Should -Match "(?m)^\s+$code\s{3}\S" }
        foreach ($parameter in $help.parameters.parameter | Where-Object name -notin 'WhatIf', 'Confirm', 'MorePaths') {
            $parameter.description.Text | Should -Not -BeNullOrEmpty -Because $parameter.name
        }
    }
}
