using System;
using System.Linq;
using BitMiracle.LibTiff.Classic;
using ClovaOcr.Imaging.Jpeg;
using LibTag = BitMiracle.LibTiff.Classic.TiffTag;
using LibTiff = BitMiracle.LibTiff.Classic.Tiff;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>Takes a row of a plane: its pixels' samples side by side, a byte each, or two of samples of 16 bits.</summary>
internal delegate void TakeTiffRow(int plane, int y, ReadOnlySpan<byte> pixels);

/// <summary>Decodes a TIFF with LibTiff.NET to the samples that are stored; no colour is converted.</summary>
internal sealed class LibTiffReader : IDisposable
{
    private const int JpegCompression = 7;

    private readonly LibTiffData _data;
    private readonly LibTiff _tiff;
    private readonly (int Across, int Down) _units = (1, 1);

    /// <param name="file">The whole file.</param>
    public LibTiffReader(byte[] file)
    {
        LibTiffMessages.Install();
        _data = new(file);

        // With c the library does not take one strip for many, at which it miscounts subsampled ones.
        _tiff = Decode(() => LibTiff.ClientOpen("", "rc", _data, new TiffStream()))
            ?? throw Refusal.Damaged("a TIFF decoder cannot open it");
        Width = Number(LibTag.IMAGEWIDTH);
        Height = Number(LibTag.IMAGELENGTH);
        ImageHeader.EnsureDecodable(Width, Height);
        Bits = Number(LibTag.BITSPERSAMPLE);
        Samples = Number(LibTag.SAMPLESPERPIXEL);
        Color = Number(LibTag.PHOTOMETRIC);
        IsPlanar = Samples > 1 && Number(LibTag.PLANARCONFIG) == 2;

        // Without the tag the library divides by -1 rows, which leads to other planes' strips.
        if (!_tiff.IsTiled() && _tiff.GetField(LibTag.ROWSPERSTRIP) is null) _tiff.SetField(LibTag.ROWSPERSTRIP, Height);
        if (Color == (int)Photometric.YCBCR) _units = Subsampling();
    }

    public int Width { get; }

    public int Height { get; }

    public int Bits { get; }

    public int Samples { get; }

    /// <summary>The number of tag 262.</summary>
    public int Color { get; }

    public bool IsPlanar { get; }

    /// <summary>Bytes of a pixel in a row that is handed out.</summary>
    public int PixelBytes => SamplesTogether * (Bits == 16 ? 2 : 1);

    /// <summary>Whether everything that was read past the picture's edges, to the right and below, is zero.</summary>
    public bool IsPaddingZero { get; private set; } = true;

    private int Compression => Number(LibTag.COMPRESSION);

    private int SamplesTogether => IsPlanar ? 1 : Samples;

    /// <summary>Whether two files store their samples in the same way, but for the bits of a palette's index.</summary>
    public bool IsAlike(LibTiffReader other) =>
        (Width, Height, Samples, Color, IsPlanar) == (other.Width, other.Height, other.Samples, other.Color, other.IsPlanar)
        && (Bits == other.Bits || Color == (int)Photometric.PALETTE)
        && new[]
        {
            LibTag.COMPRESSION, LibTag.ORIENTATION, LibTag.SAMPLEFORMAT,
        }.All(tag => Number(tag) == other.Number(tag));

    /// <summary>The palette's colours, 6 bytes each; empty without one.</summary>
    public byte[][] Palette()
    {
        if (Color != (int)Photometric.PALETTE) return [];
        var levels = _tiff.GetField(LibTag.COLORMAP) ?? throw Refusal.Damaged("a TIFF decoder finds no palette");
        var (red, green, blue) = (levels[0].ToUShortArray(), levels[1].ToUShortArray(), levels[2].ToUShortArray());
        return [.. red.Select((level, i) => Wide(level, green[i], blue[i]))];
    }

    /// <summary>Decodes all rows, plane after plane.</summary>
    public void ReadRows(TakeTiffRow take)
    {
        _data.HasComplaint = false;
        for (short plane = 0; plane < (IsPlanar ? Samples : 1); plane++)
        {
            var (read, place) = (ReaderOfPlane(), plane);
            Decode(() => read(place, take));
        }

        if (_data.HasComplaint) throw Refusal.Damaged("a TIFF decoder complains about its compressed data");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _tiff.Dispose();
        _data.Dispose();
    }

    private (int Across, int Down) Subsampling()
    {
        var stated = Decode(() => _tiff.GetFieldDefaulted(LibTag.YCBCRSUBSAMPLING))
            ?? throw Refusal.Damaged("a TIFF decoder finds no subsampling");
        return (stated[0].ToInt(), stated[1].ToInt());
    }

    // Each strip or tile is a JPEG, which another decoder reads to the samples that are stored.
    private void ReadJpegs(short plane, TakeTiffRow take)
    {
        var isTiled = _tiff.IsTiled();
        var (width, height) = isTiled
            ? (Number(LibTag.TILEWIDTH), Number(LibTag.TILELENGTH))
            : (Width, Math.Min(Number(LibTag.ROWSPERSTRIP) is > 0 and var stated ? stated : Height, Height));
        var band = new byte[isTiled ? height : 1][];
        for (var y = 0; y < band.Length; y++) band[y] = new byte[Width * PixelBytes];
        for (var top = 0; top < Height; top += height)
        {
            var rows = Math.Min(height, Height - top);
            for (var left = 0; left < Width; left += width)
            {
                using var jpeg = OpenJpeg(isTiled ? _tiff.ComputeTile(left, top, 0, plane) : _tiff.ComputeStrip(top, plane), isTiled);
                if (jpeg.Width < Math.Min(width, Width - left) || jpeg.Height < rows || jpeg.Components != PixelBytes) throw Unread();
                for (var y = 0; y < jpeg.Height; y++)
                {
                    var pixels = jpeg.ReadRow();
                    if (y >= rows) continue;
                    var row = band[y % band.Length];
                    pixels[..(Math.Min(width, Width - left) * PixelBytes)].CopyTo(row.AsSpan(left * PixelBytes));
                    if (!isTiled) take(plane, top + y, row);
                }

                jpeg.Finish();
            }

            for (var y = 0; y < rows && isTiled; y++) take(plane, top + y, band[y]);
        }
    }

    // A JPEG's tables are a stream of their own, from SOI to EOI; these two fall away where the streams are joined.
    private LibJpegReader OpenJpeg(int number, bool isTile)
    {
        var data = new byte[isTile ? _tiff.RawTileSize(number) : _tiff.RawStripSize(number)];
        var length = isTile ? _tiff.ReadRawTile(number, data, 0, data.Length) : _tiff.ReadRawStrip(number, data, 0, data.Length);
        var tables = _tiff.GetField(LibTag.JPEGTABLES)?[1].ToByteArray() ?? [];
        var tablesEnd = tables.AsSpan().LastIndexOf([(byte)0xFF, (byte)0xD9]);
        if (length != data.Length || length < 2 || (tables.Length > 0 && tablesEnd < 0)) throw Unread();
        byte[] file = tables.Length > 0 ? [.. tables.AsSpan(0, tablesEnd).ToArray(), .. data.AsSpan(2).ToArray()] : data;
        return new(file, isStrict: true);
    }

    private void ReadScanlines(short plane, TakeTiffRow take)
    {
        var line = new byte[_tiff.ScanlineSize()];
        var pixels = new byte[Width * PixelBytes];
        for (var y = 0; y < Height; y++)
        {
            if (!_tiff.ReadScanline(line, y, plane)) throw Unread();
            Unpack(line, Width, pixels);
            take(plane, y, pixels);
        }
    }

    private void ReadStripsOfUnits(short plane, TakeTiffRow take)
    {
        var rows = Math.Min(Number(LibTag.ROWSPERSTRIP) is > 0 and var stated ? stated : Height, Height);
        var pixels = new byte[Width * PixelBytes];
        for (var top = 0; top < Height; top += rows)
        {
            var height = Math.Min(rows, Height - top);
            var strip = new byte[_tiff.VStripSize(height)];
            if (_tiff.ReadEncodedStrip(_tiff.ComputeStrip(top, plane), strip, 0, strip.Length) != strip.Length) throw Unread();
            for (var y = 0; y < height; y++)
            {
                UnpackUnits(strip, Width, y, pixels);
                take(plane, top + y, pixels);
            }

            CheckUnitPadding(strip, Width, Width, height);
        }
    }

    private void ReadTiles(short plane, TakeTiffRow take)
    {
        var (width, height) = (Number(LibTag.TILEWIDTH), Number(LibTag.TILELENGTH));
        var tile = new byte[_tiff.TileSize()];
        var pixels = new byte[width * PixelBytes];
        var band = new byte[Math.Min(height, Height)][];
        for (var y = 0; y < band.Length; y++) band[y] = new byte[Width * PixelBytes];
        for (var top = 0; top < Height; top += height)
        {
            var rows = Math.Min(height, Height - top);
            for (var left = 0; left < Width; left += width)
            {
                var number = _tiff.ComputeTile(left, top, 0, plane);
                if (_tiff.ReadEncodedTile(number, tile, 0, tile.Length) != tile.Length) throw Unread();
                for (var y = 0; y < height; y++)
                {
                    if (_units == (1, 1)) Unpack(tile.AsSpan(y * (tile.Length / height), tile.Length / height), width, pixels);
                    else UnpackUnits(tile, width, y, pixels);
                    var columns = y < rows ? Math.Min(width, Width - left) * PixelBytes : 0;
                    pixels.AsSpan(0, columns).CopyTo(y < rows ? band[y].AsSpan(left * PixelBytes) : []);
                    if (_units == (1, 1)) CheckPadding(pixels.AsSpan(columns));
                }

                if (_units != (1, 1)) CheckUnitPadding(tile, width, Math.Min(width, Width - left), rows);
            }

            for (var y = 0; y < rows; y++) take(plane, top + y, band[y]);
        }
    }

    // Samples of less than a byte stand from the highest bit down; what is left of the last byte is padding.
    private void Unpack(ReadOnlySpan<byte> line, int columns, Span<byte> pixels)
    {
        var count = columns * SamplesTogether;
        if (Bits >= 8)
        {
            line[..(count * Bits / 8)].CopyTo(pixels);
            return;
        }

        var (inByte, mask) = (8 / Bits, (1 << Bits) - 1);
        for (var i = 0; i < count; i++) pixels[i] = (byte)((line[i / inByte] >> (8 - (Bits * ((i % inByte) + 1)))) & mask);
        if (count % inByte != 0 && (byte)(line[count / inByte] << (Bits * (count % inByte))) != 0) IsPaddingZero = false;
    }

    // TIFF 6.0, 21: first the brightness of all pixels of a unit, row by row, then its one pair of colours.
    private void UnpackUnits(ReadOnlySpan<byte> lines, int columns, int y, Span<byte> pixels)
    {
        var (across, down) = _units;
        var unitBytes = (across * down) + 2;
        var line = lines[(y / down * ((columns + across - 1) / across) * unitBytes)..];
        for (var x = 0; x < columns; x++)
        {
            var unit = line.Slice(x / across * unitBytes, unitBytes);
            pixels[x * 3] = unit[(y % down * across) + (x % across)];
            pixels[(x * 3) + 1] = unit[across * down];
            pixels[(x * 3) + 2] = unit[(across * down) + 1];
        }
    }

    private void CheckUnitPadding(ReadOnlySpan<byte> lines, int columns, int visibleColumns, int visibleRows)
    {
        var (across, down) = _units;
        var unitBytes = (across * down) + 2;
        var unitsAcross = (columns + across - 1) / across;
        for (var i = 0; i < lines.Length / unitBytes; i++)
        {
            var unit = lines.Slice(i * unitBytes, unitBytes);
            var (left, top) = (i % unitsAcross * across, i / unitsAcross * down);
            for (var j = 0; j < across * down; j++)
                if (left + (j % across) >= visibleColumns || top + (j / across) >= visibleRows) CheckPadding(unit.Slice(j, 1));
            if (left >= visibleColumns || top >= visibleRows) CheckPadding(unit[^2..]);
        }
    }

    private void CheckPadding(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes) IsPaddingZero &= value == 0;
    }

    private static ClovaOcrException Unread() => Refusal.Damaged("a TIFF decoder cannot read it");

    private Action<short, TakeTiffRow> ReaderOfPlane() =>
        Compression == JpegCompression ? ReadJpegs
        : _tiff.IsTiled() ? ReadTiles
        : _units != (1, 1) ? ReadStripsOfUnits
        : ReadScanlines;

    private static byte[] Wide(params ushort[] levels) => [.. levels.SelectMany(level => new[] { (byte)(level >> 8), (byte)level })];

    private int Number(LibTag tag) => Decode(() => _tiff.GetFieldDefaulted(tag)?[0].ToInt() ?? 0);

    private static void Decode(Action step) => Decode(() =>
    {
        step();
        return true;
    });

    // The library throws index and null errors on damaged files, and asks for more memory than there is.
    private static T Decode<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception problem) when (problem is not ClovaOcrException)
        {
            throw Refusal.Damaged("a TIFF decoder cannot read it", problem);
        }
    }
}
