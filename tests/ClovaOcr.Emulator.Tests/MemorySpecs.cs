using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>Runs alone, because it counts what the whole process allocates.</summary>
[Collection("Alone")]
public sealed class MemorySpecs
{
    private const long Allowed = 16 * 1024 * 1024;

    private static readonly byte[] Start = [.. "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"u8];

    [Theory]
    [InlineData("application/json", 69_970_600)]
    [InlineData("multipart/form-data; boundary=b", 69_970_600)]
    [InlineData("application/json", 2_000_000_000)]
    public async Task Memory_goes_to_what_came_and_not_to_what_was_announced(string contentType, long length)
    {
        await using var client = await EmulatorClient.StartAsync();
        var before = GC.GetTotalAllocatedBytes();
        await client.SendRawAsync($"Content-Type: {contentType}\r\nContent-Length: {length}", Start, hangUp: true);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, Allowed);
    }

    [Fact]
    public async Task A_forms_message_is_read_no_further_than_a_message_can_be_long()
    {
        await using var client = await EmulatorClient.StartAsync();
        var form = EmulatorClient.Form(("message", [.. Enumerable.Repeat((byte)' ', 64 * 1024 * 1024)], null));
        var before = GC.GetTotalAllocatedBytes();
        var (status, _) = await client.SendAsync(HttpMethod.Post, url: null, "s", form);
        Assert.Equal(413, status);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, Allowed);
    }
}

/// <summary>Tests that no other may run beside.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;
