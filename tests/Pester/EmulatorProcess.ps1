# The emulator as a program of its own, for the Pester tests.

function Start-Emulator([string] $Options) {
    $project = Join-Path $PSScriptRoot '../../src/ClovaOcr.Emulator'
    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.Arguments = "run --no-build --project `"$project`" -- --port 0 $Options"
    $start.RedirectStandardOutput = $true
    $start.UseShellExecute = $false
    $process = [System.Diagnostics.Process]::Start($start)
    $url, $secret = foreach ($variable in 'INVOKE_URL', 'SECRET') { $process.StandardOutput.ReadLine() -replace "^CLOVA_OCR_$variable=" }
    [pscustomobject]@{ Process = $process; Url = $url; Secret = $secret; StatsUrl = $url -replace '/custom.*', '/_emulator/stats' }
}

function Stop-Emulator($Emulator) {
    # Kill($true), which ends what dotnet run started too, is not in Windows PowerShell 5.1.
    if ($PSEdition -eq 'Core') { $Emulator.Process.Kill($true) } else { taskkill /T /F /PID $Emulator.Process.Id | Out-Null }
}
