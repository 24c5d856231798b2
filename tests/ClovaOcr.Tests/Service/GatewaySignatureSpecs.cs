using System;
using System.Net;
using ClovaOcr.Service;
using Xunit;

namespace ClovaOcr.Tests.Service;

public sealed class GatewaySignatureSpecs
{
    /// <summary>
    /// The expected value comes from OpenSSL:
    /// <c>printf 'POST /custom/v1/77/key0123456789/document/id-card\n1700000000000\nACCESS' | openssl dgst -sha256 -hmac SECRETKEY -binary | base64</c>.
    /// </summary>
    [Fact]
    public void It_signs_method_path_time_and_access_key_as_the_vendor_says()
    {
        var values = GatewaySignature.Sign(
            new Uri("https://example.test/custom/v1/77/key0123456789/document/id-card"),
            DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000),
            "ACCESS",
            new NetworkCredential("", "SECRETKEY").SecurePassword);
        Assert.Equal(["1700000000000", "ACCESS", "pADIRz9/hVk1bGyDSem1kn1/hcqG3YfG1Az/2jSKONc="], values);
    }
}
