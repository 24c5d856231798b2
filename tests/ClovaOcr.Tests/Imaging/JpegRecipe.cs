using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BitMiracle.LibJpeg.Classic;

namespace ClovaOcr.Tests.Imaging;

/// <summary>How to encode a JPEG, by LibJpeg.NET's encoder.</summary>
internal sealed record JpegRecipe
{
    public J_COLOR_SPACE Color { get; init; } = J_COLOR_SPACE.JCS_YCbCr;

    public int Across { get; init; } = 2;

    public int Down { get; init; } = 2;

    public int Quality { get; init; } = 85;

    public bool IsOptimized { get; init; }

    public int RestartInterval { get; init; }

    public bool IsProgressive { get; init; }

    public bool HasJfif { get; init; } = true;

    /// <summary>Segments to put after SOI, as marker and data.</summary>
    public IReadOnlyList<(byte Marker, byte[] Data)> Segments { get; init; } = [];

    public int Channels => Color switch
    {
        J_COLOR_SPACE.JCS_GRAYSCALE => 1,
        J_COLOR_SPACE.JCS_CMYK or J_COLOR_SPACE.JCS_YCCK => 4,
        _ => 3,
    };

    /// <summary>Kinds that are masked: colours, samplings, codes, restart intervals and progressions.</summary>
    public static IEnumerable<JpegRecipe> Maskable()
    {
        J_COLOR_SPACE[] colors = [J_COLOR_SPACE.JCS_GRAYSCALE, J_COLOR_SPACE.JCS_YCbCr, J_COLOR_SPACE.JCS_RGB, J_COLOR_SPACE.JCS_CMYK, J_COLOR_SPACE.JCS_YCCK];
        (int Across, int Down)[] samplings = [(1, 1), (2, 1), (1, 2), (2, 2), (4, 1)];
        var plain =
            from color in colors
            from sampling in samplings
            where sampling == (1, 1) || color is J_COLOR_SPACE.JCS_YCbCr || (sampling == (2, 2) && color is J_COLOR_SPACE.JCS_GRAYSCALE or J_COLOR_SPACE.JCS_YCCK)
            from quality in new[] { 25, 90, 100 }
            select new JpegRecipe { Color = color, Across = sampling.Across, Down = sampling.Down, Quality = quality, HasJfif = color is J_COLOR_SPACE.JCS_GRAYSCALE or J_COLOR_SPACE.JCS_YCbCr };
        foreach (var recipe in plain)
        {
            yield return recipe;
            yield return recipe with { IsOptimized = true, RestartInterval = 3 };
            yield return recipe with { IsProgressive = true };
        }
    }

    /// <summary>The recipe in a few words, for a test's name.</summary>
    public override string ToString() =>
        $"{Color} {Across}x{Down} q{Quality}{(IsOptimized ? " optimised" : "")}{(IsProgressive ? " progressive" : "")}{(RestartInterval > 0 ? $" restart {RestartInterval}" : "")}";

    public byte[] Encode(TestPicture picture)
    {
        using var file = new MemoryStream();
        var encoder = new jpeg_compress_struct(new jpeg_error_mgr())
        {
            Image_width = picture.Width,
            Image_height = picture.Height,
            Input_components = Channels,
            In_color_space = Color switch
            {
                J_COLOR_SPACE.JCS_YCbCr => J_COLOR_SPACE.JCS_RGB,
                J_COLOR_SPACE.JCS_YCCK => J_COLOR_SPACE.JCS_CMYK,
                _ => Color,
            },
        };
        encoder.jpeg_set_defaults();
        encoder.jpeg_set_colorspace(Color);
        encoder.jpeg_set_quality(Quality, true);
        encoder.Optimize_coding = IsOptimized;
        encoder.Restart_interval = RestartInterval;
        encoder.do_fancy_downsampling = false;
        encoder.Write_JFIF_header = HasJfif;
        if (IsProgressive) encoder.jpeg_simple_progression();
        encoder.Component_info[0].H_samp_factor = Across;
        encoder.Component_info[0].V_samp_factor = Down;
        if (Channels == 4) (encoder.Component_info[3].H_samp_factor, encoder.Component_info[3].V_samp_factor) = (Across, Down);
        encoder.jpeg_stdio_dest(file);
        encoder.jpeg_start_compress(true);
        foreach (var (marker, data) in Segments) encoder.jpeg_write_marker(marker, data);
        for (var y = 0; y < picture.Height; y++)
            encoder.jpeg_write_scanlines([picture.Samples.AsSpan(y * picture.Width * Channels, picture.Width * Channels).ToArray()], 1);
        encoder.jpeg_finish_compress();
        return file.ToArray();
    }

    /// <summary>An EXIF segment that holds an orientation and a text.</summary>
    public static (byte Marker, byte[] Data) Exif(int orientation, bool littleEndian = true, string text = "") =>
        (0xE1, [.. "Exif\0\0"u8, .. ExifWith(orientation, littleEndian), .. text.Select(c => (byte)c)]);

    /// <summary>A TIFF block with two tags, of which the second is the orientation.</summary>
    public static byte[] ExifWith(int orientation, bool littleEndian) => littleEndian
        ?
        [
            .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
            0x0F, 0x01, 2, 0, 2, 0, 0, 0, (byte)'x', 0, 0, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
            0, 0, 0, 0,
        ]
        :
        [
            .. "MM\0*"u8, 0, 0, 0, 8, 0, 2,
            0x01, 0x0F, 0, 2, 0, 0, 0, 2, (byte)'x', 0, 0, 0,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
            0, 0, 0, 0,
        ];
}
