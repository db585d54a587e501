using System.Buffers;
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

    /// <summary>So far below or above the number the date may stand. Unit 1/72 inch.</summary>
    private const double Rows = 60;

    private const double NotClear = 0.6;

    private static readonly SearchValues<char> LikeDigits = SearchValues.Create("Il|Oo");

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
            var print = ocr ? Judged(text, line, digitSpan, symbolSpan) : Print.Sure;
            if (print == Print.Likely && SlotEvidence.Agrees(shapes, ordinal, YearIn(symbol)))
                return text.Printed(new LetterNumber(ordinal, symbol), span, Math.Min(SlotEvidence.Agreed, symbolSurety), source + "+shapes");
            if (print == Print.Likely && shapes.IsEmpty) // print that was not read clearly: given, for a person to look at
                return text.Printed(new LetterNumber(ordinal, symbol), span, NotClear, source);
            if (print == Print.Sure)
                return text.Printed(new LetterNumber(ordinal, symbol), span, Math.Min(ocr ? 0.93 : 0.98, symbolSurety), source);
            return Handwritten(text, span, symbol, ordinal, shapes, fileName, problems);
        }
        if (status == FieldStatus.Blank)
        {
            problems.Add(new("number.blank", Severity.Note, "The number slot is empty.", span));
            return text.At(FieldStatus.Blank, new LetterNumber(null, symbol), span, ocr ? 0.6 : Math.Min(0.95, symbolSurety), source);
        }
        return Handwritten(text, span, symbol, FiguresOf(match.Groups["ink"].Value), shapes, fileName, problems);
    }

    /// <summary>Digits that OCR read as the letters they look like: «I1», «2l5»; null when something else is among them.</summary>
    private static string? FiguresOf(string ink)
    {
        var word = ink.AsSpan(ink.LastIndexOf(' ') + 1).Trim();
        if (word.Length is < 2 or > 5 || !word.ContainsAnyInRange('0', '9') || !word.ContainsAny(LikeDigits))
            return null;
        var figures = word.ToString().Replace('I', '1').Replace('l', '1').Replace('|', '1').Replace('O', '0').Replace('o', '0');
        return figures.All(char.IsAsciiDigit) ? figures : null;
    }

    /// <summary>«2010» of «2010/QĐ-UBND»; empty where no year follows the number.</summary>
    private static string YearIn(string? symbol) => symbol?.Split('/')[0] is { Length: 4 } year && year.All(char.IsAsciiDigit) ? year : "";

    private static Field<LetterNumber> Handwritten(
        DocumentText text, TextSpan span, string? symbol, string? read, ImmutableArray<InkCandidate> shapes, string? fileName, List<Diagnostic> problems)
    {
        if (SlotEvidence.Number(shapes, read, fileName, YearIn(symbol)) is { } known)
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

    /// <summary>Whether the digits are printed: measured against the symbol, or, where both are one word, against the year of the date and the «Số:» before them.</summary>
    private static Print Judged(DocumentText text, JoinedLines line, TextSpan digits, TextSpan symbol)
    {
        if (text.Text.WordsIn(digits) is not [var one] || text.Text.WordsIn(symbol) is not [var other, ..] || one.Span != other.Span)
            return PrintedDigits.Judge(text, digits, symbol);
        var head = TextSpan.FromBounds(line.Span.Start, one.Span.Start);
        return PrintedDigits.JudgeGlued(text, digits, YearNear(text, one), head.Length > 1 && NumberHead.IsMatch(text[head]) ? head : null);
    }

    /// <summary>The year of the letter's date: print on the same page, in the row of the number or a few rows from it.</summary>
    private static TextSpan? YearNear(DocumentText text, TextWord number)
    {
        var words = text.Text.Words;
        for (var i = 1; i < words.Length; i++)
            if (words[i].Box is { } box && box.Page == number.Box?.Page && Math.Abs(box.Top - number.Box!.Value.Top) < Rows
                && Year.IsMatch(text[words[i].Span]) && Folding.Fold(text[words[i - 1].Span]).EndsWith("nam", StringComparison.Ordinal))
                return words[i].Span;
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

    /// <summary>«Số:», «Số», «Sé:»: nothing behind it.</summary>
    [GeneratedRegex(@"^\W{0,3}[Ss§]\p{L}\s?:?\s*$", Options, Timeout)]
    private static partial Regex NumberHead { get; }
}
