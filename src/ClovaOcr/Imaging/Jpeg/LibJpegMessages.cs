using System.IO;
using BitMiracle.LibJpeg.Classic;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>Keeps LibJpeg.NET from writing to the console, and makes its warnings exceptions.</summary>
internal sealed class LibJpegMessages : jpeg_error_mgr
{
    /// <summary>Whether a warning is an exception.</summary>
    public bool IsStrict { get; set; } = true;

    public override void emit_message(int msg_level)
    {
        if (msg_level < 0 && IsStrict) throw new InvalidDataException(format_message());
    }

    public override void output_message()
    {
    }
}
