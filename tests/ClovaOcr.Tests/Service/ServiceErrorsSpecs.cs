using System;
using System.Text;
using ClovaOcr.Service;
using Xunit;

namespace ClovaOcr.Tests.Service;

public sealed class ServiceErrorsSpecs
{
    private static readonly CredentialMask Credentials = new("key-0123", "secret-0123");

    [Theory]
    [InlineData(400, "0001", ClovaOcrErrorKind.InvalidUrl, false, true)]
    [InlineData(401, "0002", ClovaOcrErrorKind.InvalidSecret, false, true)]
    [InlineData(400, "0011", ClovaOcrErrorKind.InvalidRequest, false, false)]
    [InlineData(400, "0021", ClovaOcrErrorKind.UnsupportedProtocolVersion, false, true)]
    [InlineData(400, "0022", ClovaOcrErrorKind.InvalidDomain, false, true)]
    [InlineData(400, "0023", ClovaOcrErrorKind.QuotaExceeded, false, true)]
    [InlineData(400, "0025", ClovaOcrErrorKind.TooManyCalls, true, false)]
    [InlineData(500, "0500", ClovaOcrErrorKind.ServiceFault, true, false)]
    [InlineData(500, "0501", ClovaOcrErrorKind.ServiceFault, true, false)]
    [InlineData(500, "1021", ClovaOcrErrorKind.NotDeployed, false, true)]
    [InlineData(400, "0099", ClovaOcrErrorKind.ServiceRefused, false, false)]
    [InlineData(500, "0599", ClovaOcrErrorKind.ServiceFault, false, false)]
    public void Each_code_of_the_service_means_what_the_table_says(int status, string code, ClovaOcrErrorKind kind, bool retryable, bool stops)
    {
        var body = $$"""{"code":"{{code}}","message":"m","path":"/custom/v1/1/key-0123/document/id-card","traceId":"t-1","timestamp":1}""";
        var error = ServiceErrors.Interpret(status, Encoding.UTF8.GetBytes(body), retryAfter: null, "r-1", Credentials);
        Assert.Equal((kind, code, status), (error.Kind, error.ServiceCode, error.HttpStatus!.Value));
        Assert.Equal((retryable, stops), (error.IsRetryable, error.StopsBatch));
        Assert.Equal(("r-1", "t-1"), (error.RequestId, error.TraceId));
        Assert.Contains("r-1", error.Message, StringComparison.Ordinal);
        Assert.Contains(code, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key-0123", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, ClovaOcrErrorKind.GatewayFailure, false, true, false)]
    [InlineData(403, ClovaOcrErrorKind.GatewayFailure, false, false, false)]
    [InlineData(404, ClovaOcrErrorKind.GatewayFailure, false, false, false)]
    [InlineData(407, ClovaOcrErrorKind.GatewayFailure, false, true, false)]
    [InlineData(413, ClovaOcrErrorKind.GatewayFailure, false, false, false)]
    [InlineData(415, ClovaOcrErrorKind.GatewayFailure, false, false, false)]
    [InlineData(429, ClovaOcrErrorKind.TooManyCalls, true, false, false)]
    [InlineData(502, ClovaOcrErrorKind.GatewayFailure, true, false, true)]
    [InlineData(503, ClovaOcrErrorKind.GatewayFailure, true, false, false)]
    [InlineData(504, ClovaOcrErrorKind.GatewayFailure, true, false, true)]
    [InlineData(302, ClovaOcrErrorKind.GatewayFailure, false, false, false)]
    public void A_gateways_answer_is_told_by_its_status(int status, ClovaOcrErrorKind kind, bool retryable, bool stops, bool billed)
    {
        foreach (var body in new[] { "<html><body>990101-5123456</body></html>", """{"error":{"errorCode":"300"}}""", "[]", "", "{\"code\":25}" })
        {
            var error = ServiceErrors.Interpret(status, Encoding.UTF8.GetBytes(body), TimeSpan.FromSeconds(7), "r-1", Credentials);
            Assert.Equal((kind, retryable, stops, billed), (error.Kind, error.IsRetryable, error.StopsBatch, error.MayHaveBeenBilled));
            Assert.Equal(TimeSpan.FromSeconds(7), error.RetryAfter);
            Assert.Null(error.ServiceCode);
            Assert.DoesNotContain("5123456", error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_code_that_does_not_look_like_one_is_not_repeated()
    {
        var error = ServiceErrors.Interpret(400, Encoding.UTF8.GetBytes("""{"code":"HONG GILDONG <990101-5123456>"}"""), retryAfter: null, "r-1", Credentials);
        Assert.Null(error.ServiceCode);
        Assert.DoesNotContain("HONG", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"code":"0011","traceId":"key-0123"}""")]
    [InlineData("""{"code":"0011","traceId":"secret-0123"}""")]
    [InlineData("""{"code":"0011","traceId":"990101-5123456"}""")]
    [InlineData("""{"code":"9901015123456"}""")]
    [InlineData("""{"code":"\ud800","traceId":"\ud800"}""")]
    public void Neither_a_credential_nor_a_number_comes_back_as_an_identifier(string body)
    {
        var error = ServiceErrors.Interpret(400, Encoding.UTF8.GetBytes(body), retryAfter: null, "r-1", Credentials);
        Assert.DoesNotContain("key-0123", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-0123", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("5123456", error.ToString(), StringComparison.Ordinal);
    }
}
