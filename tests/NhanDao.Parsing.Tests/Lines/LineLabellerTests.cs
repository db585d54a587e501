using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Lines;

public class LineLabellerTests
{
    /// <summary>Each line as «Label: words», from typed text.</summary>
    private static string[] Label(params string[] typed)
    {
        var text = TextAssembler.Assemble(TypedText.Read(string.Join('\n', typed)));
        return [.. LineLabeller.Label(text).Select(l => $"{l.Label}: {text.LineText(l.Line)}")];
    }

    private static readonly string[] Body =
    [
        "", "Thực hiện Kế hoạch số 45/KH-UBND ngày 02/3/2024 của Ủy ban nhân dân tỉnh về nhà ở xã hội, Sở Xây dựng đề nghị:",
        "1. Ủy ban nhân dân các huyện rà soát quỹ đất, gửi danh mục về Sở Xây dựng trước ngày 30/6/2024.",
    ];

    private static readonly string[] Foot = ["", "Nơi nhận:", "- Như trên;", "- Lưu: VT, QLN.", "", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Trần Văn Ba"];

    [Fact]
    public void Labels_a_state_letter()
    {
        var lines = Label([
            "UBND TỈNH BA SAO", "SỞ XÂY DỰNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/SXD-QLN",
            "Ba Sao, ngày 04 tháng 5 năm 2024", "V/v rà soát quỹ đất", "làm nhà ở xã hội", "Kính gửi:", "- Ủy ban nhân dân các huyện;",
            "- Ban Quản lý khu kinh tế.", .. Body, .. Foot]);

        Assert.Equal(
        [
            "Issuer: UBND TỈNH BA SAO", "Issuer: SỞ XÂY DỰNG", "Motto: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Motto: Độc lập - Tự do - Hạnh phúc",
            "Number: Số: 12/SXD-QLN", "PlaceDate: Ba Sao, ngày 04 tháng 5 năm 2024", "Subject: V/v rà soát quỹ đất", "Subject: làm nhà ở xã hội",
            "Addressee: Kính gửi:", "Addressee: - Ủy ban nhân dân các huyện;", "Addressee: - Ban Quản lý khu kinh tế.", $"Body: {Body[1]}", $"Body: {Body[2]}",
            "Recipient: Nơi nhận:", "Recipient: - Như trên;", "Recipient: - Lưu: VT, QLN.", "Signature: KT. GIÁM ĐỐC", "Signature: PHÓ GIÁM ĐỐC", "Signature: Trần Văn Ba",
        ], lines);
    }

    [Fact]
    public void Takes_the_lines_between_a_party_number_and_Kinh_gui_for_the_subject()
    {
        var lines = Label(["TỈNH ỦY BA SAO", "*", "Số 115-CV/TU", "Tiếp tục chỉ đạo phong trào", "“Nhà sạch, ngõ đẹp”", "Kính gửi: - Các huyện ủy,", "- Các ban Tỉnh ủy.", .. Body]);

        Assert.Equal(["Noise: *", "Number: Số 115-CV/TU", "Subject: Tiếp tục chỉ đạo phong trào", "Subject: “Nhà sạch, ngõ đẹp”", "Addressee: Kính gửi: - Các huyện ủy,"], lines[1..6]);
    }

    [Fact]
    public void Reads_a_letter_without_a_header_and_without_a_signature()
    {
        var lines = Label(["Kính gửi: Sở Nội vụ.", .. Body, "", "Nơi nhận:", "- Như trên;", "- Lưu: VT."]);

        Assert.StartsWith("Addressee", lines[0]);
        Assert.All(lines[1..3], l => Assert.StartsWith("Body", l));
        Assert.All(lines[3..], l => Assert.StartsWith("Recipient", l));
    }

    [Fact]
    public void Leaves_the_enacting_words_of_a_decision_in_the_body()
    {
        var lines = Label([
            "SỞ XÂY DỰNG", "Số: 9/QĐ-SXD", "QUYẾT ĐỊNH", "Về việc lập tổ kiểm tra", "GIÁM ĐỐC SỞ XÂY DỰNG", "Căn cứ Luật Nhà ở ngày 27 tháng 11 năm 2023;",
            "QUYẾT ĐỊNH:", "Điều 1. Lập Tổ kiểm tra nhà ở xã hội gồm các ông, bà có tên sau đây.", .. Foot]);

        Assert.Equal("Title: QUYẾT ĐỊNH", lines[2]);
        Assert.Equal("Subject: Về việc lập tổ kiểm tra", lines[3]);
        Assert.All(lines[4..8], l => Assert.StartsWith("Body", l));
    }

    [Fact]
    public void Takes_the_bodies_of_a_telegram_for_addressees()
    {
        var lines = Label(["CÔNG ĐIỆN", "Về việc ứng phó với bão số 4", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:", "- Giám đốc các sở;", "- Chủ tịch Ủy ban nhân dân các huyện.", .. Body]);

        Assert.All(lines[2..5], l => Assert.StartsWith("Addressee", l));
        Assert.StartsWith("Body", lines[5]);
    }

    [Fact]
    public void Ends_the_letter_where_an_annex_begins()
    {
        var lines = Label(["Kính gửi: Sở Nội vụ.", .. Body, .. Foot, "", "", "PHỤ LỤC", "(Kèm theo Công văn số 12/SXD-QLN ngày 04/5/2024)", "1. Mẫu báo cáo quỹ đất", "Nơi nhận:", "- Lưu: VT."]);

        Assert.StartsWith("Signature", lines[^6]);
        Assert.All(lines[^5..], l => Assert.StartsWith("Beyond", l));
    }

    [Fact]
    public void Ends_the_letter_where_a_second_one_begins_on_a_later_page()
    {
        var first = new Text.PageOfWords().Set(90, 60, "UBND TỈNH BA SAO").Beside(290, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            .Set(90, 100, "Số: 12/UBND-VX").Beside(300, 100, "Ba Sao, ngày 04 tháng 5 năm 2024").Set(200, 150, "Kính gửi: Sở Nội vụ.")
            .Set(110, 200, "Thực hiện Kế hoạch số 45/KH-UBND ngày 02/3/2024, đề nghị Sở Nội vụ tổng hợp.");
        var text = TextAssembler.Assemble([.. first.Pages(), .. first.Pages(2)]);
        var lines = LineLabeller.Label(text);

        Assert.All(lines.Where(l => l.Line.Box.Page == 1), l => Assert.NotEqual(LineLabel.Beyond, l.Label));
        Assert.All(lines.Where(l => l.Line.Box.Page == 2), l => Assert.Equal(LineLabel.Beyond, l.Label));
    }

    [Theory] // what must not become part of the letter, nor end the part it interrupts
    [InlineData("Ký bởi: Sở Xây dựng", LineLabel.ElectronicSignature)]
    [InlineData("Thời gian ký: 04/05/2024 08:15:44 +07:00", LineLabel.ElectronicSignature)]
    [InlineData("CÔNG VĂN ĐẾN", LineLabel.Stamp)]
    [InlineData("HỎA TỐC", LineLabel.Mark)]
    [InlineData("*****", LineLabel.Noise)]
    public void Sees_interlopers(string line, object label)
    {
        var lines = Label(["SỞ XÂY DỰNG", "Số: 12/SXD-QLN", line, "V/v rà soát quỹ đất", "Kính gửi: Sở Nội vụ.", .. Body]);

        Assert.Equal($"{label}: {line}", lines[2]);
        Assert.StartsWith("Subject", lines[3]);
    }

    [Theory] // as OCR leaves them
    [InlineData("CONG HÒA XÂ HỌI CHU NGHÏA VIET NAM", LineLabel.Motto)]
    [InlineData("Độc lập ~ Tự do - Hanh phủc", LineLabel.Motto)]
    [InlineData("Só:‡7 /SXD-QLN", LineLabel.Number)]
    [InlineData("Ba Sao, ngày {4 tháng 5 năm 2024", LineLabel.PlaceDate)]
    public void Knows_damaged_headings(string line, object label) =>
        Assert.Equal($"{label}: {line}", Label(["UBND TỈNH BA SAO", line, "Kính gửi: Sở Nội vụ.", .. Body])[1]);

    [Theory] // cited in the body: neither the letter's own number nor its date nor its recipients
    [InlineData("Số lượng hồ sơ tồn đọng còn nhiều, đề nghị các đơn vị khẩn trương xử lý dứt điểm.")]
    [InlineData("Ngày 04 tháng 5 năm 2024, Ủy ban nhân dân tỉnh có Công văn số 12/UBND-VX về việc này.")]
    [InlineData("Nơi nhận hồ sơ là bộ phận một cửa của Ủy ban nhân dân các xã, phường trong toàn tỉnh.")]
    public void Leaves_body_lines_in_the_body(string line) =>
        Assert.Contains($"Body: {line}", Label(["Kính gửi: Sở Nội vụ.", .. Body, line, .. Foot]));

    [Fact]
    public void A_number_alone_on_its_line_is_no_subject() =>
        Assert.DoesNotContain("Subject: 7", Label([
            "UBND TỈNH BA SAO", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/KH-UBND", "KẾ HOẠCH", "Về việc phòng, chống dịch bệnh mùa hè", "7", .. Body]));

    [Fact]
    public void Gives_probabilities()
    {
        var text = TextAssembler.Assemble(TypedText.Read(string.Join('\n', ["Kính gửi: Sở Nội vụ.", .. Body, .. Foot])));

        Assert.All(LineLabeller.Label(text), l => Assert.InRange(l.Confidence, 0, 1));
    }

    [Fact]
    public void Labels_nothing_where_nothing_is() => Assert.Empty(Label(""));
}
