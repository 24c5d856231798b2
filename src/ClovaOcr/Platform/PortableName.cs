using System;
using System.Linq;

namespace ClovaOcr.Platform;

/// <summary>
/// File names that mean on Windows what they mean elsewhere: no stream of another file (<c>card.jpg:copy</c>), no device
/// (<c>CON.jpg</c>), and nothing that moves the cursor of a terminal that shows them.
/// </summary>
internal static class PortableName
{
    private const string Refused = "<>:\"/\\|?*";

    private static readonly string[] Devices =
    [
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        .. from digit in "0123456789\u00B9\u00B2\u00B3" from port in new[] { "COM", "LPT" } select port + digit,
    ];

    /// <summary>The beginning of a file name, before a last part that is known to be harmless; the same if it was harmless already.</summary>
    public static string Of(string stem)
    {
        var name = string.Concat(stem.Select(letter => char.IsControl(letter) || Refused.IndexOf(letter) >= 0 ? '_' : letter));
        return Devices.Contains(name.Split('.')[0].TrimEnd(' '), StringComparer.OrdinalIgnoreCase) ? "_" + name : name;
    }
}
