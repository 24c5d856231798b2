# Many cards, a service that is limited and fails, and the journal, with PowerShell's own commands around.

BeforeAll {
    $root = Resolve-Path (Join-Path $PSScriptRoot '../..')
    Import-Module (Join-Path $root 'ClovaOcr.psd1') -Force
    . (Join-Path $PSScriptRoot 'EmulatorProcess.ps1')
    $card = [IO.File]::ReadAllBytes((Join-Path $root 'samples/cards/ac-10-etc-small-gray.jpg'))

    # Small cards of which no two have the same bytes, called by a name and a number as scans often are.
    function New-CardFolder([string] $Name, [int] $Count) {
        $folder = New-Item (Join-Path $TestDrive $Name) -ItemType Directory
        foreach ($i in 0..($Count - 1)) {
            [IO.File]::WriteAllBytes((Join-Path $folder ('EXAMPLE ALICE 900101-6000001 {0:000}.jpg' -f $i)), $card + [BitConverter]::GetBytes($i))
        }
        $folder.FullName
    }
}

Describe 'A batch' {
    BeforeAll {
        $emulator = Start-Emulator '--secret tell-tale-secret --latency 50 --concurrency-cap 5'
        Connect-ClovaOcr $emulator.Url tell-tale-secret
        $folder = New-CardFolder 'batch' 100
        function Get-Calls { (Invoke-RestMethod $emulator.StatsUrl).calls }
    }

    AfterAll {
        Disconnect-ClovaOcr
        Stop-Emulator $emulator
    }

    It 'pays for no more than what was taken and one window' {
        $before = Get-Calls
        @(Get-ChildItem $folder | Invoke-AlienCardOcr | Select-Object -First 3).Count | Should -Be 3
        Start-Sleep -Milliseconds 200
        (Get-Calls) - $before | Should -BeLessOrEqual 7
    }

    It 'reads every card under a hidden cap, in order' {
        $cards = Get-ChildItem $folder | Invoke-AlienCardOcr -ThrottleLimit 16 -Verbose 4>&1
        $cards[-1].Message | Should -Match '^Read 100, .* failed 0; .* retried 0'
        ($cards | Where-Object Path).Path | Should -Be (Get-ChildItem $folder).FullName
    }

    It 'pays once with a journal, whatever is asked for later' {
        $journal = Join-Path $TestDrive 'cards.journal'
        Get-ChildItem $folder | Invoke-AlienCardOcr -JournalPath $journal -ThrottleLimit 16 | Out-Null
        $before = Get-Calls
        $again = Get-ChildItem $folder | Invoke-AlienCardOcr -JournalPath $journal -IncludeNumber
        (Get-Calls) - $before | Should -Be 0
        @($again | Where-Object FromJournal).Count | Should -Be 100
        $again[0].RegistrationNumber | Should -Match '^\d{6}-\d{7}$'
        (Update-AlienCardJournal $journal -OlderThan (New-TimeSpan -Days 1)).Kept | Should -Be 100
        (Update-AlienCardJournal $journal -OlderThan (Get-Date).AddMinutes(1)).Dropped | Should -Be 100
    }

    It 'shares one connection between runspaces' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $connection = Connect-ClovaOcr $emulator.Url tell-tale-secret -PassThru
        $manifest = Join-Path $root 'ClovaOcr.psd1'
        $cards = Get-ChildItem $folder | Select-Object -First 20 | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module $using:manifest
            Invoke-AlienCardOcr -LiteralPath $_.FullName -Connection $using:connection
        }
        @($cards | Where-Object Status -eq Success).Count | Should -Be 20
        Disconnect-ClovaOcr $connection
        Connect-ClovaOcr $emulator.Url tell-tale-secret
    }
}

Describe 'A service that fails' {
    BeforeAll {
        $faults = '0500|0501|0011|0025|429|502|503|504|truncated|cut|reset-before|reset-after|hang|drip|content-type|html|huge'
        $emulator = Start-Emulator "--secret tell-tale-secret --seed 3 --fault `"40%: $faults`""
        $folder = New-CardFolder 'faults' 60
    }

    AfterAll { Stop-Emulator $emulator }

    It 'gives an object or an error for each card, and tells no name, number or secret in a transcript' {
        $transcript = Join-Path $TestDrive 'transcript.txt'
        $null = Start-Transcript $transcript
        Connect-ClovaOcr $emulator.Url tell-tale-secret -Verbose
        $DebugPreference = 'Continue' # -Debug would ask at each line
        Get-ChildItem $folder |
            Invoke-AlienCardOcr -ThrottleLimit 8 -TimeoutSec 2 -RetryIntervalSec 1 -MaximumRetryCount 1 -Verbose -OutVariable cards -ErrorVariable failed -ErrorAction Continue |
            Out-Null
        $null = Stop-Transcript
        Disconnect-ClovaOcr
        $cards.Count + @($failed | Where-Object TargetObject).Count | Should -Be 60
        $text = Get-Content $transcript -Raw
        $text | Should -Match 'request [0-9a-f]{8}-'
        $text | Should -Not -Match '000001'
        $text | Should -Not -Match 'tell-tale'
        $text | Should -Not -Match ([regex]::Escape(([uri]$emulator.Url).Segments[-1]))
        ($text -split "`n" | Where-Object { $_ -match '^(VERBOSE|DEBUG|WARNING):' }) -join '' | Should -Not -Match 'ALICE'
    }
}
