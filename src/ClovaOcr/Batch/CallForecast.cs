using System.Collections.Generic;
using ClovaOcr.Journal;

namespace ClovaOcr.Batch;

/// <summary>Counts what a batch would pay for, without a call.</summary>
/// <param name="reader">The way of one card; its journal may be open for reading only.</param>
public sealed class CallForecast(CardReader reader)
{
    private readonly HashSet<JournalKey> _pictures = [];

    /// <summary>Pictures that a call would be paid for.</summary>
    public int PaidCalls { get; private set; }

    /// <summary>Pictures that the journal answers, and further scans of the same bytes, which it will answer by then.</summary>
    public int FromJournal { get; private set; }

    /// <summary>Files that are passed over, because their pictures are another shard's.</summary>
    public int OfOtherShards { get; private set; }

    /// <summary>The figures as the name of what would be done.</summary>
    public string Action => $"Read with CLOVA OCR, {PaidCalls} paid calls; the journal answers {FromJournal}"
        + (OfOtherShards > 0 ? $"; {OfOtherShards} pictures are other shards'" : "");

    /// <summary>Adds a file. One that cannot be read or is no picture counts for nothing.</summary>
    public void Add(string path)
    {
        try
        {
            var source = reader.Open(path);
            if (!reader.IsOfShard(source.Hash)) OfOtherShards++;
            else if (reader.HasJournal && (reader.Answered(source) is not null || !_pictures.Add(reader.KeyOf(source)))) FromJournal++;
            else PaidCalls++;
        }
        catch (ClovaOcrException)
        {
            // It would be an error without a call; the run itself will name it.
        }
    }
}
