using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;
using NhanDao.Parsing.Tests.Text;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Fields;

/// <summary>What others put on the page, each where it stands on real pages: no field of the letter may change by it.</summary>
public class NotTheLetterTests
{
    /// <summary>What is put on the page: «left,top words», lines parted by «|»; «2:» before it is the second page.</summary>
    [Theory]
    // Arrival stamps, with a number and a date of their own.
    [InlineData("40,20 ĐẾN|40,34 Số: 2352|40,48 Ngày: 06-5-2024", true)] // above the letterhead
    [InlineData("40,6 SỞ TÀI CHÍNH|40,20 ĐẾN|40,34 Số: 2352|40,48 Ngày: 06-5-2024", true)] // headed by the receiver's name
    [InlineData("40,2 UBND HUYỆN SƠN LÂM|40,14 CÔNG VĂN ĐẾN|40,26 Số: 2352|40,38 Ngày: 06/5/2024", true)]
    // Urgency and secrecy.
    [InlineData("60,188 HỎA TỐC", false)]
    [InlineData("60,188 KHẨN", false)]
    [InlineData("60,170 HỎA TỐC HẸN GIỜ", false)]
    [InlineData("60,188 MẬT", false)]
    // Boxes of digital signatures.
    [InlineData("400,14 Ký bởi: Sở Xây dựng|400,24 Email: sxd@basao.gov.vn|400,34 Thời gian ký: 06/05/2024 16:42:36 +07:00", false)]
    [InlineData("60,14 Người ký: Sở Xây dựng|60,24 Ngày ký: 06-05-2024 16:42:36 +07:00", false)]
    [InlineData("300,14 BẢN SAO ĐIỆN TỬ|300,26 Thời gian ký: 06/05/2024 16:42:36", false)]
    // Furniture.
    [InlineData("295,30 1", false)]
    [InlineData("295,820 1", false)]
    [InlineData("2:295,30 2", false)]
    [InlineData("2:290,30 - 2 -", false)]
    [InlineData("2:290,822 2/2", false)]
    [InlineData("2:500,822 Trang 2", false)]
    [InlineData("90,822 Địa chỉ: Số 12 đường Lê Lợi, phường 1, tỉnh Ba Sao; Điện thoại: 0291.3822.333", false)]
    [InlineData("90,810 Trụ sở: 12 Lê Lợi, Ba Sao|90,822 Website: sxd.basao.gov.vn - Email: sxd@basao.gov.vn", false)]
    [InlineData("90,806 ____________|90,818 1 Gồm cả quỹ đất do Nhà nước thu hồi.", false)] // a footnote
    [InlineData("90,826 Scanned with CamScanner", false)]
    [InlineData("400,826 Được quét bằng CamScanner", false)]
    // The typist's and the clerk's.
    [InlineData("2:90,306 D:\\CV 2024\\Quy dat.doc", false)]
    [InlineData("2:90,306 (62)", false)]
    [InlineData("2:90,306 Pg", false)]
    [InlineData("2:90,320 Tan/CV/05.2024", false)]
    // By hand, in the margin.
    [InlineData("8,420 đ/c Hải|8,434 xử lý", false)]
    [InlineData("480,4 Kg: P. QLN|480,16 6/5/2024", false)]
    [InlineData("12,2 17|40,3 x~ _", false)]
    [InlineData("560,258 đ/c", false)] // right of a body line
    // Seals and ruled lines.
    [InlineData("2:330,206 ˆ * ~ Ặ|2:345,222 ¬ S.X.D *", false)]
    [InlineData("150,62 ______|360,62 ____________", false)]
    public void No_field_takes_it(string put, bool isStamp)
    {
        var bare = Parse("");
        var letter = Parse(put);

        Assert.Equal(Fields(bare), Fields(letter));
        Assert.Equal(isStamp ? ["2352 2024-05-06"] : [], letter.Stamps.Select(s => $"{s.Number} {s.Date}"));
    }

    [Fact]
    public void The_bare_letter_is_read_whole()
    {
        var letter = Parse("");
        Assert.Equal(
            "công văn|Sở Xây dựng|12/SXD-QLN|2024-05-04|rà soát quỹ đất làm nhà ở xã hội|Ủy ban nhân dân các huyện|Như trên; Lưu: VT, QLN|Trần Văn Ba",
            string.Join('|', letter.DocumentType.Value, letter.Issuer.Value?.Name, $"{letter.Number.Value?.Ordinal}/{letter.Number.Value?.Symbol}", letter.Date.Value,
                letter.Subject.Value, string.Join("; ", letter.Addressees.Select(a => a.Value)), string.Join("; ", letter.Recipients.Select(r => r.Value)),
                string.Join("; ", letter.Signers.Select(s => s.Name.Value))));
        Assert.Equal(2, letter.Directives.Length);
    }

    /// <summary>The flat record without what a stamp may add to it.</summary>
    private static string Fields(Letter letter) =>
        FlatJson.Write(FlatRecord.Of(letter, "a") with { Marks = new(null, null), Review = [] });

    private static Letter Parse(string put)
    {
        var first = new PageOfWords()
            .Set(90, 50, "UBND TỈNH BA SAO").Set(285, 50, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            .Set(104, 66, "SỞ XÂY DỰNG").Set(330, 66, "Độc lập - Tự do - Hạnh phúc")
            .Set(100, 98, "Số: 12/SXD-QLN").Set(330, 98, "Ba Sao, ngày 04 tháng 5 năm 2024")
            .Set(90, 116, "V/v rà soát quỹ đất").Set(84, 132, "làm nhà ở xã hội")
            .Set(180, 188, "Kính gửi: Ủy ban nhân dân các huyện.")
            .Set(115, 240, "Thực hiện Kế hoạch số 45/KH-UBND ngày 02/3/2024 của Ủy ban nhân dân")
            .Set(85, 258, "tỉnh về phát triển nhà ở xã hội, Sở Xây dựng đề nghị các địa phương thực")
            .Set(85, 276, "hiện những việc sau:");
        for (var i = 0; i < 2; i++)
            first.Set(115, 300 + (60 * i), $"{i + 1}. Rà soát quỹ đất trên địa bàn, lập danh mục các khu đất có thể làm")
                .Set(85, 318 + (60 * i), "nhà ở xã hội, gửi về Sở Xây dựng để tổng hợp trước ngày 30/6/2024, cùng ý")
                .Set(85, 336 + (60 * i), "kiến của các cơ quan liên quan.");
        var second = new PageOfWords()
            .Set(115, 70, "Sở Xây dựng đề nghị các địa phương quan tâm, phối hợp thực hiện theo")
            .Set(85, 88, "đúng thời hạn nêu trên./.")
            .Set(90, 130, "Nơi nhận:").Set(370, 130, "KT. GIÁM ĐỐC")
            .Set(90, 146, "- Như trên;").Set(362, 146, "PHÓ GIÁM ĐỐC")
            .Set(90, 162, "- Lưu: VT, QLN.")
            .Set(370, 250, "Trần Văn Ba");
        foreach (var line in put.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var isSecond = put.StartsWith("2:", StringComparison.Ordinal);
            var (place, words) = (line[..line.IndexOf(' ', StringComparison.Ordinal)].Replace("2:", "", StringComparison.Ordinal).Split(','), line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            (isSecond ? second : first).Set(int.Parse(place[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(place[1], System.Globalization.CultureInfo.InvariantCulture), words);
        }
        ImmutableArray<ReadPage> pages = [.. first.Pages(1), .. second.Pages(2)];
        return LetterParser.Parse(pages, ParsingOptions.Default);
    }
}
