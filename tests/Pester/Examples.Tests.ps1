# The examples of every page, as printed, with the real commands around the module's: each page from top to bottom in a folder with some
# specimens. The same pages are gone through without a whole PowerShell by ExampleSpecs.

BeforeDiscovery {
    $root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
    $isOnWindows = $PSVersionTable.PSEdition -eq 'Desktop' -or $IsWindows

    function Get-Example($File) {
        $code = $null
        foreach ($line in Get-Content -LiteralPath $File -Encoding UTF8) {
            if ($null -ne $code) {
                if ($line -match '^\s*```') { [pscustomobject]@{ Words = $words; Code = $code -join "`n" }; $code = $null } else { $code += $line }
            }
            elseif ($line -match '^\s*```powershell *(.*)$') { $words = -split $Matches[1]; $code = @() }
        }
    }

    $pages = foreach ($file in @(Get-ChildItem $root -Filter *.md) + @(Get-ChildItem (Join-Path $root docs), (Join-Path $root samples) -Filter *.md -Recurse)) {
        $examples = @(Get-Example $file.FullName | Where-Object { $isOnWindows -or $_.Words -notcontains 'windows' })
        if ($examples) { @{ Page = $file.FullName.Substring($root.Length + 1); Examples = $examples } }
    }
}

BeforeAll {
    $root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
    Import-Module (Join-Path $root 'ClovaOcr.psd1') -Force
    . (Join-Path $PSScriptRoot 'EmulatorProcess.ps1')
    $emulator = Start-Emulator '--secret tell-tale-secret'

    # Somebody's certificate for encrypted exports: the public part in a file, the private key where the account has its own.
    $key = [System.Security.Cryptography.RSA]::Create(2048)
    $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=ClovaOcr Pester', $key,
        [System.Security.Cryptography.HashAlgorithmName]::SHA256, [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
    $usage = [System.Security.Cryptography.OidCollection]::new()
    $null = $usage.Add([System.Security.Cryptography.Oid]::new('1.3.6.1.4.1.311.80.1'))
    $request.CertificateExtensions.Add([System.Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension]::new($usage, $false))
    $request.CertificateExtensions.Add([System.Security.Cryptography.X509Certificates.X509KeyUsageExtension]::new('KeyEncipherment', $false))
    $made = $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddDays(-1), [DateTimeOffset]::UtcNow.AddDays(1))
    $certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new($made.Export('Pfx', ''), '', 'PersistKeySet')
    $store = [System.Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
    $store.Open('ReadWrite')
    $store.Add($certificate)
}

AfterAll {
    Disconnect-ClovaOcr
    Stop-Emulator $emulator
    foreach ($found in @($store.Certificates | Where-Object Subject -in 'CN=ClovaOcr Pester', 'CN=Personnel office')) { $store.Remove($found) }
    $store.Dispose()
}

Describe 'The examples of <Page>' -ForEach $pages {
    BeforeAll {
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
        $null = New-Item -ItemType Directory (Join-Path $folder cards), (Join-Path $folder samples)
        Copy-Item (Join-Path $root 'samples/scripts') (Join-Path $folder samples) -Recurse
        foreach ($name in 'ac-01-english.jpg', 'ac-02-korean.jpg', 'ac-12-new-layout.jpg', 'ac-07-gray.png') {
            Copy-Item (Join-Path $root "samples/cards/$name") (Join-Path $folder cards)
        }
        [System.IO.File]::WriteAllBytes((Join-Path $folder office.cer), $certificate.Export('Cert'))
        Connect-ClovaOcr -InvokeUrl $emulator.Url -Secret $emulator.Secret
        Push-Location $folder
        $first = Invoke-AlienCardOcr cards/ac-01-english.jpg -JournalPath cards.journal
        $first | Export-Csv staff.csv -NoTypeInformation -Encoding UTF8
        [pscustomobject]@{ ImageHash = $first.ImageHash; Checked = $true } | Export-Csv marks.csv -NoTypeInformation
        # What a vault of SecretManagement gives, which is not installed everywhere.
        function Get-Secret([string] $Name, [switch] $AsPlainText) {
            $text = @{ 'clova-url' = $emulator.Url; 'clova' = $emulator.Secret }[$Name]
            if ($AsPlainText) { $text } else { ConvertTo-SecureString $text -AsPlainText -Force }
        }
        Mock Read-Host {
            $answer = if ("$Prompt" -like '*URL*') { $emulator.Url } elseif ("$Prompt" -like '*number*') { '900101-6000001' } else { $emulator.Secret }
            if ($AsSecureString) { ConvertTo-SecureString $answer -AsPlainText -Force } else { $answer }
        }
    }

    AfterAll { Pop-Location }

    It 'run as printed from top to bottom' {
        foreach ($example in $Examples) {
            Connect-ClovaOcr -InvokeUrl $emulator.Url -Secret $emulator.Secret
            $code = $example.Code.Replace('https://<id>.apigw.ntruss.com/custom/v1/<domain>/<invoke key>', $emulator.Url)
            if ($example.Words -contains 'checkout') { Push-Location $root } else { Push-Location $folder }
            try {
                $Error.Clear()
                . ([scriptblock]::Create($code)) | Out-Null
                "$($example.Code): $Error" | Should -BeExactly "$($example.Code): "
            }
            finally { Pop-Location }
        }
    }
}
