using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Ink;

namespace NhanDao.Parsing.Fields;

/// <summary>
/// The day in a slot that is filled in by hand: how probable its shapes make each day, times what else is known of days on which
/// letters are signed. The factors are odds seen on signed letters, rounded.
/// </summary>
internal static partial class InkedDay
{
    /// <summary>From here on a day is given; below, it is a candidate.</summary>
    public const double GivenFrom = 0.7;

    private const double OnSaturday = 0.1, OnSunday = 0.05;

    /// <summary>OCR read the same digits.</summary>
    private const double ReadToo = 4;

    /// <summary>A digital signature of that day; of one of the four after it; of the month after it; of no day that fits.</summary>
    private const double SignedThatDay = 4, SignedSoon = 1.5, SignedLate = 0.3, SignedElse = 0.02;

    private const int Soon = 4, Late = 30;

    /// <summary>Days under 10 are written «06» by rule, so a lone digit may have lost another; most often it is a 1, which dirt resembles.</summary>
    private const double LoneDigit = 0.6, LoneOne = 0.15;

    /// <summary>A letter cites nothing that is issued after it.</summary>
    private const double BeforeWhatItCites = 0.05;

    /// <summary>How much of the shapes that are no day at all speaks against those that are.</summary>
    private const double NoDay = 0.15;

    /// <summary>A day and how probable it is.</summary>
    /// <param name="Day">The day.</param>
    /// <param name="Probability">0–1.</param>
    /// <param name="Source">Its witnesses: «date.shapes+signature».</param>
    public readonly record struct Candidate(int Day, double Probability, string Source);

    /// <summary>The days that the shapes may show, the most probable first.</summary>
    /// <param name="shapes">What the shapes say.</param>
    /// <param name="read">What OCR read in the slot, as a number; null for none.</param>
    /// <param name="signed">Days of digital signatures.</param>
    /// <param name="month">The letter's month: any day of it.</param>
    /// <param name="cited">The latest day of an instrument that the letter cites; null for none.</param>
    public static ImmutableArray<Candidate> Weigh(ImmutableArray<InkCandidate> shapes, int? read, IReadOnlyCollection<DateOnly> signed, DateOnly month, DateOnly? cited)
    {
        var odds = new SortedDictionary<int, double>();
        var others = 1 - shapes.Sum(s => s.Probability);
        foreach (var (digits, probability) in shapes)
            if (DayOf(digits, month) is { } day)
                odds[day.Day] = odds.GetValueOrDefault(day.Day) + (probability * Factor(day, digits.Length == 1, read, signed, cited));
            else
                others += probability;
        var total = odds.Values.Sum() + (NoDay * Math.Max(0, others));
        return [.. odds.OrderByDescending(o => o.Value).Select(o => new Candidate(o.Key, Math.Round(o.Value / total, 3), SourceOf(o.Key)))];

        string SourceOf(int day) => "date.shapes" + (day == read ? "+ocr" : signed.Any(s => Lag(s, new(month.Year, month.Month, day)) is >= 0 and <= Soon) ? "+signature" : "");
    }

    private static DateOnly? DayOf(string digits, DateOnly month) =>
        digits.Length <= 2 && int.Parse(digits, CultureInfo.InvariantCulture) is >= 1 and var day && day <= DateTime.DaysInMonth(month.Year, month.Month)
            ? new(month.Year, month.Month, day) : null;

    private static double Factor(DateOnly day, bool lone, int? read, IReadOnlyCollection<DateOnly> signed, DateOnly? cited)
    {
        var factor = day.DayOfWeek switch { DayOfWeek.Saturday => OnSaturday, DayOfWeek.Sunday => OnSunday, _ => 1 };
        if (day.Day == read)
            factor *= ReadToo;
        if (lone)
            factor *= day.Day == 1 ? LoneOne : LoneDigit;
        if (cited > day)
            factor *= BeforeWhatItCites;
        return signed.Count == 0 ? factor : factor * signed.Max(s => Lag(s, day) switch
        {
            0 => SignedThatDay,
            > 0 and <= Soon => SignedSoon,
            > Soon and <= Late => SignedLate,
            _ => SignedElse,
        });
    }

    private static int Lag(DateOnly signed, DateOnly day) => signed.DayNumber - day.DayNumber;

    /// <summary>The latest day of the instruments that a text cites with number and day, in <paramref name="month"/>; null when there is none.</summary>
    public static DateOnly? LatestCited(DocumentText text, DateOnly month)
    {
        DateOnly? latest = null;
        foreach (Match match in Cited.Matches(text.Content))
            if (DateOnly.TryParseExact($"{match.Groups["day"].Value}/{match.Groups["month"].Value}/{match.Groups["year"].Value}", "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day.Year == month.Year && day.Month == month.Month && (latest is null || day > latest))
                latest = day;
        return latest;
    }

    /// <summary>«số 12/BC-SYT ngày 05/3/2026», «số 12/BC-SYT, ngày 5-3-2026».</summary>
    [GeneratedRegex(@"số\s?:?\s?\d\S{2,30},?\sngày\s(?<day>\d{1,2})[/-](?<month>\d{1,2})[/-](?<year>\d{4})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Cited { get; }
}
