using System;
using System.Globalization;
using System.IO;
using System.Net.Sockets;
using ClovaOcr.Emulator;

const string Usage = """
    Emulates NAVER CLOVA OCR's document/id-card on the loopback address, for the specimens in samples/cards.

      --port N       the port; 0 for any that is free (default 8020)
      --secret S     the secret that calls must bring (default: a random one)
      --cards DIR    the specimens that it knows (default: those that come with it)
      --help         this text

    It prints the two environment variables to set, then serves until it is stopped (Ctrl+C).
    GET /_emulator/stats tells how many calls came and what they were answered.
    """;

var options = new EmulatorOptions { Port = 8020 };
var cards = SpecimenSet.DefaultFolder;
for (var i = 0; i < args.Length; i++)
{
    var value = i + 1 < args.Length ? args[i + 1] : null;
    switch (args[i])
    {
        case "--help" or "-h":
            Console.WriteLine(Usage);
            return 0;
        case "--port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue:
            options = options with { Port = port };
            break;
        case "--secret" when value is { Length: > 0 }:
            options = options with { Secret = value };
            break;
        case "--cards" when Directory.Exists(value):
            cards = value;
            break;
        default:
            await Console.Error.WriteLineAsync($"Not understood: {args[i]}, or what follows it.{Environment.NewLine}{Usage}");
            return 2;
    }

    i++;
}

CardOcrEmulator emulator;
try
{
    emulator = await CardOcrEmulator.StartAsync(options with { Specimens = SpecimenSet.Load(cards) });
}
catch (InvalidDataException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
catch (Exception exception) when (exception is IOException or SocketException)
{
    await Console.Error.WriteLineAsync($"Port {options.Port} is taken or not permitted. Choose another with --port, or 0 for any that is free.");
    return 1;
}

await using (emulator)
{
    if (emulator.Specimens.Count == 0) await Console.Error.WriteLineAsync($"No specimens were found: every picture will be answered FAILURE.");
    Console.WriteLine($"CLOVA_OCR_INVOKE_URL={emulator.InvokeUrl}");
    Console.WriteLine($"CLOVA_OCR_SECRET={emulator.Secret}");
    await emulator.WaitForShutdownAsync();
}

return 0;
