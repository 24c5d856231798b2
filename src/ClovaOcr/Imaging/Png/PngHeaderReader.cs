using System;

namespace ClovaOcr.Imaging.Png;

/// <summary>Size and orientation of a PNG.</summary>
internal static class PngHeaderReader
{
    public static ImageHeader Read(ReadOnlySpan<byte> file)
    {
        var reader = new PngChunkReader(file);
        reader.Next();
        if (reader.Type != PngChunk.Header) throw Refusal.Damaged("it does not begin with a header");
        var header = PngHeader.Read(reader.Data);
        return new(ImageFormat.Png, header.Width, header.Height, FindOrientation(reader));
    }

    // The eXIf chunk may stand on either side of the pixels (PNG, third edition, 5.6).
    private static Orientation FindOrientation(PngChunkReader reader)
    {
        do reader.Next();
        while (reader.Type is not (PngChunk.Exif or PngChunk.End));
        return reader.Type == PngChunk.Exif ? ExifBlock.ReadOrientation(reader.Data) : Orientation.Upright;
    }
}
