using System;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>The figures of the help are the module's, and each language has the same.</summary>
public sealed class HelpFigureSpecs : IDisposable
{
    private readonly DraftPages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Theory]
    [InlineData("1 to 64, by default 4", "1 to 640, by default 4", "-ThrottleLimit: \"1 to 640\" is not the module's range, 1 to 64.")]
    [InlineData("1 to 64, by default 4", "1 to 64, by default 8", "-ThrottleLimit: \"by default 8\" is not the module's default, 4.")]
    [InlineData("1 to 64, by default 4", "by default 4", "-ThrottleLimit: \"1 to 64\" is missing.")]
    [InlineData("1 to 64, by default 4", "1 to 64", "-ThrottleLimit: \"by default 4\" is missing.")]
    [InlineData("(`50MB`)", "(`5MB`)", "-MaximumFileSize: \"by default 52428800 (5MB)\" is not the module's default, 52428800.")]
    [InlineData("this run reads, from 0", "this run reads, from 1", "-ShardIndex: \"from 1\" is not where the module begins, 0.")]
    [InlineData("`Multipart` (default) or `Json`", "`Multipart` or `Json` (default)", "-ContentType: \"Json (default)\" is not")]
    [InlineData("Asks before each picture.", "Asks 1 to 3 times.", "-Confirm: \"1 to 3\" is not the module's range, none to none.")]
    public void Limits_and_defaults_that_are_not_the_modules_end_the_build(string text, string instead, string message) =>
        Assert.Contains(_pages.ProblemsWith("Invoke-AlienCardOcr", text, instead), problem => DraftPages.Says(problem, message));

    [Theory]
    [InlineData("1~64이며 기본값은 4", "1~640이며 기본값은 4", "-ThrottleLimit: \"1~640\" is not the module's range, 1 to 64.")]
    [InlineData("1~64이며 기본값은 4", "1~64이며 기본값은 8", "-ThrottleLimit: \"기본값은 8\" is not the module's default, 4.")]
    [InlineData("1~64이며 기본값은 4", "1에서 64까지", "-ThrottleLimit: \"1~64\" is missing.")]
    [InlineData("1~64이며 기본값은 4", "1~64", "-ThrottleLimit: \"기본값은 4\" is missing.")]
    [InlineData("52428800(`50MB`)", "52428800(`5MB`)", "-MaximumFileSize: \"기본값은 52428800(5MB)\" is not")]
    [InlineData("번호이며 0부터", "번호이며 1부터", "-ShardIndex: \"1부터\" is not where the module begins, 0.")]
    [InlineData("`Multipart`(기본값)", "`Json`(기본값)", "-ContentType: \"Json(기본값)\" is not the module's default, Multipart.")]
    [InlineData("지정하지 않았다면\n30", "지정하지 않았다면\n45", "says 30 here.")]
    [InlineData("지정하지 않았다면\n30", "지정하지 않았다면\n30, 45", "does not say 45 here.")]
    public void Figures_of_a_Korean_page_are_the_modules_and_those_of_the_English_one(string text, string instead, string message)
    {
        _pages.Copy("docs/ko-KR");
        _pages.Change("docs/ko-KR/Invoke-AlienCardOcr.md", text, instead);
        Assert.Contains(
            _pages.Build(),
            problem => problem.File == "docs/ko-KR/Invoke-AlienCardOcr.md" && DraftPages.Says(problem, message));
    }

    [Theory]
    [InlineData("1억 픽셀", "1,000만 픽셀", "says 100000000 here.")]
    [InlineData("1억 픽셀", "1,000만 픽셀", "does not say 10000000 here.")]
    [InlineData("1억 픽셀", "10,000만 픽셀", null)]
    public void A_figure_is_the_same_in_the_units_of_either_language(string text, string instead, string? message)
    {
        _pages.Copy("docs/ko-KR");
        _pages.Change("docs/ko-KR/about_ClovaOcr_Errors.md", text, instead);
        var problems = _pages.Build();
        if (message is null) Assert.Empty(problems);
        else Assert.Contains(problems, problem => DraftPages.Says(problem, message));
    }

    [Theory]
    [InlineData("2023년 4월 1일", "2023년 5월 1일")]
    [InlineData("2023년 4월 1일", "2024년 4월 1일")]
    public void A_date_is_the_same_in_the_order_of_either_language(string text, string instead)
    {
        _pages.Copy("docs/ko-KR");
        _pages.Change("docs/ko-KR/ConvertTo-MaskedImage.md", text, instead);
        Assert.Contains(_pages.Build(), problem => DraftPages.Says(problem, " says "));
    }
}
