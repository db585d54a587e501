using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.References;

/// <summary>The date of a cited instrument.</summary>
/// <param name="Value">The date; null when something is printed that is no date of the calendar.</param>
/// <param name="Start">Where the digits start.</param>
/// <param name="End">Just behind the year.</param>
/// <param name="Damaged">A digit was read for a letter, or a blank was taken out.</param>
internal readonly record struct CitedDate(PartialDate? Value, int Start, int End, bool Damaged);

/// <summary>Reads «ngày 14/11/2022», «ngày 08-6-2010», «ngày 02 tháng 4 năm 2021», «ngày 24 /7/ 1993», «ngày l6 tháng 3 năm 2018».</summary>
internal static class DateReader
{
    private const int EarliestYear = 1945;

    /// <summary>The date whose cue «ngày» stands at <paramref name="at"/>; null when there is none.</summary>
    public static CitedDate? AfterCue(CitedText text, int at)
    {
        if (!IsCue(text, at))
            return null;
        var p = SkipFiller(text, at + 4);
        var start = p;
        var damaged = false;
        if (ReadNumber(text, ref p, 2, ref damaged) is not { } day)
            return null;
        if (!Divide(text, ref p, out var inWords) || ReadNumber(text, ref p, 2, ref damaged) is not { } month)
            return null;
        if (!DivideYear(text, ref p, inWords) || ReadYear(text, ref p, ref damaged) is not { } year)
            return null;
        return new(Make(day, month, year), start, p, damaged);
    }

    /// <summary>«năm 2013» at <paramref name="at"/>: the year alone.</summary>
    public static CitedDate? YearAfterCue(CitedText text, int at)
    {
        if (!text.Reads(at, "nam"))
            return null;
        var p = text.SkipSpaces(at + 3);
        var start = p;
        var damaged = false;
        return ReadYear(text, ref p, ref damaged) is { } year && !TextReading.IsWord(text[p]) && !(text[p] is '/' or '-' && TextReading.IsDigit(text[p + 1]))
            ? new(Make(null, null, year), start, p, damaged) : null;
    }

    /// <summary>«ngày», also run together with the digits: «ngày9».</summary>
    public static bool IsCue(CitedText text, int at) =>
        at >= 0 && at + 4 < text.Length && text.Folded.Slice(at, 4) is "ngay" or "ngav" or "nqay" && !TextReading.IsWord(text[at - 1])
        && !(text[at + 4] is >= 'a' and <= 'z' && text[at + 4] is not ('l' or 'i' or 'o'));

    private static PartialDate? Make(int? day, int? month, int year)
    {
        if (year is < EarliestYear or > 2099)
            return null;
        if (day is null || month is null)
            return new(year);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month.Value) ? new(year, month, day) : null;
    }

    private static int SkipFiller(CitedText text, int p)
    {
        var end = p + 3;
        while (p < end && text[p] is ' ' or ':' or '.' or ',' or '_')
            p++;
        return p;
    }

    /// <summary>A number of at most <paramref name="most"/> digits; letters that OCR reads for digits count when a digit or a divider is beside them.</summary>
    private static int? ReadNumber(CitedText text, ref int p, int most, ref bool damaged)
    {
        int value = 0, digits = 0, at = p;
        while (digits < most)
        {
            if (Digit(text, at, ref damaged) is not { } digit)
            {
                // «3 1/08/2015»
                if (digits == 0 || digits == most || text[at] != ' ' || !TextReading.IsDigit(text[at + 1]) || text[at + 2] is not ('/' or '-'))
                    break;
                damaged = true;
                at++;
                continue;
            }
            value = value * 10 + digit;
            digits++;
            at++;
        }
        if (digits == 0 || TextReading.IsDigit(text[at]))
            return null;
        p = at;
        return value;
    }

    private static int? Digit(CitedText text, int at, ref bool damaged)
    {
        if (TextReading.IsDigit(text[at]))
            return text[at] - '0';
        int? digit = text.PrintedAt(at) switch { 'O' or 'o' => 0, 'l' or 'I' or '|' or ']' => 1, 'Š' => 8, _ => null };
        if (digit is null || (TextReading.IsWord(text[at + 1]) && !TextReading.IsDigit(text[at + 1]) && text.PrintedAt(at + 1) is not ('I' or 'l' or 'O')))
            return null;
        damaged = true;
        return digit;
    }

    /// <summary>Between day and month: <c>/</c>, <c>-</c>, <c>.</c> or «tháng».</summary>
    private static bool Divide(CitedText text, ref int p, out bool inWords)
    {
        var at = text.SkipSpaces(p);
        inWords = text.Folded[Math.Min(at, text.Length)..].StartsWith("thang", StringComparison.Ordinal);
        if (inWords)
            at += 5;
        else if (text[at] is '/' or '-' or '.')
            at++;
        else
            return false;
        p = text.SkipSpaces(at);
        return true;
    }

    private static bool DivideYear(CitedText text, ref int p, bool inWords)
    {
        var at = text.SkipSpaces(p);
        if (text[at] == ',' && inWords)
            at = text.SkipSpaces(at + 1);
        if (inWords && text.Folded[Math.Min(at, text.Length)..].StartsWith("nam", StringComparison.Ordinal))
            at += 3;
        else if (text[at] is '/' or '-' or '.')
            at++;
        else
            return false;
        p = text.SkipSpaces(at);
        return true;
    }

    private static int? ReadYear(CitedText text, ref int p, ref bool damaged)
    {
        int value = 0, digits = 0, at = p;
        while (digits < 4 && Digit(text, at, ref damaged) is { } digit)
        {
            value = value * 10 + digit;
            digits++;
            at++;
        }
        if (TextReading.IsDigit(text[at]) || digits is not (2 or 4))
            return null;
        p = at;
        return digits == 4 ? value : value >= 45 ? 1900 + value : 2000 + value;
    }
}
