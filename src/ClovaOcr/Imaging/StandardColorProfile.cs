using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging;

/// <summary>
/// An ICC profile that everybody has, so that it can tell nothing about the picture it came with. Any other can hold data and is not
/// kept. The hashes are of profiles as their makers publish them, and were taken from the files themselves.
/// </summary>
internal sealed class StandardColorProfile
{
    private static readonly Dictionary<string, string> NamesByHash = new(StringComparer.Ordinal)
    {
        // Hewlett-Packard and Adobe, as in Magick.NET 15.1.
        ["2b3aa1645779a9e634744faf9b01e9102b0c9b88fd6deced7934df86b949af7e"] = "sRGB IEC61966-2.1",
        ["304f569a83c1e5eddaddac54e99ed03339333db013738bb499ab64f049887e28"] = "Adobe RGB (1998)",
        ["94559b531a2481650e1bcfb8fbf4295e6d315f6ebf3660b9ad6ea96d3c8f8b82"] = "Apple RGB",
        ["11f767aef1cdebb4f60ba6432a1b6546558d6de9c51435d46c4333aacec2c4cf"] = "ColorMatch RGB",
        ["35f401731df11a4eba3502af632e51d68bc394bcb7d34632a331c1ba3f4a0bf6"] = "U.S. Web Coated (SWOP) v2",
        ["da2b9b593e27cba2563cbc8596071c5c8f2395d3dbb4434538bac2bc9d58ce77"] = "Coated FOGRA39",

        // Debian: icc-profiles-free, colord-data, and Ghostscript's.
        ["2a92d4bae450b76d8b0aa42193df974d75f62738ecebf74f01c5e75b12a95796"] = "sRGB (OpenICC)",
        ["76f4ad83ad4726d33e2291a5b3e3bf4f30b2f723c65a583b74a9365e30e097c7"] = "Compatible with Adobe RGB (1998)",
        ["c87e049275a6729f0fb5afd533d35e4baf7e73bac68d780cfb7690bfa37ea451"] = "sRGB (colord)",
        ["eddaf344b5edea13269e0d20055f335610e5e0b6e33e6e536f2701bc18c5f7d5"] = "sRGB (Artifex)",
        ["d3aaaa8ad45ec8a0108fd393a07488073ee24561fd5ed2d1f88c59771278cabd"] = "Gray (Artifex)",

        // saucecontrol/Compact-ICC-Profiles, which image libraries write to save space.
        ["c56e1685d888f5edb92fe07f2750f387f8fe8e91b32ff8fb0b56bfbbb9458353"] = "sRGB v4 (compact)",
        ["af4efe28f6d311799865f325ba39184a2e978b113ca74124d60af7de22b105f4"] = "sRGB v2 magic (compact)",
        ["0a8a33aea66a6f154a5642ebe168ef287e73265d9f7b51c42a45e6eedbacda7a"] = "sRGB v2 micro (compact)",
        ["72c1355ac9fa7c7e626e1faa30bd4ef89e57a3d039df249f9ca3f0aed98b3c58"] = "sRGB v2 nano (compact)",
        ["cb51de38e482ee974c0c76b9689e16aad04bad16e226fed2f30c842d15ff3a3d"] = "Display P3 v4 (compact)",
        ["fa7905dea9d49e775f4e367966e6fc3411e843b44ea91fd7908104b7943a1446"] = "Display P3 v2 magic (compact)",
        ["cdb9ed06df5cc3be0c24f097407a490daee8ffce764fa8ff1dd66c8b5a591eb7"] = "Display P3 v2 micro (compact)",
        ["00c0f94e09127520a17dc0e1d9264b5702081d96dbdb1549ee88e3631ce42a9d"] = "sGrey v4 (compact)",
        ["4110169287e5f1b5149ca9f1da1814d32943905bba8030e849d1a3b729a19481"] = "sGrey v2 magic (compact)",
        ["010676406dbfc641776154fd3603adef7bace317a26027a33066891975621820"] = "sGrey v2 micro (compact)",
        ["ac2805b9e07b6fa3ba7406aa48e84d87041097da66220cc2a385e17bb2893cc1"] = "sGrey v2 nano (compact)",
    };

    private StandardColorProfile(string name, byte[] bytes) => (Name, Bytes) = (name, bytes);

    /// <summary>The largest of the list, 654,352 bytes, and room to spare: what is longer is not on it.</summary>
    public const int MaximumLength = 1 << 20;

    public string Name { get; }

    public byte[] Bytes { get; }

    /// <summary>The profile with these bytes; null when it is not on the list.</summary>
    public static StandardColorProfile? Find(byte[] bytes) =>
        NamesByHash.TryGetValue(SourceFile.HashOf(bytes), out var name) ? new(name, bytes) : null;
}
