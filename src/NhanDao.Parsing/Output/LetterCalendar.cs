using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Output;

/// <summary>Duties as a calendar (iCalendar, RFC 5545): one all-day entry for each that is dated or comes round; a month or quarter is due on its last day.</summary>
internal static class LetterCalendar
{
    private const int LongestLine = 75; // octets, without the line end

    /// <param name="letters">The letters.</param>
    /// <param name="now">When the calendar is made, which the standard asks for.</param>
    public static string Write(IEnumerable<Letter> letters, DateTimeOffset now) => Write(letters.SelectMany(LetterDuty.In), now);

    /// <param name="duties">The duties.</param>
    /// <param name="now">When the calendar is made, which the standard asks for.</param>
    public static string Write(IEnumerable<LetterDuty> duties, DateTimeOffset now)
    {
        var calendar = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//NhanDaoParse//nhandao//VI");
        Line("CALSCALE:GREGORIAN");
        Line("X-WR-CALNAME:" + Escape("Nhiệm vụ giao trong văn bản"));
        foreach (var duty in duties)
        {
            var own = Entry(duty, duty.Directive.Deadline, "", null);
            Entry(duty, duty.Directive.Report?.Deadline, "Báo cáo – ", own);
        }
        Line("END:VCALENDAR");
        return calendar.ToString();

        // A report that is due with its duty has no entry of its own.
        (DateOnly, string?)? Entry(LetterDuty duty, Deadline? deadline, string prefix, (DateOnly, string?)? other)
        {
            var recurrence = Recurrence.Of(deadline, duty.Letter.Date.Value);
            if ((deadline?.Date ?? recurrence?.First ?? deadline?.Interval?.To) is not { } day || (day, recurrence?.Rule) == other)
                return null;
            Line("BEGIN:VEVENT");
            Line("UID:" + Uid(duty, day, prefix));
            Line("DTSTAMP:" + now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Line("DTSTART;VALUE=DATE:" + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            if (recurrence is not null)
                Line("RRULE:" + recurrence.Rule);
            Line("SUMMARY:" + Escape(prefix + Summary(duty)));
            Line("DESCRIPTION:" + Escape(Description(duty, deadline!)));
            Line("CATEGORIES:" + Escape(LetterRows.Number(duty.Letter) ?? "văn bản"));
            Line("TRANSP:TRANSPARENT"); // a duty does not make anybody busy
            Line("END:VEVENT");
            return (day, recurrence?.Rule);
        }

        void Line(string line) => Fold(calendar, line);
    }

    private static string Summary(LetterDuty duty)
    {
        var leads = LetterRows.Names(duty.Directive.Leads);
        var text = duty.Directive.Text.Length > 120 ? XmlText.Cut(duty.Directive.Text, 119).TrimEnd() + "…" : duty.Directive.Text;
        return leads.Length == 0 ? text : $"{leads}: {text}";
    }

    private static string Description(LetterDuty duty, Deadline deadline) => string.Join('\n', new[]
    {
        duty.Directive.Text,
        $"Thời hạn: {deadline.Raw}",
        Said("Chủ trì", LetterRows.Names(duty.Directive.Leads)),
        Said("Phối hợp", LetterRows.Names(duty.Directive.Cooperators)),
        Said("Báo cáo", LetterRows.Reporting(duty.Directive.Report)),
        Said("Văn bản giao", LetterRows.Source(duty.Letter)),
        Said("Tệp", duty.Letter.File),
    }.Where(line => line is not null));

    private static string? Said(string name, string? value) => string.IsNullOrEmpty(value) ? null : $"{name}: {value}";

    /// <summary>The same for the same duty, so that a calendar that is read again changes entries and does not double them.</summary>
    private static string Uid(LetterDuty duty, DateOnly day, string prefix)
    {
        var key = string.Join('\u001f', LetterRows.Source(duty.Letter), LetterRows.Number(duty.Letter) is null ? duty.Letter.File : "",
            prefix, duty.Label, duty.Directive.Text, day.ToString("O", CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32] + "@nhandao";
    }

    /// <summary>TEXT of RFC 5545, 3.3.11: backslash, comma, semicolon and line ends escaped; control characters dropped.</summary>
    private static string Escape(string text) => string.Concat(XmlText.Clean(text).Replace("\r\n", "\n", StringComparison.Ordinal)
        .Where(c => c is '\n' or '\t' || !char.IsControl(c))
        .Select(c => c switch { '\\' => "\\\\", ',' => "\\,", ';' => "\\;", '\n' => "\\n", _ => c.ToString() }));

    /// <summary>Folds a line at 75 octets of UTF-8, between characters (RFC 5545, 3.1).</summary>
    private static void Fold(StringBuilder calendar, string line)
    {
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > LongestLine)
            {
                calendar.Append("\r\n ");
                used = 1;
            }
            calendar.Append(rune.ToString());
            used += rune.Utf8SequenceLength;
        }
        calendar.Append("\r\n");
    }
}
