using NhanDao.Parsing.Directives;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.Directives;

public class DeadlinesTests
{
    private static readonly PartialDate LetterDate = new(2025, 11, 10);

    [Theory]
    [InlineData("hoàn thành trước ngày 20/01/2026.", "trước ngày 20/01/2026", "2026-01-20")]
    [InlineData("hoàn thành việc ban hành kế hoạch trước ngày 30/4/2026", "trước ngày 30/4/2026", "2026-04-30")] // the work, not the plan, is limited
    [InlineData("gửi về Sở Y tế chậm nhất ngày 12/12", "chậm nhất ngày 12/12", "2025-12-12")] // the year is the letter's
    [InlineData("báo cáo trước ngày 05/01", "trước ngày 05/01", "2026-01-05")] // and the next one's across New Year
    [InlineData("trước 11g00 ngày 20/11/2025", "trước 11g00 ngày 20/11/2025", "2025-11-20")]
    [InlineData("trước 17 giờ 00 phút, ngày 05/12/2025", "trước 17 giờ 00 phút, ngày 05/12/2025", "2025-12-05")]
    [InlineData("chậm nhất là ngày 26 tháng 12 năm 2025", "chậm nhất là ngày 26 tháng 12 năm 2025", "2025-12-26")]
    [InlineData("gửi báo cáo trước ngàY 14/1 1/2025", "trước ngàY 14/1 1/2025", "2025-11-14")] // OCR's gap
    [InlineData("hoàn thành, báo cáo UBND tỉnh trong tháng 4/2026.", "trong tháng 4/2026", null)]
    [InlineData("trong quý II/2026", "trong quý II/2026", null)]
    [InlineData("báo cáo trước ngày 20 hằng tháng", "trước ngày 20 hằng tháng", null)]
    [InlineData("định kỳ hằng quý báo cáo", "định kỳ hằng quý", null)]
    [InlineData("Hằng năm báo cáo kết quả cho Ban Thường vụ", "Hằng năm", null)]
    [InlineData("vào tháng 5 hằng năm", "vào tháng 5 hằng năm", null)]
    [InlineData("gửi danh sách trước 17 giờ 00 ngày 20/11/2025", "trước 17 giờ 00 ngày 20/11/2025", "2025-11-20")]
    [InlineData("giải ngân xong trước 30/6/2026", "trước 30/6/2026", "2026-06-30")]
    [InlineData("hoàn thành xong trước ngày 15 tháng 3", "trước ngày 15 tháng 3", "2026-03-15")]
    [InlineData("báo cáo trước 16 giờ hằng ngày để tổng hợp", "trước 16 giờ hằng ngày", null)]
    [InlineData("gửi số liệu trước 15h00 thứ Năm hằng tuần", "trước 15h00 thứ Năm hằng tuần", null)]
    [InlineData("Hằng tháng (trước ngày 25) gửi báo cáo", "Hằng tháng (trước ngày 25", null)]
    [InlineData("báo cáo chậm nhất ngày 25 tháng cuối quý", "chậm nhất ngày 25 tháng cuối quý", null)]
    [InlineData("báo cáo trước ngày 15/6 và 15/12 hằng năm", "trước ngày 15/6 và 15/12 hằng năm", null)]
    [InlineData("định kỳ 6 tháng, hàng năm hoặc đột xuất báo cáo", "định kỳ 6 tháng, hàng năm hoặc đột xuất", null)]
    [InlineData("Định kỳ hằng quý và đột xuất, tổng hợp báo cáo", "Định kỳ hằng quý và đột xuất", null)]
    [InlineData("báo cáo kết quả vào thứ Sáu hằng tuần", "vào thứ Sáu hằng tuần", null)]
    [InlineData("hoàn thành trong 6 tháng đầu năm 2026", "trong 6 tháng đầu năm 2026", null)]
    [InlineData("xong trong năm 2026", "trong năm 2026", null)]
    [InlineData("Thời gian hoàn thành: Quý III/2026", "Quý III/2026", null)]
    [InlineData("Thời hạn hoàn thành: 30/6/2026", "30/6/2026", "2026-06-30")]
    [InlineData("hoàn thành trong vòng 30 ngày", "trong vòng 30 ngày", null)]
    [InlineData("trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản, gửi báo cáo", "trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản", null)]
    [InlineData("trong thời hạn 12 tháng kể từ khi nhận bàn giao đất hoặc tiến độ chậm 24 tháng", "trong thời hạn 12 tháng kể từ khi nhận bàn giao đất", null)]
    [InlineData("trong thời hạn 05 ngày kể từ ngày nhận được văn bản này", "trong thời hạn 05 ngày kể từ ngày nhận được văn bản này", null)]
    public void Reads_by_when(string text, string raw, string? date)
    {
        var deadline = Deadlines.Find(PassageFor.Text(text), LetterDate)!;
        Assert.Equal((raw, date), (deadline.Raw, deadline.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("theo đúng thời gian quy định")]
    [InlineData("Công văn số 12/UBND-VX ngày 20/01/2025 của UBND tỉnh")] // a cited instrument
    [InlineData("số liệu từ ngày 01/7/2025 đến hết ngày 30/11/2025")] // what the data cover
    [InlineData("các vụ việc phát sinh trước ngày 01/7/2024")]
    [InlineData("Quyết định này có hiệu lực thi hành sau 15 ngày kể từ ngày ký")]
    [InlineData("Hội nghị khai mạc lúc 8 giờ 00 ngày 20/11/2025")]
    [InlineData("kế hoạch sử dụng đất hằng năm của huyện")]
    [InlineData("Chợ họp trước 8 giờ sáng")] // an hour of no day
    [InlineData("xử lý ổ dịch trong vòng 48 giờ")] // how fast, whenever it happens
    [InlineData("Trong 6 tháng đầu năm 2025, toàn tỉnh tiếp nhận 1.200 hồ sơ")] // what has been
    [InlineData("Trong năm 2025, thu ngân sách đạt 98%")]
    [InlineData("trực ban 24/24 giờ hằng ngày tại trụ sở")]
    [InlineData("doanh thu quý III/2025 tăng 8%")]
    [InlineData("học sinh nghỉ học từ ngày 20/11/2025")]
    [InlineData("Thời gian: 8 giờ 00 ngày 20/11/2025")] // of a meeting
    [InlineData("đi vào hoạt động trước năm 2020")]
    [InlineData("thời hạn sử dụng đất 50 năm kể từ ngày được giao đất")]
    [InlineData("có mặt trong vòng 30 phút")]
    [InlineData("Kế hoạch số 12/KH-UBND ngày 30/6 của huyện")]
    public void Knows_dates_that_are_no_deadline(string text) => Assert.Null(Deadlines.Find(PassageFor.Text(text), LetterDate));
}
