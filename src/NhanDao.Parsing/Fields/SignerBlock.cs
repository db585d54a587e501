using System.Text.RegularExpressions;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>One column of a signature: authority lines, post, name, from top to bottom.</summary>
internal sealed partial class SignerBlock(DocumentText text)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 100;

    private readonly List<TextSpan> authority = [];
    private readonly List<TextSpan> post = [];
    private TextSpan? name;

    private bool IsNamed => name is not null;

    /// <summary>Signers of the lines of one column, in order.</summary>
    public static IEnumerable<Signer> Read(DocumentText text, IEnumerable<LabelledLine> column)
    {
        var block = new SignerBlock(text);
        foreach (var line in column)
        {
            var span = WithoutMarks(text, line.Span);
            if (span.Length < 3)
                continue;
            if (block.IsNamed && block.Opens(span))
            {
                yield return block.Signer();
                block = new(text);
            }
            block.Take(span);
        }
        if (block.authority.Count + block.post.Count > 0 || block.IsNamed)
            yield return block.Signer();
    }

    private bool Opens(TextSpan line) => Authority.IsMatch(Folded(line)) || Posts.Opens(Printed(line));

    private void Take(TextSpan line)
    {
        var printed = Printed(line);
        if (Authority.IsMatch(Folded(line)))
            authority.Add(line);
        else if (post.Count == 0 && authority.Count > 0 && !Posts.Opens(printed) && IsHeading(printed))
            authority.Add(line); // «TM. ỦY BAN NHÂN DÂN ⏎ TỈNH …»
        else if (Posts.Opens(printed) || Posts.Spelling.Nearest(printed, 2) is not null)
            post.Add(line);
        else if (!IsNamed && IsNameLike(printed))
            name = line;
        else if (post.Count > 0 && !IsNamed && IsHeading(printed) && BodyNames.Opens(printed))
            post.Add(line); // «VỤ TRƯỞNG ⏎ VỤ PHÁP CHẾ»
    }

    private Signer Signer() => new()
    {
        Authority = Authority0(),
        Position = Position0(),
        Name = name is { } n ? Name0(n) : Field<string>.Absent,
    };

    private Field<string> Authority0()
    {
        if (authority.Count == 0)
            return Field<string>.Absent;
        var lines = JoinedLines.Of(text, authority);
        var mended = string.Join(' ', authority.Select(MendAuthority));
        return text.Printed(mended, lines.Span, SuretyOf(lines.Span, mended, lines.Content), "signer.authority");
    }

    private Field<string> Position0()
    {
        if (post.Count == 0)
            return Field<string>.Absent;
        var lines = JoinedLines.Of(text, post);
        var mended = string.Join(' ', post.Select(p => MendPost(Printed(p))));
        return text.Printed(mended, lines.Span, SuretyOf(lines.Span, mended, lines.Content), "signer.position");
    }

    private Field<string> Name0(TextSpan span)
    {
        var printed = Printed(span);
        var surety = Surety.Of(text, span);
        var confidence = PersonNames.IsName(printed) ? Math.Min(0.95, surety)
            : PersonNames.HasShape(printed) && !Surety.IsOcr(text, span) ? 0.85
            : Math.Min(0.6, surety);
        return text.Printed(printed, span, confidence, "signer.name");
    }

    /// <summary>A vocabulary entry that only marks and strokes were lost of is as sure as the vocabulary is closed.</summary>
    private double SuretyOf(TextSpan span, string mended, string printed)
    {
        if (!Surety.IsOcr(text, span))
            return 0.97;
        var surety = Surety.Of(text, span);
        return Posts.Spelling.Exactly(mended) is not null && WordList.Difference(WordList.Key(mended), WordList.Key(printed), 2) <= 1
            ? Math.Max(surety, 0.86) : surety;
    }

    private static string MendPost(string printed) =>
        Posts.Spelling.Nearest(printed, printed.Length >= 8 ? 2 : 1) is { } known && WordList.Key(known) is var key
            ? SameLetters(known, printed) ? printed : OrdinaryLike(known, printed, key)
            : printed;

    private string MendAuthority(TextSpan span)
    {
        var printed = Printed(span);
        if (!Surety.IsOcr(text, span))
            return printed;
        var cue = Authority.Match(Folding.Fold(printed).Replace('⁄', '/'));
        if (!cue.Success)
            return printed;
        var head = cue.Groups["cue"].Value.ToUpperInvariant();
        var rest = printed[(cue.Groups["cue"].Index + cue.Groups["cue"].Length)..].TrimStart('.', '/', ' ', ',');
        var known = Posts.Spelling.Nearest(rest, rest.Length >= 8 ? 2 : 1) ?? BodyNames.Spelling.Exactly(rest)?.ToUpperInvariant();
        return $"{(head.Contains('/', StringComparison.Ordinal) ? head : head.TrimEnd('.') + ".")} {known ?? rest}";
    }

    private static string OrdinaryLike(string known, string printed, string key) =>
        key.Length > 0 && !OrdinaryCase.IsCapitals(printed) ? known[..1] + known[1..].ToLowerInvariant() : known;

    private static bool SameLetters(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool IsHeading(string printed) => OrdinaryCase.IsCapitals(printed);

    private static bool IsNameLike(string printed) => !OrdinaryCase.IsCapitals(printed)
        ? PersonNames.MayBeName(printed) || PersonNames.HasShape(printed) || Rank.IsMatch(printed)
        : PersonNames.MayBeName(OrdinaryName(printed));

    private static string OrdinaryName(string printed) =>
        string.Join(' ', printed.Split(' ').Select(w => w.Length < 2 ? w : w[..1] + w[1..].ToLowerInvariant()));

    private string Printed(TextSpan span) => text.Content.Substring(span.Start, span.Length);

    private string Folded(TextSpan span) => Folding.Fold(text[span]).Replace('⁄', '/');

    /// <summary>Takes «(đã ký)», initials and dirt off both ends.</summary>
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
    [GeneratedRegex(@"^[^a-z]{0,3}(?<cue>t\s?/\s?m|k\s?/\s?t|t\s?/\s?l|tuq[./]?|t\.u\.q\.?|tm[./]|kt[./]|tl[./]|q\.|tm(?=\s)|kt(?=\s)|tl(?=\s)|tim(?=\sban)|kit(?=\s))\s?[.,]?\s?(?=[a-z])", Options, Timeout)]
    private static partial Regex Authority { get; }

    /// <summary>Folded: «(đã ký)», «Đã ký:».</summary>
    [GeneratedRegex(@"[\s(*]{0,4}\bda ky\b[\s):*.]{0,4}", Options, Timeout)]
    private static partial Regex Signed { get; }

    [GeneratedRegex(@"^(Đại|Thượng|Trung|Thiếu)\s(tướng|tá|úy)\s\p{Lu}|^(GS|PGS|TS|ThS|BS|KS|CN|LS|DS)[.\s]", Options, Timeout)]
    private static partial Regex Rank { get; }
}
