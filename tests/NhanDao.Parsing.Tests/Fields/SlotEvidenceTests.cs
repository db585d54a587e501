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
    [InlineData("2875:0.2 1875:0.2", "2-27", "cv 2275 khuyet tat", "2275 number.shapes+file")] // one digit was taken for another
    [InlineData("2475:0.2 3275:0.2", null, "2275-2375", null)] // near two of the name
    [InlineData("875:0.9", null, "275", null)] // a short number is near too many
    [InlineData("1986:0.9", null, "scan 0986", null)] // a counter of a scanner, not a number
    public void A_number_needs_two_witnesses(string shapes, string? read, string? file, string? expected) =>
        Assert.Equal(expected, SlotEvidence.Number(Shapes(shapes), read, file) is { } known ? $"{known.Ordinal} {known.Source}" : null);

    [Theory]
    [InlineData("092010:0.3", "09", "2010", true)] // the year of the symbol is in the slot, too
    [InlineData("0912010:0.6", "09", "2010", true)] // its slash looks like a 1
    [InlineData("0932010:0.6", "09", "2010", false)]
    [InlineData("09:0.6", "08", "2010", false)]
    [InlineData("311:0.5 31:0.5", "31", "", false)] // OCR may have taken the last 1 for the slash
    [InlineData("311:0.5 31:0.5", "311", "", true)]
    [InlineData("311:0.1 31:0.7", "31", "", true)]
    [InlineData("", "31", "", false)]
    public void Shapes_and_ocr_agree(string shapes, string read, string behind, bool agree) => Assert.Equal(agree, SlotEvidence.Agrees(Shapes(shapes), read, behind));

    internal static ImmutableArray<InkCandidate> Shapes(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(':'))
            .Select(c => new InkCandidate(c[0], double.Parse(c[1], CultureInfo.InvariantCulture))),
    ];
}
