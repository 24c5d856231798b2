using System;
using System.Net;
using ClovaOcr.Service;
using Xunit;

namespace ClovaOcr.Tests.Service;

public sealed class ServiceHandlerSpecs
{
    private const string Here = "http://127.0.0.1/custom/v1/1/k";

    [Fact]
    public void Certificates_are_checked_as_the_system_checks_them_and_nobody_is_told_who_the_user_is()
    {
        using var handler = ServiceHandler.Create(InvokeUrl.Parse("https://host/custom/v1/1/k"), proxy: null);
        Assert.Null(handler.ServerCertificateCustomValidationCallback);
        Assert.Empty(handler.ClientCertificates);
        Assert.Null(handler.Credentials);
        Assert.Null(handler.DefaultProxyCredentials);
        Assert.Equal((false, false, false, false), (handler.AllowAutoRedirect, handler.UseCookies, handler.UseDefaultCredentials, handler.PreAuthenticate));
        Assert.Equal((DecompressionMethods.None, 64), (handler.AutomaticDecompression, handler.MaxResponseHeadersLength));
    }

    [Fact]
    public void An_unencrypted_call_to_this_machine_goes_through_no_proxy_of_the_systems()
    {
        using var handler = ServiceHandler.Create(InvokeUrl.Parse(Here), proxy: null);
        Assert.False(handler.UseProxy);
        using var elsewhere = ServiceHandler.Create(InvokeUrl.Parse("https://host/custom/v1/1/k"), proxy: null);
        Assert.True(elsewhere.UseProxy);
    }

    [Theory]
    [InlineData("http://proxy.example:3128", false)]
    [InlineData("http://10.0.0.1:3128", false)]
    [InlineData("http://127.0.0.1:3128", true)]
    [InlineData("http://localhost:3128", true)]
    public void An_unencrypted_call_to_this_machine_is_given_to_no_proxy_on_another(string proxy, bool isAllowed)
    {
        var error = Record.Exception(() => ServiceHandler.Create(InvokeUrl.Parse(Here), new WebProxy(new Uri(proxy))).Dispose());
        Assert.Equal(isAllowed ? null : ClovaOcrErrorKind.InvalidProxy, (error as ClovaOcrException)?.Kind);
        using var encrypted = ServiceHandler.Create(InvokeUrl.Parse("https://host/custom/v1/1/k"), new WebProxy(new Uri(proxy)));
        Assert.NotNull(encrypted.Proxy);
    }
}
