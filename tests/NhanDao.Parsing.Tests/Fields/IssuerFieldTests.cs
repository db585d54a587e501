using NhanDao.Parsing.Fields;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.Fields;

public class IssuerFieldTests
{
    [Theory]
    [InlineData("BỘ NỘI VỤ", "Bộ Nội vụ", null)]
    [InlineData("ỦY BAN NHÂN DÂN|TỈNH LÂM ĐỒNG", "Ủy ban nhân dân tỉnh Lâm Đồng", null)] // one body over two lines
    [InlineData("UBND TỈNH BÌNH THUẬN|VĂN PHÒNG", "Văn phòng", "UBND tỉnh Bình Thuận")]
    [InlineData("UBND TỈNH LÀO CAI|SỞ TÀI NGUYÊN VÀ|MÔI TRƯỜNG", "Sở Tài nguyên và Môi trường", "UBND tỉnh Lào Cai")]
    [InlineData("UBND TỈNH LÀO CAI|SỞ TÀI NGUYÊN VÀ MÔI|TRƯỜNG", "Sở Tài nguyên và Môi trường", "UBND tỉnh Lào Cai")] // «TRƯỜNG» is no school here
    [InlineData("BỘ VĂN HÓA, THỂ THAO|VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch", null)]
    [InlineData("SỞ GIÁO DỤC VÀ ĐÀO TẠO|THANH TRA", "Thanh tra", "Sở Giáo dục và Đào tạo")]
    [InlineData("TỈNH ỦY LÂM ĐỒNG|BAN TUYÊN GIÁO VÀ DÂN VẬN|*", "Ban Tuyên giáo và Dân vận", "Tỉnh ủy Lâm Đồng")]
    [InlineData("BỘ CÔNG AN|CÔNG AN TỈNH SƠN LA", "Công an tỉnh Sơn La", "Bộ Công an")]
    [InlineData("ỦY BAN MTTQ VIỆT NAM|TỈNH SƠN LA|BAN THƯỜNG TRỰC", "Ban Thường trực", "Ủy ban MTTQ Việt Nam tỉnh Sơn La")]
    [InlineData("LIÊN ĐOÀN LAO ĐỘNG|THÀNH PHỐ HỒ CHÍ MINH|CÔNG ĐOÀN GIÁO DỤC|------------", "Công đoàn Giáo dục", "Liên đoàn Lao động thành phố Hồ Chí Minh")]
    [InlineData("TẬP ĐOÀN|BƯU CHÍNH VIỄN THÔNG|VIỆT NAM|VIỄN THÔNG SƠN LA", "Viễn thông Sơn La", "Tập đoàn Bưu chính Viễn thông Việt Nam")]
    [InlineData("THÀNH UỶ HẢI PHÒNG|*", "Thành uỷ Hải Phòng", null)] // «uỷ» stays as printed
    public void Reads_issuer_and_parent(string header, string name, string? parent)
    {
        var field = Read(LetterLines.Of(LineLabel.Issuer, header.Split('|')));
        Assert.Equal((name, parent), (field.Value!.Name, field.Value.Parent));
    }

    [Theory]
    [InlineData("SỞ^97 Y^97 TÉ^49", "Sở Y tế")]
    [InlineData("SƠ^93 Y^92 TE^65", "Sở Y tế")]
    [InlineData("_ỦY^72 BANN^72 ÂN^62 DÂN^85|TĨNH^61 QUANG^60 NGAÀI^32", "Ủy ban nhân dân tỉnh Quảng Ngãi")]
    public void Mends_what_the_engine_misread(string header, string name) =>
        Assert.Equal(name, Read(LetterLines.Scan(LineLabel.Issuer, header.Split('|'))).Value!.Name);

    [Fact]
    public void Two_bodies_on_one_line_issue_together()
    {
        var issuer = Read(LetterLines.Of(LineLabel.Issuer, "UBND TỈNH SƠN LA", "SỞ Y TẾ - CÔNG ĐOÀN NGÀNH")).Value!;
        Assert.Equal(("Sở Y tế", "Công đoàn ngành"), (issuer.Name, issuer.CoIssuers.Single()));
    }

    [Fact]
    public void A_dash_inside_a_name_parts_nothing() =>
        Assert.Empty(Read(LetterLines.Of(LineLabel.Issuer, "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI")).Value!.CoIssuers);

    [Fact]
    public void The_title_names_the_issuer_when_the_header_is_lost()
    {
        var field = Read(LetterLines.Of(LineLabel.Title, "CHỈ THỊ CỦA ỦY BAN NHÂN DÂN TỈNH CÀ MAU"));
        Assert.Equal((FieldStatus.Inferred, "Ủy ban nhân dân tỉnh Cà Mau"), (field.Status, field.Value!.Name));
    }

    [Theory]
    [InlineData("CV/TU", "Thái Nguyên", "Tỉnh ủy Thái Nguyên")]
    [InlineData("CV/TU", "Hải Phòng", "Thành ủy Hải Phòng")]
    [InlineData("UBND-VX", "Lai Châu", "Ủy ban nhân dân tỉnh Lai Châu")]
    [InlineData("BNV-CCHC", "Hà Nội", "Bộ Nội vụ")]
    public void An_issuer_that_is_not_printed_is_inferred(string symbol, string place, string name)
    {
        var letter = LetterLines.Of(LineLabel.Body, "…");
        var field = IssuerField.Read(letter.Text, letter.Lines, Evidence(symbol, place), letter.Problems);
        Assert.Equal((FieldStatus.Inferred, name), (field.Status, field.Value!.Name));
        Assert.Contains(letter.Problems, p => p.Code == "issuer.inferred");
    }

    [Fact]
    public void Nothing_is_inferred_from_an_unknown_symbol()
    {
        var letter = LetterLines.Of(LineLabel.Body, "…");
        Assert.Null(IssuerField.Read(letter.Text, letter.Lines, Evidence("XYZ-QT", "Huế"), letter.Problems).Value);
    }

    private static Field<Issuer> Read(LetterLines letter) =>
        IssuerField.Read(letter.Text, letter.Lines, new(Field<LetterNumber>.Absent, Field<string>.Absent, []), letter.Problems);

    private static InferredIssuer.Evidence Evidence(string symbol, string place) => new(
        new() { Status = FieldStatus.Present, Value = new("12", symbol), Confidence = 1 },
        new() { Status = FieldStatus.Present, Value = place, Confidence = 1 },
        []);
}
