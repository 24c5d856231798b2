using System;
using System.IO;
using System.Security.Cryptography;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Faults;
using Microsoft.AspNetCore.Http;

namespace ClovaOcr.Emulator.Protocol;

/// <summary>The service's face: <c>POST {invoke URL}/document/id-card</c>.</summary>
/// <param name="address">What a call must bring to be let in.</param>
/// <param name="desk">Where pictures are read.</param>
/// <param name="conduct">How the service behaves.</param>
/// <param name="log">Counts the calls.</param>
internal sealed class CardEndpoint(CardAddress address, ReadingDesk desk, ServiceConduct conduct, CallLog log)
{
    public async Task HandleAsync(HttpContext context)
    {
        log.Arrived();
        var arrival = conduct.Time.GetTimestamp();
        using var reply = new Reply(context, conduct.Time);
        try
        {
            address.Check(context.Request);
            await ServeAsync(context.Request, reply, arrival);
        }
        catch (Refusal refusal)
        {
            await RefuseAsync(reply, refusal);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await RefuseAsync(reply, Refusal.TooLarge());
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The caller hung up, in the middle of its body (an IOException) or later; or the emulator stops.
            log.Aborted();
            await reply.ResetAsync();
        }
    }

    /// <summary>Answers for any other address.</summary>
    public async Task RefuseUnknownAsync(HttpContext context)
    {
        log.Arrived();
        using var reply = new Reply(context, conduct.Time);
        await RefuseAsync(reply, Refusal.UrlInvalid());
    }

    private async Task ServeAsync(HttpRequest http, Reply reply, long arrival)
    {
        var place = log.TryEnter();
        reply.Place = place;
        if (place is not null && conduct.Faults.BeforeReading(place.Number) is { } early)
        {
            await MeetAsync(early, reply, []);
            return;
        }

        // A call too many is read like any other, so that its caller hears the answer and can use the connection again.
        var request = await RequestReader.ReadAsync(http, reply.End);
        reply.IsBodyRead = true;
        var picture = Convert.ToHexStringLower(SHA256.HashData(request.Picture));
        log.Sent(picture);
        if (place is null) throw Refusal.TooManyAtOnce();

        var fault = conduct.Faults.AfterReading(place.Number, picture);
        if (fault is { IsBilled: false } && !log.IsQuotaSpent)
        {
            await MeetAsync(fault, reply, []);
            return;
        }

        if (!log.TryBill(picture)) throw Refusal.QuotaSpent();
        var inference = await desk.InferAsync(request, reply.End);
        await conduct.WaitAsync(place.Number, arrival, reply.End);
        reply.End.ThrowIfCancellationRequested();
        var answer = AnswerWriter.Answer(request, inference, conduct.WithConfidence, conduct.Time.GetUtcNow());
        if (fault is not null)
        {
            await MeetAsync(fault, reply, answer);
            return;
        }

        log.Answered(inference.Result);
        await reply.SendAsync(StatusCodes.Status200OK, Reply.Json, answer);
    }

    private Task MeetAsync(Fault fault, Reply reply, byte[] answer)
    {
        log.Met(fault);
        return fault.SendAsync(reply, answer);
    }

    private Task RefuseAsync(Reply reply, Refusal refusal)
    {
        log.Refused(refusal.Code);
        return reply.RefuseAsync(refusal);
    }
}
