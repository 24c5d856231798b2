using System.Linq;
using ClovaOcr.Emulator.Reading.Print.Plans;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Print;

/// <summary>The cards that are sent by mistake.</summary>
public sealed class OtherCardPlanSpecs
{
    [Fact]
    public void An_identity_card_has_a_number_a_name_and_a_date()
    {
        var plan = ResidentCardPlan.Find(Identity().Print)!;
        Assert.Equal("ic", plan.Kind);
        Assert.Equal("800101-2000000", In(plan, "personalNum"));
        Assert.Equal("홍견본", In(plan, "name"));
        Assert.Equal("2019. 5. 17.", In(plan, "issueDate"));
        Assert.Null(AlienCardPlan.Find(Identity().Print));
    }

    [Fact]
    public void A_licence_has_a_number_of_its_own_and_no_date_of_renewal_for_that_of_issue()
    {
        var plan = ResidentCardPlan.Find(Licence().Print)!;
        Assert.Equal("dl", plan.Kind);
        Assert.Equal("99-22-000000-00", In(plan, "num"));
        Assert.Equal("040229-3111111", In(plan, "personalNum"));
        Assert.Equal("정보기", In(plan, "name"));
        Assert.Null(In(plan, "issueDate"));
    }

    [Fact]
    public void A_passport_has_a_number_and_names()
    {
        var plan = PassportPlan.Find(Passport().Print)!;
        Assert.Equal("pp", plan.Kind);
        Assert.Equal("X00000000", In(plan, "num"));
        Assert.Equal("EXAMPLE", In(plan, "surName"));
        Assert.Equal("ALEX SAMPLE", In(plan, "givenName"));
    }

    [Theory]
    [InlineData("주민등록증"), InlineData("800101-2000000")]
    public void Without_title_or_number_there_is_no_identity_card(string lost) => Assert.Null(ResidentCardPlan.Find(Identity().Without(lost).Print));

    [Theory]
    [InlineData("자동차운전면허증"), InlineData("040229-3111111")]
    public void Without_title_or_number_there_is_no_licence(string lost) => Assert.Null(ResidentCardPlan.Find(Licence().Without(lost).Print));

    [Theory]
    [InlineData("PASSPORT"), InlineData("X00000000")]
    public void Without_title_or_number_there_is_no_passport(string lost) => Assert.Null(PassportPlan.Find(Passport().Without(lost).Print));

    [Theory]
    [InlineData("900101-6000001")]
    [InlineData("800101-200000")]
    public void A_number_that_is_not_a_residents_makes_no_identity_card(string number) =>
        Assert.Null(ResidentCardPlan.Find(Identity().With("800101-2000000", number).Print));

    private static MadeUpCard Identity() => new MadeUpCard()
        .With(121, 80, 60, "주민등록증")
        .With(121, 240, 50, "홍견본")
        .With(121, 340, 44, "800101-2000000")
        .With(121, 440, 34, "가상특별시 견본구 보기로")
        .With(640, 780, 34, "2019. 5. 17.");

    private static MadeUpCard Licence() => new MadeUpCard()
        .With(500, 60, 50, "자동차운전면허증")
        .With(500, 170, 44, "99-22-000000-00")
        .With(500, 250, 44, "정보기")
        .With(500, 320, 44, "040229-3111111")
        .With(500, 520, 34, "2032.01.01.");

    private static MadeUpCard Passport() => new MadeUpCard()
        .With(121, 60, 40, "PASSPORT")
        .With(1000, 130, 36, "X00000000")
        .With(600, 200, 16, "Surname")
        .With(600, 225, 36, "EXAMPLE")
        .With(600, 280, 16, "Given names")
        .With(600, 305, 36, "ALEX SAMPLE")
        .With(600, 385, 36, "REPUBLIC OF UTOPIA");

    private static string? In(ICardPlan plan, string field) => plan.Places.SingleOrDefault(place => place.Field == field)?.Line.Own.Text;
}
