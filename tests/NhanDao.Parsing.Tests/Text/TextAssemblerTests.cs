using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Text;

public class TextAssemblerTests
{
    private const string BodyLine = "Để thực hiện kế hoạch năm nay, Sở Xây dựng đề nghị các đơn vị rà soát số";

    private static PageOfWords Letterhead(double slope = 0) => new PageOfWords()
        .Set(90, 60, "UBND TỈNH BA SAO", slope).Beside(290, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", slope)
        .Set(110, 76, "SỞ XÂY DỰNG", slope).Beside(310, 76, "Độc lập - Tự do - Hạnh phúc", slope)
        .Set(90, 100, "Số: 12/SXD-QLN", slope).Beside(300, 100, "Ba Sao, ngày 04 tháng 5 năm 2024", slope)
        .Set(80, 116, "V/v rà soát nhà ở", slope);

    [Fact]
    public void Reads_the_left_column_of_a_letterhead_before_the_right()
    {
        var lines = PageOfWords.Read(Letterhead().Set(80, 200, BodyLine).Pages());

        Assert.Equal(
        [
            "UBND TỈNH BA SAO", "SỞ XÂY DỰNG", "Số: 12/SXD-QLN", "V/v rà soát nhà ở", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc", "Ba Sao, ngày 04 tháng 5 năm 2024", BodyLine,
        ], lines);
    }

    [Fact]
    public void Reads_a_skewed_page_as_a_straight_one()
    {
        const double slope = 0.03; // 15 points over the page: more than a line
        var page = Letterhead(slope);
        for (var i = 0; i < 6; i++)
            page.Set(80, 200 + (i * 16), BodyLine, slope);

        Assert.Equal(PageOfWords.Read(Letterhead().Pages()), PageOfWords.Read(page.Pages())[..7]);
    }

    [Fact]
    public void Parts_recipients_from_the_signature_beside_them_though_their_lines_are_not_level()
    {
        var lines = PageOfWords.Read(new PageOfWords()
            .Set(80, 100, BodyLine).Set(80, 116, "liệu./.")
            .Set(80, 150, "Nơi nhận:").Beside(380, 150, "KT. GIÁM ĐỐC")
            .Set(80, 163, "- Như trên;").Beside(380, 166, "PHÓ GIÁM ĐỐC")
            .Set(80, 176, "- Lưu: VT, QLN.")
            .Set(390, 240, "Trần Văn Ba").Pages());

        Assert.Equal([BodyLine, "liệu./.", "Nơi nhận:", "- Như trên;", "- Lưu: VT, QLN.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Văn Ba"], lines);
    }

    [Fact]
    public void Keeps_the_rows_of_a_table()
    {
        var lines = PageOfWords.Read(new PageOfWords()
            .Set(80, 60, BodyLine)
            .Set(80, 100, "Huyện An Hòa").Beside(350, 100, "120 hộ")
            .Set(80, 116, "Huyện Bình Sa").Beside(350, 116, "95 hộ")
            .Set(80, 160, BodyLine).Pages());

        Assert.Equal(["Huyện An Hòa 120 hộ", "Huyện Bình Sa 95 hộ"], lines[1..3]);
    }

    [Fact]
    public void Joins_a_line_that_the_source_cut_in_two()
    {
        var lines = PageOfWords.Read(new PageOfWords()
            .Set(80, 100, BodyLine).Set(80, 116, "liệu nhà ở xã hội").Set(190, 117, "trên địa bàn tỉnh").Pages());

        Assert.Equal("liệu nhà ở xã hội trên địa bàn tỉnh", lines[1]);
    }

    [Fact]
    public void Gives_every_word_its_box_and_its_place_in_the_text()
    {
        var text = TextAssembler.Assemble(Letterhead().Pages());
        foreach (var word in text.Text.Words)
            Assert.NotNull(word.Box);

        Assert.Equal(text.Content.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
            text.Text.Words.Select(w => text.Content.Substring(w.Span.Start, w.Span.Length)));
    }

    [Theory]
    [InlineData("Ðiện", "Điện")] // eth for Đ
    [InlineData("e\u0302\u0301", "ế")] // decomposed
    [InlineData("thi\u00ADhành", "thihành")] // soft hyphen
    [InlineData("số\u00A0012", "số 012")] // a space that does not break
    [InlineData("\uFEFFSố", "Số")]
    [InlineData("６/੮", "6/8")] // digits of other scripts
    public void Writes_canonical_characters(string word, string canonical) => Assert.Equal(canonical, CanonicalWord.Of(word));

    [Fact]
    public void Survives_half_a_surrogate_pair() => Assert.Equal("a\uFFFDb", CanonicalWord.Of("a\uD800b"));

    [Fact]
    public void Has_no_lines_where_there_are_no_words() => Assert.Empty(PageOfWords.Read(new PageOfWords().Pages()));
}
