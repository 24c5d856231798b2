using System;

namespace ClovaOcr.Imaging;

/// <summary>
/// How many pixels an inch has, as a copy keeps it: what scanners write stays, but no number has room for digits that were put there to
/// be found again. Numbers of no unit, which say a pixel's shape, are kept as if they were of an inch.
/// </summary>
/// <param name="Across">Pixels of an inch, from 1 to 9600, of three significant digits.</param>
/// <param name="Down">As many, or 2 or 4 times as many or as few, or what fax has.</param>
internal readonly record struct PixelDensity(decimal Across, decimal Down)
{
    public const decimal CentimetresOfInch = 2.54m;

    public const decimal MetresOfInch = 0.0254m;

    // More than any scanner has.
    private const int Highest = 9600;

    private static readonly decimal[] Shapes = [1, 2, 0.5m, 4, 0.25m];

    // ITU-T T.30: lines of a page of 204 pixels an inch.
    private static readonly decimal[] FaxLines = [98, 196, 391];

    private const int FaxPixels = 204;

    /// <summary>The density to keep for what a file says; null if it says none that a scan has.</summary>
    /// <param name="across">Pixels across in the file's unit, as exact as it says them.</param>
    /// <param name="down">Pixels down.</param>
    /// <param name="inch">How many of the file's unit an inch is.</param>
    public static PixelDensity? Of(decimal across, decimal down, decimal inch)
    {
        (across, down) = (across * inch, down * inch);
        if (across < 1 || down < 1) return null;
        var pixels = Rounded(across);
        foreach (var shape in Shapes)
            if (IsNear(across * shape, down) && IsUsual(pixels) && IsUsual(pixels * shape)) return new(pixels, pixels * shape);
        if (pixels != FaxPixels) return null;
        foreach (var lines in FaxLines)
            if (IsNear(lines, down)) return new(pixels, lines);
        return null;
    }

    /// <summary>The numbers to write, rounded to whole parts of the unit.</summary>
    /// <param name="inch">How many of the unit an inch is.</param>
    /// <param name="parts">The parts of a unit that are written.</param>
    public (int Across, int Down) In(decimal inch, int parts = 1) => (Whole(Across * parts / inch), Whole(Down * parts / inch));

    private static int Whole(decimal number) => (int)Math.Round(number, MidpointRounding.AwayFromZero);

    private static bool IsNear(decimal a, decimal b) => Math.Abs(a - b) * 100 <= Math.Max(a, b);

    private static bool IsUsual(decimal pixels) => pixels is >= 1 and <= Highest;

    private static decimal Rounded(decimal number)
    {
        var step = 0.01m;
        while (number >= 1000 * step) step *= 10;
        return Math.Round(number / step, MidpointRounding.AwayFromZero) * step;
    }
}
