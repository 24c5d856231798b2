using System;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>A colour space (ISO 32000-1, 8.6) as far as a scan's picture needs it.</summary>
/// <param name="Samples">Samples of a pixel.</param>
/// <param name="BaseSamples">1 for gray, 3 for red, green and blue, 4 for inks: of a pixel, or of a palette's entry.</param>
/// <param name="Palette">All entries of a palette, one after the other; null without one.</param>
/// <param name="Profile">The colour profile if it is one that everybody has.</param>
/// <param name="Dropped">What was there and is not kept; null for nothing.</param>
internal sealed record PdfColor(int Samples, int BaseSamples, byte[]? Palette, StandardColorProfile? Profile, string? Dropped)
{
    private const int MaximumDepth = 3;
    private const int MaximumColors = 256;

    public bool IsIndexed => Palette is not null;

    /// <summary>Whether more is darker.</summary>
    public bool IsInk => BaseSamples == 4;

    /// <summary>The name of the device's colour space of so many samples.</summary>
    public string DeviceName => BaseSamples switch
    {
        1 => "DeviceGray",
        3 => "DeviceRGB",
        _ => "DeviceCMYK",
    };

    /// <param name="file">The file.</param>
    /// <param name="space">The colour space, no reference.</param>
    /// <exception cref="ClovaOcrException">Damaged, or of a kind that is not masked.</exception>
    public static PdfColor Read(PdfFile file, object? space) => Read(file, space, depth: 0);

    private static PdfColor Read(PdfFile file, object? space, int depth)
    {
        if (depth > MaximumDepth) throw Refusal.Damaged("its colours are not valid");
        var parts = space as object?[] ?? [space];
        var family = parts.Length > 0 && file.Resolve(parts[0]) is PdfName name ? name.Value : "";
        return (family, parts.Length) switch
        {
            ("DeviceGray", 1) => Device(1, null),
            ("DeviceRGB", 1) => Device(3, null),
            ("DeviceCMYK", 1) => Device(4, null),
            ("CalGray", 2) => Device(1, "calibrated colours"),
            ("CalRGB", 2) => Device(3, "calibrated colours"),
            ("ICCBased", 2) => ReadProfile(file, file.Resolve(parts[1])),
            ("Indexed", 4) => ReadPalette(file, parts, depth),
            ("", _) => throw Refusal.Damaged("its colours are not valid"),
            _ => throw Refusal.UnmaskablePdf("This PDF has a picture in special colours, such as spot colours."),
        };
    }

    private static PdfColor Device(int samples, string? dropped) => new(samples, samples, null, null, dropped);

    // 8.6.5.5.
    private static PdfColor ReadProfile(PdfFile file, object? value)
    {
        if (value is not PdfStream stream) throw Refusal.Damaged("its colours are not valid");
        var samples = file.FindNumber(stream.Dictionary, "N") switch
        {
            1 => 1,
            3 => 3,
            4 => 4,
            _ => throw Refusal.Damaged("its colours are not valid"),
        };
        try
        {
            var bytes = file.Decode(stream, StandardColorProfile.MaximumLength);
            if (StandardColorProfile.Find(bytes) is { } known) return new(samples, samples, null, known, null);
        }
        catch (ClovaOcrException)
        {
            // A profile that cannot be read is dropped like any other.
        }

        return Device(samples, "ICC profile");
    }

    // 8.6.6.3: the colour space of the entries, the last index, the entries.
    private static PdfColor ReadPalette(PdfFile file, object?[] parts, int depth)
    {
        var entries = Read(file, file.Resolve(parts[1]), depth + 1);
        if (entries.IsIndexed) throw Refusal.Damaged("its palette is not valid");
        var bytes = file.Resolve(parts[3]) switch
        {
            PdfString text => text.Bytes,
            PdfStream stream => file.Decode(stream, MaximumColors * 8),
            _ => throw Refusal.Damaged("its palette is not valid"),
        };
        if (file.Resolve(parts[2]) is not double number || PdfParser.AsWhole(number) is not (< MaximumColors and var last)
            || bytes.Length < (last + 1) * entries.BaseSamples)
            throw Refusal.Damaged("its palette is not valid");
        return entries with { Samples = 1, Palette = bytes.AsSpan(0, (last + 1) * entries.BaseSamples).ToArray() };
    }
}
