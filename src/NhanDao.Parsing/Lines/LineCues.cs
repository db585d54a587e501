using System.Buffers;
using System.Collections.Frozen;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Lines;

/// <summary>The cues of every line of a text.</summary>
internal static class LineCues
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly FrozenSet<string> FamilyNames = FrozenSet.Create(StringComparer.Ordinal,
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong", "ly",
        "dinh", "truong", "lam", "mai", "trinh", "doan", "dao", "ha", "luong", "luu", "cao", "tong", "ta", "thai", "chau",
        "to", "quach", "vuong", "kieu", "tang", "nghiem", "thach", "danh", "ton", "ung", "phung", "chu", "giang", "khuat",
        "lo", "ly", "bach", "diep", "la", "ong", "tieu", "trieu", "van", "hua", "dam", "mac", "quan", "son", "kim", "nong", "dau", "lai",
        "vi", "ka", "ma", "neang", "ro", "sung", "thao", "vang", "giang", "cam", "tan", "trang", "siu", "ksor", "nay", "rmah", "kpa",
        "au", "be", "dieu", "kha", "khong", "khuc", "lanh", "lau", "leo", "loc", "lu", "luc", "man", "mong", "ngan", "no", "pho", "sam",
        "than", "tiet", "toan", "tu", "vien", "xa", "phi", "phu", "thi", "su", "bo", "hoa", "huu", "an", "bang", "chung", "chuc");

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
            AddShape(printed[start..], core, letters, upper, dash, line, WantsYear(previous), cues);
            AddPlace(line, i > 0 ? text.Lines[i - 1] : null, pages, i > 0 && IsPageTop(all[i - 1]), cues);
            AddBefore(previous, cues);
            if (cues.Contains(LineCue.ContinuesAbove) || (!upper && !line.Centred && !cues.Contains(LineCue.PageStart)))
                cues.RemoveAll(c => c is LineCue.AnnexHead or LineCue.AttachedTo);
            if (letters.Length > 2)
                previous = folded;
        }
        AddAhead(all);
        AddEnactingHead(all);
        AddAboveMotto(text, all);
        AddRepeated(text, all);
        AddPageFoot(text, all);
        return all;
    }

    private static void AddPageFoot(DocumentText text, List<LineCue>[] all)
    {
        const double foot = 0.9, apart = 3;
        for (var i = all.Length - 1; i > 0; i--)
        {
            if (i + 1 < all.Length && text.Lines[i + 1].Box.Page == text.Lines[i].Box.Page)
                continue;
            var top = i;
            while (top > 0 && IsFoot(top) && text.Lines[top].GapAbove < apart && text.Lines[top - 1].Box.Page == text.Lines[i].Box.Page)
                top--;
            if (!IsFoot(top) || text.Lines[top].GapAbove < apart || text.Lines[top - 1].Box.Page != text.Lines[i].Box.Page)
                continue;
            for (var line = top; line <= i; line++)
                all[line].Add(LineCue.PageFoot);
        }

        bool IsFoot(int line) => text.Lines[line] is { Position: > foot, Part: PagePart.Plain }
            && !all[line].Exists(c => c is LineCue.PersonName or LineCue.NameShape or LineCue.RecipientHead or LineCue.FileCopy or LineCue.AsAbove
                or LineCue.Authority or LineCue.Post or LineCue.EndMark or LineCue.DearCue);
    }

    private static void AddRepeated(DocumentText text, List<LineCue>[] all)
    {
        var edges = new Dictionary<string, List<int>>();
        for (var i = 0; i < all.Length; i++)
            if (text.Lines[i] is { Position: < 0.1 or > 0.9, Span.Length: > 5 and < 120 } line)
            {
                var key = Heading.Letters(Folding.Fold(text[line.Span]));
                if (key.Length < 5)
                    continue;
                if (!edges.TryGetValue(key, out var same))
                    edges.Add(key, same = []);
                same.Add(i);
            }
        foreach (var same in edges.Values)
            if (same.Select(i => text.Lines[i].Box.Page).Distinct().Count() > 1)
                foreach (var i in same)
                    if (!all[i].Contains(LineCue.StateMotto) && !all[i].Contains(LineCue.PartyMotto) && !all[i].Contains(LineCue.HeadLeft))
                        all[i].Add(LineCue.Repeated);
    }

    private static void AddAboveMotto(DocumentText text, List<LineCue>[] all)
    {
        var motto = Array.FindIndex(all, cues => cues.Contains(LineCue.HeadRight) && cues.Contains(LineCue.FirstPage)
            && (cues.Contains(LineCue.StateMotto) || cues.Contains(LineCue.PartyMotto)));
        if (motto < 0 || text.Lines[motto] is not { } first)
            return;
        for (var i = 0; i < all.Length && text.Lines[i].Box.Page == first.Box.Page; i++)
            if (text.Lines[i].Box.Bottom < first.Box.Top - (0.3 * first.Box.Height))
                all[i].Add(LineCue.AboveMotto);
    }

    private static void AddEnactingHead(List<LineCue>[] all)
    {
        var first = Array.FindIndex(all, cues => cues.Contains(LineCue.Preamble));
        var block = first - 1;
        while (block >= 0 && block >= first - 4 && (IsDirt(all[block]) || IsCapitalHeading(all[block])))
            block--;
        var head = all.Skip(block + 1).Take(first - block - 1).Where(IsCapitalHeading).ToList();
        if (head.Exists(cues => cues.Contains(LineCue.Post) || cues.Contains(LineCue.PostWords) || cues.Contains(LineCue.IssuerWords)))
            head.ForEach(cues => cues.Add(LineCue.EnactingHead));

        static bool IsDirt(List<LineCue> cues) => cues.Contains(LineCue.Ornament) || cues.Contains(LineCue.Garbage);

        static bool IsCapitalHeading(List<LineCue> cues) => cues.Contains(LineCue.UpperCase) && cues.Contains(LineCue.OneColumn)
            && !cues.Contains(LineCue.TypeName) && !cues.Contains(LineCue.TypeNameAndMore) && !cues.Contains(LineCue.AboutCue)
            && !cues.Contains(LineCue.StateMotto) && !cues.Contains(LineCue.PartyMotto) && !cues.Contains(LineCue.NumberHead);
    }

    private static void AddAhead(List<LineCue>[] all)
    {
        var dear = Array.FindIndex(all, cues => cues.Contains(LineCue.DearCue) || cues.Contains(LineCue.TelegramCue));
        if (dear is < 0 or > 45 || !all[dear].Contains(LineCue.FirstPage))
            return;
        for (var i = 0; i < dear; i++)
            all[i].Add(LineCue.DearAhead);
    }

    /// <summary>Where the words start behind bullets and dirt, and whether a dash stands before them.</summary>
    private static (int Start, bool Dash) Start(string folded)
    {
        var dash = false;
        var i = 0;
        while (i < folded.Length && !char.IsLetterOrDigit(folded[i]) && folded[i] is not ('(' or '"' or '/' or '.'))
            dash |= folded[i++] is '-' or '+' or '•' or '*' or '~';
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

    /// <summary>«… mùa hè năm» wants its year: «2016» alone below it is no page number.</summary>
    private static bool WantsYear(string previous) => previous.EndsWith(" nam", StringComparison.Ordinal);

    private static void AddShape(
        ReadOnlySpan<char> printed, string folded, string letters, bool upper, bool dash, TextLine line, bool afterYearWord, List<LineCue> cues)
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
        if (letters.Length == 0 && folded.Length <= 4)
            cues.Remove(LineCue.Numbered); // «- 2 -» is a page number
        if (letters.Length == 0 && !(afterYearWord && folded.AsSpan().TrimEnd(".,;) ") is { Length: 4 } year && !year.ContainsAnyExceptInRange('0', '9')))
            cues.Add(folded.AsSpan().ContainsAnyInRange('0', '9') && folded.Length <= 4 ? LineCue.PageNumber : LineCue.Ornament);
        else if (letters.Length > 0 && !cues.Contains(LineCue.IssuerWords) && IsGarbage(printed, letters))
            cues.Add(LineCue.Garbage);
        if (SignatureWords.IsAuthority(printed))
            cues.Add(LineCue.Authority);
        if (upper && letters.Length <= 40 && SignatureWords.IsPost(letters))
            cues.Add(LineCue.Post);
        AddName(printed, folded, cues);
        if (cues.Contains(LineCue.NameShape))
            cues.Remove(LineCue.LowerCaseStart);
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
        return (longest <= 2 && letters.Length <= 12) || odd * 3 > printed.Length
            || (letters.Length <= 4 && letters.Length == printed.Length && char.IsLower(printed[0]) && !letters.AsSpan().ContainsAny(Vowels));
    }

    private static void AddName(ReadOnlySpan<char> printed, string folded, List<LineCue> cues)
    {
        if (folded.Length is < 5 or > 45)
            return;
        var words = 0;
        var lost = false;
        string? first = null;
        foreach (var range in folded.AsSpan().Split(' '))
        {
            var word = printed[range].Trim("`'‘’.,;:|_ ");
            if (word.Length == 0)
                continue;
            if (words == 0 && lost is false && word.Length >= 2 && char.IsLower(word[0]))
            {
                lost = true; // the seal took its first letter
                words++;
                continue;
            }
            if (word.Length < 2 || !char.IsUpper(word[0]) || !IsNameTail(word[1..]))
            {
                if (word.Length > 4 || !printed[range].EndsWith(".")) // «TS. Nguyễn Văn A» keeps its degree
                    return;
                continue;
            }
            first ??= folded[range];
            words++;
        }
        if (words is >= 2 and <= 5 && first is not null && !(lost && words < 3))
            cues.Add(!lost && FamilyNames.Contains(first) ? LineCue.PersonName : LineCue.NameShape);
    }

    /// <summary>Small letters, as behind the capital of a name; «H’Liêng» has a capital inside.</summary>
    private static bool IsNameTail(ReadOnlySpan<char> tail)
    {
        for (var i = 0; i < tail.Length; i++)
            if (!char.IsLower(tail[i]) && tail[i] is not ('’' or '\'') && !(i > 0 && tail[i - 1] is '’' or '\'' && char.IsUpper(tail[i])))
                return false;
        return true;
    }

    private static void AddPlace(TextLine line, TextLine? above, PageHeads pages, bool pageJustBegan, List<LineCue> cues)
    {
        cues.Add(line.Box.Page == pages.First ? LineCue.FirstPage : LineCue.LaterPage);
        if (line.Box.Page != pages.First && (above?.Box.Page != line.Box.Page || pageJustBegan))
            cues.Add(LineCue.PageStart);
        if (pages.StartsAgain(line))
            cues.Add(LineCue.SecondLetterhead);
        if (line.Position < 0.052)
            cues.Add(LineCue.TopEdge);
        if (line.Position > 0.93)
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
        if (line.Indent < -6 && cues.Contains(LineCue.Short))
            cues.Add(LineCue.Margin);
        if (line.ReachesRight)
            cues.Add(LineCue.ReachesRight);
        if (line.Indent is > 3 and < 9 && !line.Centred)
            cues.Add(LineCue.Paragraph);
        if (line.Indent >= 9)
            cues.Add(LineCue.DeepIndent);
        if (line.GapAbove > 1.2)
            cues.Add(LineCue.WideGap);
        if (line.RelativeHeight < 0.75)
            cues.Add(LineCue.SmallPrint);
        if (above is { ReachesRight: true, Part: PagePart.Plain } && above.Box.Page == line.Box.Page && Math.Abs(line.Indent) < 2
            && line.GapAbove < 1.2 && above.Indent > -4 && !cues.Contains(LineCue.Dash) && !cues.Contains(LineCue.Numbered))
            cues.Add(LineCue.ContinuesAbove);
    }

    /// <summary>Dirt or a page number at the top of a page: what follows still starts the page.</summary>
    private static bool IsPageTop(List<LineCue> cues) => cues.Contains(LineCue.PageStart)
        && (cues.Contains(LineCue.PageNumber) || cues.Contains(LineCue.Ornament) || cues.Contains(LineCue.Garbage));

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
        private readonly Dictionary<int, double> again = [];

        public PageHeads(DocumentText text)
        {
            First = text.Lines.Length > 0 ? text.Lines[0].Box.Page : 1;
            bool letterhead = false, foot = false;
            foreach (var line in text.Lines)
            {
                if (line.Span.Length > 400)
                    continue;
                var folded = Folding.Fold(text[line.Span]);
                if (!IsMotto(folded, text[line.Span]))
                {
                    foot |= folded.StartsWith("noi nhan", StringComparison.Ordinal);
                    continue;
                }
                if (foot || (letterhead && line.Box.Page != First))
                    again.TryAdd(line.Box.Page, line.Box.Top - line.Box.Height);
                letterhead = true;
            }
        }

        public int First { get; }

        /// <summary>A motto as a heading; the party's name in a sentence of the body is none.</summary>
        private static bool IsMotto(string folded, ReadOnlySpan<char> printed)
        {
            var letters = Heading.Letters(folded);
            return letters.Length > 60
                ? letters.Contains("conghoaxahoichunghiavietnam", StringComparison.Ordinal) && IsUpperCaseInPart(printed)
                : Heading.Is(letters, "conghoaxahoichunghiavietnam", 6)
                    || (ColumnCues.IsMotto(folded) && (letters.StartsWith("doclap", StringComparison.Ordinal) || IsUpperCase(printed)));

            static bool IsUpperCaseInPart(ReadOnlySpan<char> printed) => printed.IndexOf("CH", StringComparison.Ordinal) >= 0;
        }

        public bool StartsAgain(TextLine line) => again.TryGetValue(line.Box.Page, out var top) && line.Box.Top >= top;
    }
}
