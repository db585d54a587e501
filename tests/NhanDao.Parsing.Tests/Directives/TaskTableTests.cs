using NhanDao.Parsing.Directives;

namespace NhanDao.Parsing.Tests.Directives;

public class TaskTableTests
{
    [Theory]
    [InlineData("STT", "Number")]
    [InlineData("Nội dung công việc", "Task")]
    [InlineData("Nhiệm vụ, giải pháp", "Task")]
    [InlineData("Cơ quan chủ trì", "Lead")]
    [InlineData("Đơn vị thực hiện", "Lead")]
    [InlineData("Cơ quan, đơn vị phối hợp", "Cooperating")]
    [InlineData("Thời gian thực hiện", "Deadline")] // «thực hiện» alone would be who does it
    [InlineData("Tiến độ hoàn thành", "Deadline")]
    [InlineData("Kết quả, sản phẩm", "Product")]
    [InlineData("Kinh phí (triệu đồng)", "Other")]
    [InlineData("Họ và tên", "Other")]
    [InlineData("Đơn vị tính", "Other")] // a unit of measure
    public void Knows_what_a_column_holds(string head, string column) => Assert.Equal(column, TableHeader.Of(BareText.Of(head)).ToString());

    [Fact]
    public void A_row_is_a_directive_with_its_roles_and_deadline()
    {
        var letter = new LetterParser().Parse(Letter(
            """
            | STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn |
            |---|---|---|---|---|
            | 1 | Rà soát danh mục thủ tục hành chính | Văn phòng UBND huyện | Phòng Tư pháp; UBND các xã | 30/4/2025 |
            | 2 | Xây dựng phương án phòng, chống thiên tai | Phòng Nông nghiệp và Môi trường | Ban Chỉ huy Quân sự huyện | Quý II/2025 |
            | 3 | Kiểm tra vệ sinh các chợ trên địa bàn | UBND các xã | | Thường xuyên |
            """));
        Assert.Equal(
            """
            1 Rà soát danh mục thủ tục hành chính: Văn phòng UBND huyện; với Phòng Tư pháp, UBND các xã; 30/4/2025 = 2025-04-30
            2 Xây dựng phương án phòng, chống thiên tai: Phòng Nông nghiệp và Môi trường; với Ban Chỉ huy Quân sự huyện; Quý II/2025 = 2025-04-01/2025-06-30
            3 Kiểm tra vệ sinh các chợ trên địa bàn: UBND các xã; với ; 
            """.ReplaceLineEndings("\n"),
            string.Join('\n', letter.Directives.Where(d => d.Source == "directive.table").Select(Line)));
    }

    [Theory]
    [InlineData("| TT | Địa bàn | Diện tích (ha) | Kinh phí |\n| 1 | Xã Liên Sơn | 12 | 40 |\n| 2 | Xã Thanh Sơn | 15 | 45 |")] // figures
    [InlineData("| TT | Họ và tên | Chức vụ | Đơn vị |\n| 1 | Trần Văn Bình | Phó Trưởng phòng | Phòng Nội vụ |\n| 2 | Lê Thị Hoa | Chuyên viên | Văn phòng |")] // people
    [InlineData("| STT | Nội dung | Đơn vị tính | Số lượng |\n| 1 | Ghế gấp | cái | 20 |\n| 2 | Bàn họp | cái | 4 |")] // goods
    public void A_table_that_charges_nobody_is_none(string table) =>
        Assert.DoesNotContain(new LetterParser().Parse(Letter(table)).Directives, d => d.Source == "directive.table");

    private static string Line(Model.Directive d) =>
        $"{d.Label} {d.Text}: {string.Join(", ", d.Leads.Select(l => l.Name))}; với {string.Join(", ", d.Cooperators.Select(l => l.Name))}; "
        + (d.Deadline is { } due ? $"{due.Raw} = {(due.Date is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : $"{due.Interval!.From:yyyy-MM-dd}/{due.Interval.To:yyyy-MM-dd}")}" : "");

    private static string Letter(string table) =>
        $"""
        ỦY BAN NHÂN DÂN
        HUYỆN KIM BẢNG

        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc

        Số: 31/KH-UBND
        Kim Bảng, ngày 05 tháng 3 năm 2025

        KẾ HOẠCH
        Cải cách hành chính năm 2025

        Ủy ban nhân dân huyện ban hành kế hoạch cải cách hành chính năm 2025 như sau:

        {table}

        Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Văn phòng.

        Nơi nhận:
        - Như trên;
        - Lưu: VT.

        CHỦ TỊCH

        Đinh Trọng Nghĩa
        """;
}
