namespace ClovaOcr.Imaging.Pdf;

/// <summary>A masked picture as it is written to a PDF.</summary>
internal sealed record PdfCopy
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Bits of a sample, or of an index of a palette.</summary>
    public required int Bits { get; init; }

    public required PdfColor Color { get; init; }

    /// <summary>The palette's entries, made anew; null without a palette.</summary>
    public byte[]? Palette { get; init; }

    /// <summary>Whether the smallest sample means the most of its colour.</summary>
    public required bool IsInverted { get; init; }

    public string Filter { get; init; } = "";

    /// <summary>The filter's parameters as they are written; null for none.</summary>
    public string? Parameters { get; init; }

    public byte[] Data { get; init; } = [];

    /// <summary>A copy without data.</summary>
    public static PdfCopy Of(PdfImage image) => new()
    {
        Width = image.Width,
        Height = image.Height,
        Bits = image.Bits,
        Color = image.Color,
        IsInverted = image.IsInverted,
    };
}
