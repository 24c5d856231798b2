using System;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Tests;

/// <summary>Waits for something that is sure to come, without a guess at how long it takes.</summary>
internal static class Eventually
{
    public static async Task IsTrueAsync(Func<bool> condition)
    {
        while (!condition()) await Task.Delay(1, TestContext.Current.CancellationToken);
    }
}
