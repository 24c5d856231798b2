# The commands in a real PowerShell, with the real commands around them. The emulator is started as a program of its own.

BeforeAll {
    $root = Resolve-Path (Join-Path $PSScriptRoot '../..')
    $cards = Join-Path $root 'samples/cards'
    Import-Module (Join-Path $root 'ClovaOcr.psd1') -Force

    . (Join-Path $PSScriptRoot 'EmulatorProcess.ps1')
    $emulator = Start-Emulator '--secret tell-tale-secret'
    Connect-ClovaOcr -InvokeUrl $emulator.Url -Secret tell-tale-secret

    function Get-Truth($Name) { Get-Content (Join-Path $cards ($Name -replace '\.\w+$', '.json')) -Raw -Encoding UTF8 | ConvertFrom-Json }
}

AfterAll {
    Disconnect-ClovaOcr
    Stop-Emulator $emulator
}

Describe 'The two lines of the introduction' {
    It 'reads a folder into a CSV file' {
        $csv = Join-Path $TestDrive 'staff.csv'
        Get-ChildItem (Join-Path $cards '*.jpg') | Invoke-AlienCardOcr | Where-Object Status -eq Success | Export-Csv $csv -NoTypeInformation -Encoding UTF8
        $rows = Import-Csv $csv -Encoding UTF8
        $rows.Count | Should -Be @(Get-ChildItem (Join-Path $cards 'ac-*.jpg')).Count
        foreach ($row in $rows) {
            $truth = Get-Truth (Split-Path $row.Path -Leaf)
            $row.Name | Should -Be $truth.fields.name[0].text
            $row.IssueDate | Should -Match '^\d{4}-\d\d-\d\d$'
            $row.RegistrationNumber | Should -Match '^\d{6}-\d\*{6}$'
        }
    }

    It 'writes no cell that a spreadsheet runs' {
        $csv = Join-Path $TestDrive 'safe.csv'
        $answer = Get-Content (Join-Path $root 'tests/data/vendor/success.json') -Raw -Encoding UTF8 | ConvertFrom-Json
        foreach ($name in '=cmd|A', '+1', '-1', '@x', "`t=1", "`n=1", '  =1') {
            $answer.images[0].idCard.result.ac.name[0].text = $name
            $answer.images[0].idCard.result.ac.name[0].formatted.value = $name
            $card = ConvertFrom-AlienCardResponse $answer
            $card.Name | Should -BeExactly $name
            $card | & (Join-Path $root 'samples/scripts/ConvertTo-SpreadsheetRow.ps1') | Export-Csv $csv -NoTypeInformation -Encoding UTF8
            $row = Import-Csv $csv -Encoding UTF8
            $row.Name | Should -BeExactly "'$name"
            $card | Export-Csv $csv -NoTypeInformation -Encoding UTF8
            $plain = Import-Csv $csv -Encoding UTF8
            @($row.PSObject.Properties.Name) | Should -Be @($plain.PSObject.Properties.Name)
        }
    }

    It 'writes masked copies of a folder' {
        $masked = Join-Path $TestDrive 'masked'
        $copies = Get-ChildItem (Join-Path $cards 'ac-*.jpg') | Invoke-AlienCardOcr | ConvertTo-MaskedImage -DestinationPath $masked
        $copies.Count | Should -Be @(Get-ChildItem (Join-Path $cards 'ac-*.jpg')).Count
        @(Get-ChildItem $masked).Count | Should -Be $copies.Count
        foreach ($copy in $copies) { (Get-FileHash $copy.Path).Hash | Should -Be $copy.Hash }
        $copies | Where-Object QrCode -eq Covered | Should -Not -BeNullOrEmpty
    }

    It 'pipes the copies on, not their sources' {
        $masked = Join-Path $TestDrive 'piped'
        Get-ChildItem (Join-Path $cards 'ac-01*.jpg') | Invoke-AlienCardOcr | ConvertTo-MaskedImage $masked | Copy-Item -Destination $TestDrive
        Join-Path $TestDrive 'ac-01-english.masked.jpg' | Should -Exist
        Join-Path $TestDrive 'ac-01-english.jpg' | Should -Not -Exist
    }
}

Describe 'A card' {
    BeforeAll { $card = Invoke-AlienCardOcr (Join-Path $cards 'ac-01-english.jpg') }

    It 'shows its nested members to nobody who did not ask' {
        ($card | Get-Member -MemberType Property).Name | Should -Not -Contain 'Fields'
        ($card | Format-Table | Out-String -Width 100) | Should -Match '900101-6\*{6}'
        $card.Fields.Count | Should -BeGreaterThan 5
    }

    It 'has no number in its JSON unless it was asked for' {
        $card | ConvertTo-Json -Depth 20 | Should -Not -Match '6000001'
        Invoke-AlienCardOcr (Join-Path $cards 'ac-01-english.jpg') -IncludeNumber | ConvertTo-Json -Depth 20 | Should -Match '6000001'
    }

    It 'comes back from Clixml and is masked' {
        $file = Join-Path $TestDrive 'card.xml'
        $card | Export-Clixml $file
        (Import-Clixml $file | ConvertTo-MaskedImage (Join-Path $TestDrive 'clixml')).Covered | Should -Be 'alienRegNum'
    }

    It 'comes back from a saved response' {
        $file = Join-Path $TestDrive 'response.json'
        $card.Response | ConvertTo-Json -Depth 20 | Set-Content $file -Encoding UTF8
        $replayed = Get-Item $file | ConvertFrom-AlienCardResponse -ImagePath (Join-Path $cards 'ac-01-english.jpg')
        $replayed.Name | Should -Be $card.Name
        $replayed.ImageHash | Should -Be $card.ImageHash
    }

    It 'compares its dates with dates and texts' {
        $card.IssueDate -eq '2019-05-17' | Should -BeTrue
        [datetime]'2019-05-18' -gt $card.IssueDate | Should -BeTrue
        @($card | Where-Object IssueDate -lt (Get-Date)).Count | Should -Be 1
    }
}

Describe 'Paths' {
    BeforeAll {
        Copy-Item (Join-Path $cards 'ac-01-english.jpg') (Join-Path $TestDrive 'a card [1].jpg')
        Push-Location $TestDrive
    }

    AfterAll { Pop-Location }

    It 'are relative to the current location' { (Invoke-AlienCardOcr 'a card*.jpg').Status | Should -Be Success }

    It 'may have brackets when they are literal' { (Invoke-AlienCardOcr -LiteralPath 'a card [1].jpg').Status | Should -Be Success }

    It 'come from Get-ChildItem' { (Get-ChildItem | Where-Object Extension -eq .jpg | Invoke-AlienCardOcr).Status | Should -Be Success }
}

Describe 'The pipeline' {
    It 'stops when enough was taken' {
        $before = (Invoke-RestMethod $emulator.StatsUrl).calls
        Get-ChildItem (Join-Path $cards '*.jpg') | Invoke-AlienCardOcr -ThrottleLimit 1 | Select-Object -First 1 | Should -Not -BeNullOrEmpty
        (Invoke-RestMethod $emulator.StatsUrl).calls - $before | Should -BeLessThan 5
    }

    It 'leaves no number and no secret in a transcript' {
        $transcript = Join-Path $TestDrive 'transcript.txt'
        Copy-Item (Join-Path $cards 'ac-01-english.jpg') (Join-Path $TestDrive 'EXAMPLE ALICE 900101-6000001.jpg')
        Set-Content (Join-Path $TestDrive 'EXAMPLE BOB 900101-5000001.jpg') 'no picture'
        $null = Start-Transcript $transcript
        Get-ChildItem (Join-Path $TestDrive 'EXAMPLE*.jpg') | Invoke-AlienCardOcr -Verbose -ErrorAction Continue | Out-Default
        $null = Stop-Transcript
        $text = Get-Content $transcript -Raw
        $text | Should -Match 'EXAMPLE'
        $text | Should -Not -Match '000001'
        $text | Should -Not -Match 'tell-tale'
    }
}
