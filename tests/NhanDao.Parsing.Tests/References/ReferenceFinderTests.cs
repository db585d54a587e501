using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.References;

public class ReferenceFinderTests
{
    [Theory]
    // state form
    [InlineData("Căn cứ Nghị định số 126/2024/NĐ-CP ngày 08/10/2024 của Chính phủ quy định về hội;", "Nghị định 126/2024/NĐ-CP, 2024-10-08, Chính phủ")]
    // party form: comma before the date, hyphen first
    [InlineData("thực hiện Kết luận số 44-KL/TW, ngày 14/11/2022 của Ban Bí thư về công tác hội", "Kết luận 44-KL/TW, 2022-11-14, Ban Bí thư")]
    // no «số»
    [InlineData("theo Kết luận 35-KL/TU của Tỉnh ủy về việc này", "Kết luận 35-KL/TU, Tỉnh ủy")]
    // neither type nor «số», the code tells
    [InlineData("Theo tại các Công văn số 1668/STP-HCTP ngày 12/7/2024", "Công văn 1668/STP-HCTP, 2024-07-12")] // nothing before the first words
    [InlineData("(897-QĐ/TU ngày 05-6-2019)", "Quyết định 897-QĐ/TU, 2019-06-05")]
    // date and issuer before the number
    [InlineData("Ngày 28 tháng 02 năm 2024, Đảng đoàn Hội Nông dân Việt Nam có Công văn số 79-CV/ĐĐHND về việc phối hợp", "Công văn 79-CV/ĐĐHND, 2024-02-28, Đảng đoàn Hội Nông dân Việt Nam")]
    // issuer before, date behind
    [InlineData("UBND tỉnh đã ban hành Công văn số 5563/UBND-KGVX ngày 16/10/2024 giao các sở", "Công văn 5563/UBND-KGVX, 2024-10-16, UBND tỉnh")]
    // «đề nghị của X tại»
    [InlineData("Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 28/TTr-STC ngày 04/02/2025,", "Tờ trình 28/TTr-STC, 2025-02-04, Giám đốc Sở Tài chính")]
    // commas and «và» inside a name
    [InlineData("Quyết định số 12/QĐ-BVHTTDL ngày 02 tháng 4 năm 2021 của Bộ Văn hóa, Thể thao và Du lịch, các sở", "Quyết định 12/QĐ-BVHTTDL, 2021-04-02, Bộ Văn hóa, Thể thao và Du lịch")]
    // the issuer's number stands behind its name
    [InlineData("Công văn của Sở Y tế số 15/SYT-NVY ngày 01/3/2023", "Công văn 15/SYT-NVY, 2023-03-01, Sở Y tế")]
    // a term belongs to the name
    [InlineData("Chỉ thị số 43-CT/TW của Ban Bí thư khóa X về tăng cường", "Chỉ thị 43-CT/TW, Ban Bí thư khóa X")]
    public void Reads_an_instrument(string text, string expected) => Assert.Equal(expected, Cited.In(text));

    [Theory]
    // one type word, one date and issuer for both
    [InlineData("các Quyết định số: 1743/QĐ-BGTVT, 1744/QĐ-BGTVT ngày 31/12/2024 của Bộ trưởng Bộ Giao thông vận tải;",
        "Quyết định 1743/QĐ-BGTVT, 2024-12-31, Bộ trưởng Bộ Giao thông vận tải | Quyết định 1744/QĐ-BGTVT, 2024-12-31, Bộ trưởng Bộ Giao thông vận tải")]
    // titles between the items, another instrument inside a title
    [InlineData("các Công văn: Số 10/BTC-QLG ngày 23/01/2025 về dự thảo sửa Nghị định số 103/2024/NĐ-CP ngày 30/7/2024; số 11/BTC-ĐT ngày 24/01/2025 về vốn",
        "Công văn 10/BTC-QLG, 2025-01-23 | Nghị định 103/2024/NĐ-CP, 2024-07-30 | Công văn 11/BTC-ĐT, 2025-01-24")]
    // the last issuer is that of both
    [InlineData("Nghị định số 48/2013/NĐ-CP ngày 14/5/2013 và Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ",
        "Nghị định 48/2013/NĐ-CP, 2013-05-14, Chính phủ | Nghị định 92/2017/NĐ-CP, 2017-08-07, Chính phủ")]
    // bodies differ: nothing is shared
    [InlineData("Nghị quyết số 45-NQ/TW và Chỉ thị số 12/CT-TTg ngày 05/5/2020 của Thủ tướng Chính phủ",
        "Nghị quyết 45-NQ/TW | Chỉ thị 12/CT-TTg, 2020-05-05, Thủ tướng Chính phủ")]
    public void Shares_what_is_printed_once(string text, string expected) => Assert.Equal(expected, Cited.In(text));

    [Theory]
    [InlineData("Nghị quyết số 17/NQ- CP ngày 07/3/2019", "Nghị quyết 17/NQ-CP, 2019-03-07")]
    [InlineData("Quyết định số 1743/QĐ-\nBGTVT ngày\n31/12/2024", "Quyết định 1743/QĐ-BGTVT, 2024-12-31")]
    [InlineData("văn bản số .92/TTr-UBND ngày 24 /7/ 1993", "Văn bản 92/TTr-UBND, 1993-07-24")]
    [InlineData("Nghị quyết số 30c/NQ-CP ngày 08 tháng 11 năm 2011", "Nghị quyết 30c/NQ-CP, 2011-11-08")]
    [InlineData("Quyết định số 1141-TC/QĐ/CĐKT ngày 1-11-1995", "Quyết định 1141-TC/QĐ/CĐKT, 1995-11-01")]
    [InlineData("Chỉ thị số 14/1999/CT.UBT ngày 19/6/1999", "Chỉ thị 14/1999/CT.UBT, 1999-06-19")]
    [InlineData("Nghị định 51/CP ngày 10/5/1997 của Chính phủ", "Nghị định 51/CP, 1997-05-10, Chính phủ")]
    [InlineData("Công văn số 41 8/SYT-NVY ngày l6 tháng 3 năm 2018", "Công văn 418/SYT-NVY, 2018-03-16")]
    public void Mends_what_is_broken(string text, string expected) => Assert.Equal(expected, Cited.In(text));

    [Theory]
    [InlineData("Căn cứ Luật Đất đai năm 2013 và các văn bản hướng dẫn", "Luật Đất đai, 2013")]
    [InlineData("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;", "Luật Tổ chức chính quyền địa phương, 2015-06-19")]
    [InlineData("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019;",
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương, 2019-11-22")]
    // comma inside a title
    [InlineData("quy định của Luật Phòng, chống tham nhũng, các đơn vị", "Luật Phòng, chống tham nhũng")]
    // with its number
    [InlineData("Luật Cư trú số 68/2020/QH14 ngày 13/11/2020", "Luật 68/2020/QH14, 2020-11-13")]
    [InlineData("Bộ luật Lao động năm 2019 của Quốc hội", "Bộ luật Lao động, 2019, Quốc hội")]
    [InlineData("Hiến pháp năm 2013", "Hiến pháp, 2013")]
    // an unknown title goes as far as its words
    [InlineData("Luật Trồng nấm đô thị quy định rằng", "Luật Trồng nấm đô thị")]
    public void Reads_a_law_by_name(string text, string expected) => Assert.Equal(expected, Cited.In(text));

    [Theory]
    [InlineData("Căn cứ nội dung Công văn này, yêu cầu các đơn vị thực hiện")]
    [InlineData("tại khoản 2 Điều 15, điểm a mục 3")]
    [InlineData("trụ sở: số 118 đường Trần Phú, điện thoại 0297/386-2012, tài khoản 3713.0.1053")]
    [InlineData("bão số 16, cấp 9 (75-90km/giờ), trực 24/24, từ ngày 01/7/2025 đến ngày 30/11/2025")]
    [InlineData("tháng 4/2026, quý II/2026, giai đoạn 2021-2025, 80% kế hoạch")]
    [InlineData("thuốc có số đăng ký VD-93312-16, QCVN 14:2008/BTNMT")]
    [InlineData("theo Hiến pháp và pháp luật; pháp luật về đất đai; luật sư; Luật này; Luật sư Trần Văn B")]
    [InlineData("Nội dung số 02, Tiểu dự án 02, Dự án 5")]
    [InlineData("Quyết định số ........... /QĐ-SYT ngày    tháng    năm 2017")]
    public void Finds_nothing(string text) => Assert.Equal("", Cited.In(text));

    [Fact]
    public void The_letters_own_number_is_no_citation() =>
        Assert.Equal("", Cited.In("(Kèm theo Công văn số 12/UBND-VX ngày 01/02/2024)", new LetterNumber("12", "UBND-VX")));

    [Fact]
    public void A_short_form_is_a_mention_of_the_one_it_can_mean()
    {
        var references = Cited.References("Kết luận số 44-KL/TW ngày 14/11/2022 của Ban Bí thư. Các cấp thực hiện Kết luận 44 và Chỉ thị 7.", []);
        var only = Assert.Single(references);
        Assert.Equal(["Kết luận số 44-KL/TW", "Kết luận 44"], only.Mentions.Select(m => m.Raw));
    }

    [Fact]
    public void Two_dates_for_one_instrument_are_a_conflict_that_both_places_witness()
    {
        var problems = new List<Diagnostic>();
        var only = Assert.Single(Cited.References(
            "Kết luận số 44-KL/TW ngày 11/11/2022; Kết luận số 44-KL/TW ngày 14/11/2022; Kết luận số 44-KL/TW", problems));
        Assert.Equal(FieldStatus.Conflicting, only.Date.Status);
        Assert.Equal("2022-11-14", only.Date.Value?.ToString());
        Assert.Equal(2, only.Date.Candidates.Length);
        Assert.Equal(["reference.conflictingDate", "reference.conflictingDate"], problems.Select(p => p.Code));
        Assert.True(only.Date.Confidence < 0.8);
    }
}
