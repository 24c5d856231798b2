using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading;
using Microsoft.AspNetCore.Http;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>The service's face: <c>POST {invoke URL}/document/id-card</c>.</summary>
internal sealed class CardEndpoint(string domainId, string invokeKey, string secret, ICardReader reader, CallLog log)
{
    /// <summary>The pattern of the address; what is not an address of this domain is told apart by the checks.</summary>
    public const string Pattern = "/custom/v1/{domainId}/{invokeKey}/document/id-card";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            CheckAddress(context.Request);
            var request = await RequestReader.ReadAsync(context.Request, context.RequestAborted);
            var (result, message, face) = await Task.Run(() => Infer(request), context.RequestAborted);
            log.Answered(result);
            await AnswerAsync(context, StatusCodes.Status200OK, AnswerWriter.Answer(request, result, message, face));
        }
        catch (Refusal refusal)
        {
            await RefuseAsync(context, refusal);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await RefuseAsync(context, Refusal.TooLarge());
        }
    }

    /// <summary>Answers for any other address.</summary>
    public Task RefuseUnknownAsync(HttpContext context) => RefuseAsync(context, Refusal.UrlInvalid());

    private static Task AnswerAsync(HttpContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json;charset=UTF-8";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, 0, body.Length);
    }

    private static bool AreSame(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        log.Refused(refusal.Code);

        // The body may not have been read; the connection cannot be used again.
        context.Response.Headers.Connection = "close";
        return AnswerAsync(context, refusal.Status, AnswerWriter.Answer(refusal, context.Request.Path));
    }

    private void CheckAddress(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method)) throw Refusal.MethodNotAllowed();
        if (!AreSame((string?)request.RouteValues["invokeKey"], invokeKey)) throw Refusal.UrlInvalid();
        if ((string?)request.RouteValues["domainId"] != domainId) throw Refusal.DomainInvalid();
        if (!AreSame(request.Headers["X-OCR-SECRET"], secret)) throw Refusal.SecretInvalid();
    }

    private (InferResult Result, string Message, CardFace? Face) Infer(CardRequest request)
    {
        // PDF and TIFF pages are taken but not decoded here, so no card can be found in them.
        if (request.IsPage) return (InferResult.FAILURE, "Recognition failure", null);
        if (Picture.Decode(request.Picture) is not { } picture) return (InferResult.ERROR, "Read page:0 error.", null);
        return reader.Read(picture) is { } face
            ? (InferResult.SUCCESS, "SUCCESS", face)
            : (InferResult.FAILURE, "Recognition failure", null);
    }
}
