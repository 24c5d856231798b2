using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SkiaSharp;

namespace ClovaOcr.Tests.Imaging.Qr;

/// <summary>
/// A specimen of samples/cards as something that can be laid on a desk. It is taken from its picture, as the fonts that it was drawn
/// with are not in the repository.
/// </summary>
internal sealed class PrintedCard
{
    // Where the layout since 2023 has its code, quiet zone included, in millimetres (tools/Specimens, CardLayout2023).
    public static readonly SKRect CodeArea = SKRect.Create(61.2f, 32.8f, 18f, 18f);

    private static readonly Lazy<IReadOnlyList<PrintedCard>> Specimens = new(() => [.. TestData.Specimens().Select(Load)]);

    private readonly SKImage _picture;
    private readonly SKMatrix _pictureToCard;

    private PrintedCard(SKImage picture, SKMatrix pictureToCard, SKSize size, bool hasCode, SKRectI[] words) =>
        (_picture, _pictureToCard, Size, HasCode, Words) = (picture, pictureToCard, size, hasCode, words);

    /// <summary>The alien registration cards since 2023.</summary>
    public static IReadOnlyList<PrintedCard> WithCode { get; } = [.. Specimens.Value.Where(card => card.HasCode)];

    /// <summary>All other cards.</summary>
    public static IReadOnlyList<PrintedCard> WithoutCode { get; } = [.. Specimens.Value.Where(card => !card.HasCode)];

    /// <summary>Width and height in millimetres.</summary>
    public SKSize Size { get; }

    public bool HasCode { get; }

    /// <summary>Where the picture of an upright card has its words.</summary>
    public SKRectI[] Words { get; }

    /// <summary>Draws the card where the canvas' matrix leads its millimetres.</summary>
    public void Draw(SKCanvas canvas)
    {
        using var outline = new SKRoundRect(SKRect.Create(Size), 3.18f);
        canvas.Save();
        canvas.ClipRoundRect(outline, SKClipOperation.Intersect, antialias: true);
        canvas.Concat(_pictureToCard);
        canvas.DrawImage(_picture, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Restore();
    }

    /// <summary>Draws one of the words into a rectangle.</summary>
    public void DrawWord(SKCanvas canvas, SKRectI word, SKRect area, SKPaint paint) =>
        canvas.DrawImage(_picture, word, area, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), paint);

    private static PrintedCard Load(string path)
    {
        var truth = TestData.Truth(path);
        var corners = truth["card"]!.AsArray().Select(corner => new SKPoint((float)corner![0]!, (float)corner[1]!)).ToArray();
        var size = (string)truth["kind"]! == "pp" ? new SKSize(125, 88) : new SKSize(85.6f, 54);
        var (right, down) = (corners[1] - corners[0], corners[3] - corners[0]);
        var cardToPicture = new SKMatrix(
            right.X / size.Width, down.X / size.Height, corners[0].X, right.Y / size.Width, down.Y / size.Height, corners[0].Y, 0, 0, 1);
        var isUpright = (int)truth["orientation"]! == 1 && Math.Abs(right.Y) < 1;
        var words =
            from field in truth["fields"]!.AsObject()
            from entry in field.Value!.AsArray()
            let box = entry!["box"]!.AsArray()
            select new SKRectI((int)box[0]![0]!.GetValue<float>() - 3, (int)box[0]![1]!.GetValue<float>() - 3, (int)box[2]![0]!.GetValue<float>() + 3, (int)box[2]![1]!.GetValue<float>() + 3);
        return new(Decode(path), cardToPicture.Invert(), size, truth["qrCode"] is not null, isUpright ? [.. words] : []);
    }

    private static SKImage Decode(string path)
    {
        using var data = SKData.CreateCopy(File.ReadAllBytes(path));
        using var codec = SKCodec.Create(data);
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Bgra8888, SKAlphaType.Opaque);
        using var bitmap = new SKBitmap(info);
        codec.GetPixels(info, bitmap.GetPixels());
        bitmap.SetImmutable();
        return SKImage.FromBitmap(bitmap);
    }
}
