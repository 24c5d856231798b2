using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Plans;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>Where the values of an alien registration card stand, and what is none.</summary>
public sealed class AlienCardPlanSpecs
{
    [Fact]
    public void Every_value_is_found_where_it_stands()
    {
        var print = MadeUpCard.Alien().Print;
        var plan = AlienCardPlan.Find(print)!;
        Assert.Equal("ac", plan.Kind);
        Assert.Equal(plan.Expected.Order(), plan.Places.Select(place => place.Field).Order());
        Assert.Equal("NOBODY NORA", In(plan, "name"));
        Assert.Equal("ATLANTIS", In(plan, "nationality"));
        Assert.Equal("Specialty occupation (E-7)", In(plan, "visaType"));
        Assert.Equal("2023.06.19", In(plan, "issueDate"));
        Assert.Equal("CHIEF, SEOUL IMMIGRATION OFFICE", In(plan, "authorityEng"));
        Assert.All(plan.Places, place => Assert.Equal(place.Line.Box, place.Box));
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("Country / Region")]
    [InlineData("Status")]
    public void Where_a_label_could_not_be_read_the_column_tells(string label)
    {
        var plan = AlienCardPlan.Find(MadeUpCard.Alien().Without(label).Print)!;
        Assert.Equal("NOBODY NORA", In(plan, "name"));
        Assert.Equal("ATLANTIS", In(plan, "nationality"));
        Assert.Equal("Specialty occupation (E-7)", In(plan, "visaType"));
    }

    [Fact]
    public void A_column_that_is_not_whole_tells_nothing()
    {
        var plan = AlienCardPlan.Find(MadeUpCard.Alien().Without("Name").Without("ATLANTIS").Print)!;
        Assert.Null(In(plan, "name"));
        Assert.Null(In(plan, "nationality"));
        Assert.Equal("Specialty occupation (E-7)", In(plan, "visaType"));
    }

    [Theory]
    [InlineData("UNITED STATES")]
    [InlineData("SUDAN")]
    public void A_value_that_is_much_like_a_label_is_a_value(string nationality) =>
        Assert.Equal(nationality, In(AlienCardPlan.Find(MadeUpCard.Alien().With("ATLANTIS", nationality).Print)!, "nationality"));

    [Theory]
    [InlineData("9404026999999")]
    [InlineData("94040-2699999")]
    public void A_number_that_was_read_badly_is_still_found(string number) =>
        Assert.Equal(number, In(AlienCardPlan.Find(MadeUpCard.Alien(number).Print)!, "alienRegNum"));

    [Fact]
    public void The_label_tells_where_a_number_stands_that_makes_no_sense()
    {
        var plan = AlienCardPlan.Find(MadeUpCard.Alien("9A04O2-69X99B9").Print)!;
        Assert.Equal("9A04O2-69X99B9", In(plan, "alienRegNum"));
    }

    [Fact]
    public void The_sex_stands_beside_the_number()
    {
        var card = MadeUpCard.Alien().With(1000, 262, 44, "Sex F");
        var place = AlienCardPlan.Find(card.Print)!.Places.Single(place => place.Field == "sex");
        Assert.Equal(place.Line.Line.Marks[^1], place.Box);
        Assert.Equal(place.Line.Box, place.Surroundings);
    }

    [Theory]
    [InlineData(387, 44, "Sex F")]
    [InlineData(262, 20, "Sex F")]
    [InlineData(262, 44, "Sex")]
    public void What_stands_elsewhere_or_is_no_letter_is_not_the_sex(int top, int height, string text) =>
        Assert.Null(In(AlienCardPlan.Find(MadeUpCard.Alien().With(1000, top, height, text).Print)!, "sex"));

    [Theory]
    [InlineData(360, 770, "I50069")]
    [InlineData(121, 820, "B40271")]
    public void A_further_number_stands_beside_the_date_or_below_it(int left, int top, string number) =>
        Assert.Equal(number, In(AlienCardPlan.Find(MadeUpCard.Alien().With(left, top, 32, number).Print)!, "alienRegNumEtc"));

    [Fact]
    public void A_further_number_elsewhere_is_none() =>
        Assert.Null(In(AlienCardPlan.Find(MadeUpCard.Alien().With(900, 640, 32, "I50069").Print)!, "alienRegNumEtc"));

    [Theory]
    [InlineData("외국인등록증")]
    [InlineData("RESIDENCE CARD")]
    public void One_line_of_the_title_is_enough(string lost) => Assert.NotNull(AlienCardPlan.Find(MadeUpCard.Alien().Without(lost).Print));

    [Fact]
    public void Without_the_title_there_is_no_card() =>
        Assert.Null(AlienCardPlan.Find(MadeUpCard.Alien().Without("외국인등록증").Without("RESIDENCE CARD").Print));

    [Theory]
    [InlineData(70, 22, "외국인등록증")]
    [InlineData(70, 50, "외국인등록증 재발급 신청 안내문")]
    [InlineData(860, 50, "외국인등록증")]
    [InlineData(70, 50, "PATIENT REGISTRATION CARD")]
    [InlineData(70, 50, "APPLICATION FOR A RESIDENCE CARD")]
    public void A_line_that_speaks_of_the_card_is_no_title(int top, int height, string text) =>
        Assert.Null(AlienCardPlan.Find(MadeUpCard.Alien().Without("외국인등록증").Without("RESIDENCE CARD").With(121, top, height, text).Print));

    [Fact]
    public void A_letter_that_names_all_that_is_on_a_card_is_none()
    {
        var letter = new MadeUpCard()
            .With(121, 70, 50, "외국인등록증")
            .With(121, 200, 26, "Please bring your Registration No. and your Name")
            .With(121, 240, 26, "your Country / Region and Nationality, your Status")
            .With(121, 280, 26, "and the Issue Date of the card to the office at")
            .With(121, 320, 26, "IMMIGRATION OFFICE")
            .With(121, 360, 26, "2023.06.19");
        Assert.Null(AlienCardPlan.Find(letter.Print));
    }

    [Fact]
    public void A_card_with_neither_number_nor_office_is_another() =>
        Assert.Null(AlienCardPlan.Find(MadeUpCard.Alien().Without("Registration No.").Without("940402-6999999")
            .Without("서울출입국·외국인청장").Without("CHIEF, SEOUL IMMIGRATION OFFICE").Print));

    [Theory]
    [InlineData(26)]
    [InlineData(80)]
    public void A_number_that_is_too_small_or_too_large_for_a_card_is_on_none(int height) =>
        Assert.Null(AlienCardPlan.Find(MadeUpCard.Alien(numberHeight: height).Print));

    [Fact]
    public void An_empty_page_is_no_card() => Assert.Null(AlienCardPlan.Find(new MadeUpCard().Print));

    private static string? In(AlienCardPlan plan, string field) => plan.Places.SingleOrDefault(place => place.Field == field)?.Line.Own.Text;
}
