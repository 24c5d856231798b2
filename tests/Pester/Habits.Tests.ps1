# What people do with every command, done with these, in a real PowerShell.

BeforeDiscovery {
    # Start-Job starts the program that lies beside the engine; a PowerShell that somebody built from its source may have none there.
    $hasProgram = @(Get-ChildItem (Join-Path $PSHOME '*') -Include pwsh, pwsh.exe, powershell.exe).Count -gt 0
}

BeforeAll {
    $root = Resolve-Path (Join-Path $PSScriptRoot '../..')
    $cards = Join-Path $root 'samples/cards'
    $manifest = Join-Path $root 'ClovaOcr.psd1'
    $card = Join-Path $cards 'ac-01-english.jpg'
    Import-Module $manifest -Force

    . (Join-Path $PSScriptRoot 'EmulatorProcess.ps1')
    $emulator = Start-Emulator '--secret tell-tale-secret'
    $connection = Connect-ClovaOcr -InvokeUrl $emulator.Url -Secret tell-tale-secret -PassThru

    function Get-Calls { (Invoke-RestMethod $emulator.StatsUrl).calls }

    function Get-Offer([string] $Text) { (TabExpansion2 $Text $Text.Length).CompletionMatches }

    # Small cards of different bytes in a folder of their own; one in their midst may be no picture.
    function New-CardFolder([string] $Name, [int] $Count, [int] $Spoilt = -1) {
        $folder = New-Item (Join-Path $TestDrive $Name) -ItemType Directory
        $picture = [System.IO.File]::ReadAllBytes((Join-Path $cards 'ac-10-etc-small-gray.jpg'))
        foreach ($i in 0..($Count - 1)) {
            $file = [System.IO.File]::Create((Join-Path $folder ('card-{0:0000}.jpg' -f $i)))
            if ($i -ne $Spoilt) { $file.Write($picture, 0, $picture.Length) }
            $file.Write([System.BitConverter]::GetBytes($i), 0, 4)
            $file.Dispose()
        }
        $folder.FullName
    }

    # The width of a text on a terminal, where Korean letters take two columns.
    function Get-CellCount([string] $Text) { $Text.Length + [regex]::Matches($Text, '[\u1100-\u115F\u2E80-\uD7A3]').Count }

    function Get-Line($InputObject, [int] $Width) { @(($InputObject | Out-String -Width $Width) -split '\r?\n' | ForEach-Object { $_.TrimEnd() } | Where-Object { $_ }) }
}

AfterAll {
    Disconnect-ClovaOcr $connection
    Stop-Emulator $emulator
}

Describe 'The Tab key' {
    It 'offers <values> for <text>' -ForEach @(
        @{ text = 'ConvertTo-MaskedImage -Digits '; values = 'All Last6 Last7' }
        @{ text = 'ConvertTo-MaskedImage -QrCode '; values = 'Auto Ignore Require' }
        @{ text = 'ConvertTo-MaskedImage -Field sex, n'; values = 'name nationality' }
        @{ text = 'Invoke-AlienCardOcr -ContentType '; values = 'Json Multipart' }
        @{ text = 'ConvertFrom-AlienCardResponse -AreasIn '; values = 'Stored Upright' }
        @{ text = 'Get-AlienVisaCode G-1, h'; values = 'H-1 H-2' }
        @{ text = 'Invoke-AlienCardO'; values = 'Invoke-AlienCardOcr' }
        @{ text = 'Invoke-AlienCardOcr -Jour'; values = '-JournalPath' }
    ) {
        (Get-Offer $text).CompletionText -join ' ' | Should -BeExactly $values
    }

    It 'offers visa codes with their names' {
        (Get-Offer 'Get-AlienVisaCode D-8').ToolTip | Should -Match 'Corporate investor'
        @(Get-Offer 'Get-AlienVisaCode ').Count | Should -Be 37
    }

    It 'offers files for <text>' -ForEach @(
        @{ text = 'Invoke-AlienCardOcr ' }
        @{ text = 'Invoke-AlienCardOcr -LiteralPath ' }
        @{ text = 'Invoke-AlienCardOcr -JournalPath ' }
        @{ text = 'ConvertTo-MaskedImage ' }
        @{ text = 'ConvertFrom-AlienCardResponse -Path ' }
        @{ text = 'ConvertFrom-AlienCardResponse -ImagePath ' }
        @{ text = 'Update-AlienCardJournal ' }
    ) {
        Push-Location $cards
        try { (Get-Offer "${text}ac-01-english.j").ListItemText | Should -Be @('ac-01-english.jpg', 'ac-01-english.json') } finally { Pop-Location }
    }
}

Describe 'What is shown' {
    BeforeAll {
        $all = Get-ChildItem (Join-Path $cards '*') -Include *.jpg, *.png | Invoke-AlienCardOcr -JournalPath (Join-Path $TestDrive 'shown.journal')
        $masked = $all | Where-Object File -Like 'ac-1*' | ConvertTo-MaskedImage (Join-Path $TestDrive 'shown')
    }

    It 'is a table of <heads> on a screen of <width> columns' -ForEach @(
        @{ width = 100; script = { $all }; heads = 'File Status Name RegistrationNo Warn Visa Issued' }
        @{ width = 80; script = { $all }; heads = 'File Status Name RegistrationNo Warn' }
        @{ width = 100; script = { $masked }; heads = 'Copy Format Size Covered AlsoTouched' }
        @{ width = 80; script = { $masked }; heads = 'Copy Format Size Covered' }
        @{ width = 100; script = { $all | Test-AlienRegistrationNumber }; heads = 'Number IsValid BirthDate Sex Message' }
        @{ width = 80; script = { $connection }; heads = 'DomainId Connected Timeout InvokeUrl' }
        @{ width = 80; script = { Get-AlienVisaCode }; heads = 'Code Name KoreanName' }
        @{ width = 80; script = { Update-AlienCardJournal (Join-Path $TestDrive 'shown.journal') }; heads = 'Kept Dropped Superseded Damaged BytesBefore BytesAfter' }
    ) {
        $objects = @(& $script)
        $lines = Get-Line $objects $width
        $lines[0] -replace '\s+', ' ' | Should -BeExactly $heads
        $lines.Count | Should -Be ($objects.Count + 2)
        foreach ($line in $lines) { Get-CellCount $line | Should -BeLessOrEqual $width }
    }

    It 'is a list of what is of use, in its order' {
        [xml] $views = Get-Content (Join-Path $root 'ClovaOcr.Format.ps1xml') -Raw -Encoding UTF8
        foreach ($object in $all[0], $masked[0], $connection, (Get-AlienVisaCode E-7-4), ($all[0] | Test-AlienRegistrationNumber)) {
            $view = $views.Configuration.ViewDefinitions.View | Where-Object { $_.ListControl -and $_.ViewSelectedBy.TypeName[0] -eq $object.GetType().FullName }
            $names = Get-Line ($object | Format-List) 200 | Where-Object { $_ -match '^(\w+) +:' } | ForEach-Object { $Matches[1] }
            $names | Should -Be $view.ListControl.ListEntries.ListEntry.ListItems.ListItem.PropertyName
        }
    }

    It 'is the same after Clixml' {
        $file = Join-Path $TestDrive 'all.xml'
        $all | Export-Clixml $file
        Get-Line (Import-Clixml $file) 100 | Should -Be (Get-Line $all 100)
        Get-Line (Import-Clixml $file | Format-List) 100 | Should -Be (Get-Line ($all | Format-List) 100)
    }

    It 'has a table and a list for each type, and no script' {
        $data = @(Get-FormatData 'ClovaOcr*')
        $data.Count | Should -Be 6
        foreach ($type in $data) { @($type.FormatViewDefinition.Control | ForEach-Object { $_.GetType().Name }) | Should -Be @('TableControl', 'ListControl') }
        Get-Content (Join-Path $root 'ClovaOcr.Format.ps1xml') -Raw | Should -Not -Match 'ScriptBlock>'
    }
}

Describe 'Common parameters' {
    It 'fill OutVariable, ErrorVariable and WarningVariable' {
        $folder = New-CardFolder 'variables' 4 -Spoilt 1
        $seen = Get-ChildItem $folder | Invoke-AlienCardOcr -OutVariable given -ErrorVariable failed -ErrorAction SilentlyContinue
        $given.Count | Should -Be 3
        $seen.ImageHash | Should -Be $given.ImageHash
        $failed.Count | Should -Be 1
        $failed[0].TargetObject | Should -BeLike '*card-0001.jpg'
        $failure = ConvertFrom-AlienCardResponse '{ "requestId": "r", "images": [ { "inferResult": "FAILURE", "message": "m" } ] }'
        $failure | ConvertTo-MaskedImage $folder -WarningVariable warned -WarningAction SilentlyContinue
        $warned.Count | Should -Be 1
    }

    It 'give the card and the file of each copy by PipelineVariable' {
        $folder = New-CardFolder 'pipeline-variable' 6
        $pairs = Get-ChildItem $folder | Invoke-AlienCardOcr -PipelineVariable read | ConvertTo-MaskedImage (Join-Path $folder 'masked') |
            ForEach-Object { $read.ImageHash -eq $_.SourceHash }
        $pairs | Should -Be @($true, $true, $true, $true, $true, $true)
    }

    It 'stop a batch at its first error, and the next run pays for the rest only' {
        $folder = New-CardFolder 'stop' 10 -Spoilt 4
        $journal = Join-Path $TestDrive 'stop.journal'
        { Get-ChildItem $folder | Invoke-AlienCardOcr -JournalPath $journal -ThrottleLimit 2 -ErrorAction Stop } | Should -Throw -ErrorId 'UnsupportedFormat,*'
        $kept = (Update-AlienCardJournal $journal).Kept
        $kept | Should -BeGreaterOrEqual 4
        $before = Get-Calls
        $rest = Get-ChildItem $folder | Invoke-AlienCardOcr -JournalPath $journal -ErrorAction Ignore
        $rest.Count | Should -Be 9
        (Get-Calls) - $before | Should -Be (9 - $kept)
    }

    It 'are heeded by preference, in a try, and in a trap' {
        $ErrorActionPreference = 'Stop'
        try { Invoke-AlienCardOcr (Join-Path $TestDrive 'nowhere.jpg'); $id = 'none' } catch { $id = $_.FullyQualifiedErrorId }
        $id | Should -BeLike 'FileNotFound,*'
        & { trap { $script:trapped = $_.FullyQualifiedErrorId; continue }; Invoke-AlienCardOcr (Join-Path $TestDrive 'nowhere.jpg') }
        $trapped | Should -BeLike 'FileNotFound,*'
    }

    It 'say what would be done, and ask nobody who did not want it' {
        $before = Get-Calls
        Invoke-AlienCardOcr $card -WhatIf | Should -BeNullOrEmpty
        (Get-Calls) - $before | Should -Be 0
        (Invoke-AlienCardOcr $card -Confirm:$false).Status | Should -Be Success
        @(Invoke-AlienCardOcr $card -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }).Count | Should -BeGreaterThan 0
    }

    It 'may be splatted and have defaults' {
        $with = @{ LP = $card; ThrottleLimit = 1; ContentType = 'Json' }
        (Invoke-AlienCardOcr @with).Status | Should -Be Success
        $PSDefaultParameterValues = @{ 'Invoke-AlienCardOcr:IncludeNumber' = $true }
        (Invoke-AlienCardOcr @with).RegistrationNumber | Should -Match '^\d{6}-\d{7}$'
    }
}

Describe 'Other commands' {
    BeforeAll { $all = Get-ChildItem (Join-Path $cards 'ac-*.jpg') | Invoke-AlienCardOcr }

    It 'group, sort, count, select and copy cards' {
        ($all | Group-Object VisaCode | Where-Object Name -eq 'D-8').Count | Should -Be 1
        $dates = ($all | Sort-Object IssueDate).IssueDate | ForEach-Object { "$_" }
        $dates | Should -Be ($dates | Sort-Object)
        ($all | Sort-Object BirthDate -Descending | Select-Object -First 1).BirthDate.Year | Should -BeGreaterThan 1999
        ($all | Measure-Object).Count | Should -Be $all.Count
        ($all | Measure-Object WarningCount -Sum).Sum | Should -BeGreaterThan 0
        $all | Tee-Object -Variable copied | Select-Object -Last 1 | Should -Not -BeNullOrEmpty
        $copied.Count | Should -Be $all.Count
        ($all | Select-Object Name, VisaCode | ConvertTo-Csv -NoTypeInformation)[0] | Should -Be '"Name","VisaCode"'
        ($all | Where-Object VisaCode -in (Get-AlienVisaCode D-*).Code).VisaCode | Should -Match '^D-'
        ($all | Get-AlienVisaCode).Count | Should -Be $all.Count
    }

    It 'take the first and pay for no more than a window' {
        $folder = New-CardFolder 'first' 40
        $before = Get-Calls
        @(Get-ChildItem $folder | Invoke-AlienCardOcr -ThrottleLimit 2 | Select-Object -First 2).Count | Should -Be 2
        (Get-Calls) - $before | Should -BeLessThan 20
    }

    It 'make JSON of a card, with its nested members' {
        $json = $all[0] | ConvertTo-Json -Depth 20 | ConvertFrom-Json
        $json.Name | Should -Be $all[0].Name
        $json.Fields.Count | Should -Be $all[0].Fields.Count
    }
}

Describe 'Input' {
    It 'comes from a table by <column>' -ForEach @(@{ column = 'Path' }, @{ column = 'FullName' }, @{ column = 'LiteralPath' }, @{ column = 'PSPath' }) {
        $csv = Join-Path $TestDrive "$column.csv"
        [pscustomobject]@{ Id = 1; $column = $card } | Export-Csv $csv -NoTypeInformation -Encoding UTF8
        (Import-Csv $csv -Encoding UTF8 | Invoke-AlienCardOcr).Status | Should -Be Success
    }

    It 'comes from the tables that Get-ChildItem and the cards themselves make' {
        $csv = Join-Path $TestDrive 'files.csv'
        Get-ChildItem (Join-Path $cards 'ac-01*.jpg') | Export-Csv $csv -NoTypeInformation -Encoding UTF8
        $read = Import-Csv $csv -Encoding UTF8 | Invoke-AlienCardOcr
        $read.Status | Should -Be Success
        $read | Export-Csv $csv -NoTypeInformation -Encoding UTF8
        (Import-Csv $csv -Encoding UTF8 | Invoke-AlienCardOcr).ImageHash | Should -Be $read.ImageHash
    }

    It 'comes from Get-Item, Get-ChildItem -Name, Resolve-Path and Select-Object' {
        Push-Location $cards
        try {
            (Get-Item ac-01-english.jpg | Invoke-AlienCardOcr).Status | Should -Be Success
            @(Get-ChildItem ac-0*.jpg -Name | Invoke-AlienCardOcr).Count | Should -Be @(Get-ChildItem ac-0*.jpg).Count
            (Resolve-Path ac-01-english.jpg | Invoke-AlienCardOcr).Status | Should -Be Success
            (Get-Item ac-01-english.jpg | Select-Object FullName | Invoke-AlienCardOcr).Status | Should -Be Success
        } finally { Pop-Location }
    }

    It 'of another provider is an error, and the next one is read' {
        $read = @(Get-Item env:PATH; Get-Item $card) | Invoke-AlienCardOcr -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'FileUnreadable,*'
        $read.Status | Should -Be Success
    }
}

Describe 'A connection that is passed' {
    It 'serves ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $folder = New-CardFolder 'parallel' 12
        $read = Get-ChildItem $folder | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:manifest
            $_ | Invoke-AlienCardOcr -Connection $using:connection
        }
        @($read | Where-Object Status -eq Success).Count | Should -Be 12
        $connection.IsConnected | Should -BeTrue
    }

    It 'serves Start-ThreadJob' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) {
        $folder = New-CardFolder 'thread-jobs' 6
        $jobs = Get-ChildItem $folder | ForEach-Object {
            Start-ThreadJob -ArgumentList $manifest, $_.FullName, $connection {
                param($manifest, $file, $connection)
                Import-Module $manifest
                Invoke-AlienCardOcr -LiteralPath $file -Connection $connection
            }
        }
        $read = $jobs | Receive-Job -Wait -AutoRemoveJob
        @($read | Where-Object Status -eq Success).Count | Should -Be 6

        # What comes out of a thread job is the object itself, and is masked as such.
        @($read | ConvertTo-MaskedImage (Join-Path $folder 'masked')).Count | Should -Be 6
    }

    It 'is made anew in a job of another process, and its cards are shown and masked here' -Skip:(-not $hasProgram) {
        $job = Start-Job -ArgumentList $manifest, $emulator.Url, $card {
            param($manifest, $url, $file)
            Import-Module $manifest
            Connect-ClovaOcr $url tell-tale-secret
            Invoke-AlienCardOcr $file
        }
        $read = $job | Receive-Job -Wait -AutoRemoveJob
        $read.PSTypeNames[0] | Should -Be 'Deserialized.ClovaOcr.PowerShell.Cards.AlienCard'
        (Get-Line $read 100)[0] | Should -Match '^File +Status +Name'
        ($read | ConvertTo-MaskedImage (Join-Path $TestDrive 'from-job')).Covered | Should -Be 'alienRegNum'
    }
}

Describe 'Constrained Language' {
    It 'connects, reads, filters, shows and masks' {
        $script = @'
            $ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            Import-Module $env:HABITS_MANIFEST
            Connect-ClovaOcr $env:HABITS_URL (ConvertTo-SecureString tell-tale-secret -AsPlainText -Force)
            $all = Get-ChildItem (Join-Path $env:HABITS_CARDS ac-0*.jpg) | Invoke-AlienCardOcr
            @($all | Where-Object Status -eq Success).Count
            $all[0].IssueDate -eq '2019-05-17'
            ($all[0].Fields | Where-Object Name -eq name).Text
            @($all | Format-Table | Out-String -Width 100).Count
            @($all | Format-List | Out-String -Width 100).Count
            ($all | Export-Csv (Join-Path $env:HABITS_FOLDER constrained.csv) -NoTypeInformation) -eq $null
            ($all[0] | ConvertTo-MaskedImage (Join-Path $env:HABITS_FOLDER constrained) -Digits All).Covered
            try { [System.IO.File]::Exists('x') } catch { 'refused' }
'@
        $env:HABITS_MANIFEST, $env:HABITS_URL, $env:HABITS_CARDS, $env:HABITS_FOLDER = "$manifest", $emulator.Url, $cards, "$TestDrive"
        try { $shown = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $script }
        finally { Remove-Item env:HABITS_* }
        $count = @(Get-ChildItem (Join-Path $cards 'ac-0*.jpg')).Count
        $shown | Should -Be @("$count", 'True', 'EXAMPLE ALICE', '1', '1', 'True', 'alienRegNum', 'refused')
    }
}
