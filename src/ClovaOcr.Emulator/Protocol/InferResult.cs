namespace ClovaOcr.Emulator.Protocol;

/// <summary>The vendor page's inferResult, spelled as it is sent.</summary>
internal enum InferResult
{
    SUCCESS,
    FAILURE,
    ERROR,
}
