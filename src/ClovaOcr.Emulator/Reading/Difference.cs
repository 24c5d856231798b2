using System;
using System.Linq;

namespace ClovaOcr.Emulator.Reading;

/// <summary>How much a picture differs from a specimen after its brightness and contrast were made like the specimen's.</summary>
/// <param name="Mean">The root of the mean square of all cells' differences, in steps of 0 to 255.</param>
/// <param name="Worst">The largest difference of one cell.</param>
/// <param name="WorstText">The largest difference of a cell within a printed text, as a part of that text's own contrast.</param>
/// <param name="Gain">By how much the contrast had to be changed.</param>
internal readonly record struct Difference(double Mean, double Worst, double WorstText, double Gain)
{
    // Measured on all specimens: copies saved at quality 40, or scaled to 75 % or 140 %, come to a mean of 2.4, a worst cell of 23 and a
    // worst text of 0.14; the least that one digit put in another's place makes is a worst text of 0.17.
    private const double LargestMean = 4;
    private const double LargestWorst = 40;
    private const double LargestWorstText = 0.155;
    private const double LargestGain = 1.6;

    public bool IsSamePicture =>
        Mean <= LargestMean && Worst <= LargestWorst && WorstText <= LargestWorstText && Gain is <= LargestGain and >= 1 / LargestGain;

    /// <summary>Compares cells with those of a specimen, to whose brightness and contrast they are fitted by least squares.</summary>
    public static Difference Between(double[] cells, Specimen specimen)
    {
        var (meanA, meanB) = (cells.Average(), specimen.Cells.Average());
        double products = 0, squares = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            products += (cells[i] - meanA) * (specimen.Cells[i] - meanB);
            squares += (cells[i] - meanA) * (cells[i] - meanA);
        }

        var gain = squares > 0 ? products / squares : 0;
        var differences = new double[cells.Length];
        for (var i = 0; i < cells.Length; i++) differences[i] = Math.Abs(specimen.Cells[i] - (meanB + (gain * (cells[i] - meanA))));
        return new Difference(
            Math.Sqrt(differences.Average(difference => difference * difference)),
            differences.Max(),
            specimen.Texts.Max(text => text.Max(cell => differences[cell]) / ContrastOf(text, specimen.Cells)),
            gain);
    }

    private static double ContrastOf(int[] text, double[] cells) => Math.Max(1, text.Max(cell => cells[cell]) - text.Min(cell => cells[cell]));
}
