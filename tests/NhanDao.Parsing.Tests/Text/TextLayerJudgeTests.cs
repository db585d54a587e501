using System.Collections.Immutable;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Text;

public class TextLayerJudgeTests
{
    private const string Sound = """
        Thực hiện chỉ đạo của Bộ Y tế về phòng, chống dịch bệnh mùa hè, Ủy ban nhân dân tỉnh giao Sở Y tế chủ trì, phối hợp với
        các sở, ban, ngành và UBND các huyện, thị xã rà soát, báo cáo kết quả trước ngày 15/3/2024 theo Công văn số 12/UBND-VX
        và đề nghị các đơn vị liên quan kịp thời gửi ý kiến bằng văn bản để tổng hợp, trình cấp có thẩm quyền xem xét, quyết định
        """;

    [Theory]
    [InlineData(Sound, 0, true)]
    [InlineData(Sound, 0.05, true)] // a seal
    [InlineData(Sound, 1, true)] // a good OCR layer under a scan
    [InlineData("2", 0, true)] // a last page with its number only
    [InlineData("", 0, false)]
    [InlineData("", 1, false)]
    [InlineData("Ký bởi: Sở Y tế Cơ quan: Tỉnh Đồng Tháp Thời gian ký: 15.03.2024 08:30:00 +07:00", 1, false)] // a signature box
    [InlineData("Ký bởi: Sở Y tế Ngày ký: 15/03/2024", 0.3, false)] // beside a picture that may hold the text
    [InlineData("Thuc hien chi dao cua Bo Y te ve phong chong dich benh mua he Uy ban nhan dan tinh giao cho cac so ban nganh", 0, false)]
    [InlineData("BO GIAO Dl)C vA BAo T~O CQNG HOA xA HQI CHU NGHiA VI¥1;' NAM DQcI,p TV do H~nh phuc sA: THONG BAo V~ vi~c", 0, false)] // OCR in the wrong language
    [InlineData("Thùc hiÖn chØ ®¹o cña Bé Y tÕ vÒ phßng chèng dÞch bÖnh mïa hÌ ñy ban nh©n d©n tØnh giao cho c¸c së ban ngµnh", 0, false)] // TCVN3
    [InlineData("Th\uE001c hi\uE002n ch\uE003 \uE004\uE005o c\uE006a B\uE007 Y t\uE008 v\uE009 ph\uE00Ang, ch\uE00Bng d\uE00Cch b\uE00Dnh m\uE00Ea h\uE00F", 0, false)] // a font that lost letters
    public void Trusts_a_layer_that_is_the_page(string layer, double pictureShare, bool trusted)
    {
        var verdict = TextLayerJudge.Judge(Words(layer), pictureShare);
        Assert.Equal(trusted, verdict.Trusted);
        Assert.NotEmpty(verdict.Reason);
    }

    [Fact]
    public void Words_of_another_OCR_are_not_given_as_certain() => Assert.True(TextLayerJudge.Judge(Words(Sound), 1).Confidence < 1);

    private static ImmutableArray<PageWord> Words(string text) =>
        [.. text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select((word, i) => new PageWord(word, i, 0, 1, 1, 1, 0))];
}
