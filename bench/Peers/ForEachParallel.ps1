#Requires -Version 7.0
# The cards as people write it by hand in PowerShell 7: ForEach-Object -Parallel with Invoke-RestMethod. The picture goes as base64 in JSON,
# because -Form quotes the boundary, which the service does not take. Prints: cards answered, milliseconds, milliseconds of CPU time.
param([string] $Folder, [int] $First, [int] $Count, [int] $ThrottleLimit)

$files = Get-ChildItem $Folder -Filter *.jpg | Sort-Object Name | Select-Object -Skip $First -First $Count
$url = "$env:CLOVA_OCR_INVOKE_URL/document/id-card"
$headers = @{ 'X-OCR-SECRET' = $env:CLOVA_OCR_SECRET }
$cpu = (Get-Process -Id $PID).TotalProcessorTime
$clock = [System.Diagnostics.Stopwatch]::StartNew()
$answers = $files | ForEach-Object -ThrottleLimit $ThrottleLimit -Parallel {
    $body = ConvertTo-Json -Compress -Depth 3 @{
        version   = 'V2'
        requestId = [guid]::NewGuid().ToString()
        timestamp = [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds()
        images    = @(@{ format = 'jpg'; name = 'card'; data = [Convert]::ToBase64String([System.IO.File]::ReadAllBytes($_.FullName)) })
    }
    try { Invoke-RestMethod $using:url -Method Post -Headers $using:headers -ContentType 'application/json' -Body $body } catch { }
}
$elapsed = $clock.Elapsed.TotalMilliseconds
"$(@($answers).Count) $elapsed $(((Get-Process -Id $PID).TotalProcessorTime - $cpu).TotalMilliseconds)"
