using ClovaOcr.Emulator.Reading;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>What came of a picture.</summary>
/// <param name="Result">The vendor page's inferResult.</param>
/// <param name="Message">The vendor page's message.</param>
/// <param name="Face">The card; only with <see cref="InferResult.SUCCESS"/>.</param>
/// <param name="Page">What the picture was made of; null when it was sent as an image, or not decoded.</param>
internal sealed record CardInference(InferResult Result, string Message, CardFace? Face, ConvertedPage? Page)
{
    /// <summary>The picture could not be decoded.</summary>
    public static CardInference Unreadable { get; } = new(InferResult.ERROR, "Read page:0 error.", null, null);

    /// <summary>The reader failed; in the words of the API page's error 0501.</summary>
    public static CardInference Failed { get; } = new(InferResult.ERROR, "OCR service error.", null, null);

    /// <summary>The picture was read.</summary>
    /// <param name="face">Null when there was no card in it.</param>
    /// <param name="page">Null when it was sent as an image.</param>
    public static CardInference Of(CardFace? face, ConvertedPage? page) => face is null
        ? new(InferResult.FAILURE, "Recognition failure", null, page)
        : new(InferResult.SUCCESS, "SUCCESS", face, page);
}
