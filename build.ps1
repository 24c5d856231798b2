<#
.SYNOPSIS
Builds, tests or packages ClovaOcr.
.EXAMPLE
./build.ps1 Build
.EXAMPLE
./build.ps1 Test
.EXAMPLE
./build.ps1 Package
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Package')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE." }
}

function Invoke-Build {
    Invoke-Dotnet build (Join-Path $PSScriptRoot 'ClovaOcr.slnx') --configuration $Configuration
}

function Invoke-Test {
    Invoke-Dotnet test (Join-Path $PSScriptRoot 'ClovaOcr.slnx') --configuration $Configuration
    & (Join-Path $PSScriptRoot 'tests/Pester/Invoke-PesterTest.ps1')
}

function New-Package {
    Invoke-Build
    $manifest = Import-PowerShellDataFile (Join-Path $PSScriptRoot 'ClovaOcr.psd1')
    $folder = Join-Path $PSScriptRoot "out/ClovaOcr/$($manifest.ModuleVersion)"
    if (Test-Path $folder) { Remove-Item $folder -Recurse }
    $null = New-Item $folder -ItemType Directory
    'ClovaOcr.psd1', 'ClovaOcr.Format.ps1xml', 'ClovaOcr.Types.ps1xml', 'lib', 'LICENSE', 'CHANGELOG.md' | ForEach-Object {
        Copy-Item (Join-Path $PSScriptRoot $_) $folder -Recurse
    }
    $null = New-Item (Join-Path $folder 'en-US') -ItemType Directory
    Copy-Item (Join-Path $PSScriptRoot 'docs/en-US/about_*.help.txt') (Join-Path $folder 'en-US')
    Write-Output $folder
}

switch ($Task) {
    'Build' { Invoke-Build }
    'Test' { Invoke-Test }
    'Package' { New-Package }
}
