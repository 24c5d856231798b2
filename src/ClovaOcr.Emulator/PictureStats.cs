namespace ClovaOcr.Emulator;

/// <summary>How often one picture was sent.</summary>
/// <param name="Calls">Calls that brought it in a body that was as it should be.</param>
/// <param name="Billed">Those of them that were billed.</param>
public readonly record struct PictureStats(int Calls, int Billed);
