using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>One body of the header.</summary>
/// <param name="Name">In ordinary case, misread words mended.</param>
/// <param name="Span">Where it is printed.</param>
/// <param name="Confidence">How sure the name is, 0–1.</param>
internal sealed record IssuerBody(string Name, TextSpan Span, double Confidence)
{
    public static IssuerBody Of(DocumentText text, List<TextSpan> lines)
    {
        var joined = JoinedLines.Of(text, lines);
        if (!Surety.IsOcr(text, joined.Span))
            return new(OrdinaryCase.Of(joined.Content), joined.Span, 0.97);
        var (mended, sure) = BodySpelling.Mend(joined.Content);
        return new(OrdinaryCase.Of(mended), joined.Span, sure ? 0.95 : Math.Min(0.93, Surety.Of(text, joined.Span)));
    }

    /// <summary>Whether <paramref name="line"/> begins a new body behind the lines of <paramref name="above"/>.</summary>
    public static bool Begins(DocumentText text, List<TextSpan> above, TextSpan line)
    {
        var printed = Printed(text, line);
        var before = Printed(text, above[^1]);
        var last = Folding.Fold(before.AsSpan(before.LastIndexOf(' ') + 1));
        if (last is "va" or "ve" or "cua" or "-" || before.EndsWith(','))
            return false;
        if (above.Count == 1 && IsBareHead(before))
            return false;
        if (GoesOn(string.Join(' ', above.Select(a => Printed(text, a))), printed))
            return false;
        return BodyNames.Opens(printed) || BodySpelling.IsMendable(printed);
    }

    /// <summary>
    /// Whether a line ends a name that the vocabulary knows: «SỞ TÀI NGUYÊN VÀ MÔI» + «TRƯỜNG» is one body and no school, and what
    /// begins with «VÀ» begins nothing.
    /// </summary>
    private static bool GoesOn(string above, string line)
    {
        var words = BodyNames.Words(above);
        return Folding.Fold(line).StartsWith("va ", StringComparison.Ordinal)
            || BodyNames.Phrases.LongestAt([.. words, .. BodyNames.Words(line)], 0).Length > words.Length;
    }

    /// <summary>Whether lines begin as the name of a body does.</summary>
    public static bool IsBody(DocumentText text, List<TextSpan> lines) =>
        Printed(text, lines[0]) is var printed && (BodyNames.Opens(printed) || BodySpelling.IsMendable(printed));

    /// <summary>The bodies that issue together («SỞ Y TẾ - CÔNG ĐOÀN NGÀNH»), this one alone in most letters.</summary>
    public IReadOnlyList<string> Together()
    {
        var parts = Name.Split([" - ", " – ", " -", "- "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 1 && parts.All(BodyNames.Opens) ? [.. parts.Select(OrdinaryCase.Of)] : [Name];
    }

    /// <summary>«TẬP ĐOÀN», «TỔNG CÔNG TY», «BAN CHỈ ĐẠO», «HỘI ĐỒNG»: a line that cannot be a whole name goes on below.</summary>
    private static bool IsBareHead(string line) => BodyNames.TakesField(OrdinaryCase.Of(line)) && Folding.Fold(line) is not "van phong" and not "thanh tra";

    private static string Printed(DocumentText text, TextSpan span) => text.Content.Substring(span.Start, span.Length);
}
