using System;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Print;
using ClovaOcr.Emulator.Reading.Tesseract;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>The reader with the Tesseract of this machine.</summary>
internal sealed class InstalledReader : IAsyncDisposable
{
    private readonly TesseractPool _pool;
    private readonly TesseractReader _reader;

    private InstalledReader(TesseractPool pool) => (_pool, _reader) = (pool, new TesseractReader(pool));

    /// <summary>Finds it; the test is skipped where there is none.</summary>
    public static async Task<InstalledReader> FindAsync()
    {
        try
        {
            var program = await TesseractProgram.FindAsync(
                ProgramFolders.OfThisMachine(), TimeProvider.System, TestContext.Current.CancellationToken);
            return new(new TesseractPool(program, Environment.ProcessorCount, TimeProvider.System));
        }
        catch (TesseractMissingException exception)
        {
            Assert.Skip(exception.Message);
            throw;
        }
    }

    public Task<CardFace?> ReadAsync(Picture picture) => _reader.ReadAsync(picture, TestContext.Current.CancellationToken);

    /// <summary>Reads pixels as they would come from a file without loss.</summary>
    public async Task<CardFace?> ReadAsync(SKBitmap pixels)
    {
        using var picture = Picture.Decode(TestPictures.Encode(pixels, SKEncodedImageFormat.Png))!;
        return await ReadAsync(picture);
    }

    public async Task<CardFace?> ReadAsync(byte[] file)
    {
        using var picture = Picture.Decode(file)!;
        return await ReadAsync(picture);
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();
}
