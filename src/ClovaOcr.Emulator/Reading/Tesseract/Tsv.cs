using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>What Tesseract prints when it is asked for TSV: a row for each page, block, paragraph, line and word.</summary>
internal static class Tsv
{
    private const string Heading = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";
    private const string PageLevel = "1";
    private const string WordLevel = "5";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads it.</summary>
    /// <param name="printed">What was printed.</param>
    /// <param name="pages">The pictures that were to be read.</param>
    /// <returns>What was read in each of them.</returns>
    /// <exception cref="CardReaderException">It is not what it should be. The message says nothing of the text.</exception>
    public static IReadOnlyList<LineReading> Read(byte[] printed, IReadOnlyList<GrayImage> pages)
    {
        var rows = TextOf(printed).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.TrimEnd('\r')).ToArray();
        if (rows.Length == 0) throw new CardReaderException("tesseract printed nothing.");
        if (rows[0] != Heading) throw NotUnderstood();
        var readings = new List<List<WordReading>>();
        foreach (var row in rows.Skip(1))
        {
            var cells = row.Split('\t');
            if (cells is not [var level, var page, _, _, _, _, var left, var top, var width, var height, var confidence, var text])
                throw NotUnderstood();
            if (level == PageLevel) readings.Add([]);
            if (readings.Count > pages.Count || Number(page, pages.Count) != readings.Count) throw NotUnderstood();
            if (level != WordLevel || string.IsNullOrWhiteSpace(text)) continue;
            var picture = pages[readings.Count - 1];
            var (x, y) = (Number(left, picture.Width), Number(top, picture.Height));
            var (across, down) = (Number(width, picture.Width - x), Number(height, picture.Height - y));
            readings[^1].Add(new(text.Trim(), Confidence(confidence), x, y, across, down));
        }

        return readings.Count == pages.Count
            ? [.. readings.Select(words => new LineReading(words))]
            : throw new CardReaderException($"tesseract answered for {readings.Count} pictures of {pages.Count}.");
    }

    private static string TextOf(byte[] printed)
    {
        try
        {
            return Strict.GetString(printed);
        }
        catch (DecoderFallbackException)
        {
            throw NotUnderstood();
        }
    }

    private static int Number(string text, int largest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= largest
            ? number
            : throw NotUnderstood();

    private static double Confidence(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 100
            ? number
            : throw NotUnderstood();

    private static CardReaderException NotUnderstood() => new("tesseract printed what is not the TSV that was asked for.");
}
