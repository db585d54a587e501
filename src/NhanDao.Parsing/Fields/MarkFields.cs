using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>Độ khẩn, độ mật, phạm vi lưu hành, bản sao: stamps and printed marks of the issuer.</summary>
internal static partial class MarkFields
{
    private static readonly ImmutableArray<(string Kind, string Mark, string Key)> Known =
    [
        .. VocabularyTable.Open("marks").Columns("kind", "printed").Where(r => r.First is "urgency" or "secrecy" or "circulation")
            .Concat([("copy", "SAO Y"), ("copy", "SAO Y BẢN CHÍNH"), ("copy", "SAO LỤC"), ("copy", "TRÍCH SAO")])
            .Select(r => (r.Item1, r.Item2, WordList.Key(r.Item2))).OrderByDescending(r => r.Item3.Length),
    ];

    public static Marks Read(DocumentText text, ImmutableArray<LabelledLine> lines, ImmutableArray<Field<string>> recipients)
    {
        var marks = new Marks();
        foreach (var line in lines.Where(l => l.Label == LineLabel.Mark))
            marks = With(marks, text, line.Span);
        foreach (var line in lines.Where(l => l.Label == LineLabel.Addressee))
            if (MarkBeside.Find(text, line.Span) is { } beside)
                marks = With(marks, text, beside);
        return marks.Urgency.Status == FieldStatus.Absent && FromFileCopy(recipients) is { } urgency ? marks with { Urgency = urgency } : marks;
    }

    private static Marks With(Marks marks, DocumentText text, TextSpan span)
    {
        var key = WordList.Key(text.Content.Substring(span.Start, span.Length));
        foreach (var (kind, mark, known) in Known)
        {
            var exact = key == known;
            var near = known.Length >= 5 && WordList.Difference(key, known, 2) <= (known.Length >= 8 ? 2 : 1);
            if (!exact && !near && !(known.Length >= 6 && key.Contains(known, StringComparison.Ordinal)))
                continue;
            var field = text.Printed(mark, span, exact ? 0.95 : near ? 0.7 : 0.85, "mark.printed");
            return kind switch
            {
                "urgency" => marks with { Urgency = field },
                "secrecy" => marks with { Secrecy = field },
                "circulation" => marks with { Circulation = field },
                _ => marks with { Copy = field },
            };
        }
        return marks;
    }

    /// <summary>«Lưu: VT, “HT”»: the file copy says hỏa tốc where the stamp itself was lost.</summary>
    private static Field<string>? FromFileCopy(ImmutableArray<Field<string>> recipients)
    {
        foreach (var item in recipients)
            if (item.Value is { } value && Folding.Fold(value).StartsWith("luu", StringComparison.Ordinal) && Express.IsMatch(value))
                return item with { Status = FieldStatus.Inferred, Value = "HỎA TỐC", Confidence = 0.85, Source = "mark.fileCopy" };
        return null;
    }

    [GeneratedRegex(@"[""“(]\s?HT\s?[""”)]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Express { get; }
}
