using System;
using System.Linq;
using System.Security.Cryptography;
using ClovaOcr.Batch;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Batch;

public sealed class ShardSpecs
{
    private const string HashOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string HashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Property]
    public bool Every_picture_is_in_exactly_one_shard_and_upper_and_lower_case_of_its_hash_make_no_difference(byte[] picture, PositiveInt count)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(picture));
        var holders = Enumerable.Range(0, count.Get).Where(index => new Shard(index, count.Get).Holds(hash)).ToArray();
        return holders.Length == 1 && new Shard(holders[0], count.Get).Holds(hash.ToUpperInvariant());
    }

    [Property]
    public bool A_shard_is_the_first_eight_bytes_as_a_number_modulo_the_count(byte[] picture, PositiveInt count)
    {
        var hash = SHA256.HashData(picture);
        var number = hash.Take(8).Aggregate(0UL, (sum, next) => (sum << 8) | next);
        return new Shard((int)(number % (ulong)count.Get), count.Get).Holds(Convert.ToHexStringLower(hash));
    }

    // Worked out apart from this code. These never change: there are journals that depend on them.
    [Theory]
    [InlineData(HashOfNothing, 1, 0)]
    [InlineData(HashOfNothing, 2, 0)]
    [InlineData(HashOfNothing, 3, 1)]
    [InlineData(HashOfNothing, 8, 4)]
    [InlineData(HashOfNothing, 1000, 652)]
    [InlineData(HashOfNothing, int.MaxValue, 1616749724)]
    [InlineData(HashOfAbc, 2, 0)]
    [InlineData(HashOfAbc, 3, 0)]
    [InlineData(HashOfAbc, 8, 2)]
    [InlineData(HashOfAbc, 1000, 74)]
    [InlineData(HashOfAbc, int.MaxValue, 66190700)]
    public void The_shard_of_a_hash_stays_what_it_is(string hash, int count, int shard) => Assert.True(new Shard(shard, count).Holds(hash));

    [Fact]
    public void Shards_are_of_about_the_same_size()
    {
        var hashes = Enumerable.Range(0, 8000).Select(i => Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(i)))).ToArray();
        Assert.All(Enumerable.Range(0, 8), index => Assert.InRange(hashes.Count(new Shard(index, 8).Holds), 900, 1100));
    }

    [Fact]
    public void Neither_figure_is_all_pictures_and_one_alone_or_an_index_out_of_range_is_refused()
    {
        Assert.Null(Shard.Of(null, null));
        Assert.Equal(7, Shard.Of(7, 8)!.Index);
        foreach (var (index, count) in new (int?, int?)[] { (0, null), (null, 8), (8, 8), (-1, 8), (0, 0) })
            Assert.Equal(ClovaOcrErrorKind.InvalidShard, Assert.Throws<ClovaOcrException>(() => Shard.Of(index, count)).Kind);
    }
}
