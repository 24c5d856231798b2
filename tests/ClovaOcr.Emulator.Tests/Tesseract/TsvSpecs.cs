using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Tesseract;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Tesseract;

/// <summary>What Tesseract prints, taken for granted in nothing.</summary>
public sealed class TsvSpecs
{
    private const string Heading = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

    private static readonly GrayImage[] Pages = [Page(400, 40), Page(300, 50), Page(400, 40)];

    // As Tesseract 5.3 printed it for a line of two words, a white picture, and a line of one.
    private static readonly string[] Rows =
    [
        "1\t1\t0\t0\t0\t0\t0\t0\t400\t40\t-1\t",
        "2\t1\t1\t0\t0\t0\t3\t5\t225\t20\t-1\t",
        "3\t1\t1\t1\t0\t0\t3\t5\t225\t20\t-1\t",
        "4\t1\t1\t1\t1\t0\t3\t5\t225\t20\t-1\t",
        "5\t1\t1\t1\t1\t1\t3\t5\t79\t20\t96.635117\tHELLO",
        "5\t1\t1\t1\t1\t2\t92\t5\t95\t20\t90.5\t세계",
        "1\t2\t0\t0\t0\t0\t0\t0\t300\t50\t-1\t",
        "1\t3\t0\t0\t0\t0\t0\t0\t400\t40\t-1\t",
        "5\t3\t1\t1\t1\t1\t0\t0\t400\t40\t0\tX",
    ];

    [Theory]
    [InlineData("\n"), InlineData("\r\n")]
    public void Each_picture_has_its_words(string lineEnd)
    {
        var readings = Read(Printed(Rows).Replace("\n", lineEnd, StringComparison.Ordinal));
        Assert.Equal(["HELLO 세계", "", "X"], readings.Select(reading => reading.Text));
        Assert.Equal(new WordReading("세계", 90.5, 92, 5, 95, 20), readings[0].Words[1]);
        Assert.Equal([90.5, 0, 0], readings.Select(reading => reading.LeastConfidence));
        Assert.Equal([93.57, 0, 0], readings.Select(reading => Math.Round(reading.MeanConfidence, 2)));
    }

    [Fact]
    public void A_word_of_white_space_is_none() =>
        Assert.Empty(Read(Printed([.. Rows[..8], "5\t3\t1\t1\t1\t1\t0\t0\t400\t40\t95\t "]))[2].Words);

    [Theory]
    [InlineData(8, "5\t3\t1\t1\t1\t1\t0\t0\t400\t40\t101\tX")]
    [InlineData(8, "5\t3\t1\t1\t1\t1\t0\t0\t400\t40\t-1\tX")]
    [InlineData(8, "5\t3\t1\t1\t1\t1\t0\t0\t400\t40\tNaN\tX")]
    [InlineData(8, "5\t3\t1\t1\t1\t1\t0\t0\t400\t40\t9,5\tX")]
    [InlineData(8, "5\t3\t1\t1\t1\t1\t1\t0\t400\t40\t95\tX")]
    [InlineData(8, "5\t3\t1\t1\t1\t1\t0\t40\t400\t1\t95\tX")]
    [InlineData(8, "5\t3\t1\t1\t1\t1\t-1\t0\t400\t40\t95\tX")]
    [InlineData(8, "5\t3\t1\t1\t1\t1\t0\t0\t99999999999\t40\t95\tX")]
    [InlineData(8, "5\t3\t1\t1\t1\t1\t0\t0\t400\t40\t95")]
    [InlineData(8, "5\t3\t1\t1\t1\t1\t0\t0\t400\t40\t95\tX\tY")]
    [InlineData(8, "5\t2\t1\t1\t1\t1\t0\t0\t300\t40\t95\tX")]
    [InlineData(8, "1\t4\t0\t0\t0\t0\t0\t0\t400\t40\t-1\t")]
    [InlineData(7, "1\t2\t0\t0\t0\t0\t0\t0\t400\t40\t-1\t")]
    [InlineData(0, "5\t1\t1\t1\t1\t1\t3\t5\t79\t20\t96\tHELLO")]
    [InlineData(6, "Error in pixReadStream")]
    public void Anything_else_is_an_error(int row, string instead)
    {
        var rows = Rows.ToArray();
        rows[row] = instead;
        var exception = Assert.Throws<CardReaderException>(() => Read(Printed(rows)));
        Assert.Equal("tesseract printed what is not the TSV that was asked for.", exception.Message);
    }

    [Fact]
    public void A_picture_that_is_left_out_is_an_error()
    {
        var exception = Assert.Throws<CardReaderException>(() => Read(Printed(Rows[..7])));
        Assert.Equal("tesseract answered for 2 pictures of 3.", exception.Message);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_an_error()
    {
        byte[] printed = [.. Encoding.UTF8.GetBytes(Printed(Rows[..8]) + Rows[8]), 0xFF];
        Assert.Throws<CardReaderException>(() => Tsv.Read(printed, Pages));
    }

    [Property(MaxTest = 500)]
    public void Whatever_is_damaged_it_is_read_within_the_pictures_or_an_error(int place, byte instead, bool isCut)
    {
        var printed = Encoding.UTF8.GetBytes(Printed(Rows));
        var at = (int)((uint)place % printed.Length);
        printed[at] = instead;
        try
        {
            var readings = Tsv.Read(isCut ? printed[..at] : printed, Pages);
            Assert.Equal(Pages.Length, readings.Count);
            Assert.All(readings.Zip(Pages), pair => Assert.All(pair.First.Words, word =>
                Assert.True(word.Left + word.Width <= pair.Second.Width && word.Top + word.Height <= pair.Second.Height)));
        }
        catch (CardReaderException)
        {
            // One or the other.
        }
    }

    private static IReadOnlyList<LineReading> Read(string printed) => Tsv.Read(Encoding.UTF8.GetBytes(printed), Pages);

    private static string Printed(string[] rows) => Heading + string.Concat(rows.Select(row => row + "\n"));

    private static GrayImage Page(int width, int height) => new(width, height, new byte[width * height]);
}
