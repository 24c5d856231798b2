using System;
using System.Threading.Tasks;
using Bench.Cases;

namespace Bench;

internal static class Program
{
    private const string Usage = """
        Measures the batch engine against the emulator, alone and in shards, and masking, each against other ways to do the same work; and
        the module's import.

          dotnet run -c Release --project bench -- batch             some five minutes
          dotnet run -c Release --project bench -- batch --quick     fewer cards, under a minute
          dotnet run -c Release --project bench -- shards            some three minutes
          dotnet run -c Release --project bench -- shards --quick    fewer cards, under a minute
          dotnet run -c Release --project bench -- masking           some three minutes
          dotnet run -c Release --project bench -- masking --quick   fewer rounds, under a minute
          dotnet run -c Release --project bench -- import            two minutes
          dotnet run -c Release --project bench -- import --quick    fewer rounds, half a minute

        docs/bench.md says what the rows mean.
        """;

    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["batch"]:
                await BatchBench.RunAsync(BatchSize.Full);
                return 0;
            case ["batch", "--quick"]:
                await BatchBench.RunAsync(BatchSize.Quick);
                return 0;
            case ["shards"]:
                await ShardsBench.RunAsync(BatchSize.Full);
                return 0;
            case ["shards", "--quick"]:
                await ShardsBench.RunAsync(BatchSize.Quick);
                return 0;
            case ["masking"]:
                await MaskingBench.RunAsync(MaskingSize.Full);
                return 0;
            case ["masking", "--quick"]:
                await MaskingBench.RunAsync(MaskingSize.Quick);
                return 0;
            case ["import"]:
                await ImportBench.RunAsync(rounds: 25);
                return 0;
            case ["import", "--quick"]:
                await ImportBench.RunAsync(rounds: 5);
                return 0;
            case [CaseProtocol.Verb, var name, var job]:
                return CaseProtocol.Run(name, job);
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }
}
