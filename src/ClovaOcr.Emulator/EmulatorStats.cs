using System.Collections.Generic;

namespace ClovaOcr.Emulator;

/// <summary>What the emulator was asked and answered so far.</summary>
/// <param name="Calls">All calls that reached it.</param>
/// <param name="Billed">Calls whose body was read and that passed every check, the cap and the quota.</param>
/// <param name="Success">Answered with a card.</param>
/// <param name="Failure">Answered that no card was recognised.</param>
/// <param name="Error">Answered that the picture is damaged, or that the reader failed.</param>
/// <param name="Refused">Not answered with HTTP 200: how many for each code of the service, or HTTP status of the gateway.</param>
/// <param name="Faults">How many calls met each fault; those that refuse are in <paramref name="Refused"/> too.</param>
/// <param name="Aborted">Calls whose caller hung up before the answer was written.</param>
/// <param name="UnderWay">Calls that were let in and are not yet answered.</param>
/// <param name="MostAtOnce">The most calls that were under way at the same time.</param>
/// <param name="Pictures">How often each picture was sent, by the SHA-256 of its bytes in lower-case hexadecimal digits.</param>
public sealed record EmulatorStats(
    int Calls,
    int Billed,
    int Success,
    int Failure,
    int Error,
    IReadOnlyDictionary<string, int> Refused,
    IReadOnlyDictionary<string, int> Faults,
    int Aborted,
    int UnderWay,
    int MostAtOnce,
    IReadOnlyDictionary<string, PictureStats> Pictures);
