using System;
using System.IO;
using System.Text.RegularExpressions;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests.Samples;

/// <summary>The pages that explain the samples.</summary>
public sealed class SamplePageSpecs
{
    [Fact]
    public void The_rule_of_scale_md_is_the_one_that_is_kept()
    {
        var rule = Regex.Match(Text("docs/scale.md"), @"`(?<hash>[0-9a-f]{16})…` modulo 8 is (?<shard>\d)");
        Assert.Equal(Convert.ToUInt64(rule.Groups["hash"].Value, 16) % 8, ulong.Parse(rule.Groups["shard"].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Text(string page) => File.ReadAllText(Path.Combine(Checkout.Root, Path.Combine(page.Split('/'))));
}
