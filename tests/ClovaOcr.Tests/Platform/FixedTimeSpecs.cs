using System;
using System.Linq;
using ClovaOcr.Platform;
using Xunit;

namespace ClovaOcr.Tests.Platform;

public sealed class FixedTimeSpecs
{
    private static readonly byte[] Code = [.. Enumerable.Range(0, 32).Select(value => (byte)value)];

    [Fact]
    public void Only_the_same_bytes_are_equal()
    {
        Assert.True(FixedTime.AreEqual(Code, [.. Code]));
        Assert.True(FixedTime.AreEqual([], []));
        Assert.False(FixedTime.AreEqual(Code, Code.AsSpan(1)));
        Assert.False(FixedTime.AreEqual(Code, []));
    }

    [Fact]
    public void A_difference_in_any_bit_of_any_byte_is_seen()
    {
        for (var bit = 0; bit < Code.Length * 8; bit++)
        {
            var other = Code.ToArray();
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(FixedTime.AreEqual(Code, other));
        }
    }
}
