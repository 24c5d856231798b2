using System;
using System.Diagnostics;
using Bench.Pictures;

namespace Bench.Cases;

/// <summary>A picture to mask, again and again.</summary>
/// <param name="Scan">The picture.</param>
/// <param name="Destination">Where the copy goes.</param>
/// <param name="WarmUpSeconds">How long it is masked before it is measured; 0 for not at all.</param>
internal sealed record MaskJob(Scan Scan, string Destination, double WarmUpSeconds)
{
    /// <summary>Does the work until it is warm.</summary>
    public void WarmUp(Func<MaskFigures> work)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < WarmUpSeconds;) work();
    }
}
