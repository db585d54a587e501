using NhanDao.Parsing.Fields;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.Fields;

public class DateFieldTests
{
    [Theory]
    [InlineData("Lâm Đồng, ngày 15 tháng 4 năm 2026", "2026-04-15", "Lâm Đồng")]
    [InlineData("Quảng Ngãi, ngày 9 tháng 8 năm 2013", "2013-08-09", "Quảng Ngãi")] // «Ngãi,» is not «ngày»
    [InlineData("Thái Nguyên, ngày 20 tháng 4 năm 2021", "2021-04-20", "Thái Nguyên")]
    [InlineData("TP. Hồ Chí Minh, ngày 03 tháng 08  năm 2017.", "2017-08-03", "TP. Hồ Chí Minh")]
    [InlineData("Hà Nội, ngày15tháng 01năm 2024", "2024-01-15", "Hà Nội")] // glued
    [InlineData("Cần Thơ, ngày 12 háng 01 năm 2020", "2020-01-12", "Cần Thơ")]
    [InlineData("Huế, ngày 04/3/2005", "2005-03-04", "Huế")]
    public void Reads_place_and_date(string line, string date, string place)
    {
        var letter = LetterLines.Of(LineLabel.PlaceDate, line);
        Assert.Equal((FieldStatus.Present, date, place), (Date(letter).Status, Date(letter).Value?.ToString(), Place(letter).Value));
    }

    [Theory]
    [InlineData("Lai Châu, ngày     tháng 4 năm 2026", "2026-04")]
    [InlineData("Lai Châu, ngày tháng năm 2023", "2023")]
    [InlineData("Lai Châu, ngày … tháng … năm 2023", "2023")]
    public void Gives_the_parts_that_are_filled_in(string line, string date)
    {
        var field = Date(LetterLines.Of(LineLabel.PlaceDate, line));
        Assert.Equal((FieldStatus.Blank, date), (field.Status, field.Value?.ToString()));
    }

    [Fact]
    public void A_wholly_blank_date_has_no_value() =>
        Assert.Equal((FieldStatus.Blank, null), (Date(LetterLines.Of(LineLabel.PlaceDate, "Hà Nội, ngày        tháng        năm")) is var f ? (f.Status, f.Value) : default));

    [Theory]
    [InlineData("Kiên^97 Giang,^97 ngày^93 2|^0^20 tháng^96 12^97 năm^97 2017")]
    [InlineData("Kiên^97 Giang,^97 ngày^93 44^91^14 tháng^96 12^97 năm^97 2017")] // sure of itself, but no print
    [InlineData("Kiên^97 Giang,^97 ngày⁄{5^13 tháng^96 12^97 năm^97 2017")]
    public void A_handwritten_day_is_not_given(string line)
    {
        var field = Date(LetterLines.Scan(LineLabel.PlaceDate, line));
        Assert.Equal((FieldStatus.Handwritten, "2017-12"), (field.Status, field.Value?.ToString()));
        Assert.True(field.Confidence < 0.8);
    }

    [Fact]
    public void A_printed_day_on_a_scan_is_given() =>
        Assert.Equal("2017-12-25", Date(LetterLines.Scan(LineLabel.PlaceDate, "Kiên^97 Giang,^97 ngày^97 25^97 tháng^97 12^96 năm^96 2017")).Value?.ToString());

    [Fact]
    public void The_signature_confirms_a_day_that_was_half_read()
    {
        var letter = LetterLines.Scan(LineLabel.PlaceDate, "Lào^97 Cai,^97 ngày⁄{5^13 tháng^97 01^96 năm^96 2025");
        var signed = new DigitalSignature("Ủy ban nhân dân", null, new(2025, 1, 15, 16, 0, 0, TimeSpan.FromHours(7)), "signature.printed");
        var field = DateField.Read(letter.Text, letter.Lines, [signed], letter.Problems);
        Assert.Equal(("2025-01-15", "date.signature"), (field.Value?.ToString(), field.Source));
    }

    [Theory]
    [InlineData("{5", 15, true)]
    [InlineData("04", 4, true)]
    [InlineData("5", 25, true)]
    [InlineData("14", 4, false)]
    [InlineData("899", 9, false)]
    [InlineData("ø†", 11, false)]
    public void Tells_when_two_witnesses_agree(string read, int day, bool agrees) => Assert.Equal(agrees, SignedDay.Agrees(read, day));

    [Fact]
    public void A_stamps_date_is_not_the_letters() =>
        Assert.Equal(FieldStatus.Absent, Date(LetterLines.Of(LineLabel.Stamp, "ĐẾN Số: 2352 Ngày: 21/3/18")).Status);

    [Theory]
    [InlineData("Lâm Đồng, ngày 15 tháng 8 găm 2025", "Lâm Đồng", "2025-08-15")]
    [InlineData("Lâm Đồng, hgày 15 tháng 8 năm 2025", "Lâm Đồng", "2025-08-15")]
    [InlineData("Lâm Đồng, ngày ~~ th", "Lâm Đồng", null)] // no date to be read: the place ends before «ngày» still
    [InlineData("PHƯỜNG AN HÒA _. Lâm Đồng, ngày 15 tháng 8 năm 2025", "Lâm Đồng", "2025-08-15")] // the left column runs on
    [InlineData("V%w Thực hiện Thông tư Lâm Đồng, ngày 15 tháng 8 năm 2025", "Lâm Đồng", "2025-08-15")]
    public void Reads_place_and_date_of_a_scan(string line, string place, string? date)
    {
        var letter = LetterLines.Scan(LineLabel.PlaceDate, line);
        Assert.Equal((place, date), (Place(letter).Value, Date(letter).Value?.ToString()));
    }

    [Fact]
    public void An_impossible_day_is_not_given() =>
        Assert.Null(Date(LetterLines.Of(LineLabel.PlaceDate, "Hà Nội, ngày 31 tháng 02 năm 2024")).Value?.Day);

    private static Field<PartialDate> Date(LetterLines letter) => DateField.Read(letter.Text, letter.Lines, [], letter.Problems);

    private static Field<string> Place(LetterLines letter) => PlaceField.Read(letter.Text, letter.Lines, letter.Problems);
}
