using System.Globalization;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Directives;

/// <summary>Finds the phrase of a paragraph that says by when, and the day it names.</summary>
internal static partial class Deadlines
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A numeric or worded day as OCR leaves it: «20/01/2025», «14/1 1/2017», «31-12-1995», «10 tháng 5 năm 2026».</summary>
    private const string Day = @"(?<d>\d{1,2}) ?/ ?(?<m>\d{1,2})(,? (va )?(truoc )?(ngay )?\d{1,2} ?/ ?\d{1,2})? (?<each>(cua )?(hang|moi) nam)|(?<d>[\dlo]{1,2})\s?[/.\-]\s?(?<m>[\dlo](\s?[\dlo])?)(\s?[/.\-]\s?(?<y>\d{4}|\d{2}(?!\d)))?(?!\d)|(?<d>[\dl]{1,2}) ?thang ?(?<m>[\dl]{1,2})( ?nam ?(?<y>\d{4}))?";

    /// <summary>What sets a deadline, the surest first. A new phrasing is a new row and a test row.</summary>
    private static readonly (Regex Pattern, string Source)[] Rules =
    [
        (Before, "deadline.before"),
        (Within, "deadline.within"),
        (Hour, "deadline.hour"),
        (Period, "deadline.period"),
        (Recurring, "deadline.recurring"),
        (Yearly, "deadline.yearly"),
        (InMonth, "deadline.month"),
    ];

    /// <summary>The first deadline in a paragraph; null when it sets none.</summary>
    public static Deadline? Find(Passage passage, PartialDate? letterDate)
    {
        (int Start, int End, Match Match)? first = null;
        foreach (var (pattern, _) in Rules)
            for (var match = pattern.Match(passage.Bare); match.Success; match = match.NextMatch())
            {
                if (first is { } earlier && earlier.Start <= match.Index)
                    break;
                if (IsNoDeadline(passage.Bare, match))
                    continue;
                first = (match.Index, match.Index + match.Length, match);
                break;
            }
        if (first is not { } found)
            return null;
        var (start, end) = (found.Start, found.End);
        if (AlsoAtOnce.Match(passage.Bare, end) is { Success: true } atOnce && atOnce.Index == end)
            end += atOnce.Length;
        while (end > start && (char.IsWhiteSpace(passage.Text[end - 1]) || passage.Text[end - 1] is ',' or '.' or ';' or '('))
            end--;
        var deadline = new Deadline(passage.Text[start..end], passage.Canonical(start, end), DateOf(found.Match, letterDate));
        return DeadlineTerms.Interpret(deadline, passage.Bare[start..end], letterDate);
    }

    /// <summary>What a cell under «Thời hạn» says: «31/3/2025», «Quý II/2025», «Hằng tháng»; null for «Thường xuyên».</summary>
    public static Deadline? OfCell(Passage cell, PartialDate? letterDate)
    {
        if (Find(cell, letterDate) is { } found)
            return found;
        if (cell.Words.IsEmpty || CellDeadline.Match(cell.Bare) is not { Success: true } match)
            return null;
        var (start, end) = (cell.Words[0].Start, cell.Words[^1].End);
        var deadline = new Deadline(cell.Text[start..end], cell.Canonical(start, end), DateOf(match, letterDate));
        return DeadlineTerms.Interpret(deadline, cell.Bare[start..end], letterDate);
    }

    private static DateOnly? DateOf(Match match, PartialDate? letterDate)
    {
        if (!match.Groups["d"].Success || match.Groups["each"].Success)
            return null;
        var day = Number(match.Groups["d"].Value);
        var month = Number(match.Groups["m"].Value);
        var year = match.Groups["y"].Success ? Number(match.Groups["y"].Value) : letterDate?.Year;
        if (year is null || day is null or 0 || month is null or 0 or > 12)
            return null;
        if (year < 100)
            year += 2000;
        if (!match.Groups["y"].Success && letterDate?.Month is { } own && month < own - 6)
            year++; // a letter of November that asks for «trước ngày 15/01» means the next January
        return day <= DateTime.DaysInMonth(year.Value, month.Value) ? new DateOnly(year.Value, month.Value, day.Value) : null;
    }

    private static int? Number(string digits) =>
        int.TryParse(digits.Replace(" ", "", StringComparison.Ordinal).Replace('l', '1').Replace('o', '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>A day that limits something else: what happened before it, what is in force from it, what the data cover.</summary>
    private static bool IsNoDeadline(string bare, Match match)
    {
        if (match.Groups["each"].Success || match.Groups["half"].Success)
            return false;
        var from = Math.Max(0, match.Index - 40);
        if (Plans.IsMatch(bare.AsSpan(from, match.Index + match.Length - from)))
            return true;
        if (match.ValueSpan.StartsWith("trong ", StringComparison.Ordinal))
            return bare.AsSpan(match.Index + match.Length).TrimStart().StartsWith("cua ", StringComparison.Ordinal);
        // «hoàn thành việc ban hành kế hoạch trước ngày 30/4» limits the work; «kế hoạch hằng năm» is a kind of plan.
        if (match.Groups["d"].Success && Completing.IsMatch(bare.AsSpan(from, match.Index - from)))
            return false;
        return Condition.IsMatch(bare.AsSpan(from, match.Index - from)) || bare.AsSpan(match.Index + match.Length).TrimStart().StartsWith("cua ", StringComparison.Ordinal);
    }

    /// <summary>A cell that holds a day, a month, a quarter, a year or a recurrence and no more.</summary>
    [GeneratedRegex(@"^\W*((ngay |den |het )*(" + Day + @")|(trong |het |cuoi |dau )*(thang \d{1,2}|(quy|qui) [ivlh1-4]{1,3}|nam \d{4}|\d{1,2}/\d{4})( ?/ ?\d{4}| nam \d{4})?|(dinh ky )?(hang|moi) (ngay|tuan|thang|quy|nam)([ ,va\d]{1,8}(thang|quy|nam))*|dinh ky [\w, ]{1,30})\W*$", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex CellDeadline { get; }

    /// <summary>«trước ngày 20/01/2025», «chậm nhất là ngày 26/12», «trước 11g00 ngày 06/11/2025», «đến hết ngày 30/6», «hoàn thành ngày …», «trước ngày 15 hằng tháng».</summary>
    [GeneratedRegex(@"(truoc (?=[\dn])|cham nhat (la )?(den )?(het )?(truoc )?(trong )?|muon nhat (la )?(vao )?|(?<=(hoan thanh|xong|bao cao|gui|nop) )(trong |vao |den |het )?(?=ngay \d)|han cuoi (la )?|thoi han( hoan thanh| gui)?( la)?:? (?=(truoc|ngay))|(o )?thoi diem (cuoi )?(?=ngay)|den het (?=ngay))(luc )?((?<h>\d{1,2}) ?(g|h|gio) ?(\d{2})?( phut)?,? ?)?(cuoi )?(ngay )?(thu \w+,? ?)?(ngay )?(" + Day + @"|((?<d>\d{1,2})|ngay cuoi( cung)?) (?<each>(cua )?(hang|moi) (thang|quy|nam)|(cua )?thang (cuoi|dau|tiep theo|sau)( \w+)?))", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Before { get; }

    /// <summary>«trong thời hạn 05 ngày kể từ ngày nhận được …», «chậm nhất 10 ngày kể từ …», «trong vòng 15 ngày».</summary>
    [GeneratedRegex(@"((trong )?(thoi han|vong)( khong qua| toi da)?|cham nhat( la)?( sau)?|khong qua|trong|sau) \(?\d{1,3}\)? ?(ngay|thang|tuan|nam)( lam viec| lien tuc)?(,? ke tu (ngay|khi|thoi diem)((?! hoac )[^.;,()]){0,60})|(?<=(hoan thanh|xong|giai quyet|tra loi|bao cao|gui)( [\w ]{0,30})? )(trong )(thoi han|vong)( khong qua| toi da)? \d{1,3} (ngay|tuan|thang)( lam viec)?(?= ?([.,;)]|$))", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Within { get; }

    /// <summary>«trước 16 giờ hằng ngày», «trước 15h00 thứ Năm hằng tuần», «vào thứ Sáu hằng tuần».</summary>
    [GeneratedRegex(@"((truoc|cham nhat( la)?( luc)?|luc) \d{1,2} ?(g|h|gio)( ?\d{2})?( phut)?,? ?(ngay )?((thu (hai|ba|tu|nam|sau|bay)|chu nhat) )?(?<each>(hang|moi) (ngay|tuan))|(vao |truoc )(ngay )?(thu (hai|ba|tu|nam|sau|bay)|chu nhat) (?<each>(hang|moi) tuan)|(?<![a-z] )hang (tuan|thang|quy|nam) \((truoc|cham nhat|vao) [^()]{0,12}\d{1,2}(/\d{1,2})?(?=\)))", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Hour { get; }

    /// <summary>«trong 6 tháng đầu năm 2026», «xong trong năm 2026», «Thời gian hoàn thành: Quý III/2026», «Thời hạn: 30/6/2026».</summary>
    [GeneratedRegex(@"(?<=(hoan thanh|xong|ban hanh|trinh|gui|bao cao)( [\w ]{0,60})? )trong ((?<half>(0?6|sau) thang (dau|cuoi) nam)( \d{4})?|nam \d{4})|(?<=(thoi (gian|han)|han) (hoan thanh|thuc hien|trinh|gui|bao cao|nop)(:| la:?) ?)(trong )?((quy|qui) [ivl1-4]{1,3}|thang \d{1,2}|(0?6|sau) thang (dau|cuoi))( ?/ ?\d{4}| nam \d{4})?|(?<=(thoi han|thoi (gian|han) (hoan thanh|trinh|gui|bao cao|nop)|han (hoan thanh|cuoi))(:| la:?) ?)(ngay )?(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>\d{4})", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Period { get; }

    /// <summary>«định kỳ hằng quý», «định kỳ 6 tháng, năm», «theo định kỳ», «định kỳ 03 tháng/1lần».</summary>
    [GeneratedRegex(@"(?<=bao cao[^.;]{0,100} )theo dinh ky(?= ?([.,;)/]|$))|dinh ky(?= ?(vao|ngay|thu |chu nhat|cuoi|hang|moi|\d|mot|hai|ba|sau|chin|tuan|thang|quy|qui|nam))( (vao )?(ngay \d{1,2}|thu (hai|ba|tu|nam|sau|bay)|chu nhat|cuoi (thang|quy|nam|tuan)))?( (hang|moi))?( ?((\d{1,2}|mot|hai|ba|sau|chin) )?((?<!dinh ky )ngay|tuan|thang|quy|qui|nam)( ?/ ?(\d )?\d?[il]?lan)?,?( va)?( (hang|moi)(?= (nam|quy|thang)))?){0,5}", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Recurring { get; }

    /// <summary>«Hằng năm, …» at the head of a clause, «vào tháng 5 hằng năm», «vào ngày 01 tháng 01 hàng năm», «hằng tháng, quý, 6 tháng, năm báo cáo».</summary>
    [GeneratedRegex(@"vao (ngay \d{1,2}( thang \d{1,2})?|thang \d{1,2}|quy \w+|cuoi \w+|dau \w+|dip [\w ]{1,20})( (cua )?(hang|moi) (nam|quy|thang|tuan))|(?<=[.;,] |- |^)(hang|moi) (nam|quy|thang|tuan|ngay)(?=[ ,])(, (quy|nam|6 thang|thang))*|(\bhang (ngay|tuan|thang|quy|nam)((,| va|, va) ((\d{1,2}|sau|chin) )?(hang )?(tuan|thang|quy|nam))+)|\d{1,2} thang((,| va| mot lan,?) ((hang|mot|ca) )?nam)|(ngay \d{1,2}|thu (hai|ba|tu|nam|sau|bay)|chu nhat|(?<![/\d])\d{1,2} (gio|h)) (hang|moi) (ngay|tuan|thang|quy|nam)|(hang|moi) (ngay|tuan|thang|quy|nam)(?<=(bao cao|gui|tong hop|cap nhat|kiem tra|giao ban|so ket|tong ket|ra soat|danh gia)[^.;:]{0,60} (hang|moi) \w+)(?= ?([.,;()]|$| tren | ve | cho | gui | qua | de ))", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Yearly { get; }

    /// <summary>«trong tháng 4/2026», «trong quý II/2026», «xong trong Quý III năm 2025», «vào tháng 5/2023», «đến cuối năm 2005», «trước tháng 9».</summary>
    [GeneratedRegex(@"(trong|truoc|vao|cham nhat( la)?( den)?|xong|den cuoi|cuoi|den het|het) (cuoi |dau |het )?(thang \d{1,2}( ?/ ?\d{4}| nam \d{4})?|(quy|qui) ([ivl1-4]{1,3})( ?/ ?\d{4}| nam \d{4})?|(?<=cuoi )nam \d{4})(?![\d/])", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex InMonth { get; }

    /// <summary>«kế hoạch hằng năm và 5 năm», «những tháng trong quý II», «dự toán ngân sách hằng năm»: how long a plan runs, not when a duty is due.</summary>
    [GeneratedRegex(@"(hang|moi) nam( va|,) (\d{1,2}|nam|muoi) nam$|(nhung|cac|[2-9]) thang (trong|cua|cuoi|dau) |(ke hoach|du toan|ngan sach|chuong trinh|chi tieu|quy hoach)( [a-z]+){0,4} (hang|moi) nam$", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Plans { get; }

    /// <summary>«định kỳ hằng quý và đột xuất».</summary>
    [GeneratedRegex(@"\G,?( va| hoac|(?<= va))( bao cao)? dot xuat", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AlsoAtOnce { get; }

    [GeneratedRegex(@"(hoan thanh|hoan thien|trinh|gui|nop|xong)[^.;]*$", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Completing { get; }

    /// <summary>«phát sinh trước ngày», «được ban hành trước ngày», «từ ngày … đến hết ngày».</summary>
    [GeneratedRegex(@"((da|duoc|phat sinh|ban hanh|co hieu luc|tuyen dung|so lieu|nhu|ke) $|(ban hanh|thi hanh|hieu luc|phat sinh|thanh lap|ky ket|hanh nghe|da co|tuyen dung|ke hoach|du toan|chi tieu|thu nhap|binh quan) ?$|tu ngay [\d/. ]{3,12},? $)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Condition { get; }
}
