using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>
/// Loại văn bản: from the heading that names it; else from the code in the symbol; else a công văn, when the letter has the
/// form of one («V/v», «Kính gửi»). Which of the three it was stands in the field's source.
/// </summary>
internal static class DocumentTypeField
{
    private const string Letter = "công văn";

    /// <summary>«CHƯƠNG TRÌNH PHỐI HỢP», «QUY CHẾ LÀM VIỆC»: a kind of the type, or the first words of the subject; a person should look.</summary>
    private const double UnknownKind = 0.75;

    /// <summary>A scan whose number and title are both lost may be anything.</summary>
    private const double NumberUnread = 0.5;

    /// <summary>«Kính gửi» and a symbol like that of a thông cáo: «TC-TCDN» is more often a unit of the issuer than a type without its title.</summary>
    private const double TitleOrAddressee = 0.5;

    public static Field<string> Read(
        DocumentText text, ImmutableArray<LabelledLine> lines, Field<LetterNumber> number, List<Diagnostic> problems)
    {
        if (FromHeading(text, lines) is { } heading)
            return heading;
        if (!HasLetterSubject(text, lines) && FromSymbol(number) is { } symbol)
            return IsAddressed(symbol.Value!) || !lines.Any(l => l.Label == LineLabel.Addressee) ? symbol : FromNumber(number, Letter, TitleOrAddressee, "documentType.letterForm");
        if (IsLetterForm(lines, number))
            return FromNumber(number, Letter, number.Value?.Symbol is not null ? 0.95 : text.Pages.Any(p => p.Method == ReadingMethod.Ocr) ? NumberUnread : 0.85, "documentType.letterForm");

        problems.Add(new("documentType.absent", Severity.Warning, "Neither heading nor symbol nor form says what kind of document this is."));
        return Field<string>.Absent with { Confidence = 0.5 };
    }

    /// <summary>A type that is not printed, with the number line as its witness.</summary>
    private static Field<string> FromNumber(Field<LetterNumber> number, string value, double confidence, string source) => new()
    {
        Status = FieldStatus.Inferred,
        Value = value,
        Raw = number.Raw,
        Span = number.Span,
        Boxes = number.Boxes,
        Confidence = confidence,
        OcrConfidence = number.OcrConfidence,
        Source = source,
    };

    private static Field<string>? FromHeading(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        foreach (var line in lines.Where(l => l.Label == LineLabel.Title))
        {
            var words = text.LineText(line.Line).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var count = Math.Min(4, words.Length); count > 0; count--)
            {
                var phrase = string.Join(' ', words[..count]);
                var whole = count == words.Length;
                var name = whole ? DocumentTypes.Headings.Nearest(phrase, phrase.Length >= 6 ? 1 : 0) : DocumentTypes.Headings.Exactly(phrase);
                var goesOn = !whole && !IsFollowedByIssuer(words[count]);
                if (name is null || (goesOn && !(count > 1 && OrdinaryCase.IsCapitals(text[line.Span]))))
                    continue;
                var confidence = goesOn ? UnknownKind : line.Confidence < 0.6 ? 0.85 : 0.98;
                return text.Printed(name, line.Span, confidence, "documentType.heading");
            }
        }
        return null;
    }

    /// <summary>«CHỈ THỊ CỦA ỦY BAN NHÂN DÂN …», «QUYẾT ĐỊNH số 12 …».</summary>
    private static bool IsFollowedByIssuer(string word) => Folding.Fold(word) is "cua" or "so" or "so:" or "lien" or "(lan" or "|" or "ve";

    private static Field<string>? FromSymbol(Field<LetterNumber> number)
    {
        if (number.Value?.Symbol is not { } symbol)
            return null;
        var parts = symbol.Split(['/', '-', '.'], StringSplitOptions.RemoveEmptyEntries);
        var code = parts.SkipWhile(p => p.All(char.IsDigit)).FirstOrDefault();
        if (code is null || DocumentTypes.OfCode(code) is not { } name || parts.Length < 2)
            return null;
        var confidence = DocumentTypes.IsShared(code) ? 0.75 : 0.9;
        return FromNumber(number, name, confidence, "documentType.symbol");
    }

    /// <summary>Types that are written to somebody by name, too.</summary>
    private static bool IsAddressed(string type) => type is "công điện" or "tờ trình" or "báo cáo" or "giấy mời" or "thư mời" or "thư công" or "phiếu gửi" or "phiếu chuyển" or "phiếu báo" or "giấy giới thiệu";

    /// <summary>«V/v …» in the left column with «Kính gửi» below: only a công văn is set so, whatever its symbol begins with («TC-TCDN»).</summary>
    private static bool HasLetterSubject(DocumentText text, ImmutableArray<LabelledLine> lines) =>
        lines.Any(l => l.Label == LineLabel.Addressee)
        && lines.FirstOrDefault(l => l.Label == LineLabel.Subject) is { Line.Column: LineColumn.Left } subject
        && Folding.Fold(text[subject.Span]).StartsWith("v/v", StringComparison.Ordinal);

    /// <summary>A subject under a heading that is no known type («CHƯƠNG TRÌNH …») makes no công văn.</summary>
    private static bool IsLetterForm(ImmutableArray<LabelledLine> lines, Field<LetterNumber> number) =>
        lines.Any(l => l.Label == LineLabel.Addressee)
        || (number.Value?.Symbol is not null && lines.Any(l => l.Label == LineLabel.Subject) && !lines.Any(l => l.Label == LineLabel.Title));
}
