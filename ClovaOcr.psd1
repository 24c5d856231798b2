@{
    RootModule             = 'lib/ClovaOcr.PowerShell.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '5f2a7c0e-6a0b-4c8e-9d53-1b7e0f6d4a21'
    Author                 = 'The ClovaOcr maintainers'
    CompanyName            = 'The ClovaOcr maintainers'
    Copyright              = 'The ClovaOcr maintainers. MIT licence.'
    Description            = 'Reads Korean alien registration cards with NAVER CLOVA OCR and makes masked copies of them.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    FormatsToProcess       = @('ClovaOcr.Format.ps1xml')
    CmdletsToExport        = @(
        'Connect-ClovaOcr'
        'ConvertFrom-AlienCardResponse'
        'ConvertTo-MaskedImage'
        'Disconnect-ClovaOcr'
        'Export-AlienCardReview'
        'Get-AlienVisaCode'
        'Invoke-AlienCardOcr'
        'Test-AlienRegistrationNumber'
        'Update-AlienCardJournal'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('OCR', 'CLOVA', 'Korea', 'IDCard', 'Privacy', 'Masking', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            ProjectUri   = 'https://github.com/clova-ocr/ClovaOcr'
            LicenseUri   = 'https://github.com/clova-ocr/ClovaOcr/blob/main/LICENSE'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
