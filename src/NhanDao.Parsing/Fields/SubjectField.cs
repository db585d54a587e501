using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>Trích yếu: the subject, without the cue («V/v», «Về việc», «Về») and without closing punctuation.</summary>
internal static partial class SubjectField
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 2000;

    private static readonly char[] Closing = [' ', '.', ',', ';', ':', '-', '_', '*', '|', '~', '\'', '`', '‘'];

    /// <summary>A quotation mark without its other half: a speck, or half of a name is misread.</summary>
    private const double HalfQuoted = 0.75;

    public static Field<string> Read(DocumentText text, ImmutableArray<LabelledLine> lines, List<Diagnostic> problems)
    {
        var joined = JoinedLines.Of(text, WithoutRules(text, lines));
        if (joined.IsEmpty)
        {
            problems.Add(new("subject.absent", Severity.Note, "The letter has no subject line."));
            return Field<string>.Absent;
        }

        var cue = Cue.Match(joined.Folded) is { Success: true } folded ? folded : Ve.Match(joined.Content);
        int start = cue.Success ? cue.Length : 0, end = joined.Content.Length;
        while (end > start && Closing.Contains(joined.Content[end - 1]))
            end--;
        (start, end) = WithoutFrame(joined.Content, start, end, cue.Value);
        if (end - start < 3)
        {
            problems.Add(new("subject.unreadable", Severity.Warning, "The subject line holds only its cue.", joined.Span));
            return text.At<string>(FieldStatus.Unreadable, null, joined.Span, 0.3, "subject.cue");
        }

        var (subject, surety) = MisreadWords.Mend(text, joined, start, end);
        if (Surety.IsOcr(text, joined.SpanOf(start, end)))
        {
            subject = PenMarks.Without(text, joined, start, subject);
            surety = subject.Count(c => c == '"') % 2 == 0 ? surety : Math.Min(surety, HalfQuoted);
        }
        return text.Printed(Unbroken(subject), joined.SpanOf(start, end), Math.Min(0.96, surety), cue.Success ? "subject.cue" : "subject.title");
    }

    private static IEnumerable<LabelledLine> WithoutRules(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        var any = false;
        foreach (var line in lines)
        {
            if (line.Label != LineLabel.Subject || Ornaments.Only(text[line.Span]))
                continue;
            if (any && IsAuthority(text[line.Span]))
                yield break;
            any = true;
            yield return line;
        }
    }

    /// <summary>«CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …» under the subject of a decision: who enacts it, no part of the subject.</summary>
    private static bool IsAuthority(ReadOnlySpan<char> line) =>
        OrdinaryCase.IsCapitals(line) && (Posts.Opens(line.ToString()) || BodyNames.Opens(line.ToString()));

    /// <summary>Quotation marks or brackets that frame the whole, cue included: «“V/v giới thiệu …”», «(V/v giao …)».</summary>
    private static (int Start, int End) WithoutFrame(string content, int start, int end, string cue)
    {
        var opened = cue.AsSpan().TrimStart();
        if (opened.IsEmpty || opened[0] is not ('"' or '(') || end <= start)
            return (start, end);
        return content[end - 1] is '"' or '”' or ')' or '’' ? (start, end - 1) : (start, end);
    }

    /// <summary>Numbers broken at a hyphen at the end of a line come together: «3183/SNV- TCBC».</summary>
    private static string Unbroken(string subject) => BrokenSymbol.Replace(subject, "$1");

    /// <summary>Folded: «V/v», «Viv», «V4v», «ƒ/w», «Va», «Vềviệc», «Về việc».</summary>
    [GeneratedRegex(@"^[\s""'(*_.,:;|~-]{0,6}(v\s?[/il1|!4\\?,.]{1,2}\s?[vw]\b|[vƒf]\s?[/⁄]\s?[vw]\b|v[/l1|]?v\b|vav\b|va,|v[./]?v[.:]|v[ae]\s?viec\b)\s?[:.;,]?\s*", Options, Timeout)]
    private static partial Regex Cue { get; }

    /// <summary>«Về lấy ý kiến …», but not «Vệ sinh …»: the marks tell.</summary>
    [GeneratedRegex(@"^[\s""“'(*_.,:;|~-]{0,6}[Vv][ềêèeỀÊÈE]\s{1,4}", Options, Timeout)]
    private static partial Regex Ve { get; }

    [GeneratedRegex(@"(?<=[\p{Lu}\d/]{2}\S{0,12})(-)\s(?=\p{Lu}{2})", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex BrokenSymbol { get; }
}
