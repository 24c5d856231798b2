using System;

namespace ClovaOcr.PowerShell.Tests.Hostile;

/// <summary>All families of hostile answers; which one a card gets, and what is in it, is decided by a seed.</summary>
internal static class HostileAnswers
{
    // A large answer takes as long as a hundred others, so that only one in so many is.
    private const int LargeOnes = 160;

    private static readonly (string Name, Func<Random, string, HostileAnswer> Make)[] Families =
    [
        ("anything", (random, id) => HostileAnswer.Ok("anything", new HostileJson(random, id).ChangeAnything())),
        ("areas", (random, id) => HostileAnswer.Ok("areas", new HostileJson(random, id).ChangeAreas())),
        ("texts", (random, id) => HostileAnswer.Ok("texts", new HostileJson(random, id).ChangeTexts())),
        ("meaning", (random, id) => HostileAnswer.Ok("meaning", new HostileJson(random, id).ChangeMeaning())),
        ("anything again", (random, id) => HostileAnswer.Ok("anything", new HostileJson(random, id).ChangeAnything())),
        ("status", (random, id) => new HostileHttp(random, id).Status()),
        ("code", (random, id) => new HostileHttp(random, id).Code()),
        ("status line", (random, id) => new HostileHttp(random, id).StatusLine()),
        ("header", (random, id) => new HostileHttp(random, id).Header()),
        ("length", (random, id) => new HostileHttp(random, id).Length()),
        ("chunks", (random, id) => new HostileHttp(random, id).Chunks()),
        ("packed", (random, id) => new HostileHttp(random, id).Packed()),
        ("cut", (random, id) => new HostileHttp(random, id).Cut()),
        ("bytes", (random, id) => new HostileHttp(random, id).Bytes()),
    ];

    /// <summary>The answer to one request.</summary>
    public static HostileAnswer Create(int seed, int number, string requestId)
    {
        var random = new Random((seed * 1_000_003) + number);
        return number % LargeOnes == 1 ? HostileSizes.Any(random, requestId) : Families[number % Families.Length].Make(random, requestId);
    }
}
