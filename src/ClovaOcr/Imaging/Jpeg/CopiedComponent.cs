namespace ClovaOcr.Imaging.Jpeg;

/// <summary>A component of a masked copy, as the check reads it.</summary>
internal sealed class CopiedComponent(byte name, int across, int down, int quantization, int dcStep)
{
    public byte Name { get; } = name;

    /// <summary>Blocks across in a unit.</summary>
    public int Across { get; } = across;

    /// <summary>Blocks down in a unit.</summary>
    public int Down { get; } = down;

    /// <summary>The number of its quantisation table.</summary>
    public int Quantization { get; } = quantization;

    public int DcCodes { get; set; }

    public int AcCodes { get; set; }

    /// <summary>A bit for each coefficient that some block has, in zigzag order.</summary>
    public ulong UsedCoefficients { get; set; }

    /// <summary>The block before's DC coefficient.</summary>
    public int Dc { get; set; }

    /// <summary>Whether a DC coefficient is none, or the first that is as dark or as bright as samples get.</summary>
    public bool IsFill(int dc) =>
        dc == 0
        || (dc * dcStep <= -1024 && (dc + 1) * dcStep > -1024)
        || (dc * dcStep >= 1016 && (dc - 1) * dcStep < 1016);
}
