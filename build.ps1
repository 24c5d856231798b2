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
    Invoke-Dotnet build (Join-Path $PSScriptRoot 'src/ClovaOcr.PowerShell') --configuration $Configuration -t:PackageModule
}

switch ($Task) {
    'Build' { Invoke-Build }
    'Test' { Invoke-Test }
    'Package' { New-Package }
}
