using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Parsing.Fields;
using NhanDao.Parsing.Text.Ink;

namespace NhanDao.Parsing.Tests.Fields;

public class SlotEvidenceTests
{
    [Theory]
    [InlineData("299:0.5 899:0.3", "299", null, "299 number.shapes+ocr")]
    [InlineData("239:0.6 233:0.2", "@39", "045 To trinh 239 UB.signed", "239 number.shapes+file")] // OCR is of no help, the file name is
    [InlineData("745:0.4", null, "CV 745", "745 number.shapes+file")]
    [InlineData("", "1287", "1287_cv", "1287 number.shapes+file")] // no shapes were found, but OCR and name agree
    [InlineData("4532:1.00", null, null, null)] // shapes alone settle no number, however clear
    [InlineData("4532:1.00", "4537", "scan0001", null)]
    [InlineData("57:0.5 74:0.4", null, "57-74", null)] // the name confirms two readings
    [InlineData("239:0.02", null, "239", null)] // all but impossible by its shape
    [InlineData("5:0.9", "5", "5", null)] // one digit agrees too easily
    [InlineData("057:0.9", null, "57", null)] // another number
    public void A_number_needs_two_witnesses(string shapes, string? read, string? file, string? expected) =>
        Assert.Equal(expected, SlotEvidence.Number(Shapes(shapes), read, file) is { } known ? $"{known.Ordinal} {known.Source}" : null);

    [Theory]
    [InlineData("15:0.66 75:0.11", 15, "", "15 date.shapes+ocr")]
    [InlineData("24:0.4 14:0.4", null, "2018-04-24", "24 date.shapes+signature")]
    [InlineData("23:0.47 20:0.1", null, "2018-04-24", "23 date.shapes+signature")] // signed the day after
    [InlineData("31:0.9", null, "", null)] // no such day in April
    [InlineData("30:0.9", null, "2018-05-17", "30 date.shapes")]
    [InlineData("6:1.00", null, "", null)] // the first digit of a day may be lost
    [InlineData("23:0.4 22:0.4", null, "2018-04-24", null)] // both fit the signature
    [InlineData("15:0.6", null, "2018-04-30", null)] // signed too late to witness
    [InlineData("20:0.6", null, "2018-04-18", null)] // nor before the letter
    [InlineData("", 15, "2018-04-15", null)] // nothing was seen in the slot
    public void A_day_needs_clear_shapes_or_a_second_witness(string shapes, int? read, string signedOn, string? expected)
    {
        ImmutableArray<DateOnly> times = signedOn.Length == 0 ? [] : [DateOnly.Parse(signedOn, CultureInfo.InvariantCulture)];
        Assert.Equal(expected, SlotEvidence.Day(Shapes(shapes), read, times, 2018, 4) is { } known ? $"{known.Day} {known.Source}" : null);
    }

    private static ImmutableArray<InkCandidate> Shapes(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(':'))
            .Select(c => new InkCandidate(c[0], double.Parse(c[1], CultureInfo.InvariantCulture))),
    ];
}
