namespace ClovaOcr.Service;

/// <summary>The two forms in which the service takes a picture (vendor page, request headers).</summary>
public enum RequestEncoding
{
    /// <summary><c>multipart/form-data</c>: the bytes as they are.</summary>
    Multipart,

    /// <summary><c>application/json</c>: the bytes in base64, a third more to send.</summary>
    Json,
}
