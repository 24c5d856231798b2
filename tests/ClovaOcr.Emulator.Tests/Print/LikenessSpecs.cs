using System;
using ClovaOcr.Emulator.Reading.Print.Values;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

public sealed class LikenessSpecs
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("NORA", "NORA", 0)]
    [InlineData("NORA", "NOVA", 1)]
    [InlineData("NORA", "NOR", 1)]
    [InlineData("NORA", "NORMA", 1)]
    [InlineData("NORA", "", 4)]
    [InlineData("kitten", "sitting", 3)]
    public void Each_letter_put_in_left_out_or_changed_counts_once(string one, string other, int distance) =>
        Assert.Equal(distance, Likeness.Distance(one, other));

    [Property(MaxTest = 100)]
    public void Texts_are_as_far_from_each_other_as_distances_are(NonNull<string> a, NonNull<string> b, NonNull<string> c)
    {
        var there = Likeness.Distance(a.Get, b.Get);
        Assert.Equal(there, Likeness.Distance(b.Get, a.Get));
        Assert.Equal(a.Get == b.Get, there == 0);
        Assert.InRange(there, Math.Abs(a.Get.Length - b.Get.Length), Math.Max(a.Get.Length, b.Get.Length));
        Assert.True(there <= Likeness.Distance(a.Get, c.Get) + Likeness.Distance(c.Get, b.Get));
    }

    [Property(MaxTest = 100)]
    public void A_part_is_found_wherever_it_stands(NonNull<string> before, NonNull<string> part, NonNull<string> after)
    {
        var text = before.Get + part.Get + after.Get;
        if (text.Length > 120) return;
        Assert.Equal(0, Likeness.DistanceOfPart(text, part.Get));
        Assert.True(Likeness.DistanceOfPart(before.Get, part.Get) <= Likeness.Distance(before.Get, part.Get));
    }

    [Fact]
    public void A_syllable_of_which_one_letter_is_lost_is_one_letter_off() =>
        Assert.Equal(1, Likeness.Distance(Likeness.Bare("프라스"), Likeness.Bare("프랑스")));

    [Fact]
    public void Spaces_marks_and_the_size_of_letters_do_not_count() =>
        Assert.Equal(Likeness.Bare("CHIEF, SEOUL"), Likeness.Bare("Chief Seoul."));

    [Theory]
    [InlineData("외국인등록번호 / Registration No", "Registration No", true)]
    [InlineData("x Regisfrafion Ho y", "Registration No", true)]
    [InlineData("Reservation", "Registration No", false)]
    [InlineData("Name", "Names", true)]
    [InlineData("Game", "Name", true)]
    [InlineData("Gate", "Name", false)]
    public void A_text_holds_what_was_read_with_a_letter_in_four_wrong(string text, string part, bool isHeld) =>
        Assert.Equal(isHeld, Likeness.Holds(text, part));

    [Fact]
    public void A_text_too_long_for_a_line_is_like_nothing()
    {
        var page = new string('x', 1_000_000);
        Assert.Equal(int.MaxValue, Likeness.Distance(page, "x"));
        Assert.False(Likeness.Holds(page, "x"));
    }
}
