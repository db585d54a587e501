using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Parsing.Fields;

namespace NhanDao.Parsing.Tests.Fields;

public class InkedDayTests
{
    /// <summary>April 2018: the 1st is a Sunday.</summary>
    private static readonly DateOnly April = new(2018, 4, 1);

    [Theory]
    [InlineData("15:0.66 13:0.11", 13, "", null, "13 date.shapes+ocr")] // the 15th is a Sunday
    [InlineData("24:0.4 14:0.4", null, "2018-04-24", null, "24 date.shapes+signature")] // the 14th is a Saturday, besides
    [InlineData("23:0.47 20:0.1", null, "2018-04-24", null, "23 date.shapes+signature")] // signed the day after
    [InlineData("24:0.45 26:0.45", 24, "", null, "24 date.shapes+ocr")]
    [InlineData("30:0.9", null, "2018-05-17", null, "30 date.shapes")]
    [InlineData("16:0.4 10:0.4", null, "", "2018-04-12", "16 date.shapes")] // it cites a letter of the 12th
    [InlineData("17:0.74 177:0.09 173:0.08 13:0.05", null, "", null, "17 date.shapes")] // no month has 177 days
    [InlineData("6:1.00", null, "", null, "6 date.shapes")]
    [InlineData("1:0.9", null, "", null, null)] // a stroke may be what is left of 10, 11, 21
    [InlineData("31:0.9", null, "", null, null)] // no such day in April
    [InlineData("23:0.4 24:0.4", null, "2018-04-24", null, "24 date.shapes+signature")] // most letters are signed on their day
    [InlineData("23:0.4 24:0.4", null, "2018-04-25", null, null)] // both fit the signature
    [InlineData("20:0.6 25:0.3", null, "2018-04-18", null, null)] // nobody signs before a letter is dated
    [InlineData("", 15, "2018-04-15", null, null)] // nothing was seen in the slot
    public void A_day_is_given_where_all_that_is_known_points_to_it(string shapes, int? read, string signedOn, string? cited, string? expected)
    {
        ImmutableArray<DateOnly> times = signedOn.Length == 0 ? [] : [DateOnly.Parse(signedOn, CultureInfo.InvariantCulture)];
        var days = InkedDay.Weigh(SlotEvidenceTests.Shapes(shapes), read, times, April, cited is null ? null : DateOnly.Parse(cited, CultureInfo.InvariantCulture));

        Assert.Equal(expected, days is [{ Probability: >= InkedDay.GivenFrom } day, ..] ? $"{day.Day} {day.Source}" : null);
    }
}
