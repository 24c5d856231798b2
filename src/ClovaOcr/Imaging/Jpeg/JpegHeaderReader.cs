using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>Size and orientation of a JPEG, from its segments before the first scan.</summary>
internal static class JpegHeaderReader
{
    public static ImageHeader Read(ReadOnlySpan<byte> file)
    {
        var reader = new JpegSegmentReader(file);
        Orientation? orientation = null;
        (int Width, int Height)? size = null;
        do
        {
            reader.Next();
            if (JpegMarker.IsFrame(reader.Marker)) size ??= JpegFrame.ReadSize(reader.Parameters);
            else if (reader.Marker == JpegMarker.App1 && orientation is null && JpegApplicationData.IsExif(reader.Parameters))
                orientation = ExifBlock.ReadOrientation(JpegApplicationData.ExifBlockOf(reader.Parameters));
        }
        while (reader.Marker is not (JpegMarker.StartOfScan or JpegMarker.EndOfImage));

        var (width, height) = size ?? throw Refusal.Damaged("it has no frame");
        return new(ImageFormat.Jpeg, width, height, orientation ?? Orientation.Upright);
    }
}
