using System;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Protocol;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Tesseract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClovaOcr.Emulator;

/// <summary>The service on the loopback address: speaks the protocol, reads cards, and admits what it cannot read.</summary>
public sealed class CardOcrEmulator : IAsyncDisposable
{
    private const string DomainId = "1";

    private readonly WebApplication _server;
    private readonly ReadingDesk _desk;
    private readonly ChosenReader _reader;
    private readonly CallLog _log;

    private CardOcrEmulator(
        WebApplication server, ReadingDesk desk, ChosenReader reader, CallLog log, string invokeKey, EmulatorOptions complete)
    {
        (_server, _desk, _reader, _log) = (server, desk, reader, log);
        InvokeUrl = $"{server.Urls.Single()}/custom/v1/{DomainId}/{invokeKey}";
        Secret = complete.Secret!;
        AccessKey = complete.AccessKey;
        SecretKey = complete.SecretKey;
        Specimens = complete.Specimens!;
    }

    /// <summary>The address to connect to, of the form that the vendor's console shows.</summary>
    public string InvokeUrl { get; }

    /// <summary>The secret that calls must bring.</summary>
    public string Secret { get; }

    /// <summary>The access key of the signature that calls must bring; null when they need none.</summary>
    public string? AccessKey { get; }

    /// <summary>The secret key of the signature that calls must bring; null when they need none.</summary>
    public string? SecretKey { get; }

    /// <summary>The specimens that it knows.</summary>
    public SpecimenSet Specimens { get; }

    /// <summary>What it reads, by what, and what is missing; one line.</summary>
    public string Reader => _reader.Description;

    /// <summary>Whether it reads cards in pictures that it has never seen, for which it needs Tesseract.</summary>
    public bool ReadsAnyPicture => _reader.ReadsAnyPicture;

    /// <summary>What it was asked and answered so far.</summary>
    public EmulatorStats Stats => _log.Read();

    /// <summary>Starts an emulator that answers when this returns.</summary>
    /// <exception cref="System.ArgumentOutOfRangeException">The cap is less than 1, or the quota less than 0.</exception>
    /// <exception cref="System.IO.IOException">The port is taken.</exception>
    /// <exception cref="TesseractMissingException">It is to read with Tesseract alone, which is not there.</exception>
    public static async Task<CardOcrEmulator> StartAsync(EmulatorOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ConcurrencyCap ?? 1, 1, nameof(EmulatorOptions.ConcurrencyCap));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Quota ?? 0, nameof(EmulatorOptions.Quota));
        var complete = options with
        {
            Secret = options.Secret ?? Credential.Random(30),
            AccessKey = options.RequireSignature ? options.AccessKey ?? Credential.Random(15) : null,
            SecretKey = options.RequireSignature ? options.SecretKey ?? Credential.Random(30) : null,
            Specimens = options.Specimens ?? SpecimenSet.Load(SpecimenSet.DefaultFolder),
        };
        var invokeKey = options.InvokeKey ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var signature = options.RequireSignature ? new GatewaySignature(complete.AccessKey!, complete.SecretKey!, options.Time) : null;
        var reader = await ChosenReader.ChooseAsync(
            options.Reader, complete.Specimens, options.ProgramFolders ?? ProgramFolders.OfThisMachine(), options.Time);
        var desk = new ReadingDesk(reader.Reader, Environment.ProcessorCount, options.ReaderFailed);
        var log = new CallLog(options.ConcurrencyCap, options.Quota);
        var server = CreateServer(options.Port);
        var endpoint = new CardEndpoint(
            new CardAddress(DomainId, invokeKey, complete.Secret, signature),
            desk,
            new ServiceConduct(complete),
            log);
        server.Map(CardAddress.Pattern, endpoint.HandleAsync);
        server.MapGet("/_emulator/stats", () => log.Read());
        server.MapFallback("{**path}", endpoint.RefuseUnknownAsync);
        await server.StartAsync();
        return new CardOcrEmulator(server, desk, reader, log, invokeKey, complete);
    }

    /// <summary>Waits until the process is asked to stop (Ctrl+C, SIGTERM).</summary>
    public Task WaitForShutdownAsync() => _server.WaitForShutdownAsync();

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        // The server first: calls under way have a moment to end by themselves.
        await _server.DisposeAsync();
        await _desk.DisposeAsync();
        await _reader.DisposeAsync();
    }

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
