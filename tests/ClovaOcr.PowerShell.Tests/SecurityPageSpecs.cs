using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

public sealed class SecurityPageSpecs
{
    [Fact]
    public void Each_promise_names_a_test_and_each_test_is_there()
    {
        var rows = File.ReadLines(Path.Combine(Checkout.Root, "SECURITY.md"))
            .SkipWhile(line => !line.StartsWith("## From whoever", StringComparison.Ordinal))
            .TakeWhile(line => !line.StartsWith("## Fuzzing", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| promise", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(rows);
        var sources = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests"), "*Specs.cs", SearchOption.AllDirectories)
            .ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText);
        Assert.All(rows, row =>
        {
            var tests = Regex.Matches(row.Split('|')[2], @"`(?<class>\w+Specs)(\.(?<test>\w+))?`");
            Assert.NotEmpty(tests);
            Assert.All(tests, test => Assert.Contains(
                sources[test.Groups["class"].Value], source => source.Contains($" {test.Groups["test"].Value}(", StringComparison.Ordinal) || !test.Groups["test"].Success));
        });
    }
}
