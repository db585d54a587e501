using System.Globalization;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Output;

/// <summary>When a duty comes round, ready for a calendar.</summary>
/// <param name="First">The first time on or after the letter's date.</param>
/// <param name="Rule">RFC 5545 recurrence rule, counted from <paramref name="First"/>.</param>
internal sealed record Recurrence(DateOnly First, string Rule)
{
    private const int LongestSearch = 4 * 366; // the 29th of February comes within four years
    private static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>The recurrence of a deadline; null when it has none, or the letter has no date to count from.</summary>
    public static Recurrence? Of(Deadline? deadline, PartialDate? letterDate)
    {
        if (deadline?.Recurrence is not { } rule || letterDate?.ToDate() is not { } from)
            return null;
        var parts = rule.Split(';').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).GroupBy(p => p[0]).ToDictionary(g => g.Key, g => g.First()[1]);
        // A month, quarter or half year of which no day is named ends on its last day; a week on its Friday.
        if (parts.GetValueOrDefault("FREQ") == "MONTHLY" && !parts.ContainsKey("BYMONTHDAY") && !parts.ContainsKey("BYDAY"))
            (rule, parts["BYMONTHDAY"]) = (rule + ";BYMONTHDAY=-1", "-1");
        for (var days = 0; days < LongestSearch; days++)
            if (from.AddDays(days) is var day && Fits(day, parts, from))
                return new(day, rule);
        return null;
    }

    private static bool Fits(DateOnly day, Dictionary<string, string> parts, DateOnly from)
    {
        var lastDay = DateTime.DaysInMonth(day.Year, day.Month);
        var every = int.TryParse(parts.GetValueOrDefault("INTERVAL"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1;
        return Allows("BYMONTH", day.Month) && (Allows("BYMONTHDAY", day.Day) || (parts.ContainsKey("BYMONTHDAY") && Allows("BYMONTHDAY", day.Day - lastDay - 1)))
            && (!parts.TryGetValue("BYDAY", out var weekdays) || weekdays.Contains(Weekdays[(int)day.DayOfWeek], StringComparison.Ordinal))
            && parts.GetValueOrDefault("FREQ") switch
            {
                "DAILY" => day > from,
                "WEEKLY" => parts.ContainsKey("BYDAY") || day.DayOfWeek == DayOfWeek.Friday,
                "MONTHLY" => every is not (3 or 6) || day.Month % every == 0, // quarters and half years are the calendar's
                "YEARLY" => parts.ContainsKey("BYMONTH") || parts.ContainsKey("BYMONTHDAY") || day is { Month: 12, Day: 31 },
                _ => false,
            };

        bool Allows(string part, int value) => !parts.TryGetValue(part, out var list) || list.Split(',').Contains(value.ToString(CultureInfo.InvariantCulture));
    }
}
