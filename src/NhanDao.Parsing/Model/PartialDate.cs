using System.Globalization;

namespace NhanDao.Parsing.Model;

/// <summary>A date of which day, or day and month, may be unknown.</summary>
/// <param name="Year">Year of the common era.</param>
/// <param name="Month">1–12; null when blank.</param>
/// <param name="Day">1–31; null when blank or when the month is.</param>
public sealed record PartialDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>The whole date; null when a part is missing.</summary>
    public DateOnly? ToDate() => Month is { } month && Day is { } day ? new DateOnly(Year, month, day) : null;

    /// <summary>The date of a calendar day.</summary>
    public static PartialDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>ISO 8601 with as many parts as are known: «2025-01-15», «2025-01», «2025».</summary>
    public override string ToString()
    {
        var year = Year.ToString("0000", CultureInfo.InvariantCulture);
        return (Month, Day) switch
        {
            ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day:00}"),
            ({ } month, _) => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}"),
            _ => year,
        };
    }
}
