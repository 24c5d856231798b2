namespace ClovaOcr.Emulator.Protocol;

/// <summary>A call that passed every check (vendor page, Request body).</summary>
/// <param name="RequestId">To be repeated in the answer.</param>
/// <param name="ImageName">To be repeated in the answer.</param>
/// <param name="Picture">The file's bytes.</param>
/// <param name="Format">The file's format.</param>
internal sealed record CardRequest(string RequestId, string ImageName, byte[] Picture, PictureFormat Format);
