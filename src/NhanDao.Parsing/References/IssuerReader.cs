namespace NhanDao.Parsing.References;

/// <summary>A stretch of the cited text.</summary>
internal readonly record struct Stretch(int Start, int End)
{
    public bool IsEmpty => End <= Start;
}

/// <summary>
/// Reads how far a body's name goes: «của Bộ trưởng Bộ Giao thông vận tải | về việc …», «của Sở Văn hóa, Thể thao và Du lịch | tại …».
/// A name starts with the word of a body or a post and ends before the words that cannot be in a name.
/// </summary>
internal static class IssuerReader
{
    private const int MostWords = 26;

    /// <summary>The name behind «của» at <paramref name="at"/>; empty when no name follows.</summary>
    public static Stretch AfterOf(CitedText text, int at, bool joint)
    {
        if (!text.Reads(at, "cua"))
            return default;
        var start = text.SkipSpaces(at + 3);
        return Name(text, start, joint);
    }

    /// <summary>The name that starts at <paramref name="start"/>; empty when none does.</summary>
    public static Stretch Name(CitedText text, int start, bool joint = false)
    {
        if (!IsHead(text, start))
            return default;
        var end = start;
        var p = start;
        var joined = false;
        for (var words = 0; words < MostWords; words++)
        {
            var wordEnd = text.WordEnd(p);
            if (wordEnd == p)
                break;
            var capital = text.IsCapital(p);
            if (capital && text.Folded[p..].StartsWith("v/v", StringComparison.Ordinal))
                break;
            if (words > 0 && !capital && !joined && !IsTerm(text, p) && NameWords.Ends(text, p, wordEnd))
                break;
            // «… tỉnh Cần Thơ ỦY BAN NHÂN DÂN»: a heading without a break before it
            if (words > 0 && capital && text.IsCapital(p + 1) && wordEnd - p > 1 && !text.IsCapital(start + 1) && IsHeading(text, wordEnd))
                break;
            if (words > 0 && capital && InstrumentTypes.At(text, p) is not null && !IsBody(text, p))
                break;
            joined = text.Reads(p, "va") && !capital;
            if (joined && !AndGoesOn(text, wordEnd, joint))
                break;
            end = wordEnd;
            p = text.SkipSpaces(wordEnd);
            if (text[p] is '-' or '&' or '/')
            {
                // «Lao động - Thương binh», «Dân số-KHHGĐ», «Cục X – Bộ Y tế»
                var behind = text.SkipSpaces(p + 1);
                if (!text.IsCapital(behind) || InstrumentTypes.At(text, behind) is not null)
                    break;
                p = behind;
            }
            else if (text[p] == ',')
            {
                if (!CommaGoesOn(text, p + 1))
                    break;
                p = text.SkipSpaces(p + 1);
                joined = true;
            }
            // «TP. Hồ Chí Minh»; before a small letter the stop is dirt: a sentence would start with a capital
            else if (text[p] == '.' && text[p + 1] == ' ' && (!text.IsCapital(p + 2) ? text.ReadsBefore(p, "chong") : text.ReadsBefore(p, "tp") || text.ReadsBefore(p, "tx")))
                p += 2;
            else if (text[p] == '(')
            {
                // «(khóa XII)» belongs to the name, «(nay là Bộ Công an)» does not
                var close = CloseOfTerm(text, p);
                if (close > 0)
                    end = close;
                break;
            }
            else if (p == wordEnd)
                break;
        }
        return new(start, end);
    }

    private static bool IsHead(CitedText text, int at)
    {
        var end = text.WordEnd(at);
        if (end == at)
            return false;
        return text.IsCapital(at)
            ? InstrumentTypes.At(text, at) is null || IsBody(text, at)
            : text.Reads(at, "uy ban nhan dan") || text.Reads(at, "hoi dong nhan dan") || text.Reads(at, "thu tuong chinh phu");
    }

    /// <summary>«Văn phòng», «Thư ký», «Quyết …»: a type word that is also the start of a body's name is one only with its second word.</summary>
    private static bool IsBody(CitedText text, int at) =>
        text.Reads(at, "thu truong") || text.Reads(at, "thu tuong") || text.Reads(at, "thu ky") || text.Reads(at, "dien luc") || text.Reads(at, "du an");

    /// <summary>Two words in a row all in capitals.</summary>
    private static bool IsHeading(CitedText text, int end) =>
        text.IsCapital(end - 1) && text.IsCapital(end + 1) && text.IsCapital(text.WordEnd(end + 1) - 1);

    private static bool IsTerm(CitedText text, int at)
    {
        if (!text.Reads(at, "khoa"))
            return false;
        var next = text.SkipSpaces(at + 4);
        return text.PrintedAt(next) is 'I' or 'V' or 'X' or 'l' || TextReading.IsDigit(text[next]);
    }

    private static int CloseOfTerm(CitedText text, int open)
    {
        if (!IsTerm(text, text.SkipSpaces(open + 1)))
            return -1;
        for (var p = open + 1; p < open + 20; p++)
            if (text[p] == ')')
                return p + 1;
        return -1;
    }

    private static bool AndGoesOn(CitedText text, int behindAnd, bool joint)
    {
        var next = text.SkipSpaces(behindAnd);
        if (next == behindAnd)
            return false;
        if (InstrumentTypes.At(text, next) is not null)
            return false;
        return (joint && text.IsCapital(next)) || NameWords.GoesOnBehindAnd(text, next);
    }

    private static bool CommaGoesOn(CitedText text, int behindComma)
    {
        var next = text.SkipSpaces(behindComma);
        var end = text.WordEnd(next);
        if (end == next)
            return false;
        if (!text.IsCapital(next))
            return NameWords.GoesOnBehindComma(text, next)
                && (IsPair(text, behindComma - 1, next) || AndFollows(text, next));
        // «Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ»
        if (text.Reads(next, "chu nhiem"))
            return true;
        return !StartsOther(text, next) && AndFollows(text, next);
    }

    /// <summary>«Phòng, chống», «Khám, chữa bệnh»: two words with a comma that are one.</summary>
    private static bool IsPair(CitedText text, int comma, int next) =>
        (text.ReadsBefore(comma, "phong") && text.Reads(next, "chong")) || (text.ReadsBefore(comma, "kham") && text.Reads(next, "chua"));

    private static bool StartsOther(CitedText text, int at) => InstrumentTypes.At(text, at) is not null || (text.IsCapital(at) && NameWords.IsBody(text, at));

    /// <summary>«Văn hóa, Thể thao và Du lịch»: a name's comma has its «và» a few words on, before any other punctuation.</summary>
    private static bool AndFollows(CitedText text, int at)
    {
        var p = at;
        for (var words = 0; words < 6; words++)
        {
            p = text.WordEnd(p);
            if (text[p] != ' ')
                return false;
            p++;
            if (text.Reads(p, "va"))
                return AndGoesOn(text, p + 2, joint: false);
        }
        return false;
    }
}
