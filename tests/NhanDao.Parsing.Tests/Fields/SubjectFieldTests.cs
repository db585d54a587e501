using NhanDao.Parsing.Fields;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.Fields;

public class SubjectFieldTests
{
    [Theory]
    [InlineData("V/v báo cáo công tác|dân số năm 2024.", "báo cáo công tác dân số năm 2024")]
    [InlineData("V/v: rà soát hồ sơ;", "rà soát hồ sơ")]
    [InlineData("Về việc tổ chức Tháng Thanh niên", "tổ chức Tháng Thanh niên")]
    [InlineData("Vềviệc triển khai kế hoạch", "triển khai kế hoạch")]
    [InlineData("Về lấy ý kiến góp ý", "lấy ý kiến góp ý")]
    [InlineData("Tiếp tục chỉ đạo thực hiện|“Mỗi người một việc tốt”", "Tiếp tục chỉ đạo thực hiện “Mỗi người một việc tốt”")] // no cue; the quote stays
    [InlineData("(V/v giao chỉ tiêu năm 2023)", "giao chỉ tiêu năm 2023")]
    [InlineData("“V/v giới thiệu đại biểu”", "giới thiệu đại biểu")]
    [InlineData("V/v phúc đáp Công văn số 31/SNV-|TCBC", "phúc đáp Công văn số 31/SNV-TCBC")] // a symbol broken at its hyphen
    [InlineData("Vận động quyên góp sách", "Vận động quyên góp sách")] // «V» alone is no cue
    [InlineData("Vệ sinh môi trường đầu năm", "Vệ sinh môi trường đầu năm")]
    public void Reads_the_subject_without_its_cue(string lines, string subject) =>
        Assert.Equal(subject, Read(LetterLines.Of(LineLabel.Subject, lines.Split('|'))).Value);

    [Theory]
    [InlineData("ƒ/w^40 cử lãnh đạo tham dự", "cử lãnh đạo tham dự")]
    [InlineData("V⁄v^80 cử lãnh đạo tham dự", "cử lãnh đạo tham dự")]
    [InlineData("Viv^60 cử lãnh đạo tham dự", "cử lãnh đạo tham dự")]
    public void Knows_the_cue_through_misreadings(string line, string subject) =>
        Assert.Equal(subject, Read(LetterLines.Scan(LineLabel.Subject, line)).Value);

    [Theory]
    [InlineData("$^10 Phối hợp tổ chức ngày hội", "Phối hợp tổ chức ngày hội")]
    [InlineData("V/v /^40 góp ý dự thảo", "góp ý dự thảo")]
    [InlineData("V/v phòng,^96 =^30 rOSx^20 chống dịch '^40", "phòng, chống dịch")]
    [InlineData("V/v quyết toán 2017 - 2018", "quyết toán 2017 - 2018")] // a dash may stand alone
    [InlineData("V/v phục vụ VNeID^93 năm 2024", "phục vụ VNeID năm 2024")] // clear print is no scrawl
    [InlineData("V/v hội thi KTTH^30 lần 2", "hội thi KTTH lần 2")] // an abbreviation, however unclear
    public void Leaves_out_what_pens_and_specks_made(string line, string subject) => Assert.Equal(subject, Read(LetterLines.Scan(LineLabel.Subject, line)).Value);

    [Fact]
    public void Half_a_pair_of_quotation_marks_is_for_review() =>
        Assert.True(Read(LetterLines.Scan(LineLabel.Subject, "V/v đối thoại tại nơi làm\" việc")).Confidence < 0.8);

    [Fact]
    public void The_enacting_authority_below_is_no_part_of_it() =>
        Assert.Equal("phê duyệt Kế hoạch", Read(LetterLines.Of(LineLabel.Subject, "Về việc phê duyệt Kế hoạch", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH")).Value);

    [Theory]
    [InlineData("V/v tô^88 chức lễ hội", "tổ chức lễ hội")]
    [InlineData("V/v xét thâu^96 và gói thâu^96 số 3", "xét thâu và gói thầu số 3")] // only the pair is known
    [InlineData("V/v chỉ^89 phí đào tạo", "chi phí đào tạo")]
    public void Mends_marks_that_a_common_pair_leaves_no_choice_in(string line, string subject) =>
        Assert.Equal(subject, Read(LetterLines.Scan(LineLabel.Subject, line)).Value);

    [Fact]
    public void A_misspelt_word_of_a_typed_letter_stays_and_one_of_a_scan_is_for_review()
    {
        Assert.Equal("đẩy nhanh tiến độ gám sát", Read(LetterLines.Of(LineLabel.Subject, "V/v đẩy nhanh tiến độ gám sát")).Value);
        Assert.True(Read(LetterLines.Scan(LineLabel.Subject, "V/v mua thuôc^97")).Confidence < 0.8);
    }

    [Fact]
    public void Says_so_when_there_is_none()
    {
        var letter = LetterLines.Of(LineLabel.Body, "Thực hiện chỉ đạo của cấp trên");
        Assert.Equal(FieldStatus.Absent, Read(letter).Status);
        Assert.Contains(letter.Problems, p => p.Code == "subject.absent");
    }

    private static Field<string> Read(LetterLines letter) => SubjectField.Read(letter.Text, letter.Lines, letter.Problems);
}
