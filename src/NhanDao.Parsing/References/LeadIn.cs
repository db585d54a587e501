namespace NhanDao.Parsing.References;

/// <summary>What stands before a cited instrument and tells its issuer or date.</summary>
/// <param name="Issuer">«Bộ Tư pháp» in «Bộ Tư pháp đã có Công văn số …»; empty when none is told.</param>
/// <param name="Date">The date in «Ngày 28 tháng 02 năm 2024, Đảng đoàn … có Công văn số …».</param>
internal readonly record struct LeadIn(Stretch Issuer, CitedDate? Date)
{
    private const int Reach = 220, MostWords = 22;

    /// <summary>Verbs by which a body puts out an instrument, folded. «nhận được» is none: the date would be that of receipt.</summary>
    private static readonly string[] Verbs = ["ban hanh", "da co", "co", "gui", "ky", "phat hanh", "da", "vua", "cung", "tiep tuc", "ra", "ky ban hanh", "co ban hanh"];

    /// <param name="text">The text.</param>
    /// <param name="end">Where the type word, with «các» before it, starts.</param>
    public static LeadIn Before(CitedText text, int end)
    {
        var p = text.BackOverSpaces(end);
        if (text.ReadsBefore(p, "noi dung"))
            p = text.BackOverSpaces(p - "noi dung".Length);
        if (text.ReadsBefore(p, "tai") || text.ReadsBefore(p, "ta"))
        {
            var place = text.BackOverSpaces(text.WordStart(p));
            var issuer = BehindOf(text, place);
            return issuer.IsEmpty ? AtSentenceStart(text, place) : new(issuer, null);
        }
        var verbEnd = p;
        p = BackOverVerbs(text, p);
        if (p == verbEnd || text.ReadsBefore(verbEnd, "da") || text.ReadsBefore(verbEnd, "cung") || text.ReadsBefore(verbEnd, "vua"))
            return default;
        var name = NameEndingAt(text, p);
        return name.IsEmpty ? default : new(name, DateEndingAt(text, name.Start));
    }

    /// <summary>«Ngày D, X đã phê duyệt … tại Quyết định số …»: date and issuer open the sentence.</summary>
    private static LeadIn AtSentenceStart(CitedText text, int end)
    {
        var p = end;
        while (end - p < Reach + Reach && text[p] is not (CitedText.Break or ';') && !(text.PrintedAt(p) == 'N' && DateReader.IsCue(text, p)))
            p--;
        if (DateReader.AfterCue(text, p) is not { } date)
            return default;
        var start = text.SkipSpaces(date.End);
        if (text[start] == ',')
            start = text.SkipSpaces(start + 1);
        var name = IssuerReader.Name(text, start);
        var verb = text.SkipSpaces(name.End);
        if (text.Reads(verb, "da"))
            verb = text.SkipSpaces(verb + 2);
        return !name.IsEmpty && NameWords.IsBody(text, start) && (text.Reads(verb, "phe duyet") || text.Reads(verb, "ban hanh") || text.Reads(verb, "cong bo") || text.Reads(verb, "thong qua"))
            ? new(name, date) : default;
    }

    private static int BackOverVerbs(CitedText text, int p)
    {
        for (var count = 0; count < 4; count++)
        {
            var before = p;
            foreach (var verb in Verbs)
                if (text.ReadsBefore(p, verb) && !text.IsCapital(p - verb.Length))
                {
                    p = text.BackOverSpaces(p - verb.Length);
                    break;
                }
            if (p == before)
                break;
        }
        return p;
    }

    /// <summary>«(đề nghị) của Giám đốc Sở Tài chính | tại Công văn số …»: the name that ends at <paramref name="end"/> behind its «của».</summary>
    private static Stretch BehindOf(CitedText text, int end)
    {
        var p = end;
        for (var words = 0; words < MostWords && end - p < Reach; words++)
        {
            p = text.WordStart(p);
            if (text.Reads(p, "cua"))
            {
                var name = IssuerReader.AfterOf(text, p, joint: true);
                return name.End == end ? name : default;
            }
            var behind = p;
            while (text[p - 1] is ' ' or ',' or '-' or '&' or ')' && behind - p < 3)
                p--;
            if (p == behind)
                return default;
        }
        return default;
    }

    /// <summary>The longest name that ends at <paramref name="end"/> and starts a clause.</summary>
    private static Stretch NameEndingAt(CitedText text, int end)
    {
        var best = default(Stretch);
        var p = end;
        for (var words = 0; words < MostWords; words++)
        {
            var start = text.WordStart(p);
            if (start == p)
                break;
            if (text.IsCapital(start) && NameWords.IsBody(text, start))
            {
                var name = IssuerReader.Name(text, start);
                if (name.End == end)
                    best = name;
            }
            else if (NameWords.Ends(text, start, p) || text.Reads(start, "va"))
                break;
            p = start;
            if (text[p - 1] == ' ' && text[p - 2] is ',' or ';' or '.' or ':' or ')' or '"' or CitedText.Break)
                break;
            p = text.BackOverSpaces(p);
            if (p == start)
                break;
        }
        return best;
    }

    private static CitedDate? DateEndingAt(CitedText text, int nameStart)
    {
        var end = text.BackOverSpaces(nameStart);
        if (text[end - 1] == ',')
            end = text.BackOverSpaces(end - 1);
        for (var p = end; p > end - 32 && p >= 0; p--)
            if (text[p] == 'n' && DateReader.AfterCue(text, p) is { } date)
                return date.End == end ? date : null;
        return null;
    }
}
