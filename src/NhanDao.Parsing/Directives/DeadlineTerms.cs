using System.Globalization;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Directives;

/// <summary>What a deadline phrase means: the days it spans, the rule by which it comes again, or the time it allows.</summary>
internal static partial class DeadlineTerms
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The deadline with its meaning, as far as the phrase and the letter's own date give it.</summary>
    /// <param name="deadline">The phrase.</param>
    /// <param name="bare">The phrase without marks.</param>
    /// <param name="letter">The letter's date, for a year that is not printed.</param>
    public static Deadline Interpret(Deadline deadline, string bare, PartialDate? letter)
    {
        if (Allowed.Match(bare) is { Success: true } allowed)
            return deadline with { Countdown = CountdownOf(deadline.Raw, allowed) };
        if (Recurrence(bare) is { } rule)
            return deadline with { Recurrence = rule };
        return deadline.Date is null ? deadline with { Interval = Interval(bare, letter) } : deadline;
    }

    /// <summary>RRULE of «định kỳ hằng quý», «trước ngày 20 hằng tháng», «15/12 hằng năm», «thứ Sáu hằng tuần»; null when nothing comes again.</summary>
    internal static string? Recurrence(string bare)
    {
        var again = Again.Match(bare);
        if (!again.Success)
            return null;
        // Of several («hằng quý, 6 tháng, năm») the shortest includes the others.
        var (interval, unit) = (0, 'y');
        for (; again.Success; again = again.NextMatch())
        {
            var count = again.Groups["n"].Success ? Count(again.Groups["n"].Value) : 1;
            var (frequency, times) = again.Groups["u"].Value switch
            {
                "ngay" => ('d', count),
                "tuan" => ('w', count),
                "thang" => ('m', count),
                "quy" or "qui" => ('m', 3 * count),
                _ => ('y', count),
            };
            if (interval == 0 || Days(frequency, times) < Days(unit, interval))
                (unit, interval) = (frequency, times);
        }
        var rule = "FREQ=" + unit switch { 'd' => "DAILY", 'w' => "WEEKLY", 'm' => "MONTHLY", _ => "YEARLY" };
        if (interval > 1)
            rule += string.Create(CultureInfo.InvariantCulture, $";INTERVAL={interval}");
        return rule + On(bare, unit);
    }

    /// <summary>Which day of the week, month or year it is.</summary>
    private static string On(string bare, char unit)
    {
        if (unit == 'w' && Weekday.Match(bare) is { Success: true } weekday)
            return ";BYDAY=" + weekday.Groups["w"].Value switch { "hai" => "MO", "ba" => "TU", "tu" => "WE", "nam" => "TH", "sau" => "FR", "bay" => "SA", _ => "SU" };
        if (unit == 'm' && LastDay.IsMatch(bare))
            return ";BYMONTHDAY=-1";
        if (unit == 'y' && TwoDays.Match(bare) is { Success: true } two)
            return Number(two.Groups["d"]) == Number(two.Groups["e"]) && Number(two.Groups["m"]) is >= 1 and <= 12 && Number(two.Groups["n"]) is >= 1 and <= 12
                ? string.Create(CultureInfo.InvariantCulture, $";BYMONTH={Number(two.Groups["m"])},{Number(two.Groups["n"])};BYMONTHDAY={Number(two.Groups["d"])}") : "";
        if (unit is not ('m' or 'y') || DayOf.Match(bare) is not { Success: true } day)
            return "";
        var month = day.Groups["m"].Success ? Number(day.Groups["m"]) : 0;
        var number = day.Groups["d"].Success ? Number(day.Groups["d"]) : 0;
        if (month > 12 || number > 31)
            return "";
        return (unit == 'y' && month > 0 ? string.Create(CultureInfo.InvariantCulture, $";BYMONTH={month}") : "")
            + (number > 0 && (unit == 'm' || month > 0) ? string.Create(CultureInfo.InvariantCulture, $";BYMONTHDAY={number}") : "");
    }

    /// <summary>First and last day of «quý II/2026», «tháng 5», «năm 2026»; null without a year.</summary>
    internal static DateInterval? Interval(string bare, PartialDate? letter)
    {
        var span = Span.Match(bare);
        if (!span.Success)
            return null;
        var year = span.Groups["y"].Success ? Number(span.Groups["y"]) : letter?.Year ?? 0;
        if (year is < 1945 or > 2999)
            return null;
        var (first, months) = span.Groups["m"].Success ? (Number(span.Groups["m"]), 1)
            : span.Groups["q"].Success ? ((Quarter(span.Groups["q"].Value) * 3) - 2, 3)
            : span.Groups["half"].Success ? (span.Groups["half"].ValueSpan is "dau" ? 1 : 7, 6) : (1, 12);
        if (first is < 1 or > 12)
            return null;
        if (!span.Groups["y"].Success && letter?.Month is { } own && first + months - 1 < own - 6)
            year++; // a letter of November that asks for «trong tháng 1» means the next January
        var from = new DateOnly(year, first, 1);
        var to = from.AddMonths(months).AddDays(-1);
        if (!Until.IsMatch(bare))
            return new(from, to);
        // «trước tháng 9», «đến hết quý II»: from the letter's own day on.
        var end = Before.IsMatch(bare) ? from.AddDays(-1) : to;
        var begin = letter is { Month: { } month, Day: { } day } && Day(letter.Year, month, day) is { } written ? written : from;
        return begin <= end ? new(begin, end) : null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    private static Countdown CountdownOf(string raw, Match allowed)
    {
        var unit = allowed.Groups["u"].Value switch { "ngay" => "D", "tuan" => "W", "thang" => "M", _ => "Y" };
        var duration = string.Create(CultureInfo.InvariantCulture, $"P{Number(allowed.Groups["n"])}{unit}");
        return new(duration, allowed.Groups["w"].Success, allowed.Groups["from"].Success ? raw[allowed.Groups["from"].Index..].Trim() : "");
    }

    private static int Days(char unit, int times) => times * unit switch { 'd' => 1, 'w' => 7, 'm' => 30, _ => 365 };

    private static int Count(string printed) => printed switch
    {
        "mot" => 1,
        "hai" => 2,
        "ba" => 3,
        "sau" => 6,
        "chin" => 9,
        _ => int.TryParse(printed, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : 1,
    };

    private static int Quarter(string printed) => printed switch { "i" or "1" or "l" => 1, "ii" or "2" or "h" => 2, "iii" or "hi" or "3" => 3, "iv" or "4" => 4, _ => 0 };

    private static int Number(Group digits) =>
        int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    /// <summary>«10 ngày làm việc kể từ ngày nhận được …».</summary>
    [GeneratedRegex(@"\(?(?<n>\d{1,3})\)? ?(?<u>ngay|tuan|thang|nam)(?<w> lam viec)?( lien tuc)?(,? ke tu (?<from>\S.*)|$(?<=^(trong )?(thoi han|vong) .*))", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Allowed { get; }

    /// <summary>«hằng tháng», «mỗi quý», «định kỳ 6 tháng», «, 6 tháng», «6 tháng, hằng năm».</summary>
    [GeneratedRegex(@"\b(hang|moi) (?<u>ngay|tuan|thang|quy|qui|nam)|(?<=\b(dinh ky|hang|moi) [\w ,/]{0,40})(?<!hang |moi )(?<n>\d{1,2}|mot|hai|ba|sau|chin)? ?\b(?<u>tuan|thang|quy|qui|nam)\b|(?<n>\d{1,2}) (?<u>thang)(?=,| va)|(thang|quy) (?<each>(cuoi|dau|tiep theo|sau)) (?!nam)(cua )?(?<u>thang|quy)?", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Again { get; }

    [GeneratedRegex(@"\b(thu (?<w>hai|ba|tu|nam|sau|bay)|(?<w>chu nhat))\b", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Weekday { get; }

    /// <summary>«15/6 và 15/12»; one rule can name both only when the day is the same.</summary>
    [GeneratedRegex(@"(?<d>\d{1,2}) ?/ ?(?<m>\d{1,2}),? (va )?(truoc )?(ngay )?(?<e>\d{1,2}) ?/ ?(?<n>\d{1,2})(?![\d/])", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TwoDays { get; }

    [GeneratedRegex(@"ngay cuoi", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex LastDay { get; }

    /// <summary>«ngày 20», «15/12», «ngày 01 tháng 01», «tháng 5».</summary>
    [GeneratedRegex(@"(ngay )?(?<d>\d{1,2}) ?/ ?(?<m>\d{1,2})(?!\d)|ngay (?<d>\d{1,2})( thang (?<m>\d{1,2}))?|thang (?<m>\d{1,2})", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex DayOf { get; }

    /// <summary>«tháng 5/2026», «quý II năm 2026», «năm 2026».</summary>
    [GeneratedRegex(@"(0?6|sau) thang (?<half>dau|cuoi)( nam( (?<y>\d{4}))?)?|(thang (?<m>\d{1,2})|qu[yi] (?<q>iv|i{1,3}|hi?|[1-4l]))( ?/ ?(?<y>\d{4})| nam (?<y>\d{4}))?|nam (?<y>\d{4})", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Span { get; }

    /// <summary>«trước tháng 9», «đến hết quý II», «đến cuối năm»: from the letter's day on.</summary>
    [GeneratedRegex(@"^(truoc|den|cham nhat)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Until { get; }

    [GeneratedRegex(@"^truoc (?!het|cuoi)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Before { get; }
}
