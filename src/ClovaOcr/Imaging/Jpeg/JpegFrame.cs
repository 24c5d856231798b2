using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>A component of a frame (T.81, B.2.2).</summary>
/// <param name="Id">Its identifier, which scans refer to.</param>
/// <param name="Across">Blocks across in an MCU, its horizontal sampling factor.</param>
/// <param name="Down">Blocks down in an MCU, its vertical sampling factor.</param>
/// <param name="QuantizationTable">The table that its coefficients were divided by.</param>
internal readonly record struct JpegComponent(byte Id, int Across, int Down, int QuantizationTable);

/// <summary>How a JPEG's components are to be read as colours.</summary>
internal enum JpegColor
{
    Gray,
    YCbCr,
    Rgb,
    Cmyk,
    Ycck,
}

/// <summary>A sequential or progressive frame of 8-bit samples.</summary>
internal sealed class JpegFrame
{
    // T.81, B.2.3: an interleaved scan's MCU has at most 10 blocks.
    private const int MaximumBlocksInMcu = 10;
    private const int ComponentLength = 3;

    private JpegFrame(bool isProgressive, int width, int height, JpegComponent[] components)
    {
        (IsProgressive, Width, Height, Components) = (isProgressive, width, height, components);
        var (across, down) = (1, 1);
        foreach (var component in components)
            (across, down) = (Math.Max(across, component.Across), Math.Max(down, component.Down));
        (McuWidth, McuHeight) = (across * 8, down * 8);
    }

    /// <summary>Whether coefficients come in several scans, each with some of them or some of their bits.</summary>
    public bool IsProgressive { get; }

    public int Width { get; }

    public int Height { get; }

    public IReadOnlyList<JpegComponent> Components { get; }

    /// <summary>Pixels across in an MCU.</summary>
    public int McuWidth { get; }

    /// <summary>Pixels down in an MCU.</summary>
    public int McuHeight { get; }

    public int McusAcross => (Width + McuWidth - 1) / McuWidth;

    public int McusDown => (Height + McuHeight - 1) / McuHeight;

    /// <summary>
    /// The blocks across and down that a component has of its own; a unit of several components may reach past them (T.81, A.1.1).
    /// </summary>
    public (int Across, int Down) BlocksOf(int component) => (
        Blocks(Width * Components[component].Across, McuWidth),
        Blocks(Height * Components[component].Down, McuHeight));

    /// <summary>Reads a frame header; refuses by name what is not Huffman coded, of 8 bits, and sequential or progressive.</summary>
    public static JpegFrame Read(byte marker, ReadOnlySpan<byte> parameters)
    {
        RefuseOtherProcesses(marker);
        if (parameters.Length < 6) throw Refusal.Damaged("its frame header is too short");
        if (parameters[0] != 8) throw Refusal.Unmaskable("This JPEG does not have 8 bits a sample, so it cannot be masked exactly.");

        var (width, height) = ReadSize(parameters);
        ImageHeader.EnsureDecodable(width, height);

        var count = parameters[5];
        if (count is not (1 or 3 or 4))
            throw Refusal.Unmaskable("This JPEG has neither one nor three nor four colours, so nothing tells how black is written in it.");
        if (parameters.Length != 6 + (count * ComponentLength)) throw Refusal.Damaged("its frame header has the wrong length");
        return new(marker == JpegMarker.StartOfFrame2, width, height, ReadComponents(parameters[6..], count));
    }

    /// <summary>The size in any frame header: precision, then the number of lines, then of samples in a line (T.81, B.2.2).</summary>
    public static (int Width, int Height) ReadSize(ReadOnlySpan<byte> parameters)
    {
        if (parameters.Length < 5) throw Refusal.Damaged("its frame header is too short");
        int height = BinaryPrimitives.ReadUInt16BigEndian(parameters[1..]);
        int width = BinaryPrimitives.ReadUInt16BigEndian(parameters[3..]);
        if (height == 0) throw Refusal.Damaged("its height is missing, or told only after the picture (DNL)");
        return width > 0 ? (width, height) : throw Refusal.Damaged("its width is missing");
    }

    /// <summary>How the components are read as colours; the rules are libjpeg's (jdapimin.c), which all others follow.</summary>
    /// <param name="hasJfif">Whether there is a JFIF header.</param>
    /// <param name="adobeTransform">The colour transform of Adobe's marker; null without one.</param>
    public JpegColor ColorBy(bool hasJfif, int? adobeTransform) => (Components.Count, adobeTransform) switch
    {
        (1, _) => JpegColor.Gray,
        (3, _) when hasJfif => JpegColor.YCbCr,
        (3, 0) => JpegColor.Rgb,
        (3, 1) => JpegColor.YCbCr,
        (3, null) => IsNamedRgb ? JpegColor.Rgb : JpegColor.YCbCr,
        (4, null or 0) => JpegColor.Cmyk,
        (4, 2) => JpegColor.Ycck,
        _ => throw Refusal.Unmaskable("This JPEG names a colour transform that does not exist."),
    };

    private bool IsNamedRgb => Components[0].Id == 'R' && Components[1].Id == 'G' && Components[2].Id == 'B';

    private static JpegComponent[] ReadComponents(ReadOnlySpan<byte> list, int count)
    {
        var components = new JpegComponent[count];
        var blocks = 0;
        for (var i = 0; i < count; i++)
        {
            var entry = list.Slice(i * ComponentLength, ComponentLength);
            var (across, down, table) = (entry[1] >> 4, entry[1] & 15, entry[2]);
            if (across is 0 or > 4 || down is 0 or > 4 || table > 3) throw Refusal.Damaged("its frame header is not valid");
            for (var j = 0; j < i; j++)
                if (components[j].Id == entry[0]) throw Refusal.Damaged("two of its colours have the same name");

            // A scan of one component has one block an MCU whatever its sampling factors (T.81, A.2.2).
            components[i] = count == 1 ? new(entry[0], 1, 1, table) : new(entry[0], across, down, table);
            blocks += components[i].Across * components[i].Down;
        }

        return blocks <= MaximumBlocksInMcu
            ? components
            : throw Refusal.Unmaskable("This JPEG has colours of so many sizes that they cannot be in one scan.");
    }

    private static int Blocks(int samples, int mcu) => (samples + mcu - 1) / mcu;

    private static void RefuseOtherProcesses(byte marker)
    {
        if (marker is JpegMarker.StartOfFrame0 or JpegMarker.StartOfFrame1 or JpegMarker.StartOfFrame2) return;
        throw Refusal.Unmaskable(marker switch
        {
            0xC3 => "This JPEG is lossless, a kind that is not masked.",
            0xC5 or 0xC6 or 0xC7 => "This JPEG is hierarchical, a kind that is not masked.",
            _ => "This JPEG is arithmetic coded, a kind that is not masked.",
        });
    }
}
