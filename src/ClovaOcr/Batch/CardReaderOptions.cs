using System;
using ClovaOcr.Imaging;
using ClovaOcr.Service;

namespace ClovaOcr.Batch;

/// <summary>How files are read and sent.</summary>
public sealed record CardReaderOptions
{
    /// <summary>The form of the request's body.</summary>
    public RequestEncoding Encoding { get; init; } = RequestEncoding.Multipart;

    /// <summary>Bytes; a larger file is not sent.</summary>
    public long MaximumFileSize { get; init; } = SourceFile.DefaultMaximumSize;

    /// <summary>The time for one whole call; null for the client's.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The share of the pictures that is read; null for all of them.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Whether pictures that the journal knows only a FAILURE or ERROR for are sent again.</summary>
    public bool Refresh { get; init; }
}
