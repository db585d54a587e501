using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Ink;

namespace NhanDao.Parsing.Fields;

/// <summary>Ngày tháng năm: the letter's own date, read only in the line that carries it; parts may be blank or handwritten.</summary>
internal static partial class DateField
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 2000;

    /// <summary>From here on the shapes in the slot show a day.</summary>
    private const double Shown = 0.2;

    public static Field<PartialDate> Read(
        DocumentText text, ImmutableArray<LabelledLine> lines, ImmutableArray<DigitalSignature> signatures, List<Diagnostic> problems)
    {
        var line = JoinedLines.Labelled(text, lines, LineLabel.PlaceDate);
        var match = Find(line);
        if (match is null)
        {
            if (!line.IsEmpty)
                problems.Add(new("date.unreadable", Severity.Warning, "The date line cannot be read.", line.Span));
            else
                problems.Add(new("date.absent", Severity.Note, "The letter has no date line."));
            return line.IsEmpty ? Field<PartialDate>.Absent : text.At<PartialDate>(FieldStatus.Unreadable, null, line.Span, 0.3, "date.line");
        }

        var parts = new Slots(text, line, match);
        var span = line.SpanOf(match.Groups["start"].Index, match.Index + match.Length);
        if (parts.Year.Number is not { } year)
        {
            problems.Add(new(parts.Year.IsBlank ? "date.blank" : "date.unreadable", Severity.Note, "The year is not filled in or cannot be read.", span));
            return text.At<PartialDate>(parts.Year.IsBlank ? FieldStatus.Blank : FieldStatus.Unreadable, null, span, 0.6, "date.line");
        }
        return OfParts(text, span, year, parts, signatures, problems);
    }

    /// <summary>The date line's match; null when there is none. <paramref name="line"/> may hold the place before it.</summary>
    internal static Match? Find(JoinedLines line) =>
        line.IsEmpty ? null
        : InWords.Match(line.Folded) is { Success: true } words ? words
        : InFigures.Match(line.Folded) is { Success: true } figures ? figures
        : null;

    private static Field<PartialDate> OfParts(
        DocumentText text, TextSpan span, int year, Slots parts, ImmutableArray<DigitalSignature> signatures, List<Diagnostic> problems)
    {
        var month = parts.Month.Number is >= 1 and <= 12 ? parts.Month.Number : null;
        var day = month is { } m && parts.Day.Number is { } d && d >= 1 && d <= DateTime.DaysInMonth(year, m) ? parts.Day.Number : null;
        var monthPrint = month is null ? Print.Ink : parts.Month.Print;
        var dayPrint = day is null ? Print.Ink : parts.Day.Print;
        var confidence = parts.Year.Print == Print.Sure ? 0.97 : 0.7;

        // Letters mended to digits («Í» to 1) are more often ink: the shapes know better.
        var shapes = SlotEvidence.Of(text, span, InkSlot.Day);
        // What was not read clearly and has another shape is no print that can be given.
        if (dayPrint == Print.Likely && !shapes.IsEmpty
            && (!parts.Day.Figures.All(char.IsAsciiDigit) || !shapes.Any(s => s.Digits.TrimStart('0') == parts.Day.Figures.TrimStart('0') && s.Probability >= Shown)))
            dayPrint = Print.Ink;
        if (dayPrint != Print.Ink && monthPrint != Print.Ink)
        {
            var sure = dayPrint == Print.Sure && monthPrint == Print.Sure;
            return text.Printed(new PartialDate(year, month, day), span, sure ? confidence : 0.65, "date.printed");
        }
        if (parts.Day.IsBlank && (monthPrint != Print.Ink || parts.Month.IsBlank) && !parts.IsOcr)
        {
            problems.Add(new("date.blank", Severity.Note, "The day is not filled in.", span));
            return text.At(FieldStatus.Blank, new PartialDate(year, month), span, confidence, "date.printed");
        }

        var times = signatures.Where(s => s.Time is not null).Select(s => DateOnly.FromDateTime(s.Time!.Value.DateTime)).Distinct().ToList();
        ImmutableArray<InkedDay.Candidate> days = monthPrint != Print.Ink && month is { } known
            ? InkedDay.Weigh(shapes, parts.Day.Number, times, new(year, known, 1), InkedDay.LatestCited(text, new(year, known, 1))) : [];
        if (days is [{ Probability: >= InkedDay.GivenFrom } settled, ..])
            return text.At(FieldStatus.Handwritten, new PartialDate(year, month, settled.Day), span, Math.Min(confidence, settled.Probability), settled.Source);

        var signed = times.FindAll(s => s.Year == year && (monthPrint == Print.Ink || s.Month == month));
        if (shapes.IsEmpty && monthPrint != Print.Ink && signed.Find(s => SignedDay.Agrees(parts.Day.Figures, s.Day)) is { Year: > 1 } agreed)
            return text.At(FieldStatus.Handwritten, PartialDate.Of(agreed), span, Math.Min(confidence, 0.88), "date.signature");

        problems.Add(new("date.handwritten", Severity.Note, "The day is handwritten or unclear.", span));
        return text.At(FieldStatus.Handwritten, new PartialDate(year, monthPrint != Print.Ink ? month : null), span, 0.5, "date.printed") with
        {
            Candidates =
            [
                .. days.Where(d => d.Probability >= 0.05).Select(d => new Candidate<PartialDate>(new(year, month, d.Day), d.Source, d.Probability, span)),
                .. day is null || days.Any(d => d.Day == day) ? [] : new[] { new Candidate<PartialDate>(new(year, month, day), "date.digits", 0.4, span) },
                .. signed.Select(s => new Candidate<PartialDate>(PartialDate.Of(s), "date.signature", 0.6)),
            ],
        };
    }

    /// <summary>What stands where day, month and year belong.</summary>
    private sealed class Slots(DocumentText text, JoinedLines line, Match match)
    {
        public bool IsOcr { get; } = Surety.IsOcr(text, line.Span);
        public Slot Day { get; } = Slot.Of(text, line, match.Groups["day"], match.Groups["year"]);
        public Slot Month { get; } = Slot.Of(text, line, match.Groups["month"], match.Groups["year"]);
        public Slot Year { get; } = Slot.OfYear(text, line, match.Groups["year"]);
    }

    /// <summary>One blank of the date line.</summary>
    /// <param name="Number">Its number; null when it holds none.</param>
    /// <param name="Print">How it is filled in.</param>
    /// <param name="Figures">What was read there.</param>
    private readonly record struct Slot(int? Number, Print Print, string Figures)
    {
        /// <summary>Nothing but spaces and dots.</summary>
        public bool IsBlank => Figures.Length == 0;

        public static Slot Of(DocumentText text, JoinedLines line, Group group, Group beside)
        {
            var figures = group.Value.Trim(' ', '.', ',', '…', '_', '/', '-');
            var clear = figures.Length <= 2 && figures.All(char.IsAsciiDigit);
            if (!int.TryParse(clear ? figures : Letters(figures), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return new(null, Print.Ink, figures);
            var print = PrintedDigits.Judge(text, Trimmed(line, group, figures), line.SpanOf(beside.Index, beside.Index + beside.Length));
            return new(number, clear || print == Print.Ink ? print : Print.Likely, figures);
        }

        public static Slot OfYear(DocumentText text, JoinedLines line, Group group)
        {
            var figures = group.Value.Replace(" ", "", StringComparison.Ordinal).Trim('.', '…', '_');
            var clear = figures.Length == 4 && figures.All(char.IsAsciiDigit);
            return int.TryParse(Letters(figures), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1944 and < 2100
                ? new(year, clear && Surety.Of(text, line.SpanOf(group.Index, group.Index + group.Length)) >= 0.8 ? Print.Sure : Print.Likely, figures)
                : new(null, Print.Ink, figures);
        }

        private static TextSpan Trimmed(JoinedLines line, Group group, string figures)
        {
            var start = group.Index + group.Value.IndexOf(figures, StringComparison.Ordinal);
            return line.SpanOf(start, start + figures.Length);
        }

        /// <summary>Letters that OCR reads for digits; a value mended so is never sure.</summary>
        private static string Letters(string figures) => string.Create(figures.Length, figures, static (mended, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                mended[i] = source[i] switch { 'l' or 'i' or '|' or ']' or '[' or '!' => '1', 'o' => '0', 's' => '5', 'b' => '6', 'z' => '2', var c => c };
        });
    }

    /// <summary>Folded: «lam dong, ngay 15 thang 4 nam 2026», «ngay     thang 4 nam 2026», «ngay15thang 01nam 2025», «hgay 8 thang 9 gam 2025».</summary>
    [GeneratedRegex(@"(?<start>\b[nh]ga([yvwj]|(?=[^a-z])))(?<day>[^\n]{0,14}?)t?h[a-z]ng(?<month>[^\n]{0,12}?)[nghm][a-z]m\s{0,6}(?<year>[\d|\]\[!lisobz]{4}|\d[\d ]{3,4}|[\s.…_]{0,30}$)", Options, Timeout)]
    private static partial Regex InWords { get; }

    /// <summary>Folded: «ngay 04/3/2005», «ngay 08-6-2010».</summary>
    [GeneratedRegex(@"(?<start>\bnga[yvwj])\s{0,4}(?<day>\d{1,2})\s?[/.-]\s?(?<month>\d{1,2})\s?[/.-]\s?(?<year>\d{4})", Options, Timeout)]
    private static partial Regex InFigures { get; }
}
