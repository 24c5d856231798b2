using System;

namespace ClovaOcr.Emulator.Reading;

/// <summary>How much two pictures' cells differ after brightness and contrast were made alike.</summary>
/// <param name="Mean">The root of the mean square, in steps of 0 to 255.</param>
/// <param name="Worst">The largest difference of one cell.</param>
/// <param name="Gain">By how much the contrast had to be changed.</param>
internal readonly record struct Difference(double Mean, double Worst, double Gain)
{
    // Measured on all specimens (tests/ClovaOcr.Emulator.Tests): copies saved at quality 40, scaled to 60 % or brightened stay below
    // these, other specimens and copies with a painted number stay above.
    private const double LargestMean = 4;
    private const double LargestWorst = 30;
    private const double LargestGain = 1.6;

    public bool IsSamePicture => Mean <= LargestMean && Worst <= LargestWorst && Gain is <= LargestGain and >= 1 / LargestGain;

    /// <summary>Compares cells with those of a specimen, to whose brightness and contrast they are fitted by least squares.</summary>
    public static Difference Between(double[] cells, double[] specimen)
    {
        var (meanA, meanB) = (Average(cells), Average(specimen));
        double products = 0, squares = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            products += (cells[i] - meanA) * (specimen[i] - meanB);
            squares += (cells[i] - meanA) * (cells[i] - meanA);
        }

        var gain = squares > 0 ? products / squares : 0;
        double sum = 0, worst = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            var difference = Math.Abs(specimen[i] - (meanB + (gain * (cells[i] - meanA))));
            sum += difference * difference;
            worst = Math.Max(worst, difference);
        }

        return new Difference(Math.Sqrt(sum / cells.Length), worst, gain);
    }

    private static double Average(double[] values)
    {
        double sum = 0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }
}
