using System.Collections.Frozen;

namespace NhanDao.Parsing.References;

/// <summary>
/// Goes through the text once and stops only where a citation can start: at digits, at «số» and at the name of a law.
/// What it looks at there is bounded, so its time grows with the text and no faster, whatever the text is.
/// </summary>
internal sealed class CitationScanner
{
    /// <summary>Codes of bodies that number without a type code: 118/TTg, 51/CP, 158/UB.</summary>
    private static readonly FrozenSet<string> LoneCodes = new[] { "CP", "TTg", "HĐBT", "HĐNN", "UB", "UBND", "TW", "TU", "HĐND", "HĐCP", "CTN", "TC", "TCT" }
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly CitedText text;
    private readonly List<Citation> found = [];
    private CitedList? list;

    private CitationScanner(CitedText text) => this.text = text;

    /// <summary>A type word in the plural («các Công văn: số A …; số B …»): its items need no type word of their own.</summary>
    private sealed record CitedList(string Type, Stretch Issuer, bool IssuerLeads);

    public static List<Citation> Scan(CitedText text)
    {
        var scanner = new CitationScanner(text);
        scanner.Run();
        CitationLists.Share(scanner.found);
        return scanner.found;
    }

    private void Run()
    {
        var folded = text.Folded;
        var at = 0;
        while (at < folded.Length)
        {
            var c = folded[at];
            if (TextReading.IsDigit(c))
                at = AtDigits(at);
            else if (c is 'l' or 'b' or 'p' or 'h' && text.IsCapital(at) && !TextReading.IsWord(text[at - 1]))
                at = AtCapital(at);
            else if (c == 's' && text[at + 1] is 'o' && text[at + 2] == ' ' && !TextReading.IsDigit(text[at + 3]) && !TextReading.IsWord(text[at - 1]))
                at = AtDamagedDigits(at);
            else
                at++;
        }
    }

    private int AtDigits(int at)
    {
        var end = at;
        while (TextReading.IsDigit(text[end]))
            end++;
        return StartsNumber(at) && ReadNumbered(at) is { } citation ? Math.Max(Add(citation), end) : end;
    }

    /// <summary>«số I710/CAT», «số l2/QĐ-UBND»: the first digit was read as a letter.</summary>
    private int AtDamagedDigits(int at)
    {
        var start = at + 3;
        return text.PrintedAt(start) is 'I' or 'l' or 'O' or ']' or '|' && (TextReading.IsDigit(text[start + 1]) || text[start + 1] == '/')
            && ReadNumbered(start) is { } citation ? Math.Max(Add(citation), start + 1) : at + 2;
    }

    private int AtCapital(int at)
    {
        if (LawReader.Read(text, at) is not { } law)
            return text.WordEnd(at, 4) + 1;
        var number = law.Amends && law.Title.Contains('/', StringComparison.Ordinal) ? null : LawReader.NumberBehind(text, law.End);
        var end = number?.End ?? law.End;
        var citation = new Citation { Start = at, End = end, Type = law.Kind, Law = law, Number = number, Cued = true };
        ReadDateAndIssuer(citation);
        // The laws inside an amending law's title are cited themselves where the title gives their numbers.
        return Math.Max(Add(citation), law.Amends && number is null ? InsideTitle(law) : citation.Tail);
    }

    private int InsideTitle(CitedLaw law)
    {
        if (!law.Title.Contains('/', StringComparison.Ordinal))
            return law.End;
        for (var at = law.Start + law.Kind.Length + 1; at < law.End; at++)
            if (text.IsCapital(at) && !TextReading.IsWord(text[at - 1]) && LawReader.Read(text, at) is { Amends: false } nested
                && LawReader.NumberBehind(text, nested.End) is { } number)
            {
                Add(new Citation { Start = at, End = number.End, Tail = number.End, Type = nested.Kind, Law = nested, Number = number, Cued = true });
                at = number.End;
            }
        return law.End;
    }

    /// <summary>Whether the digits at <paramref name="at"/> are the start of a number and not the rest of a date, a decimal or a word.</summary>
    private bool StartsNumber(int at)
    {
        var before = text[at - 1];
        if (TextReading.IsWord(before))
            return before is 'o' && text[at - 2] == 's' && !TextReading.IsWord(text[at - 3]);
        return before is not ('/' or '-' or '.' or ',' or ':') || !TextReading.IsWord(text[at - 2])
            || (before is ':' or '.' && text[at - 2] == 'o' && text[at - 3] == 's');
    }

    private int Add(Citation citation)
    {
        found.Add(citation);
        return citation.Tail;
    }

    private Citation? ReadNumbered(int at)
    {
        var cueEnd = BackOverMarks(at);
        var cueStart = text.WordStart(cueEnd, 4);
        var cued = text.Reads(cueStart, "so") || text.Reads(cueStart, "s6") || text.Reads(cueStart, "s0") || (cueEnd == at && text.ReadsBefore(cueEnd, "so"));
        // «số12/QĐ»: run together
        if (!cued && cueEnd == at && text[at - 1] == 'o' && text[at - 2] == 's')
            (cued, cueStart) = (true, at - 2);
        var typeEnd = BackOverMarks(cued ? cueStart : at);
        var type = InstrumentTypes.Before(text, typeEnd, out var typeStart);
        var number = NumberReader.Read(text, at, cued || type is not null);
        if (number is null)
            return type is not null && text.IsCapital(typeStart) ? ShortForm(at, type, typeStart, cued) : null;

        var start = type is not null ? typeStart : cued ? cueStart : at;
        var chained = found.Count > 0 && IsConnector(found[^1].Tail, start);
        if (found.Count > 0 && list is not null && EndsSentence(found[^1].Tail, start))
            list = null;
        if (!IsInstrument(number, type is not null, cued, chained))
            return null;
        var across = default(Stretch);
        if (type is null && cued)
            type = TypeAcross(cueStart, ref start, ref across);
        var from = TypeSource.Printed;
        if (type is null)
        {
            from = number.Type is null || list is not null || chained ? TypeSource.List : TypeSource.Code;
            type = number.Type ?? list?.Type ?? (chained ? found[^1].Type : "Công văn");
        }
        var citation = new Citation
        {
            Start = start,
            End = number.End,
            Type = type,
            TypeFrom = from,
            Number = number,
            Cued = cued || from == TypeSource.Printed,
            Chained = chained,
        };
        ReadDateAndIssuer(citation);
        if (from == TypeSource.Printed)
            LookBefore(citation, start, across);
        else if (list is not null && citation.Issuer.IsEmpty)
            (citation.Issuer, citation.IssuerIsShared) = (list.Issuer, true);
        return citation;
    }

    /// <summary>Issuer and date before the type word; opens a list where the type word is in the plural.</summary>
    private void LookBefore(Citation citation, int start, Stretch across)
    {
        var wordEnd = text.BackOverSpaces(start);
        var wordStart = text.WordStart(wordEnd, 6);
        var plural = text.Reads(wordStart, "cac") || text.Reads(wordStart, "nhung") || text.Reads(wordStart, "hai") || text.Reads(wordStart, "ba")
            || (wordEnd - wordStart == 2 && text[wordStart] == '0' && TextReading.IsDigit(text[wordStart + 1]));
        var leadIn = across.IsEmpty ? LeadIn.Before(text, plural ? wordStart : start) : new(across, null);
        if (plural)
            list = new(citation.Type, leadIn.Issuer, true);
        if (citation.Issuer.IsEmpty)
            citation.Issuer = leadIn.Issuer;
        citation.Date ??= leadIn.Date;
    }

    /// <summary>«Kết luận 44», «Nghị quyết số 18 ngày 25/10/2017»: a number without its symbol.</summary>
    private Citation? ShortForm(int at, string type, int typeStart, bool cued)
    {
        var end = at;
        while (end - at < 5 && TextReading.IsDigit(text[end]))
            end++;
        if (end - at > 4 || TextReading.IsWord(text[end]) || (text[end] is '/' or '-' or '.' or ',' && TextReading.IsWord(text[end + 1])))
            return null;
        var citation = new Citation { Start = typeStart, End = end, Type = type, ShortOrdinal = text.Text(at, end), Cued = cued };
        ReadDateAndIssuer(citation);
        return citation;
    }

    private void ReadDateAndIssuer(Citation citation)
    {
        var joint = citation.Type.EndsWith("liên tịch", StringComparison.Ordinal) || citation.Number?.TypeCode is "TTLT" or "NQLT" or "KHLT";
        var tail = citation.End;
        var p = Behind(tail);
        // «số 1967/CĐ-UBND tỉnh ngày …»
        if (text.Reads(p, "tinh") && p == text.SkipSpaces(citation.End) && citation.Number is not null)
            p = Behind(p + 4);
        if (Date(p) is { } date)
        {
            citation.Date = date;
            tail = date.End;
            p = Behind(tail);
        }
        var issuer = IssuerReader.AfterOf(text, p, joint);
        if (!issuer.IsEmpty)
        {
            citation.Issuer = issuer;
            tail = issuer.End;
            if (citation.Date is null && Date(Behind(tail)) is { } late)
            {
                citation.Date = late;
                tail = late.End;
            }
        }
        citation.Tail = tail;
    }

    /// <summary>Over the blank, comma or bracket behind <paramref name="at"/>.</summary>
    private int Behind(int at)
    {
        for (var i = 0; i < 3 && text[at] is ' ' or ',' or '(' or ')' or '_' or '"'; i++)
            at++;
        return at;
    }

    /// <summary>«ngày …», «ký ngày …», «hồi 08 giờ ngày …», «năm 2013».</summary>
    private CitedDate? Date(int at)
    {
        foreach (var filler in DateFillers)
            if (text.Reads(at, filler))
            {
                at = text.SkipSpaces(at + filler.Length);
                break;
            }
        if (text.Reads(at, "hoi"))
            for (var i = 0; i < 24 && text[at] is not ('.' or ';' or CitedText.Break) && !DateReader.IsCue(text, at); i++)
                at++;
        return DateReader.AfterCue(text, at) ?? DateReader.YearAfterCue(text, at);
    }

    private static readonly string[] DateFillers = ["ky ban hanh", "duoc ban hanh", "ban hanh", "ky", "de", "da ky"];

    /// <summary>Over blanks and marks before <paramref name="at"/>: «số: 12», «số .92», «(Công văn …».</summary>
    private int BackOverMarks(int at)
    {
        for (var i = 0; i < 4 && text[at - 1] is ' ' or ':' or '.' or ',' or '_' or '\'' or '"' or '('; i++)
            at--;
        return at;
    }

    /// <summary>«Công văn của UBND tỉnh số 12/UBND-VX»: the type stands before the issuer.</summary>
    private string? TypeAcross(int cueStart, ref int start, ref Stretch issuer)
    {
        var p = text.BackOverSpaces(cueStart);
        if (text[p - 1] is ':' or ',')
            p = text.BackOverSpaces(p - 1);
        var end = p;
        for (var words = 0; words < 14; words++)
        {
            p = text.WordStart(p);
            if (text.Reads(p, "cua"))
            {
                var name = IssuerReader.AfterOf(text, p, joint: true);
                if (name.End != end || InstrumentTypes.Before(text, text.BackOverSpaces(p), out var typeStart) is not { } type)
                    return null;
                (start, issuer) = (typeStart, name);
                return type;
            }
            var before = text.BackOverSpaces(p);
            if (text[before - 1] is ',' or '-')
                before = text.BackOverSpaces(before - 1);
            if (before == p)
                return null;
            p = before;
        }
        return null;
    }

    private bool IsInstrument(CitedNumber number, bool typed, bool cued, bool chained)
    {
        if (typed)
            return true;
        var telling = number.Segments.Any(InstrumentTypes.IsTelling);
        if (cued)
            return telling || chained || list is not null || number.Segments.Length > 1 || LoneCodes.Contains(number.Segments[0])
                || number.Segments[0].StartsWith("QH", StringComparison.Ordinal);
        return (telling && number.Segments.Length > 1) || (chained && number.Segments.Length > 1);
    }

    /// <summary>Whether only «,», «;», «và», «các», «được sửa đổi, bổ sung tại» stand between two citations.</summary>
    private bool IsConnector(int from, int to)
    {
        var p = from;
        var passive = false;
        while (p < to && to - p < 64)
        {
            if (text[p] is ' ' or ',' or ';' or ')' or '"')
            {
                p++;
                continue;
            }
            var end = text.WordEnd(p);
            if (end == p || !Connectors.Contains(text.Folded[p..Math.Min(end, text.Length)]))
                return false;
            // «A được sửa đổi tại B» goes on with the list, «A sửa đổi B» does not
            passive |= text.Reads(p, "duoc");
            if (!passive && text.Reads(p, "sua"))
                return false;
            p = end;
        }
        return p >= to && to > from;
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Connectors =
        new[] { "va", "cac", "da", "duoc", "sua", "doi", "bo", "sung", "mot", "so", "dieu", "tai", "ta", "boi", "theo", "cua" }
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a sentence ends between <paramref name="from"/> and <paramref name="to"/>. Each gap is looked at once.</summary>
    private bool EndsSentence(int from, int to)
    {
        for (var p = from; p < to; p++)
            if (text[p] == CitedText.Break || (text[p] == '.' && text[p + 1] == ' ' && text.IsCapital(p + 2)))
                return true;
        return false;
    }
}
