using System.Collections.Generic;

namespace ClovaOcr.Emulator;

/// <summary>What the emulator was asked and answered so far.</summary>
/// <param name="Calls">All calls that reached it.</param>
/// <param name="Success">Answered with a card.</param>
/// <param name="Failure">Answered that no card was recognised.</param>
/// <param name="Error">Answered that the picture could not be read.</param>
/// <param name="Refused">Not answered with HTTP 200: how many for each code of the service, or HTTP status of the gateway.</param>
public sealed record EmulatorStats(int Calls, int Success, int Failure, int Error, IReadOnlyDictionary<string, int> Refused);
