using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net.Sockets;
using ClovaOcr.Emulator;

if (CommandLine.AsksForUsage(args))
{
    Console.WriteLine(CommandLine.Usage);
    return 0;
}

// Each cause once: the next thousand pictures that fail by the same would say no more.
var causes = new ConcurrentDictionary<string, bool>();
EmulatorOptions? options = null;
CardOcrEmulator emulator;
try
{
    options = CommandLine.Read(args, out var problem);
    if (options is null)
    {
        await Console.Error.WriteLineAsync($"{problem}{Environment.NewLine}{CommandLine.Usage}");
        return 2;
    }

    options = options with
    {
        ReaderFailed = cause =>
        {
            if (causes.TryAdd(cause, true)) Console.Error.WriteLine($"A picture was answered ERROR: {cause}");
        },
    };
    emulator = await CardOcrEmulator.StartAsync(options);
}
catch (Exception exception) when (exception is InvalidDataException or TesseractMissingException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
catch (Exception exception) when (exception is IOException or SocketException)
{
    await Console.Error.WriteLineAsync(
        $"Port {options?.Port} is taken or not permitted. Choose another with --port, or 0 for any that is free.");
    return 1;
}

await using (emulator)
{
    // Not among the variables, which scripts take from standard output.
    await Console.Error.WriteLineAsync(emulator.Reader);
    Console.WriteLine($"CLOVA_OCR_INVOKE_URL={emulator.InvokeUrl}");
    Console.WriteLine($"CLOVA_OCR_SECRET={emulator.Secret}");
    if (emulator.AccessKey is not null)
    {
        Console.WriteLine($"CLOVA_OCR_ACCESS_KEY={emulator.AccessKey}");
        Console.WriteLine($"CLOVA_OCR_SECRET_KEY={emulator.SecretKey}");
    }

    await emulator.WaitForShutdownAsync();
}

return 0;
