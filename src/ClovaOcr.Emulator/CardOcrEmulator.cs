using System;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Protocol;
using ClovaOcr.Emulator.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClovaOcr.Emulator;

/// <summary>The service on the loopback address: speaks the protocol, knows the specimens, and says honestly that it knows nothing else.</summary>
public sealed class CardOcrEmulator : IAsyncDisposable
{
    private const string DomainId = "1";

    private readonly WebApplication _server;
    private readonly CallLog _log;

    private CardOcrEmulator(WebApplication server, CallLog log, string invokeUrl, string secret, SpecimenSet specimens) =>
        (_server, _log, InvokeUrl, Secret, Specimens) = (server, log, invokeUrl, secret, specimens);

    /// <summary>The address to connect to, of the form that the vendor's console shows.</summary>
    public string InvokeUrl { get; }

    /// <summary>The secret that calls must bring.</summary>
    public string Secret { get; }

    /// <summary>The specimens that it knows.</summary>
    public SpecimenSet Specimens { get; }

    /// <summary>What it was asked and answered so far.</summary>
    public EmulatorStats Stats => _log.Read();

    /// <summary>Starts an emulator that answers when this returns.</summary>
    /// <exception cref="System.IO.IOException">The port is taken.</exception>
    public static async Task<CardOcrEmulator> StartAsync(EmulatorOptions options)
    {
        var secret = options.Secret ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(30));
        var invokeKey = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var specimens = options.Specimens ?? SpecimenSet.Load(SpecimenSet.DefaultFolder);
        var log = new CallLog();
        var server = CreateServer(options.Port);
        var endpoint = new CardEndpoint(DomainId, invokeKey, secret, new SpecimenReader(specimens), log);
        server.Map(CardEndpoint.Pattern, endpoint.HandleAsync);
        server.MapGet("/_emulator/stats", () => log.Read());
        server.MapFallback("{**path}", endpoint.RefuseUnknownAsync);
        await server.StartAsync();
        return new CardOcrEmulator(server, log, $"{server.Urls.Single()}/custom/v1/{DomainId}/{invokeKey}", secret, specimens);
    }

    /// <summary>Waits until the process is asked to stop (Ctrl+C, SIGTERM).</summary>
    public Task WaitForShutdownAsync() => _server.WaitForShutdownAsync();

    /// <summary>Stops it.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static WebApplication CreateServer(int port)
    {
        // An empty one: files in the working folder and the environment would configure any other, and it would write to stdout.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "ClovaOcr.Emulator" });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestReader.MaximumBodySize;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        return builder.Build();
    }
}
