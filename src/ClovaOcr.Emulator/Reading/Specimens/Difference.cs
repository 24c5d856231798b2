using System;
using System.Linq;

namespace ClovaOcr.Emulator.Reading.Specimens;

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

    /// <summary>
    /// Compares cells with those of a specimen, to whose brightness and contrast they are fitted by least squares. Where the mean alone tells
    /// the pictures apart, the worst is not looked for and left infinite.
    /// </summary>
    public static Difference Between(CellGrid picture, Specimen specimen)
    {
        var products = picture.CovarianceWith(specimen.Cells);
        var gain = picture.Variance > 0 ? products / picture.Variance : 0;
        var mean = Math.Sqrt(Math.Max(0, specimen.Cells.Variance - (gain * products)));
        if (mean > LargestMean) return new Difference(mean, double.PositiveInfinity, double.PositiveInfinity, gain);

        var differences = specimen.Cells.DifferencesFrom(picture, gain);
        var worstText = specimen.Texts.Max(text => text.WorstOf(differences) / text.Contrast);
        return new Difference(mean, differences.Max(), worstText, gain);
    }
}
