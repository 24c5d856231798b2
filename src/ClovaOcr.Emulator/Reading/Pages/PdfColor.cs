using System.IO;
using UglyToad.PdfPig.Tokens;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>What a picture's samples mean (ISO 32000-1, 8.6): shades of gray, light, inks, or places in a palette of these.</summary>
/// <param name="Inks">Samples of a colour: 1 for gray, 3 for red, green and blue, 4 for inks.</param>
/// <param name="Palette">The colours, sample after sample; null for samples that are colours themselves.</param>
internal sealed record PdfColor(int Inks, byte[]? Palette)
{
    private const int MaximumDepth = 4;

    /// <summary>Samples of a pixel.</summary>
    public int Samples => Palette is null ? Inks : 1;

    /// <exception cref="InvalidDataException">It is damaged, or of a kind that no scanner writes.</exception>
    public static PdfColor Of(IToken? space, DictionaryToken resources, PdfObjects objects) => Of(space, resources, objects, depth: 0);

    private static PdfColor Of(IToken? space, DictionaryToken resources, PdfObjects objects, int depth)
    {
        if (depth > MaximumDepth) throw Unknown();
        var found = objects.Find<IToken>(space);
        if (found is not ArrayToken { Length: > 0 } list) return Named(found as NameToken, resources, objects, depth);
        switch (objects.Find<NameToken>(list[0])?.Data)
        {
            case "ICCBased" when list.Length > 1 && objects.Find<StreamToken>(list[1]) is { } profile:
                return objects.Number(profile.StreamDictionary, "N") is (1 or 3 or 4) and var inks ? new((int)inks, null) : throw Unknown();
            case "CalGray":
                return new(1, null);
            case "CalRGB":
                return new(3, null);
            case "Indexed" or "I" when list.Length > 3:
                var colors = Of(list[1], resources, objects, depth + 1);
                return colors.Palette is null ? colors with { Palette = PaletteOf(list[3], objects) } : throw Unknown();
            case not null when list.Length == 1:
                return Named(list[0] as NameToken, resources, objects, depth);
            default:
                throw Unknown();
        }
    }

    private static PdfColor Named(NameToken? name, DictionaryToken resources, PdfObjects objects, int depth) => name?.Data switch
    {
        "DeviceGray" or "G" or "CalGray" => new(1, null),
        "DeviceRGB" or "RGB" or "CalRGB" => new(3, null),
        "DeviceCMYK" or "CMYK" => new(4, null),
        { } other when objects.Find<DictionaryToken>(resources, "ColorSpace") is { } spaces && objects.Find<IToken>(spaces, other) is { } space =>
            Of(space, resources, objects, depth + 1),
        _ => throw Unknown(),
    };

    private static byte[] PaletteOf(IToken table, PdfObjects objects) => objects.Find<IToken>(table) switch
    {
        StreamToken stream => objects.Decode(stream, out _).ToArray(),
        HexToken hexadecimal => hexadecimal.Bytes.ToArray(),
        StringToken text => text.GetBytes(),
        _ => throw Unknown(),
    };

    private static InvalidDataException Unknown() => new("A picture's colours are not known.");
}
