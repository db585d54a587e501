using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Text;

public class TypedTextTests
{
    [Theory]
    [InlineData("# TỈNH ỦY BA SAO", "TỈNH ỦY BA SAO")]
    [InlineData("**ỦY BAN NHÂN DÂN  ", "ỦY BAN NHÂN DÂN")] // bold that goes on in the next line
    [InlineData("***Nơi nhận:***", "Nơi nhận:")]
    [InlineData("- Kính gửi:* - Các sở,", "- Kính gửi: - Các sở,")] // a closing star without an opening one
    [InlineData("*Tuy nhiên*, việc", "Tuy nhiên, việc")]
    [InlineData("\\*", "*")] // the party's star
    [InlineData("*", "*")]
    [InlineData("-----", "-----")]
    [InlineData("_____", "_____")]
    [InlineData("gửi &quot;Sở&nbsp;Y tế&quot;", "gửi \"Sở Y tế\"")]
    [InlineData("| Kính gửi: | Sở Y tế |", "Kính gửi: Sở Y tế")]
    public void Takes_marks_out_of_a_line(string typed, string line) => Assert.Equal(line, Assert.Single(PageOfWords.Read(TypedText.Read(typed))));

    [Theory]
    [InlineData("gửi về vp_ub@basao.gov.vn")] // a low line inside a name
    [InlineData("* Ghi chú: số liệu năm 2023")] // a list mark
    [InlineData("số hộ (*) tăng 3 * 4 lần")] // refers to a note; a product
    [InlineData("Số: 12/UBND-VX")]
    public void Leaves_what_is_no_mark(string typed) => Assert.Equal(typed, Assert.Single(PageOfWords.Read(TypedText.Read(typed))));

    [Fact]
    public void Reads_columns_only_across_clear_gaps()
    {
        var lines = PageOfWords.Read(TypedText.Read("""
            UBND TỈNH BA SAO                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            SỞ XÂY DỰNG                      Độc lập - Tự do - Hạnh phúc
            Số: 12/SXD-QLN                   Ba Sao, ngày 04 tháng 5 năm 2024
            """));

        Assert.Equal(["UBND TỈNH BA SAO", "SỞ XÂY DỰNG", "Số: 12/SXD-QLN"], lines[..3]);
    }

    [Fact]
    public void Leaves_lines_without_columns_in_their_order()
    {
        string[] typed = ["TỈNH ỦY BA SAO", "*", "Số 12-CV/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Ba Sao, ngày 04 tháng 5 năm 2024"];

        Assert.Equal(typed, PageOfWords.Read(TypedText.Read(string.Join("\n\n", typed))));
    }
}
