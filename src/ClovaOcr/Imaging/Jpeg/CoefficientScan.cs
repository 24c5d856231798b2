using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>Writes coefficients as the one scan of a sequential JPEG, covered on the way.</summary>
internal static class CoefficientScan
{
    // A file of several scans has a restart interval for each, in units of its own; the masked one is written without.
    private const int NoRestarts = 0;

    /// <summary>Takes the planes apart row by row, so that coefficients and symbols are not in memory both.</summary>
    public static MaskedScan Cover(JpegFile source, CoefficientPlane[] planes, CoverGrid cover)
    {
        var masked = new MaskedScan(source, NoRestarts);
        for (var row = 0; row < source.Frame.McusDown; row++)
        {
            var covered = cover.Row(row);
            for (var column = 0; column < source.Frame.McusAcross; column++)
            {
                while (covered.Length > 0 && covered[0].End <= column) covered = covered[1..];
                var isCovered = covered.Length > 0 && covered[0].First <= column;
                for (var i = 0; i < planes.Length; i++) AddUnit(masked, masked.Components[i], planes[i], column, row, isCovered);
            }

            foreach (var plane in planes)
                for (var y = row * plane.Sampling.Down; y < Math.Min((row + 1) * plane.Sampling.Down, plane.Down); y++) plane.Forget(y);
        }

        return masked;
    }

    private static void AddUnit(MaskedScan masked, MaskedComponent component, CoefficientPlane plane, int column, int row, bool isCovered)
    {
        for (var block = 0; block < component.BlocksInMcu; block++)
        {
            var kind = component.KindOf(block, column, row, isCovered);
            var x = (column * plane.Sampling.Across) + (block % plane.Sampling.Across);
            var y = (row * plane.Sampling.Down) + (block / plane.Sampling.Across);
            if (kind == BlockKind.Visible) AddVisible(masked.Symbols, component, plane.Block(x, y));
            else component.AddFlat(kind);
        }
    }

    private static void AddVisible(SymbolStream symbols, MaskedComponent component, ReadOnlySpan<short> coefficients)
    {
        var block = symbols.Block();
        block[0] = component.Dc(coefficients[0]);
        var (count, coded) = (1, 1);
        for (var index = 1; index < 64; index++)
        {
            int value = coefficients[index];
            if (value == 0) continue;
            var zeros = index - coded;
            for (; zeros > 15; zeros -= 16) block[count++] = BlockCode.RunOfSixteenZeros;
            var width = BlockCode.WidthOf(value);
            if (width > BlockCode.WidestCoefficient) throw BlockCode.TooLarge(width);
            block[count++] = BlockCode.Symbol(zeros, value, width);
            coded = index + 1;
        }

        if (coded < 64) block[count++] = BlockCode.EndOfBlock;
        component.PackAc(block[1..count]);
        symbols.Commit(count);
    }
}
