using System;
using System.Text;

namespace ClovaOcr.Imaging.Png;

/// <summary>
/// What a PNG's chunks say of its pixels. It checks the maskers' work, so it shares none of their code: it reads the same specification
/// a second time.
/// </summary>
internal sealed class PngOutline
{
    private const int Signature = 8;

    private readonly byte[] _file;
    private bool _isDataOver;

    /// <exception cref="ClovaOcrException">Damaged.</exception>
    public PngOutline(byte[] file)
    {
        _file = file;
        var position = Signature;
        string type;
        do
        {
            if (_file.Length - position < 12) throw Refusal.Damaged("a PNG decoder finds no end");
            long length = Number(position);
            if (length > _file.Length - position - 12) throw Refusal.Damaged("a PNG decoder finds a chunk cut off");
            type = Encoding.ASCII.GetString(_file, position + 4, 4);
            if (Number(position + 8 + (int)length) != Checksum(position + 4, (int)length + 4))
                throw Refusal.Damaged("a PNG decoder finds a wrong checksum");
            Read(type, position, (int)length);
            position += (int)length + 12;
        }
        while (type != "IEND");

        if (PixelBytes == 0) throw Refusal.Damaged("a PNG decoder finds no header");
    }

    public int Width { get; private set; }

    public int Height { get; private set; }

    public int BitDepth { get; private set; }

    public bool IsInterlaced { get; private set; }

    /// <summary>The number of the colour type.</summary>
    public int ColorType { get; private set; }

    /// <summary>Bytes of a decoded pixel: one a sample, or two of a sample of 16 bits.</summary>
    public int PixelBytes { get; private set; }

    /// <summary>The PLTE chunk's data.</summary>
    public byte[] Palette { get; private set; } = [];

    /// <summary>The tRNS chunk's data.</summary>
    public byte[] Transparency { get; private set; } = [];

    /// <summary>Where the first IDAT chunk begins.</summary>
    public int DataStart { get; private set; }

    /// <summary>Bytes in all IDAT chunks.</summary>
    public long DataLength { get; private set; }

    private void Read(string type, int position, int length)
    {
        var start = position + 8;
        if (type == "IHDR") ReadHeader(start, length);
        else if (type == "PLTE") Palette = _file.AsSpan(start, length).ToArray();
        else if (type == "tRNS") Transparency = _file.AsSpan(start, length).ToArray();
        if (type != "IDAT") _isDataOver = DataStart > 0;
        else if (_isDataOver) throw Refusal.Damaged("a PNG decoder finds pixels in two places");
        else if (DataStart == 0) DataStart = position;
        if (type == "IDAT") DataLength += length;
    }

    private void ReadHeader(int start, int length)
    {
        if (length != 13) throw Refusal.Damaged("a PNG decoder does not understand its header");
        var (width, height) = (Number(start), Number(start + 4));
        (BitDepth, ColorType) = (_file[start + 8], _file[start + 9]);
        var isValid = width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue && (ColorType, BitDepth) is
            (0 or 3, 1 or 2 or 4 or 8) or (0 or 2 or 4 or 6, 16) or (2 or 4 or 6, 8);
        if (!isValid || _file[start + 12] > 1) throw Refusal.Damaged("a PNG decoder does not understand its header");
        (Width, Height) = ((int)width, (int)height);
        IsInterlaced = _file[start + 12] == 1;
        PixelBytes = (ColorType is 2 ? 3 : ColorType is 4 ? 2 : ColorType is 6 ? 4 : 1) * (BitDepth == 16 ? 2 : 1);
    }

    private uint Number(int position) =>
        ((uint)_file[position] << 24) | ((uint)_file[position + 1] << 16) | ((uint)_file[position + 2] << 8) | _file[position + 3];

    // Half a byte at a time.
    private uint Checksum(int start, int length)
    {
        var remainder = 0xFFFFFFFF;
        for (var i = start; i < start + length; i++)
        {
            remainder ^= _file[i];
            remainder = (remainder >> 4) ^ Nibbles[(int)(remainder & 15)];
            remainder = (remainder >> 4) ^ Nibbles[(int)(remainder & 15)];
        }

        return ~remainder;
    }

    private static ReadOnlySpan<uint> Nibbles =>
    [
        0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
        0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
    ];
}
