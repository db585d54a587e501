using NhanDao.Parsing.Directives;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.Directives;

public class DeadlineTermsTests
{
    private static readonly PartialDate LetterDate = new(2025, 11, 10);

    [Theory]
    [InlineData("báo cáo trước ngày 20 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=20")]
    [InlineData("định kỳ hằng quý báo cáo", "FREQ=MONTHLY;INTERVAL=3")] // the standard has no quarter
    [InlineData("định kỳ 6 tháng, năm báo cáo", "FREQ=MONTHLY;INTERVAL=6")] // the shorter includes the longer
    [InlineData("báo cáo Thường trực Thành ủy 6 tháng, hằng năm.", "FREQ=MONTHLY;INTERVAL=6")]
    [InlineData("báo cáo trước ngày 15/12 hằng năm", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15")]
    [InlineData("vào tháng 5 hằng năm", "FREQ=YEARLY;BYMONTH=5")]
    [InlineData("định kỳ thứ Sáu hằng tuần gửi kết quả", "FREQ=WEEKLY;BYDAY=FR")]
    [InlineData("định kỳ ngày 25 hằng tháng báo cáo tiến độ", "FREQ=MONTHLY;BYMONTHDAY=25")]
    [InlineData("trước ngày cuối cùng hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=-1")]
    [InlineData("Hằng năm, báo cáo kết quả", "FREQ=YEARLY")]
    [InlineData("Báo cáo số ca mắc hằng ngày trên hệ thống", "FREQ=DAILY")]
    [InlineData("báo cáo trước 16 giờ hằng ngày", "FREQ=DAILY")]
    [InlineData("gửi số liệu trước 15h00 thứ Năm hằng tuần", "FREQ=WEEKLY;BYDAY=TH")]
    [InlineData("báo cáo kết quả vào thứ Sáu hằng tuần", "FREQ=WEEKLY;BYDAY=FR")]
    [InlineData("Hằng tháng (trước ngày 25) gửi báo cáo", "FREQ=MONTHLY;BYMONTHDAY=25")]
    [InlineData("báo cáo chậm nhất ngày 25 tháng cuối quý", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25")]
    [InlineData("báo cáo trước ngày 15/6 và 15/12 hằng năm", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15")]
    [InlineData("báo cáo trước ngày 10/6 và 15/12 hằng năm", "FREQ=YEARLY")] // two days that one rule cannot name
    [InlineData("định kỳ 6 tháng, hàng năm hoặc đột xuất báo cáo", "FREQ=MONTHLY;INTERVAL=6")]
    [InlineData("định kỳ 6 tháng một lần báo cáo", "FREQ=MONTHLY;INTERVAL=6")]
    [InlineData("định kỳ 02 tuần/lần báo cáo", "FREQ=WEEKLY;INTERVAL=2")]
    [InlineData("hoàn thành trong 6 tháng đầu năm 2026", null)]
    [InlineData("hoàn thành trong vòng 30 ngày", null)]
    [InlineData("trong tháng 5/2026", null)]
    [InlineData("trước ngày 15 tháng 10 năm 2026", null)] // «tháng» holds the letters of «hằng»
    [InlineData("trước ngày 20/01/2026", null)]
    public void Writes_the_rule_of_what_comes_again(string text, string? rule) =>
        Assert.Equal(rule, Deadlines.Find(PassageFor.Text(text), LetterDate)!.Recurrence);

    [Theory]
    [InlineData("hoàn thành trong quý II/2026", "2026-04-01", "2026-06-30")]
    [InlineData("hoàn thành trong quý IV/2026", "2026-10-01", "2026-12-31")] // no first quarter
    [InlineData("trong tháng 12", "2025-12-01", "2025-12-31")] // the year is the letter's
    [InlineData("trong tháng 02", "2026-02-01", "2026-02-28")] // and the next one's across New Year
    [InlineData("xong trong Quý III năm 2026", "2026-07-01", "2026-09-30")]
    [InlineData("hoàn thành trong 6 tháng đầu năm 2026", "2026-01-01", "2026-06-30")]
    [InlineData("hoàn thành trong 06 tháng cuối năm 2026", "2026-07-01", "2026-12-31")]
    [InlineData("xong trong năm 2026", "2026-01-01", "2026-12-31")]
    [InlineData("Thời gian hoàn thành: Quý III/2026", "2026-07-01", "2026-09-30")]
    public void Gives_the_days_that_a_month_or_quarter_spans(string text, string from, string to)
    {
        var interval = Deadlines.Find(PassageFor.Text(text), LetterDate)!.Interval!;
        Assert.Equal((from, to), (Iso(interval.From), Iso(interval.To)));
    }

    [Fact]
    public void Gives_no_days_without_a_year() => Assert.Null(Deadlines.Find(PassageFor.Text("trong tháng 12"), letterDate: null)!.Interval);

    [Theory]
    [InlineData("trong thời hạn 10 ngày làm việc kể từ ngày nhận được Công văn này", "P10D", true, "ngày nhận được Công văn này")]
    [InlineData("trong vòng 02 tháng kể từ ngày ký", "P2M", false, "ngày ký")]
    [InlineData("chậm nhất sau 05 ngày kể từ ngày kết thúc kiểm tra, báo cáo", "P5D", false, "ngày kết thúc kiểm tra")]
    [InlineData("hoàn thành trong vòng 30 ngày", "P30D", false, "")] // from what it does not say
    public void Counts_from_what_the_letter_says(string text, string duration, bool workingDays, string from)
    {
        var deadline = Deadlines.Find(PassageFor.Text(text), LetterDate)!;
        Assert.Equal(new(duration, workingDays, from), deadline.Countdown);
        Assert.Null(deadline.Date); // the day of receipt is not in the letter
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
