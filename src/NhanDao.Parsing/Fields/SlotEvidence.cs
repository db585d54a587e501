using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Ink;

namespace NhanDao.Parsing.Fields;

/// <summary>
/// What is known of the digits in a slot that is filled in by hand: their shapes, what OCR made of them, and witnesses from
/// outside the slot (file name, signature time). One witness is a candidate; two that agree are a value.
/// </summary>
internal static partial class SlotEvidence
{
    /// <summary>Two independent witnesses agree.</summary>
    public const double Agreed = 0.9;

    /// <summary>Least probability of a shape reading for another witness to confirm it.</summary>
    private const double Possible = 0.05;

    /// <summary>Shapes alone are believed from here on for a day of two digits, which has 31 values and no second way to be cut.</summary>
    private const double ClearDay = 0.8;

    /// <summary>The signature time is the letter's day or within four days of it in 49 of 57 real letters (DESIGN).</summary>
    private const int SignedWithin = 4;

    /// <summary>What the shapes in the slot of the page at <paramref name="span"/> say, best first.</summary>
    public static ImmutableArray<InkCandidate> Of(DocumentText text, TextSpan span, InkSlot slot)
    {
        foreach (var word in text.Text.WordsIn(span))
            if (word.Box is { } box && text.Pages.FirstOrDefault(p => p.Number == box.Page)?.Ink.FirstOrDefault(i => i.Slot == slot) is { } ink)
                return ink.Candidates;
        return [];
    }

    /// <summary>The number that two witnesses agree on; null when they do not.</summary>
    /// <param name="shapes">What the shapes say.</param>
    /// <param name="read">What OCR read in the slot; null for no digits.</param>
    /// <param name="fileName">Name of the file; null when unknown.</param>
    public static (string Ordinal, string Source)? Number(ImmutableArray<InkCandidate> shapes, string? read, string? fileName)
    {
        if (shapes.FirstOrDefault(c => c.Digits == read && c.Probability >= 0.2) is { Digits.Length: > 1 } same)
            return (same.Digits, "number.shapes+ocr");
        if (fileName is null)
            return null;
        var named = DigitRun.Matches(fileName).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var confirmed = shapes.Where(c => c.Probability >= Possible && c.Digits.Length > 1 && named.Contains(c.Digits)).Select(c => c.Digits).ToList();
        if (confirmed.Count == 0 && read is { Length: > 1 } && named.Contains(read))
            confirmed.Add(read);
        return confirmed is [var one] ? (one, "number.shapes+file") : null;
    }

    /// <summary>The day that the evidence settles; null when it does not.</summary>
    /// <param name="shapes">What the shapes say.</param>
    /// <param name="read">What OCR read in the slot, as a number; null for none.</param>
    /// <param name="signed">Dates of digital signatures; a letter is signed on its day or a few days later.</param>
    /// <param name="year">The letter's year.</param>
    /// <param name="month">The letter's month.</param>
    public static (int Day, double Confidence, string Source)? Day(ImmutableArray<InkCandidate> shapes, int? read, IReadOnlyCollection<DateOnly> signed, int year, int month)
    {
        var daysInMonth = DateTime.DaysInMonth(year, month);
        var days = shapes.Where(c => c.Digits.Length <= 2).Select(c => (Day: int.Parse(c.Digits, System.Globalization.CultureInfo.InvariantCulture), c.Probability, c.Digits))
            .Where(d => d.Day >= 1 && d.Day <= daysInMonth && d.Probability >= Possible).ToList();
        if (days.FindIndex(d => d.Day == read && d.Probability >= 0.3) is >= 0 and var same)
            return (days[same].Day, Agreed, "date.shapes+ocr");
        if (days.Where(d => signed.Contains(new(year, month, d.Day))).Select(d => d.Day).Distinct().ToList() is [var on])
            return (on, Agreed, "date.shapes+signature");
        if (days.FindIndex(d => d.Digits.Length == 2 && d.Probability >= ClearDay) is >= 0 and var clear)
            return (days[clear].Day, 0.85, "date.shapes");
        return days.Where(d => d.Probability >= 0.2 && signed.Any(s => s.DayNumber - new DateOnly(year, month, d.Day).DayNumber is >= 0 and <= SignedWithin))
            .Select(d => d.Day).Distinct().ToList() is [var before] ? (before, 0.87, "date.shapes+signature") : null;
    }

    [GeneratedRegex(@"(?<![\d])\d{1,5}(?![\d])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex DigitRun { get; }
}
