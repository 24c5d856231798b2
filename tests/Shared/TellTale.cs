using System;

namespace ClovaOcr.Tests;

/// <summary>What may stand in a place only where it is known to belong.</summary>
[Flags]
internal enum TellTale
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Identity numbers of the specimens.</summary>
    Numbers = 1,

    /// <summary>Names of the specimens' holders.</summary>
    Names = 2,

    /// <summary>Secrets of tests: each of them has <see cref="TellTaleSecret.Mark"/> in it.</summary>
    Secrets = 4,
}
