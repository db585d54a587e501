using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.Lines;

/// <summary>Where the first letter ends, and what follows it.</summary>
public class PartListTests
{
    private static string Letter(string number, string addressee) => $"""
        SỞ XÂY DỰNG                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: {number}                     Độc lập - Tự do - Hạnh phúc
        V/v rà soát quỹ đất             Ba Sao, ngày 04 tháng 5 năm 2024

                    Kính gửi: {addressee}.

            Thực hiện Kế hoạch số 45/KH-UBND ngày 02/3/2024 của Ủy ban nhân dân tỉnh về nhà ở, Sở Xây dựng đề nghị:
            1. Rà soát quỹ đất trên địa bàn, báo cáo trước ngày 30/6/2024.

        Nơi nhận:                                   KT. GIÁM ĐỐC
        - Như trên;                                 PHÓ GIÁM ĐỐC
        - Lưu: VT, QLN.
                                                    Trần Văn Ba

        """;

    private const string Annex = """

                                PHỤ LỤC
                        DANH MỤC QUỸ ĐẤT
              (Kèm theo Công văn số 12/SXD-QLN ngày 04/5/2024 của Sở Xây dựng)

        1. Khu đất thứ nhất
        2. Khu đất thứ hai

        """;

    private const string Form = """

                          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                             Độc lập - Tự do - Hạnh phúc

                                ĐƠN ĐỀ NGHỊ
                          Kính gửi: ...............................
        Tên tôi là: ...............................................

        """;

    private const string Copy = """

        ỦY BAN NHÂN DÂN                                    SAO Y
        XÃ BA SAO                            Ba Sao, ngày 06 tháng 5 năm 2024
        Số: 05/SY-UBND
        Nơi nhận:                                       TM. ỦY BAN NHÂN DÂN
        - Các thôn;                                          CHỦ TỊCH
        - Lưu: VT.
                                                           Lê Thị Tư

        """;

    [Fact]
    public void A_letter_alone_has_no_other_parts() => Assert.Empty(Parse(Letter("12/SXD-QLN", "Ủy ban nhân dân các huyện")).Parts);

    [Fact]
    public void Nothing_behind_the_letter_is_in_its_fields()
    {
        var letter = Parse(Letter("12/SXD-QLN", "Ủy ban nhân dân các huyện") + Letter("77/SXD-TTr", "Thanh tra Sở") + Annex);

        Assert.Equal(["Ủy ban nhân dân các huyện"], letter.Addressees.Select(a => a.Value));
        Assert.Equal("12", letter.Number.Value!.Ordinal);
        Assert.Single(letter.Signers);
        Assert.Equal([(PartKind.Letter, "77/SXD-TTr"), (PartKind.Annex, null)], letter.Parts.Select(p => (p.Kind, p.Number)));
        Assert.StartsWith("PHỤ LỤC", letter.Text[letter.Parts[1].Span].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_with_a_motto_and_no_number_is_no_letter()
    {
        var letter = Parse(Letter("12/SXD-QLN", "Ủy ban nhân dân các huyện") + Form);
        Assert.Equal([PartKind.Attachment], letter.Parts.Select(p => p.Kind));
        Assert.Single(letter.Addressees);
    }

    [Fact]
    public void The_block_of_a_copy_is_not_the_letters_foot()
    {
        var letter = Parse(Letter("12/SXD-QLN", "Ủy ban nhân dân các huyện") + Copy);
        Assert.Equal([PartKind.Copy], letter.Parts.Select(p => p.Kind));
        Assert.Equal("Trần Văn Ba", Assert.Single(letter.Signers).Name.Value);
        Assert.Equal("Lưu: VT, QLN", letter.Recipients[^1].Value);
    }

    [Theory]
    [InlineData("Đảng Cộng sản Việt Nam lãnh đạo Nhà nước và xã hội.")] // the party's name in a sentence
    [InlineData("Nước Cộng hòa xã hội chủ nghĩa Việt Nam là một nước độc lập.")]
    [InlineData("Danh mục quỹ đất theo Phụ lục gửi kèm.")]
    public void A_sentence_does_not_end_the_letter(string sentence)
    {
        var letter = Parse(Letter("12/SXD-QLN", "Ủy ban nhân dân các huyện").Replace("1. Rà soát", $"{sentence}\n1. Rà soát", StringComparison.Ordinal));
        Assert.Empty(letter.Parts);
        Assert.Single(letter.Signers);
    }

    [Fact]
    public void Every_letter_of_a_batch_is_read_by_itself()
    {
        var letters = new LetterParser().ParseAll(Letter("12/SXD-QLN", "Ủy ban nhân dân các huyện") + Annex + Letter("77/SXD-TTr", "Thanh tra Sở") + Letter("78/SXD-VP", "Văn phòng Sở"));

        Assert.Equal(["12", "77", "78"], letters.Select(l => l.Number.Value?.Ordinal));
        Assert.Equal(["Ủy ban nhân dân các huyện", "Thanh tra Sở", "Văn phòng Sở"], letters.Select(l => Assert.Single(l.Addressees).Value));
        Assert.Equal([1, 0, 0], letters.Select(l => l.Parts.Length)); // the annex is the first letter's
        Assert.All(letters, l => Assert.Single(l.Signers));
    }

    [Fact]
    public void One_letter_is_one_letter() =>
        Assert.Single(new LetterParser().ParseAll(Letter("12/SXD-QLN", "Ủy ban nhân dân các huyện") + Form));

    private static Letter Parse(string text) => new LetterParser().Parse(text);
}
