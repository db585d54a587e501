using System.Text.RegularExpressions;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>One line of a signature block.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Value">As printed; misread posts and authorities mended by the closed lists.</param>
/// <param name="Span">Where it is printed, dirt around it left out.</param>
/// <param name="Confidence">How sure the value is, 0–1.</param>
internal sealed partial record SignatureLine(SignatureLine.Holds Kind, string Value, TextSpan Span, double Confidence)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 2000;

    /// <summary>A post that the engine is less sure of may lack its «PHÓ» or the «KT.» before it: the list cannot make up for that.</summary>
    private const double PartlyRead = 0.3;

    /// <summary>Pens and seals take the surname: what is left of «Trần Tuấn Anh» or «Mai Lương Khôi» looks like a name of two words.</summary>
    private const double Beheaded = 0.5;

    /// <summary>What a line of a signature block holds.</summary>
    public enum Holds
    {
        /// <summary>Nothing that can be read.</summary>
        Nothing,

        /// <summary>«TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH».</summary>
        Authority,

        /// <summary>«PHÓ CHỦ TỊCH».</summary>
        Post,

        /// <summary>Capitals that go on a line above: «TỈNH LÂM ĐỒNG».</summary>
        Continuation,

        /// <summary>Họ và tên.</summary>
        Name,
    }

    public static SignatureLine Read(DocumentText text, TextSpan line)
    {
        var span = WithoutMarks(text, line);
        var ocr = Surety.IsOcr(text, span);
        for (var dirt = 0; dirt <= (ocr ? 2 : 0) && span.Length > 2; dirt++)
        {
            if (ReadClean(text, span, ocr, dirt > 0) is { } read)
                return read;
            var next = text.Content.IndexOf(' ', span.Start, span.Length);
            if (next < 0 || !IsDirt(text, TextSpan.FromBounds(span.Start, next)))
                break;
            span = WithoutMarks(text, TextSpan.FromBounds(next + 1, span.End));
        }
        return new(Holds.Nothing, Printed(text, line), line, 0.3);
    }

    private static SignatureLine? ReadClean(DocumentText text, TextSpan span, bool ocr, bool dirty)
    {
        var printed = Printed(text, span);
        var surety = ocr ? Surety.Of(text, span) : 0.97;
        if (AuthorityCue.Match(Folding.Fold(printed).Replace('⁄', '/')) is { Success: true } cue)
            return new(Holds.Authority, ocr ? MendedAuthority(printed, cue, ref surety) : printed, span, dirty ? Math.Min(0.6, surety) : surety);
        if (ocr && DamagedCue.Match(Folding.Fold(printed)) is { Success: true } rest && Posts.Spelling.Nearest(printed[rest.Length..], 1) is { } head)
            return new(Holds.Authority, $"{WholeCue(rest)} {head.ToUpperInvariant()}", span, 0.7);
        if (Post(printed, ocr, ref surety) is { } post)
            return new(Holds.Post, post, span, dirty ? Math.Min(0.6, surety) : surety);
        if (ocr && PersonNames.Mend(printed) is { } name)
            return new(Holds.Name, name, span, 0.6);
        if (Name(printed) is { } sure)
            return new(Holds.Name, printed, span, Math.Min(ocr && (dirty || printed.Count(c => c == ' ') == 1) ? Math.Min(sure, Beheaded) : sure, ocr ? surety : 0.95));
        return printed.Length > 4 && OrdinaryCase.IsCapitals(printed) && !ocr ? new(Holds.Continuation, printed, span, surety)
            : ocr && OrdinaryCase.IsCapitals(printed) && (BodyNames.Opens(printed) || BodySpelling.IsPlace(printed)) ? new(Holds.Continuation, printed, span, surety)
            : null;
    }

    private static string WholeCue(Match damaged) => damaged.Groups["last"].ValueSpan switch
    {
        "l" => "TL.",
        "m" => "TM.",
        _ => "KT.",
    };

    private static string? Post(string printed, bool ocr, ref double surety)
    {
        if (!ocr)
            return Posts.Opens(printed) ? printed : null;
        var known = Posts.Spelling.Nearest(printed, printed.Length >= 10 ? 2 : printed.Length >= 7 ? 1 : 0, out var distance);
        if (known is null)
            return Posts.Opens(printed) && OrdinaryCase.IsCapitals(printed) ? printed : null;
        surety = surety < PartlyRead ? surety : distance == 0 ? Math.Max(surety, 0.9) : Math.Max(Math.Min(surety, 0.82), 0.7);
        return OrdinaryCase.IsCapitals(printed) ? known : known[..1] + known[1..].ToLowerInvariant();
    }

    private static string MendedAuthority(string printed, Match cue, ref double surety)
    {
        var head = cue.Groups["cue"].ValueSpan switch
        {
            ['t', '/', 'm'] or ['i', '/', 'm'] => "T/M",
            ['k', '/', 't'] => "K/T",
            ['t', '/', 'l'] => "T/L",
            ['t', 'u', 'q', ..] => "TUQ.",
            ['k', ..] => "KT.",
            ['q', ..] => "Q.",
            [_, 'l', ..] => "TL.",
            _ => "TM.",
        };
        var rest = printed[cue.Length..].Trim(' ', '.', ',', ':');
        var post = Posts.Spelling.Nearest(rest, rest.Length >= 10 ? 2 : rest.Length >= 7 ? 1 : 0);
        var (body, sure) = post is null ? BodySpelling.Mend(rest) : (post, true);
        surety = sure ? Math.Max(surety, 0.86) : Math.Min(surety, 0.79);
        return $"{head} {body.ToUpperInvariant()}";
    }

    /// <summary>How sure it is that <paramref name="printed"/> is a name; null when it is none.</summary>
    private static double? Name(string printed)
    {
        var name = OrdinaryCase.IsCapitals(printed)
            ? string.Join(' ', printed.Split(' ').Select(w => w.Length < 2 ? w : w[..1] + w[1..].ToLowerInvariant()))
            : Rank.Replace(printed, "");
        if (OrdinaryCase.IsCapitals(printed))
            return PersonNames.IsName(name) && name.Count(c => c == ' ') > 1 ? 0.85 : null;
        return PersonNames.IsName(name) ? 0.95
            : PersonNames.MayBeName(name) ? 0.7
            : PersonNames.HasShape(name) ? 0.6
            : null;
    }

    private static bool IsDirt(DocumentText text, TextSpan word) =>
        text.OcrConfidence(word) < 0.7 || !VietnameseSyllable.IsValid(VietnameseSyllable.Trim(text[word]));

    private static string Printed(DocumentText text, TextSpan span) => text.Content.Substring(span.Start, span.Length);

    /// <summary>Takes «(đã ký)» and what is no letter off both ends.</summary>
    private static TextSpan WithoutMarks(DocumentText text, TextSpan span)
    {
        int start = span.Start, end = span.End;
        if (Signed.Match(Folding.Fold(text[span])) is { Success: true } signed)
            (start, end) = signed.Index == 0 ? (start + signed.Length, end) : (start, start + signed.Index);
        while (start < end && !char.IsLetter(text.Content[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(text.Content[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Folded: «TM. ỦY BAN NHÂN DÂN», «T/M BAN THƯỜNG VỤ», «KT.CHỦ TỊCH», «KT/ BỘ TRƯỞNG», «TUQ. CHỦ TỊCH», «Q. GIÁM ĐỐC».</summary>
    [GeneratedRegex(@"^(?<cue>[ti]/m|k/t|t/l|tuq[./]?|[t1il]m[./]|kt[./]|tl[./]|[fƒr]l\.|q\.|tm(?=\s)|kt(?=\s)|tl(?=\s)|tim(?=\sban)|kit(?=\s))\s?[.,:]?\s?(?=[a-z])", Options, Timeout)]
    private static partial Regex AuthorityCue { get; }

    /// <summary>Folded, before a post: a cue whose first letter is lost or misread, «L. CHỦ TỊCH», «K1. GIÁM ĐỐC», «KT: GIÁM ĐỐC», «T, GIÁM ĐỐC».</summary>
    [GeneratedRegex(@"^([a-z1]?(?<last>[tlm])|k(?<last>[1i]))[.,:;]\s?(?=[a-z])", Options, Timeout)]
    private static partial Regex DamagedCue { get; }

    /// <summary>Folded: «(đã ký)», «Đã ký:».</summary>
    [GeneratedRegex(@"[\s(*]{0,4}\bda ky\b[\s):*.]{0,4}", Options, Timeout)]
    private static partial Regex Signed { get; }

    [GeneratedRegex(@"^((Đại|Thượng|Trung|Thiếu)\s(tướng|tá|úy)|(GS|PGS|TS|ThS|BS|KS|CN|LS|DS)\.?)\s", Options, Timeout)]
    private static partial Regex Rank { get; }
}
