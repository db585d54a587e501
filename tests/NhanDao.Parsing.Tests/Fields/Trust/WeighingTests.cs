using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Parsing.Tests.Fields.Trust;

public class WeighingTests
{
    private static Letter Letter(string number = "Số: 12/UBND-KT", string issuer = "ỦY BAN NHÂN DÂN\nTỈNH PHÚ YÊN", string date = "Phú Yên, ngày 05 tháng 3 năm 2025", string cited = "01/02/2025") =>
        new LetterParser().Parse($"""
            {issuer}
            {number}
            {date}
            V/v kiểm tra an toàn thực phẩm

            Kính gửi: Sở Y tế.

            Thực hiện Công văn số 77/BYT-ATTP ngày {cited} của Bộ Y tế, Ủy ban nhân dân tỉnh giao Sở Y tế chủ trì kiểm tra, báo cáo trước ngày 30/3/2025.

            Nơi nhận:
            - Như trên;
            - Lưu: VT.

            KT. CHỦ TỊCH
            PHÓ CHỦ TỊCH

            Trần Văn An
            """);

    [Fact]
    public void A_plain_letter_asks_for_no_look_at_its_letterhead()
    {
        var review = ReviewList.Of(Letter());

        Assert.DoesNotContain("number", review);
        Assert.DoesNotContain("issuer", review);
        Assert.DoesNotContain("date", review);
        Assert.DoesNotContain("subject", review);
        Assert.DoesNotContain("signers", review);
    }

    [Fact]
    public void A_letter_dated_before_what_it_cites_has_a_doubtful_date() =>
        Assert.True(Letter(cited: "01/12/2025").Date.Confidence < Letter().Date.Confidence);

    [Fact]
    public void An_issuer_that_its_symbol_speaks_against_is_less_sure() =>
        Assert.True(Letter(issuer: "SỞ NỘI VỤ").Issuer.Confidence < Letter().Issuer.Confidence);

    [Fact]
    public void A_province_that_was_merged_is_sure_before_July_2025_only() =>
        Assert.True(Letter(date: "Phú Yên, ngày 05 tháng 3 năm 2026").Place.Confidence < Letter().Place.Confidence);

    [Fact]
    public void What_is_absent_keeps_its_confidence() => Assert.Equal(1, Letter().Marks.Secrecy.Confidence);

    [Fact]
    public void Every_value_says_how_sure_it_is()
    {
        var directive = Assert.Single(Letter().Directives);

        Assert.InRange(directive.Confidence, 0.02, 0.995);
        Assert.All(directive.Leads, a => Assert.InRange(a.Confidence, 0.02, 0.995));
        Assert.InRange(directive.Deadline!.Confidence, 0.02, 0.995);
    }
}
