namespace NhanDao.Parsing.References;

/// <summary>A law, code, ordinance or constitution cited by name.</summary>
/// <param name="Kind">«Luật», «Bộ luật», «Pháp lệnh», «Hiến pháp».</param>
/// <param name="Start">Where the kind starts.</param>
/// <param name="End">Just behind the title.</param>
/// <param name="Title">Kind and title as printed.</param>
/// <param name="KnownTitle">The same from the vocabulary, where OCR may have lost marks; null when the title is not known.</param>
/// <param name="Amends">The title names the laws that it amends: their own numbers stand inside it.</param>
internal sealed record CitedLaw(string Kind, int Start, int End, string Title, string? KnownTitle, bool Amends);

/// <summary>Reads how far a law's title goes: «Luật Đất đai | năm 2013», «Luật sửa đổi, bổ sung một số điều của Luật A và Luật B | ngày …».</summary>
internal static class LawReader
{
    private const int MostWords = 14;

    private static readonly (string Folded, string Kind)[] Kinds =
        [("bo luat", "Bộ luật"), ("luat", "Luật"), ("phap lenh", "Pháp lệnh"), ("hien phap", "Hiến pháp")];

    /// <summary>The kind whose words start at <paramref name="at"/> with a capital; null when none does.</summary>
    private static string? KindAt(CitedText text, int at, out int end)
    {
        end = at;
        if (!text.IsCapital(at))
            return null;
        foreach (var (folded, kind) in Kinds)
            if (text.Reads(at, folded))
            {
                end = at + folded.Length;
                return kind;
            }
        return null;
    }

    public static CitedLaw? Read(CitedText text, int at)
    {
        if (KindAt(text, at, out var kindEnd) is not { } kind || text.ReadsBefore(text.BackOverSpaces(at), "du thao"))
            return null;
        if (kind == "Hiến pháp")
            return ReadConstitution(text, at, kindEnd);
        var start = text.SkipSpaces(kindEnd);
        if (start == kindEnd || !TextReading.IsWord(text[start]) || TextReading.IsDigit(text[start]) || IsNoTitle(text, start))
            return null;
        if (text.Reads(start, "sua doi"))
            return ReadAmending(text, at, kind, start);
        var known = LawTitles.Match(text, kind, start, out var end);
        // In a heading all in capitals nothing tells where an unknown title ends.
        if (known is null && text.IsCapital(at + 1))
            return null;
        if (known is null)
            end = EndByWords(text, start);
        return end <= start ? null : new(kind, at, end, $"{kind} {text.Text(start, end)}", known is null ? null : $"{kind} {known}", false);
    }

    private static CitedLaw? ReadConstitution(CitedText text, int at, int end)
    {
        var next = text.SkipSpaces(end);
        if (text.Reads(next, "nuoc cong hoa xa hoi chu nghia viet nam"))
            return new("Hiến pháp", at, end, "Hiến pháp", "Hiến pháp", false);
        return DateReader.YearAfterCue(text, next) is null ? null : new("Hiến pháp", at, end, "Hiến pháp", "Hiến pháp", false);
    }

    /// <summary>«Luật này», «Luật sư», «Luật gia», «Luật số 12/…»: no title follows.</summary>
    private static bool IsNoTitle(CitedText text, int at) =>
        text.Reads(at, "nay") || text.Reads(at, "do") || text.Reads(at, "gia") || text.Reads(at, "su") || text.Reads(at, "so") || text.Reads(at, "va")
        || text.Reads(at, "cua") || text.Reads(at, "nam") || text.Reads(at, "ngay") || text.Reads(at, "tren") || text.Reads(at, "khac") || text.Reads(at, "hien hanh")
        || text.Reads(at, "co lien quan") || text.Reads(at, "lien quan") || text.Reads(at, "quy dinh") || text.Reads(at, "duoc") || text.Reads(at, "phap") || text.Reads(at, "neu")
        || text.Reads(at, "co") || text.Reads(at, "hoac") || text.Reads(at, "moi") || text.Reads(at, "chuyen nganh") || text.Reads(at, "thanh pho");

    /// <summary>«sửa đổi, bổ sung một số điều của Luật A số 1/2/QH3, Luật B và Luật C».</summary>
    private static CitedLaw? ReadAmending(CitedText text, int at, string kind, int start)
    {
        var p = start;
        var end = -1;
        for (var words = 0; words < MostWords && end < 0; words++)
        {
            p = text.WordEnd(p);
            while (text[p] is ' ' or ',')
                p++;
            if (KindAt(text, p, out _) is not null)
                end = p;
            else if (!TextReading.IsWord(text[p]))
                return null;
        }
        if (end < 0)
            return null;
        for (var laws = 0; laws < 12; laws++)
        {
            if (KindAt(text, p, out var kindEnd) is not { } nested)
                break;
            var title = text.SkipSpaces(kindEnd);
            _ = LawTitles.Match(text, nested, title, out var titleEnd);
            if (titleEnd == title)
                titleEnd = EndByWords(text, title);
            if (titleEnd <= title)
                break;
            end = titleEnd;
            var number = NumberBehind(text, titleEnd);
            // With one law amended, the number behind it is the amending law's own.
            if (number is not null && (laws > 0 || Continuation(text, number.End) > 0))
                end = number.End;
            p = Continuation(text, end);
            if (p < 0)
                break;
        }
        return new(kind, at, end, $"{kind} {text.Text(start, end)}", null, true);
    }

    /// <summary>Where the next amended law starts, behind «,» or «và»; -1 when the list ends.</summary>
    private static int Continuation(CitedText text, int end)
    {
        var p = text.SkipSpaces(end);
        if (text[p] == ',')
            p = text.SkipSpaces(p + 1);
        if (text.Reads(p, "va"))
            p = text.SkipSpaces(p + 2);
        return p > text.SkipSpaces(end) && KindAt(text, p, out _) is not null && !text.Reads(text.WordEnd(p) + 1, "sua doi") ? p : -1;
    }

    /// <summary>«số 31/2024/QH15» behind a title.</summary>
    public static CitedNumber? NumberBehind(CitedText text, int end)
    {
        var p = text.SkipSpaces(end);
        if (text[p] is ',' or '(')
            p = text.SkipSpaces(p + 1);
        if (!text.Reads(p, "so"))
            return null;
        p = text.SkipSpaces(p + 2);
        return TextReading.IsDigit(text[p]) ? NumberReader.Read(text, p, cued: true) : null;
    }

    private static int EndByWords(CitedText text, int start)
    {
        var end = start;
        var p = start;
        for (var words = 0; words < MostWords; words++)
        {
            var wordEnd = text.WordEnd(p);
            if (wordEnd == p || TextReading.IsDigit(text[p]))
                break;
            var capital = text.IsCapital(p);
            if (words > 0 && (NameWords.Ends(text, p, wordEnd) || (capital && (InstrumentTypes.At(text, p) is not null || NameWords.IsBody(text, p)))))
                break;
            if (text.Reads(p, "va"))
            {
                var next = text.SkipSpaces(wordEnd);
                if (next == wordEnd || InstrumentTypes.At(text, next) is not null || !NameWords.GoesOnBehindAnd(text, next))
                    break;
            }
            end = wordEnd;
            p = text.SkipSpaces(wordEnd);
            if (text[p] == ',' && text.Reads(text.SkipSpaces(p + 1), "chong") && text.ReadsBefore(wordEnd, "phong"))
                p = text.SkipSpaces(p + 1);
            else if (p == wordEnd)
                break;
        }
        return end;
    }
}
