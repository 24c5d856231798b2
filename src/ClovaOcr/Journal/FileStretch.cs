namespace ClovaOcr.Journal;

/// <summary>What a stretch of a journal is.</summary>
internal enum StretchKind
{
    /// <summary>One whole record.</summary>
    Record,

    /// <summary>Bytes that are no record, or no longer, with more behind them or no sign of having been cut.</summary>
    Damaged,

    /// <summary>The end of the file, where a record was begun and not finished.</summary>
    Torn,
}

/// <summary>A stretch of a journal as it is read in order.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Summary">What is known of the record; meaningless for the other kinds.</param>
internal readonly record struct FileStretch(StretchKind Kind, long Offset, long Length, RecordSummary Summary = default);
