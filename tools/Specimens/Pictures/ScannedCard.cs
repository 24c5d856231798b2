using System;
using System.Collections.Generic;
using SkiaSharp;
using Specimens.Cards;

namespace Specimens.Pictures;

/// <summary>
/// A picture of a card, as it is to be stored. Corners are in stored pixels, in the order upper left, upper right, lower right, lower left
/// of the card as it is read.
/// </summary>
internal sealed class ScannedCard(SKBitmap pixels) : IDisposable
{
    public SKBitmap Pixels { get; } = pixels;

    public int Width => Pixels.Width;

    public int Height => Pixels.Height;

    /// <summary>The EXIF orientation, 1 to 8.</summary>
    public required int Orientation { get; init; }

    public required int DotsPerInch { get; init; }

    public required SKPoint[] Card { get; init; }

    public required SKPoint[]? QrCode { get; init; }

    public required IReadOnlyList<ScannedField> Fields { get; init; }

    public void Dispose() => Pixels.Dispose();
}

/// <summary>A text of the card, and the box around it in the picture.</summary>
internal sealed record ScannedField(PrintedField Printed, SKPoint[] Box);
