<#
.SYNOPSIS
Builds, tests or packages ClovaOcr.
.EXAMPLE
./build.ps1 Build
.EXAMPLE
./build.ps1 Test
.EXAMPLE
./build.ps1 Package
Makes out/ClovaOcr/<version>/, the folder that is installed, and out/ClovaOcr.<version>.nupkg, the same files as one package.
.EXAMPLE
./build.ps1 Compare
Packages what is committed twice, each time in a new folder, and fails if one byte is different. Prints the hashes.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Package', 'Compare')]
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

function New-Package([string] $Root) {
    # In quotes, as PowerShell would take it for a parameter of Invoke-Dotnet with a value.
    Invoke-Dotnet build (Join-Path $Root 'src/ClovaOcr.PowerShell') --configuration $Configuration '-t:PackageModule'
}

function New-Clone([string] $Folder) {
    & git clone --quiet $PSScriptRoot $Folder
    if ($LASTEXITCODE -ne 0) { throw 'git clone failed.' }
    $address = & git -C $PSScriptRoot config --get remote.origin.url
    if ($address) { & git -C $Folder remote set-url origin $address }
    New-Package $Folder | Out-Host
    $output = Join-Path $Folder 'out'
    Get-ChildItem $output -File -Recurse | ForEach-Object {
        '{0}  {1}' -f (Get-FileHash $_.FullName).Hash, $_.FullName.Substring($output.Length + 1)
    }
}

function Compare-Package {
    $scratch = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
    try {
        # Of different lengths, as a path in a file would change its size.
        $first = @(New-Clone (Join-Path $scratch 'a'))
        $second = @(New-Clone (Join-Path $scratch 'another-place'))
        $first
        $different = @(Compare-Object $first $second)
        if ($different) { throw "Two builds of the same sources differ:`n$($different.InputObject -join "`n")" }
    }
    finally {
        Remove-Item $scratch -Recurse -Force
    }
}

switch ($Task) {
    'Build' { Invoke-Build }
    'Test' { Invoke-Test }
    'Package' { New-Package $PSScriptRoot }
    'Compare' { Compare-Package }
}
