using NhanDao.Parsing.Fields;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.Fields;

public class DocumentTypeFieldTests
{
    [Theory]
    [InlineData("KẾ HOẠCH", "kế hoạch")]
    [InlineData("CHỈ THỊ CỦA ỦY BAN NHÂN DÂN TỈNH", "chỉ thị")]
    [InlineData("THOÔNG BAO", "thông báo")] // one letter too many
    [InlineData("GIẤY MỜI", "giấy mời")]
    [InlineData("NGHỊ QUYẾT", "nghị quyết")]
    public void The_heading_says_what_it_is(string heading, string type)
    {
        var field = Read(LetterLines.Of(LineLabel.Title, heading), "UBND-VX");
        Assert.Equal((type, "documentType.heading"), (field.Value, field.Source));
    }

    [Theory]
    [InlineData("QĐ-UBND", "quyết định")]
    [InlineData("2009/CT-UBND", "chỉ thị")]
    [InlineData("KL/TU", "kết luận")]
    public void Else_the_symbol(string symbol, string type)
    {
        var field = Read(LetterLines.Of(LineLabel.Body, "…"), symbol);
        Assert.Equal((type, "documentType.symbol", FieldStatus.Inferred), (field.Value, field.Source, field.Status));
    }

    [Theory]
    [InlineData("UBND-VX")]
    [InlineData("TC-TCDN")] // an old symbol that begins like one of a thông cáo
    [InlineData(null)]
    public void Else_the_form_of_a_letter(string? symbol)
    {
        var field = Read(LetterLines.Of(LineLabel.Subject, "V/v báo cáo").And(LineLabel.Addressee, "Kính gửi: Sở Y tế"), symbol);
        Assert.Equal(("công văn", "documentType.letterForm"), (field.Value, field.Source));
    }

    [Theory]
    [InlineData("CHƯƠNG TRÌNH PHỐI HỢP", "chương trình")]
    [InlineData("BÁO CÁO KẾT QUẢ CÔNG TÁC", "báo cáo")]
    public void A_heading_that_goes_on_is_for_a_person_to_look_at(string heading, string type)
    {
        var field = Read(LetterLines.Of(LineLabel.Title, heading).And(LineLabel.Subject, "Về công tác cán bộ"), "CTPH-BYT-BNV");
        Assert.Equal((type, true), (field.Value, field.Confidence < 0.9));
    }

    [Theory]
    [InlineData("BIÊN NIÊN SỬ")]
    [InlineData("Báo cáo viên")] // no heading of capitals
    public void A_subject_under_an_unknown_heading_makes_no_letter(string heading) =>
        Assert.Null(Read(LetterLines.Of(LineLabel.Title, heading).And(LineLabel.Subject, "Về công tác cán bộ"), "UBND-VX").Value);

    [Fact]
    public void A_letter_written_to_somebody_is_a_công_văn_though_its_symbol_begins_like_a_type_and_for_review()
    {
        var field = Read(LetterLines.Of(LineLabel.Addressee, "Kính gửi: Sở Y tế"), "TC-TCDN");
        Assert.Equal("công văn", field.Value);
        Assert.True(field.Confidence <= 0.5);
        Assert.Equal("báo cáo", Read(LetterLines.Of(LineLabel.Addressee, "Kính gửi: Sở Y tế"), "BC-SXD").Value); // a report is written to somebody, too
    }

    [Fact]
    public void Is_never_guessed_silently()
    {
        var letter = LetterLines.Of(LineLabel.Body, "Một trang giấy");
        Assert.Null(Read(letter, null).Value);
        Assert.Contains(letter.Problems, p => p is { Code: "documentType.absent", Severity: Severity.Warning });
    }

    private static Field<string> Read(LetterLines letter, string? symbol) => DocumentTypeField.Read(
        letter.Text,
        letter.Lines,
        symbol is null ? Field<LetterNumber>.Absent : new() { Status = FieldStatus.Present, Value = new("1", symbol), Confidence = 1 },
        letter.Problems);
}
