using ClovaOcr.Emulator.Reading;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>What the service proposes to cover (API page, What maskingPolys cover).</summary>
internal static class MaskingRule
{
    private const double Padding = 0.1;

    public static Quad[] Masks(string field, Quad box) => field switch
    {
        // Seven of fourteen characters: every digit after the hyphen. An ID card's number is of the same form [I].
        "alienRegNum" or "personalNum" => [box.RightHalf.Padded(Padding)],
        "alienRegNumEtc" => [box.Padded(Padding)],

        // A rectangle turned like the text; on the vendor's sample it is larger still, because other text was taken for the date's.
        "issueDate" => [box.Padded(Padding)],
        _ => [],
    };
}
