using System.Linq;
using Xunit;

namespace ClovaOcr.Tests.Batch;

/// <summary>Pods that share a domain's cap without knowing of each other, played with answers that take two seconds. docs/scale.md has the figures.</summary>
public sealed class SharedCapSpecs
{
    [Theory]
    [InlineData(5, 1, 0)]
    [InlineData(5, 2, 0.5)]
    [InlineData(8, 1, 0.85)]
    [InlineData(8, 2, 0.85)]
    [InlineData(8, 16, 0.85)]
    public void More_pods_than_a_cap_of_five_lets_in_cost_refusals_but_hardly_time_and_none_gives_up(int pods, int throttleLimit, double mostRefused)
    {
        var runs = Enumerable.Range(0, 3)
            .Select(seed => new WindowSimulation(cap: 5, throttleLimit, cards: 1000, pods, jitter: 0.5, seed, latency: 2).Run()).ToArray();
        var (ratio, refused) = (runs.Max(run => run.Ratio), runs.Max(run => run.Refused));
        TestContext.Current.TestOutputHelper?.WriteLine($"{pods} pods, -ThrottleLimit {throttleLimit}: {ratio:0.00} x the ideal, {refused:P0} refused");
        Assert.InRange(ratio, 1, 1.15);
        Assert.InRange(refused, 0, mostRefused);
    }
}
