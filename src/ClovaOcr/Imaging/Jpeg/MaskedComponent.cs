using System;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>How a block of a masked scan comes about.</summary>
internal enum BlockKind
{
    /// <summary>It keeps its very coefficients.</summary>
    Visible,

    /// <summary>It becomes flat, in the colour of the fill.</summary>
    Covered,

    /// <summary>It only completes a last unit, where no viewer shows it: it becomes flat, like the block before.</summary>
    Padding,
}

/// <summary>A component of a masked scan: which of its blocks are which, and its coefficients as symbols (T.81, F.1.2).</summary>
internal sealed class MaskedComponent
{
    private readonly SymbolStream _symbols;
    private readonly int _lastColumn;
    private readonly int _lastRow;
    private readonly bool[] _isPastRight;
    private readonly bool[] _isPastBottom;
    private readonly int _fillDc;
    private readonly int _dcPlace;
    private readonly int _acPlace;
    private int _dc;

    /// <param name="symbols">Where the symbols go.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="component">The component's place in it.</param>
    /// <param name="fillDc">The DC coefficient of a covered block.</param>
    public MaskedComponent(SymbolStream symbols, JpegFrame frame, int component, int fillDc)
    {
        (_symbols, _fillDc) = (symbols, fillDc);
        _dcPlace = TablePlace.DestinationOf(component);
        _acPlace = TablePlace.Ac + _dcPlace;
        (_lastColumn, _lastRow) = (frame.McusAcross - 1, frame.McusDown - 1);

        var (across, down) = (frame.Components[component].Across, frame.Components[component].Down);
        var (ownAcross, ownDown) = frame.BlocksOf(component);
        _isPastRight = new bool[across * down];
        _isPastBottom = new bool[across * down];
        for (var block = 0; block < _isPastRight.Length; block++)
        {
            _isPastRight[block] = (_lastColumn * across) + (block % across) >= ownAcross;
            _isPastBottom[block] = (_lastRow * down) + (block / across) >= ownDown;
        }
    }

    public int BlocksInMcu => _isPastRight.Length;

    /// <summary>A bit for each coefficient, in zigzag order, that is not zero in some block.</summary>
    public ulong UsedCoefficients { get; private set; }

    /// <summary>What becomes of a block of an MCU.</summary>
    public BlockKind KindOf(int block, int column, int row, bool isCovered) =>
        isCovered ? BlockKind.Covered
        : (column == _lastColumn && _isPastRight[block]) || (row == _lastRow && _isPastBottom[block]) ? BlockKind.Padding
        : BlockKind.Visible;

    /// <summary>The symbol for a visible block's DC coefficient; differences begin anew.</summary>
    public uint Dc(int dc)
    {
        var difference = dc - _dc;
        _dc = dc;
        if (dc != 0) UsedCoefficients |= 1;
        var width = BlockCode.WidthOf(difference);
        if (width > BlockCode.WidestDifference)
            throw Refusal.Unmaskable("Beside the mask this JPEG has a brightness that no code can step to.");
        return _symbols.Count(_dcPlace, BlockCode.Symbol(0, difference, width));
    }

    /// <summary>Takes symbols for AC coefficients, with their bits above the low eight, and packs them where they are.</summary>
    public void PackAc(Span<uint> symbols)
    {
        var (used, index) = (UsedCoefficients, 0);
        foreach (ref var symbol in symbols)
        {
            index += (int)(symbol >> 4 & 15) + 1;
            if ((symbol & 15) != 0) used |= 1UL << index;
            symbol = _symbols.Count(_acPlace, symbol);
        }

        UsedCoefficients = used;
    }

    /// <summary>Adds a block without a picture.</summary>
    public void AddFlat(BlockKind kind)
    {
        var block = _symbols.Block();
        block[0] = Dc(kind == BlockKind.Covered ? _fillDc : _dc);
        block[1] = BlockCode.EndOfBlock;
        PackAc(block.Slice(1, 1));
        _symbols.Commit(2);
    }

    /// <summary>Differences start from 0 again.</summary>
    public void Restart() => _dc = 0;
}
