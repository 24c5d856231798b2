<#
.SYNOPSIS
Runs the Pester tests against the module that was built into lib/, and fails if one of them does.
#>
$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.5
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.Throw = $true
$configuration.Output.Verbosity = 'Detailed'
Invoke-Pester -Configuration $configuration
