using NhanDao.Parsing.Pages.Word;

namespace NhanDao.Parsing.Tests.Pages.Word;

public class ListNumbersTests
{
    [Theory]
    [InlineData(nameof(ListNumberFormat.Decimal), "Điều \0.", "Điều 1.", "Điều 2.")]
    [InlineData(nameof(ListNumberFormat.UpperRoman), "\0.", "I.", "II.")]
    [InlineData(nameof(ListNumberFormat.LowerLetter), "\0)", "a)", "b)")]
    [InlineData(nameof(ListNumberFormat.PaddedDecimal), "\0", "01", "02")]
    [InlineData(nameof(ListNumberFormat.Bullet), "\uF02D", "-", "-")] // a private character of a symbol font
    [InlineData(nameof(ListNumberFormat.None), "", "", "")]
    public void Counts(string format, string template, string first, string second)
    {
        var numbers = new ListNumbers();
        ListLevel? Levels(int level) => level == 0 ? new(1, Enum.Parse<ListNumberFormat>(format), template) : null;
        Assert.Equal((first, second), (numbers.Next("x", 0, Levels), numbers.Next("x", 0, Levels)));
    }

    [Fact]
    public void A_deeper_level_starts_anew_under_each_number()
    {
        var numbers = new ListNumbers();
        ListLevel? Levels(int level) => new(1, ListNumberFormat.Decimal, level == 0 ? "\0." : "\0.\u0001.");
        Assert.Equal(["1.", "1.1.", "1.2.", "2.", "2.1."], new[] { 0, 1, 1, 0, 1 }.Select(level => numbers.Next("x", level, Levels)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(9)]
    public void A_level_that_cannot_be_has_no_label(int level) => Assert.Equal("", new ListNumbers().Next("x", level, _ => new(1, ListNumberFormat.Decimal, "\0")));
}
