using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ClovaOcr.Emulator;

/// <summary>The program's options.</summary>
internal static class CommandLine
{
    private static readonly Dictionary<string, ReaderChoice> Readers = new()
    {
        ["auto"] = ReaderChoice.Auto,
        ["specimens"] = ReaderChoice.Specimens,
        ["tesseract"] = ReaderChoice.Tesseract,
    };

    private static readonly Option[] Table =
    [
        new("--port", "N", "the port; 0 for any that is free (default 8020)", (options, text) =>
            Number(text, ushort.MaxValue) is { } port ? options with { Port = port } : null),
        new("--secret", "S", "the secret that calls must bring (default: a random one)", (options, text) =>
            options with { Secret = text }),
        new("--cards", "DIR", "the specimens that it knows (default: those that come with it)", (options, text) =>
            Directory.Exists(text) ? options with { Specimens = SpecimenSet.Load(text) } : null),
        new("--reader", "NAME", "what reads: specimens, tesseract, or auto, which is both if it is there (default)", (options, text) =>
            Readers.TryGetValue(text, out var reader) ? options with { Reader = reader } : null),
        new("--with-confidence", null, "answers say how sure the reader is; the service gives 0.0 for every field", (options, _) =>
            options with { WithConfidence = true }),
        new("--latency", "TIME", "milliseconds to an answer: 200, 100-500 or lognormal:1500,0.5 (median, sigma)", (options, text) =>
            Latency.TryParse(text, out var latency) ? options with { Latency = latency } : null),
        new("--concurrency-cap", "N", "simultaneous calls; one more is refused with code 0025 (default: any number)", (options, text) =>
            Number(text) is { } cap and > 0 ? options with { ConcurrencyCap = cap } : null),
        new("--quota", "N", "billed calls; every further one is refused with code 0023 (default: any number)", (options, text) =>
            Number(text) is { } quota ? options with { Quota = quota } : null),
        new("--fault", "SPEC", "what goes wrong, see below; may be given again, the first that meets a call applies", (options, text) =>
            FaultSpec.TryParse(text, out var fault) ? options with { Faults = [.. options.Faults, fault] } : null),
        new("--seed", "N", "what latencies and faults are drawn from (default 0)", (options, text) =>
            Number(text) is { } seed ? options with { Seed = seed } : null),
        new("--require-signature", null, "calls must be signed as the government region asks", (options, _) =>
            options with { RequireSignature = true }),
        new("--access-key", "KEY", "the signature's access key (default: a random one)", (options, text) =>
            options with { AccessKey = text }),
        new("--secret-key", "KEY", "the signature's secret key (default: a random one)", (options, text) =>
            options with { SecretKey = text }),
    ];

    /// <summary>What the program says of itself.</summary>
    public static string Usage { get; } = $"""
        Emulates NAVER CLOVA OCR's document/id-card on the loopback address, for the specimens in samples/cards
        and, with Tesseract, for pictures that it has never seen.

        {string.Join(Environment.NewLine, Table.Select(option => option.Line))}
          --help               this text

        SPEC is "WHEN: WHAT", or "WHEN: WHAT|WHAT" to leave the choice to the seed.
          WHEN  always, first N, first N of each (picture), every N, P%
          WHAT  the service's codes:      0001 0002 0011 0021 0022 0023 0025 0500 0501 1021
                a gateway's web page:     429 502 503 504
                either of them may have:  retry-after SECONDS
                a bad answer, or none:    truncated cut reset-before reset-after hang drip content-type html huge
          For example  --fault "first 2: 503 retry-after 1" --fault "20%: truncated|reset-after"

        It says on standard error what it reads, prints the environment variables to set, then serves until it is stopped (Ctrl+C).
        GET /_emulator/stats tells how many calls came and what they were answered.
        """;

    /// <summary>Whether the usage is asked for.</summary>
    public static bool AsksForUsage(string[] arguments) => arguments.Any(argument => argument is "--help" or "-h");

    /// <summary>Reads the options.</summary>
    /// <param name="arguments">What stands behind the program's name.</param>
    /// <param name="problem">What is wrong, if anything is.</param>
    /// <returns>Null when something is wrong.</returns>
    /// <exception cref="InvalidDataException">A specimen is damaged.</exception>
    public static EmulatorOptions? Read(string[] arguments, out string? problem)
    {
        problem = null;
        var options = new EmulatorOptions { Port = 8020 };
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = arguments[i];
            var option = Table.SingleOrDefault(option => option.Name == name);
            var text = option?.Value is null ? "" : arguments.ElementAtOrDefault(++i);
            if (option is null || (option.Value is not null && string.IsNullOrEmpty(text)) || option.Apply(options, text!) is not { } next)
            {
                problem = $"Not understood: {name}, or what follows it.";
                return null;
            }

            options = next;
        }

        if (options is { RequireSignature: true } or { AccessKey: null, SecretKey: null }) return options;
        problem = "Not understood: --access-key and --secret-key have no use without --require-signature.";
        return null;
    }

    private static int? Number(string text, int largest = int.MaxValue) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= largest ? number : null;

    /// <param name="Name">The option.</param>
    /// <param name="Value">What the text behind it is called; null when there is none.</param>
    /// <param name="Meaning">What it is for.</param>
    /// <param name="Apply">Takes it over; null when the text behind it is not understood.</param>
    private sealed record Option(string Name, string? Value, string Meaning, Func<EmulatorOptions, string, EmulatorOptions?> Apply)
    {
        public string Line => $"  {Name + " " + Value,-20} {Meaning}";
    }
}
