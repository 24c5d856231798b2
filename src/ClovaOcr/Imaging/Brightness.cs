namespace ClovaOcr.Imaging;

/// <summary>How bright a colour is seen.</summary>
internal static class Brightness
{
    /// <summary>The brightness of red, green and blue, all from 0 to 255, by the weights of ITU-R BT.601.</summary>
    public static byte Of(int red, int green, int blue) => (byte)(((red * 77) + (green * 150) + (blue * 29)) >> 8);
}
