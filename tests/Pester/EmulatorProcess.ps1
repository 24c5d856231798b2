# The emulator as a program of its own, for the Pester tests.

function Start-Emulator([string] $Options) {
    # Whichever configuration was built last.
    $program = Get-ChildItem (Join-Path $PSScriptRoot '../../src/ClovaOcr.Emulator/bin/*/net10.0/ClovaOcr.Emulator.dll') |
        Sort-Object LastWriteTime | Select-Object -Last 1
    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.Arguments = "`"$($program.FullName)`" --port 0 --reader specimens $Options"
    $start.RedirectStandardOutput = $true
    $start.UseShellExecute = $false
    $process = [System.Diagnostics.Process]::Start($start)
    $url, $secret = foreach ($variable in 'INVOKE_URL', 'SECRET') { $process.StandardOutput.ReadLine() -replace "^CLOVA_OCR_$variable=" }
    [pscustomobject]@{ Process = $process; Url = $url; Secret = $secret; StatsUrl = $url -replace '/custom.*', '/_emulator/stats' }
}

function Stop-Emulator($Emulator) { $Emulator.Process.Kill() }
