namespace Bench.Peers;

/// <summary>What another program made of the same cards.</summary>
/// <param name="Cards">Cards given to it.</param>
/// <param name="Answered">Those that it has an answer for.</param>
/// <param name="Seconds">From start to end.</param>
/// <param name="CpuSeconds">Null when the system does not say.</param>
internal sealed record PeerFigures(int Cards, int Answered, double Seconds, double? CpuSeconds);
