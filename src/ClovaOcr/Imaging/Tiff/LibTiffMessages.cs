using BitMiracle.LibTiff.Classic;
using LibTiff = BitMiracle.LibTiff.Classic.Tiff;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// Keeps LibTiff.NET from writing to the console about this module's files. The library has one handler for all of a process, so messages
/// about files of others go on to the handler that was there.
/// </summary>
internal sealed class LibTiffMessages : TiffErrorHandler
{
    private readonly TiffErrorHandler _others;

    private LibTiffMessages()
    {
        _others = LibTiff.SetErrorHandler(this) ?? new TiffErrorHandler();
    }

    private static LibTiffMessages Installed { get; } = new();

    /// <summary>Takes the library's messages, from the first call on.</summary>
    public static void Install() => _ = Installed;

    /// <inheritdoc/>
    public override void ErrorHandler(LibTiff tif, string method, string format, params object[] args)
    {
        if (!IsOurs(tif?.Clientdata())) _others.ErrorHandler(tif, method, format, args);
    }

    /// <inheritdoc/>
    public override void ErrorHandlerExt(LibTiff tif, object clientData, string method, string format, params object[] args)
    {
        if (!IsOurs(clientData)) _others.ErrorHandlerExt(tif, clientData, method, format, args);
    }

    /// <inheritdoc/>
    public override void WarningHandler(LibTiff tif, string method, string format, params object[] args)
    {
        if (!IsOurs(tif?.Clientdata())) _others.WarningHandler(tif, method, format, args);
    }

    /// <inheritdoc/>
    public override void WarningHandlerExt(LibTiff tif, object clientData, string method, string format, params object[] args)
    {
        if (!IsOurs(clientData)) _others.WarningHandlerExt(tif, clientData, method, format, args);
    }

    private static bool IsOurs(object? clientData)
    {
        if (clientData is not LibTiffData data) return false;
        data.HasComplaint = true;
        return true;
    }
}
