using System;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

/// <summary>Runs alone, because it counts what the whole process allocates.</summary>
[Collection("Alone")]
public sealed class MemorySpecs
{
    private const long Allowed = 16 * 1024 * 1024;

    [Theory]
    [InlineData("application/json", 69_970_600, "HTTP/1.1 100 Continue")]
    [InlineData("multipart/form-data; boundary=b", 69_970_600, "HTTP/1.1 100 Continue")]
    [InlineData("application/json", 2_000_000_000, "HTTP/1.1 413 Payload Too Large")]
    public async Task No_memory_is_taken_for_what_was_announced_and_never_came(string contentType, long length, string firstLine)
    {
        long before;
        await using (var client = await EmulatorClient.StartAsync())
        {
            before = GC.GetTotalAllocatedBytes(precise: true);
            var headers = $"Content-Type: {contentType}\r\nContent-Length: {length}\r\nExpect: 100-continue";
            Assert.Equal(firstLine, await client.AnnounceAsync(headers));
        }

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Allowed);
    }

    [Fact]
    public async Task A_small_call_takes_little_memory()
    {
        await using var client = await EmulatorClient.StartAsync();
        var message = """{"version":"V2","requestId":"1","timestamp":0,"images":[{"format":"pdf","name":"1"}]}"""u8.ToArray();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Equal(200, (await client.PostFormAsync(("message", message, null), ("file", "%PDF-1.7"u8.ToArray(), "1.pdf"))).Status);
        Assert.Equal(200, (await client.PostAsync(EmulatorClient.Message("%PDF-1.7"u8.ToArray(), "pdf").ToJsonString())).Status);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Allowed);
    }

    [Fact]
    public async Task A_forms_message_is_read_no_further_than_a_message_can_be_long()
    {
        await using var client = await EmulatorClient.StartAsync();
        var form = EmulatorClient.Form(("message", Encoding.ASCII.GetBytes(new string(' ', 64 * 1024 * 1024)), null));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Equal(413, (await client.SendAsync(HttpMethod.Post, url: null, "s", form)).Status);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Allowed);
    }
}

/// <summary>Tests that no other may run beside.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;
