using System;
using System.Buffers.Binary;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// Bits of an entropy-coded segment, most significant first, without the zero bytes stuffed after FF (T.81, F.1.2.3). At the segment's
/// end, which is its next marker, it goes on with zeros; <see cref="EnsureWithinSegment"/> tells whether any of those were taken.
/// </summary>
internal ref struct BitReader(ReadOnlySpan<byte> file, int position)
{
    private readonly ReadOnlySpan<byte> _file = file;

    // The next bits from the top down, and how many of them there are.
    private ulong _bits;
    private int _count;

    // How many of the bits at the end are zeros from past the segment's end.
    private int _invented;

    /// <summary>The first byte not yet taken; at a segment's end, the FF of the marker after it.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Holds at least 32 bits after this: a code of 16 bits and as many more.</summary>
    public void Fill()
    {
        if (_count < 32) Refill();
    }

    /// <summary>The next 16 bits, which stay.</summary>
    public readonly int Peek16() => (int)(_bits >> 48);

    public void Skip(int bits)
    {
        _bits <<= bits;
        _count -= bits;
    }

    /// <summary>Takes 1 to 16 bits.</summary>
    public int Take(int bits)
    {
        var value = (int)(_bits >> (64 - bits));
        Skip(bits);
        return value;
    }

    /// <summary>
    /// Reads the AC coefficients of a block, up to its end (T.81, F.2.2.2). Zeros before a block's end are its end: they could be written
    /// in several ways.
    /// </summary>
    /// <param name="decoder">The table.</param>
    /// <param name="symbols">For each symbol, with the bits after it above its low eight; room for 63.</param>
    /// <returns>How many symbols there are.</returns>
    public int ReadAc(HuffmanDecoder decoder, Span<uint> symbols)
    {
        // Locals, which the runtime keeps in registers.
        var (bits, count) = (_bits, _count);
        var (found, coded, written) = (0, 0, 0);
        for (var index = 1; index < 64; index++)
        {
            if (count < 32)
            {
                (_bits, _count) = (bits, count);
                Refill();
                (bits, count) = (_bits, _count);
            }

            var entry = decoder.Find((int)(bits >> 48));
            bits <<= entry >> 8;
            count -= entry >> 8;
            var symbol = entry & 0xFF;
            var width = symbol & 15;
            if (width == 0)
            {
                if (symbol == BlockCode.EndOfBlock) break;
                if (symbol != BlockCode.RunOfSixteenZeros) throw Refusal.Damaged("its compressed data hold a code for nothing");
                symbols[found++] = BlockCode.RunOfSixteenZeros;
                index += 15;
                continue;
            }

            index += symbol >> 4;
            if (width > BlockCode.WidestCoefficient || index > 63) throw BlockCode.TooLarge(width);
            symbols[found++] = ((uint)(bits >> (64 - width)) << 8) | (uint)symbol;
            bits <<= width;
            count -= width;
            (coded, written) = (index, found);
        }

        (_bits, _count) = (bits, count);
        if (coded < 63) symbols[written++] = BlockCode.EndOfBlock;
        return written;
    }

    /// <summary>Takes one bit, whatever it holds.</summary>
    public int TakeBit()
    {
        if (_count == 0) Fill();
        return Take(1);
    }

    /// <summary>Refuses a segment of which more bits were taken than it has.</summary>
    public readonly void EnsureWithinSegment()
    {
        if (_count < _invented) throw Refusal.Damaged("its compressed data end too early");
    }

    /// <summary>
    /// Leaves the segment for the marker after it, which must follow the last code within the same byte: whatever else stands there is
    /// in no picture.
    /// </summary>
    /// <returns>The position of the marker's FF.</returns>
    public int EndSegment()
    {
        while (_count <= 56) AddByte();
        EnsureWithinSegment();
        if (_invented == 0 || _count - _invented >= 8)
            throw Refusal.Damaged("its compressed data go on after the last part of the picture");
        return Position;
    }

    /// <summary>
    /// Goes on in the next segment, past the restart marker that must stand between; they count from 0 to 7, over and over (T.81, E.1.4).
    /// </summary>
    /// <param name="number">How many restart markers came before.</param>
    public void Restart(int number)
    {
        var segments = new JpegSegmentReader(_file, EndSegment());
        segments.Next();
        if (segments.Marker != JpegMarker.Restart0 + (number & 7))
            throw Refusal.Damaged("a restart marker is missing or in the wrong place");
        this = new(_file, segments.Position);
    }

    private void Refill()
    {
        if (Position <= _file.Length - 4)
        {
            var next = BinaryPrimitives.ReadUInt32BigEndian(_file[Position..]);
            if (!HasFF(next))
            {
                _bits |= (ulong)next << (32 - _count);
                _count += 32;
                Position += 4;
                return;
            }
        }

        while (_count <= 56) AddByte();
    }

    private void AddByte()
    {
        var value = 0;
        if (_invented == 0 && Position < _file.Length && (_file[Position] != JpegMarker.Prefix || IsStuffed()))
        {
            value = _file[Position];
            Position += value == JpegMarker.Prefix ? 2 : 1;
        }
        else
        {
            _invented += 8;
        }

        _bits |= (ulong)value << (56 - _count);
        _count += 8;
    }

    private readonly bool IsStuffed() => Position + 1 < _file.Length && _file[Position + 1] == 0;

    // A byte is FF when its complement is zero; the classic test for a zero byte in a word.
    private static bool HasFF(uint word) => ((~word - 0x01010101) & word & 0x80808080) != 0;
}
