using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace NhanDao.Parsing.Text.Ink;

/// <summary>
/// Finds the slots of a letterhead that are mostly filled in by hand (the number behind «Số:», the day behind «ngày») by the print
/// around them, and reads the digits in them by their shapes. Says nothing of slots that it does not find.
/// </summary>
internal static partial class InkSlots
{
    /// <summary>The letterhead ends above this share of the page.</summary>
    private const double LetterheadShare = 0.42;

    public static ImmutableArray<InkReading> Read(PageImage grey, ImmutableArray<PageWord> words, DigitNet net)
    {
        double width = grey.Width * 72 / grey.Dpi, height = grey.Height * 72 / grey.Dpi;
        var head = words.Where(w => w.Bottom < height * LetterheadShare).ToList();
        return [.. new[] { Number(head, width), Day(head) }.OfType<PrintedSlot>().Select(slot => Read(grey, slot, net)).OfType<InkReading>()];
    }

    /// <summary>A slot between two places of print. Unit 1/72 inch.</summary>
    /// <param name="Slot">Which.</param>
    /// <param name="Left">Where the print before it ends.</param>
    /// <param name="Right">Where the print behind it begins.</param>
    /// <param name="Top">Top of the print.</param>
    /// <param name="Bottom">Foot of the print.</param>
    private sealed record PrintedSlot(InkSlot Slot, double Left, double Right, double Top, double Bottom);

    private static PrintedSlot? Number(List<PageWord> head, double width)
    {
        foreach (var first in head.Where(w => w.Left < width * 0.45 && NumberWord.IsMatch(Folding.Fold(w.Text))))
        {
            var row = new PrintedRow(Row(head, first).Where(w => w.Left >= first.Left && w.Left < width * 0.6), head);
            if (NumberSlot.Match(row.Text) is { Success: true } match)
                return Between(InkSlot.Number, row, match.Groups["slot"].Index, match.Groups["symbol"].Index);
        }
        return null;
    }

    private static PrintedSlot? Day(List<PageWord> head)
    {
        foreach (var month in head.Where(w => MonthWord.IsMatch(Folding.Fold(w.Text))))
        {
            var row = new PrintedRow(Row(head, month), head);
            if (DaySlot.Match(Folding.Fold(row.Text)) is { Success: true } match)
                return Between(InkSlot.Day, row, match.Groups["slot"].Index, match.Groups["month"].Index);
        }
        return null;
    }

    private static PrintedSlot Between(InkSlot slot, PrintedRow row, int start, int end) =>
        new(slot, row.EndOfPrintBefore(start), row.StartOfPrintAt(end, out var print), print.Top, print.Bottom);

    private static List<PageWord> Row(List<PageWord> words, PageWord word)
    {
        var middle = word.Top + word.Height / 2;
        return [.. words.Where(w => Math.Abs(w.Top + w.Height / 2 - middle) < word.Height * 0.8).OrderBy(w => w.Left)];
    }

    /// <summary>
    /// The words of a row as one text, and where on the page print begins and ends in it. OCR glues print and ink into one word, or
    /// stretches a printed word's box over the ink beside it: there the width that the print must have tells.
    /// </summary>
    private sealed class PrintedRow
    {
        private readonly List<(int Start, PageWord Word)> words = [];
        private readonly double em;

        /// <summary>Print is a little wider in some faces and on stretched scans.</summary>
        private const double Slack = 1.04;

        /// <summary>A box wider than this against its print covers more than print.</summary>
        private const double Stretched = 1.2;

        public PrintedRow(IEnumerable<PageWord> row, List<PageWord> head)
        {
            var text = new StringBuilder();
            foreach (var word in row)
            {
                words.Add((text.Length, word));
                text.Append(word.Text).Append(' ');
            }
            Text = text.ToString();
            em = PrintWidth.Em(words.Select(w => w.Word)) ?? PrintWidth.Em(head) ?? 13;
        }

        public string Text { get; }

        public double EndOfPrintBefore(int offset)
        {
            var (start, word) = words.FindLast(w => w.Start < Math.Max(1, offset));
            var print = word.Text.AsSpan(0, Math.Min(word.Text.Length, offset - start)).TrimEnd();
            var width = PrintWidth.Of(print) * em;
            return word.Text.Length == print.Length && word.Width < width * Stretched ? word.Right : Math.Min(word.Right, word.Left + width * Slack);
        }

        public double StartOfPrintAt(int offset, out PageWord print)
        {
            while (offset < Text.Length - 1 && Text[offset] == ' ')
                offset++;
            (var start, print) = words.FindLast(w => w.Start <= offset);
            var width = PrintWidth.Of(print.Text.AsSpan(offset - start)) * em;
            return offset == start && print.Width < width * Stretched ? print.Left : Math.Max(print.Left, print.Right - width * Slack);
        }
    }

    private static InkReading? Read(PageImage grey, PrintedSlot slot, DigitNet net)
    {
        var print = slot.Bottom - slot.Top;
        var unit = grey.Dpi / 72;
        var strip = InkStrip.Take(grey, (slot.Left - 0.1 * print) * unit, (slot.Top - 0.8 * print) * unit, (slot.Right + 0.1 * print) * unit, (slot.Bottom + 0.8 * print) * unit);
        if (strip?.Digits((slot.Left - strip.Left / unit) * unit, (slot.Right - strip.Left / unit) * unit, print * unit) is not { } digits)
            return null;
        var candidates = DigitString.Read(digits.Picture, digits.DigitHeight, net);
        if (slot.Slot == InkSlot.Number && !digits.EndsBeforeSlash)
            candidates = WithoutSlash(candidates);
        return candidates.IsEmpty ? null : new(slot.Slot, candidates);
    }

    /// <summary>Where no slash was seen behind the digits, a last 1 or 7 may be the slash.</summary>
    private static ImmutableArray<InkCandidate> WithoutSlash(ImmutableArray<InkCandidate> candidates) =>
    [
        .. candidates.SelectMany(c => c.Digits.Length > 1 && c.Digits[^1] is '1' or '7'
                ? new[] { c with { Probability = c.Probability / 2 }, new(c.Digits[..^1], c.Probability / 2) }
                : [c])
            .GroupBy(c => c.Digits).Select(g => new InkCandidate(g.Key, Math.Round(g.Sum(c => c.Probability), 4))).OrderByDescending(c => c.Probability),
    ];

    /// <summary>«Số:», «Só:{/», «số».</summary>
    [GeneratedRegex(@"^s[o0]([^a-z]|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NumberWord { get; }

    /// <summary>«Số: 899 /UBND-TTHC», «Só:{/&amp;†/SYT-NVY», «Số 115 -CV/TU»: what stands between the head and a separator with capitals.</summary>
    [GeneratedRegex(@"^[sS][^\s:]{1,2}\s?[:;.]?\s*(?<slot>.{0,14}?)(?<symbol>\s?[-/⁄l|I]\s?[A-ZĐÐ&]{2,}(\s?[-/]\s?[A-ZĐÐ])?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NumberSlot { get; }

    /// <summary>«tháng», «{tháng», «.tháng».</summary>
    [GeneratedRegex(@"th[a-z]ng$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex MonthWord { get; }

    /// <summary>«ngày⁄{5 tháng 01 năm 2025», of folded text.</summary>
    [GeneratedRegex(@"n[gq]a[yvw](?<slot>.{0,8}?)\s?(?<month>th[a-z]ng)\s?.{1,4}\s?n[a-z]m", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex DaySlot { get; }
}
