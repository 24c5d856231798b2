using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>
/// The scripts that have to run in Windows PowerShell 5.1: all but those that require a later one. Its own parser is not here, so that
/// what the language has learnt since is looked for.
/// </summary>
public sealed class DesktopScriptSpecs
{
    private static readonly string[] Folders = [".", "samples", "tests", "bench", "docs"];

    public static TheoryData<string> Scripts => [.. Files("*.ps1", "*.psm1", "*.psd1").Where(file => !IsForLater(file))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_uses_nothing_that_the_language_has_learnt_since(string script) => Assert.Empty(LaterLanguage.In(Read(script)));

    [Theory]
    [InlineData("$a ? 1 : 2")]
    [InlineData("$a ?? 1")]
    [InlineData("$a ??= 1")]
    [InlineData("${a}?.Length")]
    [InlineData("${a}?[0]")]
    [InlineData("a && b")]
    [InlineData("a || b")]
    [InlineData("a &")]
    [InlineData("function f { process { 1 } clean { 2 } }")]
    [InlineData("1..2 | ForEach-Object -Parallel { $_ }")]
    [InlineData("It 'does' -Skip:$IsLinux { 1..2 | ForEach-Object -Parallel { $_ } }")]
    [InlineData("It 'does' -Skip:($PSEdition -eq 'Desktop') { $a ?? 1 }")]
    [InlineData("Get-Content a -AsByteStream")]
    [InlineData("ConvertFrom-Json $a -AsHashtable")]
    [InlineData("Export-Csv a -Encoding utf8BOM")]
    [InlineData("Join-Path a b c")]
    [InlineData("\"`e[0m\"")]
    [InlineData("\"$a`u{2713}\"")]
    public void What_it_has_learnt_since_is_found(string script) => Assert.NotEmpty(LaterLanguage.In(script));

    [Theory]
    [InlineData("It 'does' -Skip:($PSEdition -eq 'Desktop') { 1..2 | ForEach-Object -Parallel { $_ } }")]
    [InlineData("Join-Path (Join-Path a b) c; '`e'; \"``e\"; $a.Where{ $_ }; if (-not $a) { & b }")]
    public void What_it_knew_before_is_not(string script) => Assert.Empty(LaterLanguage.In(script));

    [Fact]
    public void What_is_read_as_text_of_the_systems_encoding_is_ASCII_or_has_a_mark() =>
        Assert.DoesNotContain(Files("*.ps1", "*.psm1", "*.psd1", "*.ps1xml"), file =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(Checkout.Root, file));
            return bytes.Any(value => value > 0x7F) && !bytes.AsSpan().StartsWith("\uFEFF"u8);
        });

    private static string Read(string script) => File.ReadAllText(Path.Combine(Checkout.Root, script));

    private static bool IsForLater(string script) => Regex.IsMatch(Read(script), @"(?mi)^#Requires\s+-Version\s+7");

    private static IEnumerable<string> Files(params string[] patterns) =>
        from folder in Folders
        let depth = folder == "." ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories
        from pattern in patterns
        from file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), pattern, depth)
        let name = Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/')
        where !name.Split('/').Any(part => part is "bin" or "obj" or "out")
        orderby name
        select name;
}
