using Microsoft.AspNetCore.Http;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>What a call must bring before anything else of it is looked at.</summary>
internal sealed class CardAddress(string domainId, string invokeKey, string secret, GatewaySignature? signature)
{
    /// <summary>The pattern of the address; what is not an address of this domain is told apart by the checks.</summary>
    public const string Pattern = "/custom/v1/{domainId}/{invokeKey}/document/id-card";

    /// <exception cref="Refusal">It does not bring it.</exception>
    public void Check(HttpRequest request)
    {
        // The gateway stands in front of the service and is passed first.
        if (!HttpMethods.IsPost(request.Method)) throw Refusal.MethodNotAllowed();
        signature?.Check(request);
        if (!Credential.AreSame((string?)request.RouteValues["invokeKey"], invokeKey)) throw Refusal.UrlInvalid();
        if ((string?)request.RouteValues["domainId"] != domainId) throw Refusal.DomainInvalid();
        if (!Credential.AreSame(request.Headers["X-OCR-SECRET"], secret)) throw Refusal.SecretInvalid();
    }
}
