using System.Collections.Immutable;
using System.Text;

namespace NhanDao.Parsing.References;

/// <summary>
/// Reads a cited number where its digits stand: «126/2024/NĐ-CP», «44-KL/TW», «17/NQ- CP», «30c/NQ-CP», «1141-TC/QĐ/CĐKT», «51/CP».
/// </summary>
internal static class NumberReader
{
    private const int LongestOrdinal = 6, LongestSegment = 14, MostSegments = 6;

    /// <param name="text">The text.</param>
    /// <param name="at">Where the digits start.</param>
    /// <param name="cued">«số» or a type word stands before: digits may be read as letters, blanks may stand between them.</param>
    public static CitedNumber? Read(CitedText text, int at, bool cued)
    {
        var written = new StringBuilder(24);
        var damaged = false;
        var p = ReadOrdinal(text, at, cued, written, ref damaged);
        if (p < 0)
            return null;
        var ordinal = written.ToString();
        string? year = null;
        var segments = ImmutableArray.CreateBuilder<string>(4);

        while (segments.Count < MostSegments)
        {
            var first = segments.Count == 0;
            var separator = Separator(text, p, first, cued && first && year is null, out var next, out var spaces);
            if (separator == '\0')
                break;
            if (first && year is null && separator is '/' or '-' && Year(text, next, cued, out var behind) is { } found)
            {
                damaged |= behind - next != 4;
                year = found;
                written.Append(separator).Append(found);
                p = behind;
                continue;
            }
            var end = SegmentEnd(text, next, first, separator, spaces);
            if (end < 0)
                break;
            var segment = text.Text(next, end);
            if (spaces == 2 && !first && !(segments.Count == 1 && InstrumentTypes.OfCode(segments[0]) is not null))
                break;
            damaged |= p == next;
            written.Append(separator).Append(segment);
            segments.Add(segment);
            p = end;
        }
        if (segments.Count == 0 || (segments is [{ Length: 1 }] && !cued))
            return null;
        if (segments.Count > 1 && TornLetters(text, p) is > 0 and var torn)
        {
            segments[^1] += text.Text(p + 1, torn);
            written.Append(text.Printed[(p + 1)..torn]);
            p = torn;
        }
        return new(at, p, ordinal, year, segments.ToImmutable(), written.ToString(), damaged);
    }

    private static int ReadOrdinal(CitedText text, int at, bool cued, StringBuilder written, ref bool damaged)
    {
        var p = at;
        while (p - at < LongestOrdinal + 2)
        {
            var c = text[p];
            if (TextReading.IsDigit(c))
                written.Append(c);
            else if (cued && DigitFor(text.PrintedAt(p)) is { } digit && (TextReading.IsDigit(text[p + 1]) || (p > at && text[p + 1] is '/' or '-')))
            {
                written.Append(digit);
                damaged = true;
            }
            // «41 8/QĐ-UBND»: a blank between digits, with the separator right behind them
            else if (cued && c == ' ' && p > at && TextReading.IsDigit(text[p + 1]) && DigitsThenSeparator(text, p + 1))
                damaged = true;
            else
                break;
            p++;
        }
        if (written.Length is 0 or > LongestOrdinal)
            return -1;
        // «30c/NQ-CP», «3176b/QĐ-SYT», «1249A/CTPH-UBDT»
        if (text[p] is >= 'a' and <= 'z' && text.SkipSpaces(p + 1) is var behind && text[behind] is '/' or '-' && !TextReading.IsDigit(text[behind + 1]))
            written.Append(text.PrintedAt(p++));
        return p;
    }

    /// <summary>«04/KH-GA VI ngày …»: one to three capitals torn off the end of a symbol, with the date right behind them.</summary>
    private static int TornLetters(CitedText text, int p)
    {
        if (text[p] != ' ')
            return -1;
        var end = p + 1;
        while (end - p <= 4 && IsSymbolCapital(text.PrintedAt(end)))
            end++;
        return end - p is >= 2 and <= 4 && text[end] == ' ' && DateReader.IsCue(text, end + 1) ? end : -1;
    }

    private static bool DigitsThenSeparator(CitedText text, int at)
    {
        var p = at;
        while (p - at < 4 && TextReading.IsDigit(text[p]))
            p++;
        return text[p] is '/' or '-' && (!TextReading.IsDigit(text[p + 1]) || Year(text, p + 1, false, out _) is not null);
    }

    /// <summary>The digit that a letter was read for.</summary>
    private static char? DigitFor(char c) => c switch
    {
        'O' or 'o' or 'Ơ' => '0',
        'I' or 'l' or '|' or ']' => '1',
        'S' => '5',
        'Š' => '8',
        _ => null,
    };

    /// <summary>The separator at <paramref name="p"/>, blanks around it allowed; <c>\0</c> when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="p">Where to look.</param>
    /// <param name="first">No letters have been read yet.</param>
    /// <param name="mayBeLost">A separator that OCR swallowed is put back: «1945SYT-NVY».</param>
    /// <param name="next">What follows it.</param>
    /// <param name="spaces">How many sides of it have blanks.</param>
    private static char Separator(CitedText text, int p, bool first, bool mayBeLost, out int next, out int spaces)
    {
        var at = text.SkipSpaces(p);
        var c = text[at];
        spaces = at > p ? 1 : 0;
        next = at + 1;
        if (c is '/' or '-')
        {
            // «CT- -FTg»: a separator read twice
            while (next - at < 4 && (text[next] == ' ' || (text[next] == '-' && !first)))
                next++;
            if (text[next - 1] == ' ')
                spaces++;
            return c;
        }
        if (!first && spaces == 0 && c is '.' or '_' or '&' && IsSegmentStart(text, next, c))
            return c;
        next = p;
        return mayBeLost && spaces == 0 && IsCapitals(text, p, 2) ? '/' : '\0';
    }

    private static bool IsCapitals(CitedText text, int at, int count)
    {
        for (var i = 0; i < count; i++)
            if (!text.IsCapital(at + i))
                return false;
        return true;
    }

    private static bool IsSegmentStart(CitedText text, int at, char separator) =>
        text.IsCapital(at) || (separator == '.' && TextReading.IsDigit(text[at]) && TextReading.IsDigit(text[at + 1]) && !TextReading.IsDigit(text[at + 2]));

    /// <summary>The year at <paramref name="at"/> with a separator behind it; with a cue also «201 1L», with a blank or a letter too many.</summary>
    private static string? Year(CitedText text, int at, bool cued, out int end)
    {
        Span<char> digits = stackalloc char[4];
        var count = 0;
        for (end = at; count < 4 && end - at < 6; end++)
        {
            if (TextReading.IsDigit(text[end]))
                digits[count++] = text[end];
            else if (!cued || count == 0 || text[end] != ' ')
                return null;
        }
        if (count < 4 || digits[..2] is not ("19" or "20"))
            return null;
        if (cued && text.PrintedAt(end) is 'L' or 'l' or 'I' or '|')
            end++;
        return text[text.SkipSpaces(end)] is '/' or '-' ? new(digits) : null;
    }

    /// <summary>Just behind the letters of one part of a symbol; -1 when no part starts at <paramref name="at"/>.</summary>
    private static int SegmentEnd(CitedText text, int at, bool first, char separator, int spaces)
    {
        int upper = 0, lower = 0, p = at;
        for (; p - at <= LongestSegment && TextReading.IsWord(text[p]); p++)
        {
            var c = text.PrintedAt(p);
            if (char.IsUpper(c))
            {
                if (!IsSymbolCapital(c))
                    return -1;
                upper++;
            }
            else if (char.IsLower(c))
            {
                if (c is not ((>= 'a' and <= 'z') or 'đ'))
                    return -1;
                lower++;
            }
        }
        if (p == at || p - at > LongestSegment)
            return -1;
        // «QĐ.UBT.97»
        if (upper == 0)
            return (separator == '.' && lower == 0) || text.Folded[at..p] is "nb" ? p : -1;
        if (!text.IsCapital(at) && !(text[at] == '0' && text.IsCapital(at + 1)))
            return -1;
        if (lower > 0 && lower > upper && text.Folded[at..p] is not ("cty" or "cfy" or "cnty" or "tinh"))
            return -1;
        // behind a blank only capitals go on: «QĐ- BGTVT», not «12/UBND- Về»
        if (spaces > 0 && !first && (upper < 2 || (lower > 0 && text.Folded[at..p] is not ("ttg" or "ttr" or "ctr"))))
            return -1;
        return p;
    }

    /// <summary>Capitals of symbols carry no tone marks.</summary>
    private static bool IsSymbolCapital(char c) => c is (>= 'A' and <= 'Z') or 'Đ' or 'Ð' or 'Ư' or 'Ơ' or 'Ô' or 'Ă' or 'Â' or 'Ê';
}
