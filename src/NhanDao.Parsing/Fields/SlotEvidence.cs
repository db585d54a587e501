using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Ink;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>
/// What is known of the digits in a slot that is filled in by hand: their shapes, what OCR made of them, and witnesses from
/// outside the slot (the file's name). One witness is a candidate; two that agree are a value. For days see <see cref="InkedDay"/>.
/// </summary>
internal static partial class SlotEvidence
{
    /// <summary>Two independent witnesses agree.</summary>
    public const double Agreed = 0.9;

    /// <summary>Least probability of a shape reading for another witness to confirm it.</summary>
    private const double Possible = 0.05;

    /// <summary>Least probability of a shape reading for OCR to confirm it.</summary>
    private const double Likely = 0.2;

    /// <summary>A shorter number is too easily near another.</summary>
    private const int LongNumber = 4;

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
    /// <param name="behind">The year behind the number («09/2010/QĐ-UBND»), whose digits are in the same slot; empty for none.</param>
    public static (string Ordinal, string Source)? Number(ImmutableArray<InkCandidate> shapes, string? read, string? fileName, string behind = "")
    {
        if (read is { Length: > 1 } && Agrees(shapes, read, behind))
            return (read, "number.shapes+ocr");
        if (fileName is null)
            return null;
        var named = DigitRun.Matches(fileName).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var confirmed = shapes.Where(c => c.Probability >= Possible && c.Digits.Length > 1 && named.Contains(c.Digits)).Select(c => c.Digits).ToList();
        if (confirmed.Count == 0 && read is { Length: > 1 } && named.Contains(read))
            confirmed.Add(read);
        if (confirmed.Count == 0)
            confirmed = NearlyRead(shapes, read, named);
        return confirmed is [var one] ? (one, "number.shapes+file") : null;
    }

    /// <summary>
    /// Whether the shapes show what OCR read. They do not settle it when they show as probably the same with one more digit, which OCR
    /// may have taken for the slash. Where a year follows, its digits and a slash like a 1 or 7 are among the shapes.
    /// </summary>
    public static bool Agrees(ImmutableArray<InkCandidate> shapes, string read, string behind)
    {
        foreach (var shape in shapes)
            if (shape.Probability >= Likely && IsOf(shape.Digits, read, behind))
                return behind.Length > 0 || !shapes.Any(o => o.Digits.Length == read.Length + 1 && o.Probability >= shape.Probability && o.Digits.StartsWith(read, StringComparison.Ordinal));
        return false;
    }

    private static bool IsOf(string digits, string read, string behind) => digits == read
        || (behind.Length > 0 && digits.StartsWith(read, StringComparison.Ordinal) && digits.EndsWith(behind, StringComparison.Ordinal)
            && digits.AsSpan(read.Length, Math.Max(0, digits.Length - read.Length - behind.Length)) is "" or "1" or "7");

    /// <summary>Long numbers of the file's name that the shapes or OCR missed by one digit: that happens by chance once in a hundred names.</summary>
    private static List<string> NearlyRead(ImmutableArray<InkCandidate> shapes, string? read, HashSet<string> named)
    {
        var readings = shapes.Where(c => c.Probability >= Possible).Select(c => c.Digits).Append(read ?? "").ToList();
        return [.. named.Where(n => n.Length >= LongNumber && n[0] != '0' && readings.Exists(r => WordList.Difference(r, n, 1) <= 1))];
    }

    [GeneratedRegex(@"(?<![\d])\d{1,5}(?![\d])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex DigitRun { get; }
}
