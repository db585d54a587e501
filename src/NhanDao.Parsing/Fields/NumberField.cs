using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Ink;

namespace NhanDao.Parsing.Fields;

/// <summary>
/// Số, ký hiệu: the letter's own number, read only in its own line. State letters write «Số: 12/UBND-VX», party letters
/// «Số 207-CV/TU», normative acts «Số: 09/2009/CT-UBND»; on scans the digits are mostly handwritten and the symbol printed.
/// </summary>
internal static partial class NumberField
{
    private const string Part = @"\p{Lu}[\p{L}\d&]*";
    private const string Symbol = $@"(?<symbol>((19|20)\d\d\s*/\s*)?{Part}(\s*[-–—/.]\s*{Part}|,\s?\p{{Lu}}{{3,}}|/\p{{Ll}}{{2}}\b){{0,6}})";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 2000;

    private static readonly ImmutableArray<(Regex Pattern, FieldStatus Status, string Source)> Forms =
    [
        (DigitsAbove, FieldStatus.Present, "number.above"),
        (Printed, FieldStatus.Present, "number.printed"),
        (Glued, FieldStatus.Present, "number.glued"),
        (EmptySlot, FieldStatus.Blank, "number.blank"),
        (PartyInk, FieldStatus.Handwritten, "number.symbol"),
        (StateInk, FieldStatus.Handwritten, "number.symbol"),
    ];

    /// <param name="text">The canonical text.</param>
    /// <param name="lines">Its labelled lines.</param>
    /// <param name="fileName">Name of the file, a witness for digits written by hand; null when unknown.</param>
    /// <param name="problems">Takes what was noticed.</param>
    public static Field<LetterNumber> Read(DocumentText text, ImmutableArray<LabelledLine> lines, string? fileName, List<Diagnostic> problems)
    {
        var line = JoinedLines.Labelled(text, lines, LineLabel.Number);
        if (line.IsEmpty)
        {
            problems.Add(new("number.absent", Severity.Note, "The letter has no number line."));
            return Field<LetterNumber>.Absent;
        }

        var content = line.Content.Replace('⁄', '/');
        foreach (var (pattern, status, source) in Forms)
            if (pattern.Match(content) is { Success: true } match)
                return ReadSlot(text, line, match, (status, source), fileName, problems);

        problems.Add(new("number.unreadable", Severity.Warning, "The number line cannot be read.", line.Span));
        return text.At<LetterNumber>(FieldStatus.Unreadable, null, line.Span, 0.3, "number.line");
    }

    private static Field<LetterNumber> ReadSlot(
        DocumentText text, JoinedLines line, Match match, (FieldStatus Status, string Source) form, string? fileName, List<Diagnostic> problems)
    {
        var (status, source) = form;
        var shapes = SlotEvidence.Of(text, line.Span, InkSlot.Number);
        var symbolGroup = match.Groups["symbol"];
        var symbolSpan = line.SpanOf(symbolGroup.Index, symbolGroup.Index + symbolGroup.Length);
        var ocr = Surety.IsOcr(text, line.Span);
        var (symbol, symbolSurety) = NumberSymbol.Read(text, symbolGroup.Value, symbolSpan, ocr);
        var span = line.SpanOf(match.Index, match.Index + match.Length);
        var digits = match.Groups["ordinal"];

        if (status == FieldStatus.Present)
        {
            var digitSpan = line.SpanOf(digits.Index, digits.Index + digits.Length);
            var ordinal = digits.Value.Replace(" ", "", StringComparison.Ordinal);
            var print = ocr ? PrintedDigits.Judge(text, digitSpan, Beside(text, digitSpan, symbolSpan)) : Print.Sure;
            if (print == Print.Sure)
                return text.Printed(new LetterNumber(ordinal, symbol), span, Math.Min(ocr ? 0.93 : 0.98, symbolSurety), source);
            return Handwritten(text, span, symbol, ordinal, shapes, fileName, problems);
        }
        if (status == FieldStatus.Blank)
        {
            problems.Add(new("number.blank", Severity.Note, "The number slot is empty.", span));
            return text.At(FieldStatus.Blank, new LetterNumber(null, symbol), span, ocr ? 0.6 : Math.Min(0.95, symbolSurety), source);
        }
        return Handwritten(text, span, symbol, null, shapes, fileName, problems);
    }

    private static Field<LetterNumber> Handwritten(
        DocumentText text, TextSpan span, string? symbol, string? read, ImmutableArray<InkCandidate> shapes, string? fileName, List<Diagnostic> problems)
    {
        if (SlotEvidence.Number(shapes, read, fileName) is { } known)
            return text.At(FieldStatus.Handwritten, new LetterNumber(known.Ordinal, symbol), span, SlotEvidence.Agreed, known.Source);

        problems.Add(new("number.handwritten", Severity.Note, "The digits of the number are handwritten or unclear; the symbol was read.", span));
        return text.At(FieldStatus.Handwritten, new LetterNumber(null, symbol), span, 0.5, "number.symbol") with
        {
            Candidates =
            [
                .. read is null ? [] : new[] { new Candidate<LetterNumber>(new(read, symbol), "number.digits", 0.3, span) },
                .. shapes.Where(c => c.Digits != read).Select(c => new Candidate<LetterNumber>(new(c.Digits, symbol), "number.shapes", Math.Round(c.Probability * 0.6, 2), span)),
            ],
        };
    }

    /// <summary>The printed word that digits are measured against: the symbol, or, where they are one word, the year of the date on the same page.</summary>
    private static TextSpan Beside(DocumentText text, TextSpan digits, TextSpan symbol)
    {
        if (text.Text.WordsIn(digits) is [var one] && text.Text.WordsIn(symbol) is [var other, ..] && one.Span == other.Span)
            return PrintedYear(text, one) ?? symbol;
        return symbol;
    }

    private static TextSpan? PrintedYear(DocumentText text, TextWord number)
    {
        foreach (var word in text.Text.Words)
        {
            if (word.Box is not { } box || box.Page != number.Box?.Page || box.Top > number.Box?.Bottom + 60)
                continue;
            if (Math.Abs(box.Top - number.Box!.Value.Top) < 20 && Year.IsMatch(text[word.Span]))
                return word.Span;
        }
        return null;
    }

    /// <summary>«12094 Số:        /BNV-CCHC»: the e-office wrote the digits on a line of their own.</summary>
    [GeneratedRegex($@"^\W{{0,3}}(?<ordinal>\d{{1,6}}[a-zđ]?)\s{{1,20}}S[ốôóòồổỗ]\s?:?\s{{0,80}}/\s{{0,3}}{Symbol}", Options, Timeout)]
    private static partial Regex DigitsAbove { get; }

    /// <summary>«Số: 299 /UBND-TTHC», «Số 115 -CV/TU», «Luật số: 61/2020/QH14», «3176b/QĐ-SYT», «1141-TC/QĐ/CĐKT».</summary>
    [GeneratedRegex($@"^\W{{0,3}}([Ll]uật\s|LUẬT\s|[Pp]háp lệnh\s)?([Ss§][ốôóòồổỗộọơ06]?\s?|SỐ\s?)?[:;.,]{{0,2}}\s{{0,20}}(?<ordinal>\d{{1,6}}\s?[a-zđ]?)\s{{0,40}}(/|[-–—](?=\s?\p{{Lu}}\p{{L}}{{0,4}}\s?/))\s{{0,20}}{Symbol}", Options, Timeout)]
    private static partial Regex Printed { get; }

    /// <summary>«Số1849BGDĐT-GDPT»: a form field hides the slash.</summary>
    [GeneratedRegex($@"^\W{{0,3}}S[ốôóòồổỗ]\s?[:.]?\s{{0,20}}(?<ordinal>\d{{1,6}})(?=[A-ZĐ]{{2,8}}-){Symbol}", Options, Timeout)]
    private static partial Regex Glued { get; }

    /// <summary>«Số:       /UBND-NC», «Số .....-CV/TU».</summary>
    [GeneratedRegex($@"^\W{{0,3}}([Ss§][ốôóòồổỗộọơ]|SỐ)\s?[:;]?[\s.…_]{{0,80}}(/|[-–—](?=\s?\p{{Lu}}\p{{L}}{{1,4}}\s?/))\s{{0,20}}{Symbol}", Options, Timeout)]
    private static partial Regex EmptySlot { get; }

    /// <summary>«Số 2û7-CV/TU»: ink, then a party symbol.</summary>
    [GeneratedRegex($@"^(?<ink>[^/]{{0,16}}?)\s{{0,3}}[-–—]\s{{0,3}}(?<symbol>(CV|QĐi?|NQ|CT|KL|QC|QyĐ|TTr?|HD|TB|TC|BC|KH|CTr|ĐA|PA|DA|BB|GM)\s?/\s?{Part}([-.,/]\s?{Part}){{0,4}})", Options, Timeout)]
    private static partial Regex PartyInk { get; }

    /// <summary>«Số: $4/UBND-KTTH», «ST /CT-UBND», «Số:{/&amp;†/SYT-NVY»: ink, then a state symbol.</summary>
    [GeneratedRegex($@"^(?<ink>.{{0,24}}?)[/|]\s{{0,20}}{Symbol}", Options, Timeout)]
    private static partial Regex StateInk { get; }

    [GeneratedRegex(@"^(19|20)\d\d\W?$", Options, Timeout)]
    private static partial Regex Year { get; }
}
