using System;
using ClovaOcr.Cards;

namespace ClovaOcr.Journal;

/// <summary>What is known of a record without reading its answer.</summary>
internal readonly record struct RecordSummary(JournalKey Key, DateTimeOffset AnsweredAt, InferResult Result);
