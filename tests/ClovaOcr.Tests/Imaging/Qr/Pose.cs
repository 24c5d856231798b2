using System;
using SkiaSharp;

namespace ClovaOcr.Tests.Imaging.Qr;

/// <summary>How a flat thing lies before a camera.</summary>
/// <param name="Turn">Degrees in the picture's plane.</param>
/// <param name="Pitch">Degrees away from the camera, about the thing's horizontal axis.</param>
/// <param name="Yaw">Degrees away from the camera, about its vertical axis.</param>
/// <param name="Distance">From the camera, in widths of the thing.</param>
/// <param name="IsMirrored">Seen in a mirror.</param>
internal sealed record Pose(double Turn, double Pitch, double Yaw, double Distance, bool IsMirrored)
{
    /// <summary>As it lies on a scanner.</summary>
    public static Pose Scanned(double turn) => new(turn, 0, 0, 1000, false);

    /// <summary>As someone holds a phone above it.</summary>
    public static Pose Photographed(Random dice) => new(
        dice.Next(2) == 0 ? dice.Between(-12, 12) + (90 * dice.Next(4)) : dice.Between(0, 360),
        dice.Bell(13),
        dice.Bell(13),
        dice.Between(1.6, 4),
        dice.Next(12) == 0);

    /// <summary>Leads from the thing's millimetres to the picture's pixels.</summary>
    /// <param name="size">The thing's size.</param>
    /// <param name="middle">Where its middle appears.</param>
    /// <param name="scale">Pixels of a millimetre there.</param>
    public SKMatrix Project(SKSize size, SKPoint middle, double scale)
    {
        var (turn, pitch, yaw) = (Turn * Math.PI / 180, Pitch * Math.PI / 180, Yaw * Math.PI / 180);
        var (mirror, distance) = (IsMirrored ? -1 : 1, Distance * size.Width);

        // The thing's axes after yaw and pitch, then turned in the picture's plane; Z leads away from the camera.
        var across = (X: mirror * Math.Cos(yaw), Y: mirror * Math.Sin(yaw) * Math.Sin(pitch), Z: mirror * Math.Sin(yaw) * Math.Cos(pitch) / distance);
        var down = (X: 0.0, Y: Math.Cos(pitch), Z: -Math.Sin(pitch) / distance);
        var (sine, cosine) = (Math.Sin(turn), Math.Cos(turn));
        across = ((across.X * cosine) - (across.Y * sine), (across.X * sine) + (across.Y * cosine), across.Z);
        down = ((down.X * cosine) - (down.Y * sine), (down.X * sine) + (down.Y * cosine), down.Z);
        return new SKMatrix(
            (float)((scale * across.X) + (middle.X * across.Z)),
            (float)((scale * down.X) + (middle.X * down.Z)),
            middle.X,
            (float)((scale * across.Y) + (middle.Y * across.Z)),
            (float)((scale * down.Y) + (middle.Y * down.Z)),
            middle.Y,
            (float)across.Z,
            (float)down.Z,
            1).PreConcat(SKMatrix.CreateTranslation(-size.Width / 2, -size.Height / 2));
    }
}
