namespace ClovaOcr.Emulator;

/// <summary>How the emulator is started.</summary>
public sealed record EmulatorOptions
{
    /// <summary>The port on the loopback address; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>The secret that calls must bring; null for a random one.</summary>
    public string? Secret { get; init; }

    /// <summary>The specimens that it knows; null for those that come with it.</summary>
    public SpecimenSet? Specimens { get; init; }
}
