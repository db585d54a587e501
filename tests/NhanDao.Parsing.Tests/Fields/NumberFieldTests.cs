using NhanDao.Parsing.Fields;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.Fields;

public class NumberFieldTests
{
    [Theory]
    [InlineData("Số: 12/UBND-VX", "12", "UBND-VX")]
    [InlineData("Số: 507 /UBND-KGVX", "507", "UBND-KGVX")] // a gap before the slash
    [InlineData("Số 207-CV/TU", "207", "CV/TU")] // party: hyphen first, no colon
    [InlineData("Số 115 -CV/TU", "115", "CV/TU")]
    [InlineData("Số: 09/2009/CT-UBND", "09", "2009/CT-UBND")] // the year belongs to the symbol
    [InlineData("Số : 14/2004/CT-UB", "14", "2004/CT-UB")]
    [InlineData("Số: 3176b/QĐ-SYT", "3176b", "QĐ-SYT")]
    [InlineData("Số: 251/QÐ-UBND", "251", "QĐ-UBND")] // U+00D0 for Đ
    [InlineData("Số:156 -CV/TĐTN-BCTĐ&TTN", "156", "CV/TĐTN-BCTĐ&TTN")]
    [InlineData("Số 03-TTr/ĐUMTTQ, CĐTTW", "03", "TTr/ĐUMTTQ,CĐTTW")]
    [InlineData("Số: 1141-TC/QĐ/CĐKT", "1141", "TC/QĐ/CĐKT")]
    [InlineData("Số1849BGDĐT-GDPT", "1849", "BGDĐT-GDPT")] // a form field hides the slash
    [InlineData("Luật số: 61/2020/QH14", "61", "2020/QH14")]
    [InlineData("Số: 92/SYT- NVY", "92", "SYT-NVY")] // a space inside the symbol
    [InlineData("12094 Số:        /BNV-CCHC", "12094", "BNV-CCHC")] // stamped on the line above
    public void Reads_the_number(string line, string ordinal, string symbol)
    {
        var field = Read(LetterLines.Of(LineLabel.Number, line));
        Assert.Equal((FieldStatus.Present, new LetterNumber(ordinal, symbol)), (field.Status, field.Value));
        Assert.True(field.Confidence >= 0.9);
    }

    [Theory]
    [InlineData("Số:        /UBND-NC", "UBND-NC")]
    [InlineData("Số: /UBND-VX", "UBND-VX")]
    [InlineData("Số .....-CV/TU", "CV/TU")]
    public void Says_that_the_slot_is_blank(string line, string symbol)
    {
        var letter = LetterLines.Of(LineLabel.Number, line);
        var field = Read(letter);
        Assert.Equal((FieldStatus.Blank, new LetterNumber(null, symbol)), (field.Status, field.Value));
        Assert.Contains(letter.Problems, p => p.Code == "number.blank");
    }

    [Theory]
    [InlineData("Số:^97 44^91^13 /CT-UBND^92")] // taller and lower than the symbol: a pen
    [InlineData("Số:^97 899^31 /CT-UBND^92")] // the engine does not trust it
    [InlineData("Số:$4/CT-UBND^13")]
    [InlineData("ST^5 /CT-UBND")] // the cue itself is lost
    [InlineData("Số:-Ã5^35 /CT-UBND")]
    [InlineData("Só:{/&†/CT-UBND^23")]
    public void Keeps_the_symbol_but_not_handwritten_digits(string line)
    {
        var field = Read(LetterLines.Scan(LineLabel.Number, line));
        Assert.Equal((FieldStatus.Handwritten, null, "CT-UBND"), (field.Status, field.Value!.Ordinal, field.Value.Symbol));
        Assert.True(field.Confidence < 0.8);
    }

    [Fact]
    public void Trusts_printed_digits_on_a_scan() =>
        Assert.Equal(new LetterNumber("2325", "SYT-NVY"), Read(LetterLines.Scan(LineLabel.Number, "Số:^93 2325/SYT-NVY^92")).Value);

    [Theory]
    [InlineData("Số:^97 15^95 /QD-UBND^90", "QĐ-UBND")] // a lost stroke in a closed vocabulary
    [InlineData("Số:^97 15^95 /QĐÐ-UBND^90", "QĐ-UBND")]
    [InlineData("Số:^97 15^95 /TTr-UBND^90", "TTr-UBND")]
    public void Mends_lost_strokes_and_keeps_the_raw_text(string line, string symbol)
    {
        var field = Read(LetterLines.Scan(LineLabel.Number, line));
        Assert.Equal(symbol, field.Value!.Symbol);
        Assert.Contains(line.Split('/')[1].Split('^')[0], field.Raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Số:^93 68/2008/NQ-HĐND^93^11", "năm 2008^97^9", "68")] // the Q reaches below the line, and nothing else bears the digits out
    [InlineData("Số:^93 218-CV/HNDT^92^9", "năm 2025^97^9", "218")]
    [InlineData("Số:^93 57/KH-UBND^92^13", "năm 2025^97^9", null)] // taller than the year: a pen
    [InlineData("Số:^93 57/KH-UBND^40^9", "năm 2025^97^9", null)] // the engine gives it no trust
    public void Tells_print_from_ink_where_digits_and_symbol_are_one_word(string line, string year, string? ordinal)
    {
        var letter = LetterLines.Scan(LineLabel.Number, line).AndScan(LineLabel.PlaceDate, year);
        Assert.Equal(ordinal, Read(letter).Value!.Ordinal);
    }

    [Fact]
    public void A_cited_number_is_not_the_letters_own()
    {
        var letter = LetterLines.Of(LineLabel.Body, "Thực hiện Công văn số 1182/BYT-KH ngày 05/3/2024 của Bộ Y tế");
        Assert.Equal(FieldStatus.Absent, Read(letter).Status);
        Assert.Contains(letter.Problems, p => p.Code == "number.absent");
    }

    [Fact]
    public void An_arrival_stamps_number_is_not_the_letters_own() =>
        Assert.Equal(FieldStatus.Absent, Read(LetterLines.Of(LineLabel.Stamp, "ĐẾN Số: 2770", "Ngày: 04/4/18")).Status);

    [Fact]
    public void A_line_without_a_symbol_is_unreadable() =>
        Assert.Equal(FieldStatus.Unreadable, Read(LetterLines.Of(LineLabel.Number, "Số ~~ ..")).Status);

    private static Field<LetterNumber> Read(LetterLines letter) => NumberField.Read(letter.Text, letter.Lines, null, letter.Problems);
}
