namespace Bench;

/// <summary>How much of masking is measured.</summary>
/// <param name="Rounds">How often each way masks each picture; an odd number, for the median.</param>
/// <param name="WarmUpSeconds">How long a case does its work before it is measured: the runtime compiles what runs often a second time.</param>
internal sealed record MaskingSize(int Rounds, double WarmUpSeconds)
{
    /// <summary>Enough for ratios that stay.</summary>
    public static MaskingSize Full { get; } = new(9, 4);

    /// <summary>Enough to see that everything runs.</summary>
    public static MaskingSize Quick { get; } = new(3, 1);
}
