using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Seals;

namespace NhanDao.Parsing.Tests.Text.Seals;

public sealed class SignatureReadingTests
{
    private static readonly SignatureArea Area = new(270, 500, 595, 750, []);

    [Theory]
    [InlineData("KT. GIÁM ĐỐC", "Authority")]
    [InlineData("TM. ỦY BAN NHÂN DÂN", "Authority")]
    [InlineData("T/L CHỦ TỊCH", "Authority")]
    [InlineData("PHÓ GIÁM ĐÓC", "Post")] // marks are mended by the list
    [InlineData("Chánh văn phòng", "Post")]
    [InlineData("Trần Thị Thu Hà", "Name")]
    [InlineData("SỞ", "Nothing")] // in the middle of a seal
    [InlineData("TỈNH AN BÌNH", "Nothing")] // round its ring
    [InlineData("giám đốc", "Nothing")] // the end of a sentence
    [InlineData("các cơ quan liên quan", "Nothing")]
    public void Tells_lines_of_a_signature_from_the_rest(string line, string kind) =>
        Assert.Equal(kind, SignatureWords.Judge(line).Kind.ToString());

    [Fact]
    public void Looks_right_of_the_recipients()
    {
        var area = SignatureArea.Find([Word("Nơi", 60, 600, 0), Word("nhận:", 82, 600, 0), Word("tỉnh;", 60, 620, 1)], 595, 842);
        Assert.NotNull(area);
        Assert.InRange(area.Left, 250, 300);
        Assert.InRange(area.Top, 550, 600);
    }

    [Fact]
    public void Looks_nowhere_on_a_page_without_a_signature() =>
        Assert.Null(SignatureArea.Find([Word("Đề", 60, 600, 0), Word("nghị", 82, 600, 0), Word("các", 330, 620, 1)], 595, 842));

    [Fact]
    public void Keeps_what_reaches_over_from_the_left()
    {
        var item = Words("- Các cơ quan chuyên môn thuộc tỉnh;", 60, 650, 4, 0.9);
        var area = SignatureArea.Find([Word("Nơi", 60, 600, 0), Word("nhận:", 82, 600, 0), .. item], 595, 842);
        Assert.DoesNotContain(item, w => area!.Holds(w));
    }

    [Fact]
    public void Puts_the_name_in_the_place_of_what_was_read_under_the_seal() =>
        Assert.Equal("Phạm Thị Hoa", Merged(Words("Ấ hạm Thi Ho", 390, 700, 9, 0.5), "Phạm Thị Hoa", "Phạm Thị Hoa"));

    [Fact]
    public void Keeps_the_first_reading_where_the_second_is_no_line_of_a_signature() =>
        Assert.Equal("Ấ hạm Thi Ho", Merged(Words("Ấ hạm Thi Ho", 390, 700, 9, 0.5), "SỞ Y TẾ"));

    [Fact]
    public void Names_read_differently_are_not_sure()
    {
        var lines = Lines("Phạm Thị Hoa").Concat(Lines("Phạm Thị Hòa")).ToList();
        var merged = SignaturePrint.Merge([], lines, Area, static _ => false);
        Assert.All(merged, w => Assert.InRange(w.Confidence, 0, 0.6));
    }

    [Fact]
    public void A_post_with_ink_before_it_is_not_sure()
    {
        var merged = SignaturePrint.Merge([], [.. Lines("GIÁM ĐỐC")], Area, static _ => true);
        Assert.All(merged, w => Assert.InRange(w.Confidence, 0, 0.3));
    }

    private static string Merged(PageWord[] before, params string[] readings)
    {
        var lines = readings.SelectMany(Lines).ToList();
        return string.Join(' ', SignaturePrint.Merge([.. before], lines, Area, static _ => false).Select(w => w.Text));
    }

    private static IEnumerable<SignaturePrint> Lines(string text) =>
        SignaturePrint.In([.. Words(text, 390 - Area.Left, 700 - Area.Top, 0, 0.95)], Area);

    private static PageWord[] Words(string line, double left, double top, int number, double confidence)
    {
        var words = line.Split(' ');
        var place = left;
        return [.. words.Select(text =>
        {
            var word = new PageWord(text, place, top, 6 * text.Length, 11, Math.Min(1, confidence), number);
            place = word.Right + 4;
            return word;
        })];
    }

    private static PageWord Word(string text, double left, double top, int line) => new(text, left, top, 6 * text.Length, 11, 0.95, line);
}
