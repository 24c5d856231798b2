using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Specimens;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests;

public sealed class SpecimenReaderSpecs
{
    private static readonly SpecimenReader Reader = new(SpecimenSet.Load(SpecimenSet.DefaultFolder));

    public static TheoryData<string, string> Copies()
    {
        var data = new TheoryData<string, string>();
        foreach (var specimen in TestPictures.Specimens)
            foreach (var kind in new[] { "png", "jpeg 50", "jpeg 40", "75 %", "90 %", "140 %", "brighter", "darker" }) data.Add(Path.GetFileName(specimen), kind);
        return data;
    }

    [Theory, MemberData(nameof(Copies))]
    public void A_copy_that_was_saved_again_scaled_or_brightened_still_counts(string specimen, string kind)
    {
        using var shown = TestPictures.Shown(PathOf(specimen));
        Assert.Equal(NameIn(specimen), NameOf(Reader.Read(Decode(CopyOf(shown, kind)))));
    }

    [Fact]
    public void No_specimen_is_taken_for_another()
    {
        foreach (var specimen in TestPictures.Specimens)
        {
            using var shown = TestPictures.Shown(specimen);
            var same = Reader.Compare(Decode(TestPictures.Encode(shown))).Where(candidate => candidate.Difference.IsSamePicture);
            Assert.Equal(NameIn(Path.GetFileName(specimen)), NameOf(Assert.Single(same).Specimen.Face));
        }
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0xFFFFFFFFu)]
    [InlineData(0xFFC8D0E8u)]
    public void A_copy_with_its_number_painted_over_is_not_recognised(uint colour)
    {
        foreach (var specimen in TestPictures.Specimens.Where(file => Path.GetFileName(file).StartsWith("ac", StringComparison.Ordinal)))
        {
            using var shown = TestPictures.Shown(specimen);
            var face = Reader.Read(Decode(TestPictures.Encode(shown)))!;
            var box = face.Fields.Single(field => field.Key == "alienRegNum").Value[0].Box.RightHalf;
            using var canvas = new SKCanvas(shown);
            using var paint = new SKPaint { Color = (SKColor)(colour | 0xFF000000u) };
            canvas.DrawRect(
                SKRect.Create((float)box.Corners.Min(c => c.X), (float)box.Corners.Min(c => c.Y), (float)(box.Corners.Max(c => c.X) - box.Corners.Min(c => c.X)), (float)(box.Corners.Max(c => c.Y) - box.Corners.Min(c => c.Y))),
                paint);
            Assert.Null(Reader.Read(Decode(TestPictures.Encode(shown))));
        }
    }

    [Fact]
    public void A_copy_with_one_digit_changed_is_not_recognised()
    {
        foreach (var specimen in TestPictures.Specimens.Where(file => Path.GetFileName(file).StartsWith("ac", StringComparison.Ordinal)))
        {
            using var shown = TestPictures.Shown(specimen);
            var entry = Reader.Read(Decode(TestPictures.Encode(shown)))!.Fields.Single(field => field.Key == "alienRegNum").Value[0];
            if (Math.Abs(entry.Box.UpperLeft.Y - entry.Box.UpperRight.Y) > 1) continue;
            var width = (float)(entry.Box.UpperRight.X - entry.Box.UpperLeft.X) / entry.Text.Length;
            SKRect Cell(int i) => SKRect.Create((float)entry.Box.UpperLeft.X + (i * width), (float)entry.Box.UpperLeft.Y, width, (float)(entry.Box.LowerLeft.Y - entry.Box.UpperLeft.Y));
            for (var i = 0; i < entry.Text.Length; i++)
            {
                // The numbers are set in cells of the same width, so that a digit can be put in another's place.
                var other = Enumerable.Range(0, entry.Text.Length).First(j => char.IsDigit(entry.Text[j]) && entry.Text[j] != entry.Text[i]);
                using var changed = shown.Copy();
                using var canvas = new SKCanvas(changed);
                canvas.DrawBitmap(shown, Cell(other), Cell(i), new SKSamplingOptions(SKFilterMode.Linear));
                Assert.Null(Reader.Read(Decode(TestPictures.Encode(changed))));
            }
        }
    }

    [Fact]
    public void A_picture_stored_sideways_is_not_recognised_whatever_its_EXIF_orientation_says()
    {
        var turned = TestPictures.Specimens.Where(file => (int)TestPictures.Truth(file)["orientation"]! != 1).ToArray();
        Assert.True(turned.Length >= 2);
        Assert.All(turned, file => Assert.Null(Reader.Read(Decode(File.ReadAllBytes(file)))));
    }

    [Fact]
    public void Boxes_are_in_the_pixels_of_the_picture_that_was_sent()
    {
        var specimen = TestPictures.Specimens.First(file => (int)TestPictures.Truth(file)["orientation"]! == 1);
        using var shown = TestPictures.Shown(specimen);
        using var half = TestPictures.Scaled(shown, 0.5);
        var box = TestPictures.Truth(specimen)["fields"]!["name"]![0]!["box"]![2]!;
        var corner = Reader.Read(Decode(TestPictures.Encode(half)))!.Fields.Single(field => field.Key == "name").Value[0].Box.LowerRight;
        Assert.Equal((double)box[0]! * half.Width / shown.Width, corner.X, 6);
        Assert.Equal((double)box[1]! * half.Height / shown.Height, corner.Y, 6);
    }

    [Fact]
    public void A_picture_of_anything_else_is_not_recognised()
    {
        foreach (var colour in new[] { SKColors.White, SKColors.Black, SKColors.LightSteelBlue })
        {
            using var plain = new SKBitmap(1011, 638);
            plain.Erase(colour);
            Assert.Null(Reader.Read(Decode(TestPictures.Encode(plain))));
        }

        var random = new Random(7);
        using var noise = new SKBitmap(1011, 638);
        for (var y = 0; y < noise.Height; y++)
            for (var x = 0; x < noise.Width; x++) noise.SetPixel(x, y, new SKColor((uint)random.Next() | 0xFF000000u));
        Assert.Null(Reader.Read(Decode(TestPictures.Encode(noise))));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void A_turned_pictures_points_go_where_its_pixels_go(int orientation)
    {
        // One dark pixel of a 7 x 5 picture: the point in its middle and the pixel itself must arrive at the same place.
        using var bitmap = new SKBitmap(7, 5);
        bitmap.Erase(SKColors.White);
        bitmap.SetPixel(5, 1, SKColors.Black);
        var turned = Decode(TestPictures.Encode(bitmap, SKEncodedImageFormat.Png)).Turned(orientation);
        var point = Turning.ToShown(orientation, new Point(5.5, 1.5), 7, 5);
        Assert.True(turned.Row((int)point.Y)[(int)point.X] < 10);
        using var codec = SKCodec.Create(SKData.CreateCopy(TestPictures.Encode(bitmap, SKEncodedImageFormat.Png)));
        Assert.Equal(orientation >= 5 ? (5, 7) : (7, 5), (turned.Width, turned.Height));
    }

    private static string PathOf(string specimen) => Path.Combine(SpecimenSet.DefaultFolder, specimen);

    private static GrayImage Decode(byte[] file)
    {
        using var picture = Picture.Decode(file)!;
        return picture.Luminance;
    }

    private static string NameIn(string specimen) => NameOf(TestPictures.Truth(PathOf(specimen))["fields"]!.AsObject().Select(field => (string)field.Value![0]!["text"]!));

    private static string NameOf(CardFace? face) => face is null ? "not recognised" : NameOf(face.Fields.Select(field => field.Value[0].Text));

    private static string NameOf(IEnumerable<string> texts) => string.Join('|', texts);

    private static byte[] CopyOf(SKBitmap shown, string kind)
    {
        switch (kind)
        {
            case "png": return TestPictures.Encode(shown, SKEncodedImageFormat.Png);
            case "jpeg 50": return TestPictures.Encode(shown, quality: 50);
            case "jpeg 40": return TestPictures.Encode(shown, quality: 40);
            case "brighter": return Encoded(TestPictures.Brightened(shown, 0.8f, 0.2f));
            case "darker": return Encoded(TestPictures.Brightened(shown, 0.75f, 0));
            default: return Encoded(TestPictures.Scaled(shown, double.Parse(kind[..^2], null) / 100));
        }
    }

    private static byte[] Encoded(SKBitmap bitmap)
    {
        using (bitmap) return TestPictures.Encode(bitmap);
    }
}
