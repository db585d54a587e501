using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.References;

/// <summary>
/// Says where a citation's number cannot be read: type and «số» are printed, what follows is ink, a stamp or dirt, and a symbol or a date
/// shows that a number was there. The instrument is not listed; that it is missing must not go unsaid.
/// </summary>
internal static class InkedNumbers
{
    private const int LongestSlot = 16;

    public static void Report(CitedText text, IReadOnlyList<Citation> citations, ICollection<Diagnostic> problems)
    {
        var folded = text.Folded;
        var next = 0;
        for (var at = 0; folded[at..].IndexOf(" so") is >= 0 and var step; at++)
        {
            at += step;
            if (text[at + 3] is not (' ' or ':' or '.') || !text.IsCapitalType(at, out var start) || SlotEnd(text, at + 4) is not (> 0 and var end))
                continue;
            while (next < citations.Count && citations[next].End <= start)
                next++;
            if (next == citations.Count || citations[next].Start >= end)
                problems.Add(new("reference.unreadableNumber", Severity.Warning, "An instrument is cited here whose number cannot be read.", text.Span(start, end)));
        }
    }

    private static bool IsCapitalType(this CitedText text, int end, out int start) =>
        InstrumentTypes.Before(text, end, out start) is not null && text.IsCapital(start);

    /// <summary>The end of a slot with something in it; -1 when it is empty (dots, underscores) or no slot.</summary>
    private static int SlotEnd(CitedText text, int at)
    {
        int marks = 0, odd = 0, words = 0;
        for (var p = at; p - at < LongestSlot; p++)
        {
            var c = text[p];
            if (c is CitedText.Break or ',' or ';')
                return -1;
            // «số Á4/QĐ-UBND»
            if (c is '/' or '-' && text.IsCapital(p + 1) && text.IsCapital(p + 2))
                return marks > 0 ? text.WordEnd(p + 1) : -1;
            // «số 4Z% ngày 01/3/2018»; «số một ngày …», «số hóa ngày …» are words
            if (DateReader.IsCue(text, p))
                return odd > 0 && words == 1 && DateReader.AfterCue(text, p) is { } date ? date.End : -1;
            if (c is ' ' or '.' or '_' or ':' or '…')
                continue;
            words += text[p - 1] is ' ' || p == at ? 1 : 0;
            marks++;
            odd += TextReading.IsWord(c) && !TextReading.IsDigit(c) && !text.IsCapital(p) ? 0 : 1;
        }
        return -1;
    }
}
