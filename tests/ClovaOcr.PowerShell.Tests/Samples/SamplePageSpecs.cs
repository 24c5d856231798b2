using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests.Samples;

/// <summary>The pages that explain the samples.</summary>
public sealed class SamplePageSpecs
{
    [Theory]
    [InlineData("docs/nightly.md")]
    [InlineData("docs/scale.md")]
    public void Each_sample_has_a_link_that_leads_to_it(string page)
    {
        var links = Regex.Matches(Text(page), @"\]\((?<target>[^)#]+)[^)]*\)").Select(link => link.Groups["target"].Value).ToArray();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Checkout.Root, "docs", link)), link));
    }

    [Fact]
    public void The_rule_of_scale_md_is_the_one_that_is_kept()
    {
        var rule = Regex.Match(Text("docs/scale.md"), @"`(?<hash>[0-9a-f]{16})…` modulo 8 is (?<shard>\d)");
        Assert.Equal(Convert.ToUInt64(rule.Groups["hash"].Value, 16) % 8, ulong.Parse(rule.Groups["shard"].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Text(string page) => File.ReadAllText(Path.Combine(Checkout.Root, Path.Combine(page.Split('/'))));
}
