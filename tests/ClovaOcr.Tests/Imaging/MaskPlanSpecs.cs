using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Service;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public sealed class MaskPlanSpecs
{
    private const string Number = IdentityFields.AlienRegistrationNumber;

    /// <summary>A number of 14 characters, each 10 px wide, on a card 500 px wide.</summary>
    private static readonly Polygon Box = Polygon.Rectangle(100, 100, 240, 120);

    /// <summary>3.2 % of the card's width.</summary>
    private const int Margin = 16;

    private static readonly Polygon RightHalf = Polygon.Rectangle(168, 98, 242, 122);

    [Theory]
    [InlineData(MaskDigits.Last7, 170)]
    [InlineData(MaskDigits.Last6, 180)]
    [InlineData(MaskDigits.All, 100)]
    public void The_box_is_cut_where_the_hidden_digits_begin(MaskDigits digits, double from)
    {
        var plan = Plan([Card(), Text(Box)], digits);
        var area = Assert.Single(plan.Areas).Area;
        const int Padding = 2;
        Assert.Equal(Margin, plan.Margin);
        Assert.Equal((from - Padding - Margin, 240 + Padding + Margin), (area.Left, area.Right));
        Assert.Equal((100 - Padding - Margin, 120 + Padding + Margin), (area.Top, area.Bottom));
    }

    [Fact]
    public void The_vendors_sample_is_covered_from_the_hyphen_on_and_so_is_what_stands_beside_the_number()
    {
        var reading = ResponseParser.Parse(TestData.VendorSuccess().ToJsonString());
        var plan = Plan(reading.Regions(), MaskDigits.Last7);
        var number = plan.Areas.Where(area => area.Reason == Number).ToArray();
        Assert.Equal(2, number.Length); // the plan's own cut, and the service's mask
        Assert.All(number, area => Assert.True(area.Area.Left <= 324.84 - Margin && area.Area.Right >= 399.24 + Margin && area.Area.Left > 260));
        Assert.Contains(plan.Areas, area => area.Reason == IdentityFields.AlienRegistrationNumberEtc && area.Area.Left <= 127.8 - Margin && area.Area.Right >= 161.4 + Margin);
    }

    [Fact]
    public void A_sound_mask_of_the_service_is_covered_too()
    {
        var wide = Polygon.Rectangle(160, 98, 260, 122);
        var plan = Plan([Card(), Text(Box), Mask(wide)], MaskDigits.Last7);
        Assert.Equal(160 - Margin, plan.Areas.Min(area => area.Area.Left));
        Assert.Equal(260 + Margin, plan.Areas.Max(area => area.Area.Right));
    }

    [Theory]
    [InlineData(200, 100, 250, 120)] // narrower than 40 % of the box
    [InlineData(150, 0, 230, 200)] // narrower than 2.5 times its height
    public void A_mask_that_cannot_be_right_is_not_trusted_and_the_box_is_cut_all_the_same(double left, double top, double right, double bottom)
    {
        var trusted = Plan([Card(), Text(Box)], MaskDigits.Last7);
        var plan = Plan([Card(), Text(Box), Mask(Polygon.Rectangle(left, top, right, bottom))], MaskDigits.Last7);
        Assert.Equal(trusted.Areas, plan.Areas);
    }

    [Theory]
    [InlineData("######-######")] // a digit was not read
    [InlineData("######_-_#######")]
    [InlineData("#_#_#_#_#_#_-_#######")]
    [InlineData("__________######-#######")]
    [InlineData("##########")]
    [InlineData("")]
    public void A_number_that_has_not_its_form_is_covered_whole(string outline)
    {
        var area = Plan([Card(), Text(Box, outline)], MaskDigits.Last7).Areas.Single().Area;
        Assert.True(area.Left <= 100 && area.Right >= 240);
    }

    [Theory]
    [InlineData("######-#######", 100 + (140.0 * 7 / 14))]
    [InlineData("#############", 100 + (140.0 * 6 / 13))]
    public void The_cut_follows_the_form_of_the_text(string outline, double from) =>
        Assert.Equal(from - 2 - Margin, Plan([Card(), Text(Box, outline)], MaskDigits.Last7).Areas.Single().Area.Left, 6);

    [Theory]
    [InlineData(MaskDigits.Last7)]
    [InlineData(MaskDigits.Last6)]
    public void A_box_that_begins_at_its_end_is_covered_whole(MaskDigits digits) => Assert.Contains(
        Plan([Card(), Text(StartingAt(2))], digits).Areas, area => area.Area.Left <= 100 && area.Area.Right >= 240);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_box_that_begins_with_its_short_side_is_no_line_of_text_and_refused(int first) => Assert.Equal(
        ClovaOcrErrorKind.NumberNotLocated,
        Assert.Throws<ClovaOcrException>(() => Plan([Card(), Text(StartingAt(first))], MaskDigits.Last7)).Kind);

    [Fact]
    public void A_mirrored_box_is_covered_whole()
    {
        var mirrored = new Polygon([Box.Vertices[1], Box.Vertices[0], Box.Vertices[3], Box.Vertices[2]]);
        Assert.Contains(Plan([Card(), Text(mirrored)], MaskDigits.Last7).Areas, area => area.Area.Left <= 100 && area.Area.Right >= 240);
    }

    [Fact]
    public void Without_the_cards_border_nothing_tells_where_the_number_begins_and_it_is_covered_whole() =>
        Assert.Contains(Plan([Text(Box)], MaskDigits.Last7).Areas, area => area.Area.Left <= 100 && area.Area.Right >= 240);

    [Fact]
    public void A_mask_over_the_birth_date_says_that_the_box_is_the_wrong_way_round_and_all_of_it_is_covered() =>
        Assert.Contains(Plan([Card(), Text(Box), Mask(Polygon.Rectangle(98, 98, 172, 122))], MaskDigits.Last6).Areas, area => area.Area.Left <= 100 && area.Area.Right >= 240);

    [Theory]
    [InlineData(100, 100, 240, 101)] // no line of text is so thin
    [InlineData(100, 100, 100, 100)]
    [InlineData(100, 100, 184, 120)] // too short for the number on a card of this width
    [InlineData(600, 400, 740, 420)] // not on the card
    public void A_box_that_cannot_be_the_numbers_is_refused(double left, double top, double right, double bottom) => Assert.Equal(
        ClovaOcrErrorKind.NumberNotLocated,
        Assert.Throws<ClovaOcrException>(() => Plan([Card(), Text(Polygon.Rectangle(left, top, right, bottom))], MaskDigits.Last7)).Kind);

    [Fact]
    public void A_mask_elsewhere_says_that_the_number_is_not_where_its_box_is_and_is_refused() => Assert.Equal(
        ClovaOcrErrorKind.NumberNotLocated,
        Assert.Throws<ClovaOcrException>(() => Plan([Card(), Text(Box), Mask(Polygon.Rectangle(400, 300, 480, 320))], MaskDigits.Last7)).Kind);

    [Theory]
    [InlineData("personalNum")]
    [InlineData("ALIENREGNUMETC")]
    [InlineData("num")]
    public void Any_other_number_on_the_card_is_covered_whole(string field)
    {
        var other = Polygon.Rectangle(300, 200, 400, 215);
        Assert.Contains(Plan([Card(), Text(Box), Text(other) with { Field = field }], MaskDigits.Last7).Areas, area => area.Area.Left <= 300 && area.Area.Right >= 400);
    }

    [Fact]
    public void A_number_that_was_read_into_another_field_is_covered_there()
    {
        var answer = TestData.VendorSuccess();
        answer["images"]![0]!["idCard"]!["result"]!["ac"]!["name"]![0]!["text"] = "HONG 990101-5123456";
        Assert.Contains(Plan(ResponseParser.Parse(answer.ToJsonString()).Regions(), MaskDigits.Last7).Areas, area => area.Reason == "name");
    }

    [Fact]
    public void A_number_in_several_boxes_is_covered_whole_and_so_is_every_entry()
    {
        var second = Polygon.Rectangle(300, 200, 380, 220);
        var third = Polygon.Rectangle(10, 10, 150, 30);
        var plan = Plan([Card(), Text(Box), Text(second), Text(third) with { Entry = 1 }], MaskDigits.Last7);
        Assert.Equal(3, plan.Areas.Count);
        foreach (var (left, right) in new[] { (Box.Left, Box.Right), (second.Left, second.Right), (80, third.Right) })
            Assert.Contains(plan.Areas, area => area.Area.Left <= left - Margin && area.Area.Right >= right + Margin);
    }

    [Fact]
    public void Without_a_box_around_the_number_there_is_no_plan()
    {
        foreach (var regions in new CardRegion[][] { [], [Card()], [Card(), Mask(RightHalf)], [Card(), Text(Box) with { Field = "name" }], [Card(), Text(Box), Mask(RightHalf) with { Entry = 1 }] })
            Assert.Equal(ClovaOcrErrorKind.NumberNotLocated, Assert.Throws<ClovaOcrException>(() => Plan(regions, MaskDigits.Last7)).Kind);
    }

    [Theory]
    [InlineData(Number)]
    [InlineData(IdentityFields.AlienRegistrationNumberEtc)]
    public void A_number_that_was_read_but_not_located_is_not_taken_for_absent(string field)
    {
        var reading = ResponseParser.Parse(TestData.VendorSuccess().ToJsonString());
        var unlocated = reading with { Fields = [.. reading.Fields, new CardField { Name = field, Text = "B4567" }] };
        Assert.Equal(ClovaOcrErrorKind.NumberNotLocated, Assert.Throws<ClovaOcrException>(() => Plan(unlocated.Regions(), MaskDigits.Last7)).Kind);
    }

    [Fact]
    public void A_number_that_was_read_into_another_field_but_not_located_is_not_taken_for_absent()
    {
        var reading = ResponseParser.Parse(TestData.VendorSuccess().ToJsonString());
        var unlocated = reading with { Fields = [.. reading.Fields, new CardField { Name = "name", Text = "HONG 990101 - 5123456" }] };
        Assert.Equal(ClovaOcrErrorKind.NumberNotLocated, Assert.Throws<ClovaOcrException>(() => Plan(unlocated.Regions(), MaskDigits.Last7)).Kind);
    }

    [Theory]
    [InlineData(MaskDigits.Last7, 260, 402)]
    [InlineData(MaskDigits.Last6, 281, 402)]
    [InlineData(MaskDigits.All, 118, 402)]
    public void A_mask_counts_in_its_own_right_should_the_box_be_wrong(MaskDigits digits, double left, double right)
    {
        var box = Polygon.Rectangle(200, 100, 340, 120);
        var areas = Plan([Card(), Text(box), Mask(Polygon.Rectangle(260, 98, 402, 122))], digits).Areas;
        Assert.True(areas.Min(area => area.Area.Left) <= left - Margin && areas.Max(area => area.Area.Right) >= right + Margin);
    }

    [Theory]
    [InlineData(100, 220)]
    [InlineData(120, 240)]
    public void A_box_too_short_for_the_number_is_made_longer_at_both_ends_because_either_may_be_missing(double left, double right)
    {
        var area = Plan([Card(), Text(Polygon.Rectangle(left, 100, right, 120))], MaskDigits.All).Areas.Single().Area;
        Assert.True(area.Left <= 105 - Margin && area.Right >= 235 + Margin);
    }

    [Theory]
    [InlineData("name", 100, 97)] // in the number's own place
    [InlineData("sex", 160, 105)]
    [InlineData("nationality", 100, 40)] // above the number
    public void A_box_where_or_below_where_another_text_stands_cannot_be_the_numbers(string field, double left, double top) => Assert.Equal(
        ClovaOcrErrorKind.NumberNotLocated,
        Assert.Throws<ClovaOcrException>(() =>
            Plan([Card(), Text(Box), Mask(RightHalf), Text(Polygon.Rectangle(left, top, left + 120, top + 20), "") with { Field = field }], MaskDigits.Last7)).Kind);

    [Fact]
    public void A_field_is_covered_by_its_box_and_never_by_its_mask_which_may_cross_the_card()
    {
        var date = Polygon.Rectangle(20, 290, 60, 300);
        var plan = MaskPlan.Create(
            [Card(), Text(Box), Text(date) with { Field = "issueDate" }, Mask(Polygon.Rectangle(0, 200, 500, 310)) with { Field = "issueDate" }],
            MaskDigits.Last7, ["issueDate", "issueDate"], [Number]);
        var area = Assert.Single(plan.Areas, area => area.Reason == "issueDate").Area;
        Assert.Equal((20 - Margin, 60 + Margin), (area.Left, area.Right));
    }

    [Fact]
    public void A_field_without_a_box_is_refused() => Assert.Equal(
        ClovaOcrErrorKind.FieldNotLocated,
        Assert.Throws<ClovaOcrException>(() => MaskPlan.Create([Card(), Text(Box)], MaskDigits.Last7, ["name"], [Number])).Kind);

    [Fact]
    public void A_card_with_two_numbers_needs_a_box_for_each() => Assert.Equal(
        ClovaOcrErrorKind.NumberNotLocated,
        Assert.Throws<ClovaOcrException>(() => MaskPlan.Create([Card(), Text(Box) with { Field = "num" }], MaskDigits.All, [], ["personalNum", "num"])).Kind);

    [Theory]
    [InlineData(500, 16)]
    [InlineData(1000, 32)]
    [InlineData(1500, 32)]
    [InlineData(3000, 54)]
    public void The_margin_is_two_blocks_of_a_JPEG_or_what_the_cards_width_asks_for(int width, int margin)
    {
        var scale = width / 500.0;
        var regions = new[] { Card(), Text(Box) }.Select(region => region with { Area = region.Area.Select(p => new(p.X * scale, p.Y * scale)) });
        Assert.Equal(margin, Plan([.. regions], MaskDigits.Last7).Margin);
    }

    [Fact]
    public void A_border_that_is_too_small_does_not_shrink_the_margin()
    {
        var tiny = new CardRegion(CardRegionKind.Card, CardRegion.CardBorder, 0, "", Polygon.Rectangle(90, 90, 250, 190));
        Assert.Equal(Math.Ceiling(140 / 0.283 * 0.032), Plan([tiny, Text(Box)], MaskDigits.Last7).Margin);
    }

    [Property]
    public Property Every_point_of_the_hidden_digits_lies_within_an_area_however_the_number_is_turned() => Prop.ForAll(
        Gen.Choose(-180, 180).ToArbitrary(),
        Gen.Elements(MaskDigits.Last7, MaskDigits.Last6, MaskDigits.All).ToArbitrary(),
        (degrees, digits) =>
        {
            var angle = degrees * Math.PI / 180;
            var card = Card() with { Area = Card().Area.Select(Turn) };
            PixelPoint Turn(PixelPoint p) => new(300 + ((p.X - 170) * Math.Cos(angle)) - ((p.Y - 110) * Math.Sin(angle)), 300 + ((p.X - 170) * Math.Sin(angle)) + ((p.Y - 110) * Math.Cos(angle)));
            var plan = Plan([card, Text(Box.Select(Turn))], digits);
            var first = digits switch { MaskDigits.Last7 => 7, MaskDigits.Last6 => 8, _ => 0 };
            return Enumerable.Range(first * 10, 140 - (first * 10)).SelectMany(x => new[] { 0, 10, 20 }.Select(y => Turn(new(100.5 + x, 100 + y))))
                .All(point => plan.Areas.Any(area => Holds(area.Area, point)));
        });

    private static MaskPlan Plan(IReadOnlyList<CardRegion> regions, MaskDigits digits) => MaskPlan.Create(regions, digits, [], [Number]);

    private static Polygon StartingAt(int first) => new(Enumerable.Range(first, 4).Select(i => Box.Vertices[i % 4]));

    private static CardRegion Card() => new(CardRegionKind.Card, CardRegion.CardBorder, 0, "", Polygon.Rectangle(0, 0, 500, 315));

    private static CardRegion Text(Polygon area, string outline = "######-#######") => new(CardRegionKind.Text, Number, 0, outline, area);

    private static CardRegion Mask(Polygon area) => new(CardRegionKind.Masking, Number, 0, "######-#######", area);

    /// <summary>Whether a convex area, whichever way round it goes, holds a point.</summary>
    private static bool Holds(Polygon area, PixelPoint point)
    {
        var sides = area.Vertices.Zip(area.Vertices.Skip(1).Append(area.Vertices[0]))
            .Select(side => ((side.Second.X - side.First.X) * (point.Y - side.First.Y)) - ((side.Second.Y - side.First.Y) * (point.X - side.First.X)))
            .ToArray();
        return sides.All(side => side >= -1e-6) || sides.All(side => side <= 1e-6);
    }
}
