using System.Collections.Frozen;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Lines;

/// <summary>The cues of every line of a text.</summary>
internal static class LineCues
{
    private static readonly FrozenSet<string> FamilyNames = FrozenSet.Create(StringComparer.Ordinal,
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong", "ly",
        "dinh", "truong", "lam", "mai", "trinh", "doan", "dao", "ha", "luong", "luu", "cao", "tong", "ta", "thai", "chau",
        "to", "quach", "vuong", "kieu", "tang", "nghiem", "thach", "danh", "ton", "ung", "phung", "chu", "giang", "khuat",
        "lo", "ly", "bach", "diep", "la", "ong", "tieu", "trieu", "van", "hua", "dam", "mac", "quan", "son", "kim", "nong");

    public static List<LineCue>[] Of(DocumentText text)
    {
        var all = new List<LineCue>[text.Lines.Length];
        var pages = new PageHeads(text);
        var previous = "";
        for (var i = 0; i < all.Length; i++)
        {
            var line = text.Lines[i];
            var printed = text[line.Span];
            var cues = all[i] = [LineCue.Any];
            var folded = Folding.Fold(printed);
            var (start, dash) = Start(folded);
            var core = folded[start..];
            var letters = Heading.Letters(core);
            var upper = IsUpperCase(printed);
            WordCues.Find(core, letters, upper, cues);
            AddShape(printed[start..], core, letters, upper, dash, line, cues);
            AddPlace(line, i > 0 ? text.Lines[i - 1] : null, pages, cues);
            AddBefore(previous, cues);
            if (letters.Length > 2)
                previous = folded;
        }
        return all;
    }

    /// <summary>Where the words start behind bullets and dirt, and whether a dash stands before them.</summary>
    private static (int Start, bool Dash) Start(string folded)
    {
        var dash = false;
        var i = 0;
        while (i < folded.Length && !char.IsLetterOrDigit(folded[i]) && folded[i] is not ('(' or '"' or '/' or '.'))
            dash |= folded[i++] is '-' or '+' or '•' or '*';
        return (i, dash);
    }

    private static bool IsUpperCase(ReadOnlySpan<char> text)
    {
        int upper = 0, lower = 0;
        foreach (var c in text)
            if (char.IsUpper(c))
                upper++;
            else if (char.IsLower(c))
                lower++;
        return upper >= 2 && upper > 3 * lower;
    }

    private static void AddShape(
        ReadOnlySpan<char> printed, string folded, string letters, bool upper, bool dash, TextLine line, List<LineCue> cues)
    {
        if (upper)
            cues.Add(LineCue.UpperCase);
        if (dash && letters.Length > 1)
            cues.Add(LineCue.Dash);
        if (printed.Length > 0 && char.IsLower(printed[0]))
            cues.Add(LineCue.LowerCaseStart);
        if (letters.Length <= 24)
            cues.Add(LineCue.Short);
        if (letters.Length >= 50)
            cues.Add(LineCue.Long);
        var end = folded.TrimEnd();
        if (end.EndsWith(';') || end.EndsWith(','))
            cues.Add(LineCue.EndsList);
        if (end.EndsWith('.'))
            cues.Add(LineCue.EndsSentence);
        if (end.EndsWith("./.", StringComparison.Ordinal) || end.EndsWith("/.", StringComparison.Ordinal))
            cues.Add(LineCue.EndMark);
        if (line.Confidence < 0.5)
            cues.Add(LineCue.LowConfidence);
        if (letters.Length == 0)
            cues.Add(folded.AsSpan().ContainsAnyInRange('0', '9') && folded.Length <= 4 ? LineCue.PageNumber : LineCue.Ornament);
        else if (IsGarbage(printed, letters))
            cues.Add(LineCue.Garbage);
        if (SignatureWords.IsAuthority(printed))
            cues.Add(LineCue.Authority);
        if (upper && letters.Length <= 40 && SignatureWords.IsPost(letters))
            cues.Add(LineCue.Post);
        AddName(printed, folded, cues);
    }

    private static bool IsGarbage(ReadOnlySpan<char> printed, string letters)
    {
        int longest = 0, run = 0, odd = 0;
        foreach (var c in printed)
        {
            run = char.IsLetter(c) ? run + 1 : 0;
            longest = Math.Max(longest, run);
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '.' or ',' or '-' or '/' or ':' or ';' or '(' or ')' or '"'))
                odd++;
        }
        return longest <= 2 && letters.Length <= 12 || odd * 3 > printed.Length;
    }

    private static void AddName(ReadOnlySpan<char> printed, string folded, List<LineCue> cues)
    {
        if (folded.Length is < 5 or > 45)
            return;
        var words = 0;
        string? first = null;
        foreach (var range in folded.AsSpan().Split(' '))
        {
            var word = printed[range];
            if (word.Length == 0)
                continue;
            if (word.Length < 2 || !char.IsUpper(word[0]) || word[1..].ContainsAnyExceptInRange('a', '\u1EFF') || char.IsUpper(word[^1]))
            {
                if (word.Length > 5 || !word.EndsWith(".")) // «TS. Nguyễn Văn A» keeps its degree
                    return;
                continue;
            }
            first ??= folded[range];
            words++;
        }
        if (words is >= 2 and <= 5)
            cues.Add(FamilyNames.Contains(first!) ? LineCue.PersonName : LineCue.NameShape);
    }

    private static void AddPlace(TextLine line, TextLine? above, PageHeads pages, List<LineCue> cues)
    {
        cues.Add(line.Box.Page == pages.First ? LineCue.FirstPage : LineCue.LaterPage);
        if (line.Box.Page != pages.First && above?.Box.Page != line.Box.Page)
            cues.Add(LineCue.PageStart);
        if (pages.StartsAgain(line))
            cues.Add(LineCue.SecondLetterhead);
        if (line.Position < 0.09)
            cues.Add(LineCue.TopEdge);
        if (line.Position > 0.9)
            cues.Add(LineCue.BottomEdge);
        cues.Add(line.Position < 0.4 ? LineCue.UpperPart : LineCue.LowerPart);
        cues.Add((line.Part, line.Column) switch
        {
            (PagePart.Letterhead, LineColumn.Left) => LineCue.HeadLeft,
            (PagePart.Letterhead, _) => LineCue.HeadRight,
            (PagePart.Foot, LineColumn.Left) => LineCue.FootLeft,
            (PagePart.Foot, _) => LineCue.FootRight,
            _ => LineCue.OneColumn,
        });
        if (line.Part != PagePart.Plain)
            return;
        if (line.Centred)
            cues.Add(LineCue.Centred);
        if (line.ReachesRight)
            cues.Add(LineCue.ReachesRight);
        if (line.Indent is > 3 and < 9)
            cues.Add(LineCue.Paragraph);
        if (line.Indent >= 9)
            cues.Add(LineCue.DeepIndent);
        if (line.GapAbove > 1.2)
            cues.Add(LineCue.WideGap);
        if (line.RelativeHeight < 0.75)
            cues.Add(LineCue.SmallPrint);
    }

    private static void AddBefore(string previous, List<LineCue> cues)
    {
        if (previous.EndsWith('.'))
            cues.Add(LineCue.AfterSentence);
        else if (previous.EndsWith(';') || previous.EndsWith(','))
            cues.Add(LineCue.AfterList);
        else if (previous.EndsWith(':'))
            cues.Add(LineCue.AfterColon);
    }

    /// <summary>Which pages carry a letterhead: the second one starts another letter.</summary>
    private sealed class PageHeads
    {
        private readonly HashSet<int> again = [];

        public PageHeads(DocumentText text)
        {
            First = text.Lines.Length > 0 ? text.Lines[0].Box.Page : 1;
            var seen = false;
            var onPage = 0;
            for (var i = 0; i < text.Lines.Length; i++)
            {
                var line = text.Lines[i];
                onPage = i > 0 && text.Lines[i - 1].Box.Page == line.Box.Page ? onPage + 1 : 0;
                if (line.Position > 0.35 || onPage > 20 || line.Span.Length > 60)
                    continue;
                var letters = Heading.Letters(Folding.Fold(text[line.Span]));
                if (!Heading.Is(letters, "conghoaxahoichunghiavietnam", 6) && !Heading.Is(letters, "dangcongsanvietnam", 3))
                    continue;
                if (seen && line.Box.Page != First)
                    again.Add(line.Box.Page);
                seen = true;
            }
        }

        public int First { get; }

        public bool StartsAgain(TextLine line) => again.Contains(line.Box.Page);
    }
}
