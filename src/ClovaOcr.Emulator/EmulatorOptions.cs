using System;
using System.Collections.Generic;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator;

/// <summary>How the emulator is started.</summary>
public sealed record EmulatorOptions
{
    /// <summary>The port on the loopback address; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>The secret that calls must bring; null for a random one.</summary>
    public string? Secret { get; init; }

    /// <summary>The invoke key, the last part of the address; null for a random one.</summary>
    public string? InvokeKey { get; init; }

    /// <summary>The specimens that it knows; null for those that come with it.</summary>
    public SpecimenSet? Specimens { get; init; }

    /// <summary>What reads the pictures.</summary>
    public ReaderChoice Reader { get; init; }

    /// <summary>Whether answers say how sure the reader is, 0.0000 to 1.0000; the service gives 0.0, which means that it does not say.</summary>
    public bool WithConfidence { get; init; }

    /// <summary>
    /// Is told why a reader failed, each time that one does and the call is answered ERROR; null for nobody. Says nothing of the picture.
    /// Calls come from any thread.
    /// </summary>
    public Action<string>? ReaderFailed { get; init; }

    /// <summary>The time from a call's arrival to its answer.</summary>
    public Latency Latency { get; init; } = Latency.None;

    /// <summary>How many simultaneous calls are let in, at least 1; one more is refused with code 0025. Null for any number.</summary>
    public int? ConcurrencyCap { get; init; }

    /// <summary>How many calls are billed before every further one is refused with code 0023. Null for any number.</summary>
    public int? Quota { get; init; }

    /// <summary>What goes wrong. The first spec that meets a call applies.</summary>
    public IReadOnlyList<FaultSpec> Faults { get; init; } = [];

    /// <summary>All randomness comes from it, so that the same calls in the same order meet the same latencies and faults.</summary>
    public int Seed { get; init; }

    /// <summary>Whether calls must be signed as the government region asks.</summary>
    public bool RequireSignature { get; init; }

    /// <summary>The access key of the signature; null for a random one.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret key of the signature; null for a random one.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The clock for latencies, slow answers, time stamps, the age of signatures and the time that Tesseract may take.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where Tesseract is looked for; null for where this machine has its programs.</summary>
    internal ProgramFolders? ProgramFolders { get; init; }
}
