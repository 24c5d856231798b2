using System.IO;
using ClovaOcr.Imaging.Png;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// Rows of samples that went through a predictor before they were compressed (ISO 32000-1, 7.4.4.4), read one after the other.
/// </summary>
internal sealed class PdfRows
{
    private const int Tiff = 2;
    private const int FirstOfPng = 10;
    private const int MaximumLength = 1 << 24;

    private readonly int _colors;
    private readonly int _bits;
    private readonly byte[] _type = new byte[1];
    private readonly byte[] _above = [];

    private PdfRows(int predictor, int colors, int bits, int columns)
    {
        (Predictor, _colors, _bits, Columns) = (predictor, colors, bits, columns);
        var length = (((long)colors * bits * columns) + 7) / 8;
        Length = length <= MaximumLength ? (int)length : throw Refusal.Damaged("the coding of a part of it is not valid");
        if (predictor >= FirstOfPng) _above = new byte[Length];
    }

    /// <summary>Bytes as they come.</summary>
    public static PdfRows Unpredicted => new(1, 1, 8, 1);

    public int Predictor { get; }

    public int Columns { get; }

    public int SampleBits => _bits;

    public int Colors => _colors;

    /// <summary>Bytes of a row.</summary>
    public int Length { get; }

    /// <summary>Rows as a filter's parameters say.</summary>
    public static PdfRows By(PdfDictionary parameters)
    {
        var (predictor, colors) = (Number(parameters, "Predictor", 1), Number(parameters, "Colors", 1));
        var (bits, columns) = (Number(parameters, "BitsPerComponent", 8), Number(parameters, "Columns", 1));
        var isValid = predictor is 1 or Tiff or (>= FirstOfPng and <= 15) && colors is >= 1 and <= 32 && bits is 1 or 2 or 4 or 8 or 16
            && columns >= 1;
        if (!isValid) throw Refusal.Damaged("the coding of a part of it is not valid");
        return predictor == 1 ? Unpredicted : new(predictor, colors, bits, columns);
    }

    /// <summary>Fills a row.</summary>
    /// <returns>How many bytes there were: all, or none at the end; fewer only without a predictor.</returns>
    public int Read(Stream decoded, byte[] row)
    {
        if (Predictor >= FirstOfPng && ReadBytes(decoded, _type, 1) == 0) return 0;
        var length = ReadBytes(decoded, row, row.Length);
        if (Predictor == 1 || (length == 0 && Predictor == Tiff)) return length;
        if (length < row.Length) throw Refusal.Damaged("its compressed data end too early");

        if (Predictor == Tiff)
        {
            AddLeft(row);
            return length;
        }

        PngFilter.Undo(_type[0], row, _above, ((_colors * _bits) + 7) / 8);
        row.CopyTo(_above, 0);
        return length;
    }

    private static int Number(PdfDictionary parameters, string key, int otherwise) => parameters[key] switch
    {
        null => otherwise,
        double number when PdfParser.AsWhole(number) is { } whole => whole,
        _ => throw Refusal.Damaged("the coding of a part of it is not valid"),
    };

    private static int ReadBytes(Stream decoded, byte[] buffer, int count)
    {
        var length = 0;
        try
        {
            for (int read; length < count && (read = decoded.Read(buffer, length, count - length)) > 0;) length += read;
        }
        catch (InvalidDataException problem)
        {
            throw Refusal.Damaged("its compressed data are not valid", problem);
        }

        return length;
    }

    // TIFF 6.0, 14: each sample less the one of the same colour to its left.
    private void AddLeft(byte[] row)
    {
        switch (_bits)
        {
            case 8:
                for (var i = _colors; i < row.Length; i++) row[i] += row[i - _colors];
                break;
            case 16:
                for (var i = _colors * 2; i + 1 < row.Length; i += 2)
                {
                    var left = i - (_colors * 2);
                    var sum = ((row[i] << 8) | row[i + 1]) + ((row[left] << 8) | row[left + 1]);
                    (row[i], row[i + 1]) = ((byte)(sum >> 8), (byte)sum);
                }

                break;
            default:
                for (var i = _colors; i < _colors * Columns; i++)
                {
                    var sum = PackedSamples.Get(row, i, _bits) + PackedSamples.Get(row, i - _colors, _bits);
                    PackedSamples.Set(row, i, _bits, sum & ((1 << _bits) - 1));
                }

                break;
        }
    }
}
