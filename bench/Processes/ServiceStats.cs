using System;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using ClovaOcr.Emulator;

namespace Bench.Processes;

/// <summary>What the emulator counted so far.</summary>
internal static class ServiceStats
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    public static async Task<EmulatorStats> ReadAsync(string invokeUrl) =>
        (await Http.GetFromJsonAsync<EmulatorStats>(new Uri(new Uri(invokeUrl), "/_emulator/stats")))!;

    /// <summary>Calls refused because too many were under way.</summary>
    public static int RefusedAsTooMany(this EmulatorStats stats) => stats.Refused.TryGetValue("0025", out var count) ? count : 0;
}
