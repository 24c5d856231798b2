using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using BitMiracle.LibJpeg.Classic;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>Stores a JPEG's pixels upright, in the same colours, at a quality that costs nothing that can be read.</summary>
internal static class JpegTurner
{
    private const int Quality = 95;

    private static readonly HashSet<J_COLOR_SPACE> Colors =
    [
        J_COLOR_SPACE.JCS_GRAYSCALE, J_COLOR_SPACE.JCS_YCbCr, J_COLOR_SPACE.JCS_RGB, J_COLOR_SPACE.JCS_CMYK, J_COLOR_SPACE.JCS_YCCK,
    ];

    public static byte[] Turn(byte[] source, Orientation orientation, CancellationToken cancellation)
    {
        RefuseUndecodable(source);
        using var reader = new LibJpegReader(source, isStrict: false, cancellation);
        var (width, height, components, color) = (reader.Width, reader.Height, reader.Components, reader.ColorSpace);
        if (!Colors.Contains(color))
            throw Refusal.Unturnable("This JPEG is stored sideways and has colours of a kind that cannot be turned.");

        var stored = new byte[width * height * components];
        for (var y = 0; y < height; y++)
        {
            cancellation.ThrowIfCancellationRequested();
            reader.ReadRow().CopyTo(stored.AsSpan(y * width * components));
        }

        var upright = new byte[stored.Length];
        orientation.CopyUpright(stored, upright, width, height, components);
        var (uprightWidth, uprightHeight) = orientation.UprightSize(width, height);
        return Encode(upright, uprightWidth, uprightHeight, components, color, cancellation);
    }

    // What LibJpeg.NET does not decode, named before it fails with a number.
    private static void RefuseUndecodable(byte[] source)
    {
        var reader = new JpegSegmentReader(source);
        do reader.Next();
        while (!JpegMarker.IsFrame(reader.Marker) && reader.Marker is not (JpegMarker.StartOfScan or JpegMarker.EndOfImage));

        var kind = reader.Marker switch
        {
            0xC3 or 0xCB => "lossless",
            >= 0xC5 and <= 0xC7 or >= 0xCD => "hierarchical",
            _ when reader.Parameters.Length > 0 && reader.Parameters[0] != 8 => "not of 8 bits a sample",
            _ => null,
        };
        if (kind is not null && JpegMarker.IsFrame(reader.Marker))
            throw Refusal.Unturnable($"This JPEG is stored sideways and is {kind}, a kind that cannot be turned.");
    }

    private static byte[] Encode(
        byte[] pixels, int width, int height, int components, J_COLOR_SPACE color, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        var encoder = new jpeg_compress_struct(new LibJpegMessages())
        {
            Image_width = width,
            Image_height = height,
            Input_components = components,
            In_color_space = color,
        };
        encoder.jpeg_set_defaults();
        encoder.jpeg_set_colorspace(color);
        encoder.jpeg_set_quality(Quality, force_baseline: true);
        foreach (var component in encoder.Component_info.AsSpan(0, components)) (component.H_samp_factor, component.V_samp_factor) = (1, 1);
        encoder.jpeg_stdio_dest(file);
        encoder.jpeg_start_compress(write_all_tables: true);
        var row = new[] { new byte[width * components] };
        for (var y = 0; y < height; y++)
        {
            cancellation.ThrowIfCancellationRequested();
            pixels.AsSpan(y * row[0].Length, row[0].Length).CopyTo(row[0]);
            encoder.jpeg_write_scanlines(row, 1);
        }

        encoder.jpeg_finish_compress();
        return file.ToArray();
    }
}
