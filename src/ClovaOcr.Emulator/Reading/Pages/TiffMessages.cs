using BitMiracle.LibTiff.Classic;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>
/// Keeps what LibTiff.NET says of a <see cref="TiffSource"/> off the console. A process has one handler, so what it says of other files goes
/// on to the handler before.
/// </summary>
internal sealed class TiffMessages : TiffErrorHandler
{
    private static readonly TiffMessages Installed = new();

    private readonly TiffErrorHandler _before;

    private TiffMessages()
    {
        _before = Tiff.SetErrorHandler(this) ?? new TiffErrorHandler();
    }

    /// <summary>Opens a file whose messages are kept off the console.</summary>
    /// <returns>Null when it is no TIFF that the library reads.</returns>
    public static Tiff? Open(TiffSource source)
    {
        _ = Installed;

        // c: one strip is not taken for many, at which the library miscounts colours that are stored for several pixels together.
        return Tiff.ClientOpen("", "rc", source, new TiffStream());
    }

    /// <inheritdoc/>
    public override void ErrorHandler(Tiff tif, string method, string format, params object[] args)
    {
        if (!Takes(tif?.Clientdata(), isError: true)) _before.ErrorHandler(tif, method, format, args);
    }

    /// <inheritdoc/>
    public override void ErrorHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
    {
        if (!Takes(clientData, isError: true)) _before.ErrorHandlerExt(tif, clientData, method, format, args);
    }

    /// <inheritdoc/>
    public override void WarningHandler(Tiff tif, string method, string format, params object[] args)
    {
        if (!Takes(tif?.Clientdata(), isError: false)) _before.WarningHandler(tif, method, format, args);
    }

    /// <inheritdoc/>
    public override void WarningHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
    {
        if (!Takes(clientData, isError: false)) _before.WarningHandlerExt(tif, clientData, method, format, args);
    }

    private static bool Takes(object? clientData, bool isError)
    {
        if (clientData is not TiffSource source) return false;
        source.HasError |= isError;
        return true;
    }
}
