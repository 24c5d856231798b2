using System.Linq;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

public sealed class CommandLineSpecs
{
    [Fact]
    public void Every_option_is_taken_over()
    {
        string[] arguments =
        [
            "--port", "1", "--secret", "s", "--cards", SpecimenSet.DefaultFolder, "--latency", "100-500", "--concurrency-cap", "5", "--quota", "0",
            "--fault", "first 1: 0500", "--seed", "7", "--fault", "2%: hang", "--reader", "tesseract", "--with-confidence", "--require-signature", "--access-key", "a", "--secret-key", "k",
        ];
        var options = CommandLine.Read(arguments, out var problem)!;
        Assert.Null(problem);
        Assert.Equal((1, "s", "100-500", 5, 0, 7), (options.Port, options.Secret, options.Latency.ToString(), options.ConcurrencyCap, options.Quota, options.Seed));
        Assert.Equal((true, "a", "k"), (options.RequireSignature, options.AccessKey, options.SecretKey));
        Assert.Equal(["first 1: 0500", "2%: hang"], options.Faults.Select(fault => fault.ToString()));
        Assert.Equal((ReaderChoice.Tesseract, true), (options.Reader, options.WithConfidence));
        Assert.True(options.Specimens!.Count > 10);
    }

    [Fact]
    public void Without_options_the_service_is_as_it_should_be()
    {
        var options = CommandLine.Read([], out _)!;
        Assert.Equal(new EmulatorOptions { Port = 8020 }, options);
        Assert.Equal("0", options.Latency.ToString());
        Assert.Empty(options.Faults);
    }

    [Theory]
    [InlineData("--latency 1 --latency", "--latency")]
    [InlineData("--port 1 --fault never:hang --seed 1", "--fault")]
    [InlineData("--port 1 8020", "8020")]
    [InlineData("--reader Specimens", "--reader")]
    public void The_option_that_was_not_understood_is_named(string arguments, string named)
    {
        Assert.Null(CommandLine.Read(arguments.Split(' '), out var problem));
        Assert.Equal($"Not understood: {named}, or what follows it.", problem);
    }
}
