# The help as a user reads it, in a real PowerShell.

BeforeDiscovery {
    $docs = Join-Path $PSScriptRoot '../../docs'
    $cultures = 'en-US', 'ko-KR' | Where-Object { Test-Path (Join-Path $docs "$_/Invoke-AlienCardOcr.md") }
    $commands = Get-ChildItem (Join-Path $docs 'en-US') -Filter '*-*.md' | ForEach-Object BaseName
    $topics = Get-ChildItem (Join-Path $docs 'en-US') -Filter 'about_*.md' | ForEach-Object BaseName
}

BeforeAll {
    $root = Resolve-Path (Join-Path $PSScriptRoot '../..')
    Import-Module (Join-Path $root 'ClovaOcr.psd1') -Force
}

Describe 'The help in <_>' -ForEach $cultures {
    BeforeAll {
        # A session keeps the culture that it has found a command's help in, so that each culture gets one of its own.
        $culture = $_
        $session = [powershell]::Create()
        function Get-Shown([string] $Script) {
            $session.Commands.Clear()
            $null = $session.AddScript("[System.Threading.Thread]::CurrentThread.CurrentUICulture = '$culture'; $Script")
            $shown = $session.Invoke()
            $session.Streams.Error | Should -BeNullOrEmpty
            $shown
        }
        Get-Shown "Import-Module '$root/ClovaOcr.psd1'"
    }

    AfterAll { $session.Dispose() }

    It 'of <_> shows its page, its examples and each parameter' -ForEach $commands {
        $page = Get-Content "$root/docs/$culture/$_.md" -Raw -Encoding UTF8
        $whole = (Get-Shown "Get-Help $_ -Full | Out-String -Width 300") -replace '\s+', ' '
        $examples = (Get-Shown "Get-Help $_ -Examples | Out-String -Width 300") -replace '\s+', ' '
        foreach ($code in [regex]::Matches($page, '(?ms)^```powershell.*?$(.*?)^```')) {
            $examples.Replace(' ', '') | Should -BeLike "*$([WildcardPattern]::Escape(($code.Groups[1].Value -replace '\s+')))*"
        }
        foreach ($parameter in [regex]::Matches($page, '(?m)^### -(\w+)\r?$')) {
            $name = $parameter.Groups[1].Value
            $whole | Should -BeLike "* -$name *"
            Get-Shown "Get-Help $_ -Parameter $name | Out-String -Width 300" | Should -BeLike "*-$name *"
        }
    }

    It 'has the topic <_>' -ForEach $topics {
        Get-Shown "Get-Help $_" | Should -BeLike "*$_*"
        $listed = Get-Shown 'Get-Help about_ClovaOcr*' | Where-Object Name -EQ $_
        $page = Get-Content "$root/docs/$culture/$_.md" -Raw -Encoding UTF8
        $short = [regex]::Match($page, '(?ms)^## .*?$\s+(.*?)^\s*$').Groups[1].Value
        $listed.Synopsis | Should -BeExactly ($short.Trim() -replace '\s*\r?\n', ' ' -replace '`')
    }

    It 'of <_> opens its page with -Online' -ForEach $commands -Skip:(-not $IsLinux) {
        # On Linux the browser is whatever is called xdg-open; this one tells a pipe the address that it is to show.
        $pipe = Join-Path $TestDrive 'address'
        $browser = Join-Path $TestDrive 'xdg-open'
        if (-not (Test-Path $pipe)) { mkfifo $pipe }
        Set-Content $browser "#!/bin/sh`nexec timeout 30 sh -c 'printf %s `"`$1`" > $pipe' sh `"`$1`""
        chmod +x $browser
        $path = $env:PATH
        try {
            $env:PATH = "${TestDrive}:$path"
            Get-Shown "Get-Help $_ -Online"
            timeout 30 cat $pipe | Should -Be "https://github.com/clova-ocr/ClovaOcr/blob/main/docs/$culture/$_.md"
        }
        finally { $env:PATH = $path }
    }
}

Describe 'The help' {
    It 'of another language is English' {
        $session = [powershell]::Create()
        $synopsis = $session.AddScript("[System.Threading.Thread]::CurrentThread.CurrentUICulture = 'de-DE'
            Import-Module '$root/ClovaOcr.psd1'; (Get-Help Invoke-AlienCardOcr).Synopsis").Invoke()
        $session.Dispose()
        $synopsis | Should -BeLike 'Reads alien registration cards*'
    }
}
