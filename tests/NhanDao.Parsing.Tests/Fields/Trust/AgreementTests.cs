using NhanDao.Parsing.Fields.Trust;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.Fields.Trust;

public class AgreementTests
{
    private static Field<T> Printed<T>(T value)
        where T : class => new() { Status = FieldStatus.Present, Value = value, Confidence = 0.9 };

    private static Letter Letter(string type, string symbol) => new()
    {
        Text = new LetterText { Content = "" },
        DocumentType = Printed(type),
        Number = Printed(new LetterNumber("12", symbol)),
    };

    [Theory]
    [InlineData("quyết định", "QĐ-UBND", 1)]
    [InlineData("quyết định", "TB-UBND", 0)] // TB stands for two kinds in party symbols
    [InlineData("kế hoạch", "QĐ-UBND", 0)] // a party QĐ may be a quy định
    [InlineData("kế hoạch", "BC-UBND", -1)]
    [InlineData("công văn", "UBND-VX", 1)] // a công văn has no code of its own
    [InlineData("báo cáo", "UBND-VX", -1)]
    public void Type_and_symbol_bear_each_other_out(string type, string symbol, double expected) =>
        Assert.Equal(expected, new Agreement(Letter(type, symbol)).OfType());

    [Theory]
    [InlineData("Như trên", 2)] // what every list begins with
    [InlineData("Sở Y tế", 2)] // a body that is known
    [InlineData("Nhóm đọc sách", 1)]
    [InlineData("VPUB: CVP, PCVP (KTTH)", 1)] // abbreviations are no words
    [InlineData("Lưu: VT, ntphong", 1)] // the typist's name is none either
    [InlineData("Phòng Y tế huyện, thị, thành ôhỏ", -1)]
    [InlineData("WcbsiteSYT", -1)]
    [InlineData(null, 0)]
    public void A_broken_word_speaks_against_an_item(string? item, double expected) => Assert.Equal(expected, Agreement.OfItem(item));

    [Fact]
    public void A_type_that_was_taken_from_the_symbol_is_not_borne_out_by_it()
    {
        var letter = Letter("quyết định", "QĐ-UBND");
        Assert.Equal(0, new Agreement(letter with { DocumentType = letter.DocumentType with { Source = "documentType.symbol" } }).OfType());
    }

    [Theory]
    [InlineData("Quyết định", "12/QĐ-UBND", 2)] // known codes, and the one of its type
    [InlineData("Công văn", "12/UBND", 1)]
    [InlineData("Công văn", "12/UBND-XWQ", 0)] // a misread code
    [InlineData("Chỉ thị", "12/QĐ-UBND", 1)]
    public void The_codes_of_a_number_bear_out_a_citation(string type, string number, double expected) =>
        Assert.Equal(expected, Agreement.OfReference(new() { Type = type, Number = number, Confidence = 0.9, Mentions = [new("", default, [])] }));

    [Theory]
    [InlineData("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", 2)]
    [InlineData("KT. CHỦ TỊCH", "CHỦ TỊCH", 0)] // nobody signs for himself
    [InlineData("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", 1)]
    [InlineData(null, "GIÁM DÔC XƯ", 0)] // no post that is known
    public void Who_signs_for_another_is_a_deputy(string? authority, string post, double expected) =>
        Assert.Equal(expected, Agreement.OfPosition(new Signer { Authority = authority is null ? Field<string>.Absent : Printed(authority), Position = Printed(post) }));
}
