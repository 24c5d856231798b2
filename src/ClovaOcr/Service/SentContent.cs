using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

namespace ClovaOcr.Service;

/// <summary>A request's body that knows whether all of it was sent: from then on the call may be billed, whatever becomes of the answer.</summary>
internal sealed class SentContent : HttpContent
{
    private readonly HttpContent _body;
    private volatile bool _isSent;

    public SentContent(HttpContent body)
    {
        _body = body;
        foreach (var header in body.Headers) Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    /// <summary>Whether the whole body has left.</summary>
    public bool IsSent => _isSent;

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await _body.CopyToAsync(stream, context).ConfigureAwait(false);
        _isSent = true;
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _body.Headers.ContentLength ?? 0;
        return _body.Headers.ContentLength is not null;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _body.Dispose();
        base.Dispose(disposing);
    }
}
