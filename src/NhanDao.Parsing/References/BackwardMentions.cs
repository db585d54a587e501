using System.Buffers;

namespace NhanDao.Parsing.References;

/// <summary>
/// Mentions without a number: «Công văn nêu trên», «Kế hoạch trên», «Nghị định này» in a letter that is none, and the short name that the
/// letter gives an instrument («sau đây gọi là Đề án»). Each goes back to the one instrument that it can mean, or to none.
/// </summary>
internal sealed class BackwardMentions
{
    /// <summary>How far before «gọi là» the instrument may stand: its title is between.</summary>
    private const int SentenceReach = 420;

    /// <summary>A letter gives few short names; hostile text may give any number.</summary>
    private const int MostAliases = 16;

    private static readonly SearchValues<string> Cues = SearchValues.Create(["tren", "nay", "goi la", "goi tat la", "goi chung la", "viet tat la"], StringComparison.Ordinal);

    private readonly CitedText text;
    private readonly IReadOnlyList<Citation> citations;
    private readonly Func<Citation, CitedInstrument?> owner;
    private readonly Antecedents antecedents;
    private readonly string? ownType;
    private readonly List<Alias> aliases = [];
    private readonly List<(CitedInstrument, Citation)> found = [];

    private BackwardMentions(CitedText text, IReadOnlyList<Citation> citations, Func<Citation, CitedInstrument?> owner, Antecedents antecedents, string? ownType) =>
        (this.text, this.citations, this.owner, this.antecedents, this.ownType) = (text, citations, owner, antecedents, ownType);

    /// <summary>A short name, folded as it is looked for, with the place from which it holds.</summary>
    private sealed record Alias(string Folded, string Type, int From, CitedInstrument Instrument);

    /// <param name="text">The text.</param>
    /// <param name="citations">What was scanned, in order.</param>
    /// <param name="owner">The instrument that a citation belongs to; null for a short form that belongs to none.</param>
    /// <param name="antecedents">What was cited before.</param>
    /// <param name="ownType">The letter's own type, lower-case.</param>
    public static IReadOnlyList<(CitedInstrument Instrument, Citation Mention)> Find(
        CitedText text, IReadOnlyList<Citation> citations, Func<Citation, CitedInstrument?> owner, Antecedents antecedents, string? ownType)
    {
        var search = new BackwardMentions(text, citations, owner, antecedents, ownType);
        search.FindCues();
        foreach (var alias in search.aliases)
            search.FindAlias(alias);
        return search.found;
    }

    private void FindCues()
    {
        var folded = text.Folded;
        for (var at = 0; folded[at..].IndexOfAny(Cues) is >= 0 and var step;)
        {
            at += step;
            if (!TextReading.IsWord(text[at - 1]))
                switch (folded[at])
                {
                    case 't' when text.Reads(at, "tren"):
                        PointAt(at, "tren".Length);
                        break;
                    case 'n' when text.Reads(at, "nay"):
                        PointAt(at, "nay".Length);
                        break;
                    case 'g' or 'v':
                        ReadAlias(at);
                        break;
                }
            at++;
        }
    }

    /// <summary>«Công văn | nêu trên», «Kế hoạch | trên», «Nghị định | này».</summary>
    private void PointAt(int cue, int length)
    {
        var isThis = length == 3;
        var end = text.BackOverSpaces(cue);
        var said = text.ReadsBefore(end, "neu") || text.ReadsBefore(end, "noi") || text.ReadsBefore(end, "ke") || text.ReadsBefore(end, "dan");
        if (said)
            end = text.BackOverSpaces(text.WordStart(end));
        if (said && text.ReadsBefore(end, "da"))
            end = text.BackOverSpaces(end - 2);
        if (InstrumentTypes.Before(text, end, out var start) is not { } type || IsPlural(start) || IsPartOfName(start)
            || (!said && (!text.IsCapital(start) || (!isThis && !Closes(cue + length)))) || Overlaps(start, cue + length))
            return;
        if (isThis && (ownType is null || IsOwn(type)))
            return;
        if (antecedents.OfType(type, start) is { } instrument)
            Add(instrument, type, start, cue + length);
    }

    /// <summary>«Quyết định này» in a quyết định is the letter itself; so is «Kết luận này» in a thông báo kết luận.</summary>
    private bool IsOwn(string type) =>
        type.Equals(ownType, StringComparison.OrdinalIgnoreCase) || type is "Văn bản" or "Thông báo" || (type == "Kết luận" && ownType == "thông báo")
        || (type == "Công văn" && ownType == "văn bản");

    /// <summary>«các Quyết định nêu trên»: which of them is not said.</summary>
    private bool IsPlural(int start)
    {
        var end = text.BackOverSpaces(start);
        return text.ReadsBefore(end, "cac") || text.ReadsBefore(end, "nhung") || text.ReadsBefore(end, "hai") || text.ReadsBefore(end, "ba")
            || text.ReadsBefore(end, "tung") || TextReading.IsDigit(text[end - 1]);
    }

    /// <summary>«Kế hoạch trên.» points back, «Kế hoạch trên địa bàn tỉnh» does not.</summary>
    private bool Closes(int at) =>
        text[at] is '.' or ',' or ';' or ':' or ')' or '"' or CitedText.Break
        || (text[at] == ' ' && AfterPointing.Any(word => text.Reads(at + 1, word)));

    private static readonly string[] AfterPointing = ["va", "cua", "da", "de", "den", "duoc", "theo", "nham"];

    /// <summary>«Sở Kế hoạch», «Ban Chỉ đạo»: the words of a body's name.</summary>
    private bool IsPartOfName(int start)
    {
        var end = text.BackOverSpaces(start);
        var word = text.WordStart(end);
        return word < end && text.IsCapital(word) && text.Folded[word..end] is "so" or "bo" or "phong" or "ban" or "vu" or "cuc" or "vien" or "hoi";
    }

    /// <summary>«(sau đây gọi tắt là Đề án 06)»: what stands behind «là», when it begins with a type word.</summary>
    private void ReadAlias(int cue)
    {
        var at = cue;
        for (var words = 0; words < 3 && !text.Reads(at, "la"); words++)
            at = text.SkipSpaces(text.WordEnd(at));
        if (!text.Reads(at, "la") || aliases.Count == MostAliases)
            return;
        at = text.SkipSpaces(at + 2);
        if (text[at] == '"')
            at++;
        if (InstrumentTypes.At(text, at) is not { } type)
            return;
        var end = at;
        while (end - at < 60 && text[end] is not (')' or '"' or ',' or ';' or '.' or ':' or CitedText.Break))
            end++;
        end = text.BackOverSpaces(end);
        if (end - at >= 60 || NamedBefore(cue, type) is not { } instrument)
            return;
        var name = new string(text.Folded[at..end]);
        aliases.RemoveAll(a => a.Folded == name && a.Instrument != instrument);
        aliases.Add(new(name, type, at, instrument));
    }

    /// <summary>The one instrument of this type in the sentence before <paramref name="cue"/>; where none is of it, the only one at all.</summary>
    private CitedInstrument? NamedBefore(int cue, string type)
    {
        var inSentence = new HashSet<CitedInstrument>();
        var ofType = new HashSet<CitedInstrument>();
        for (var i = FirstStartingAt(cue) - 1; i >= 0 && cue - citations[i].Start < SentenceReach; i--)
        {
            if (citations[i].End > cue || text.Folded[citations[i].End..cue].Contains(CitedText.Break))
                break;
            if (owner(citations[i]) is not { } instrument)
                continue;
            inSentence.Add(instrument);
            if (instrument.First.Type == type)
                ofType.Add(instrument);
        }
        return ofType.Count > 0 ? Only(ofType) : Only(inSentence);
    }

    private static CitedInstrument? Only(HashSet<CitedInstrument> set) => set.Count == 1 ? set.First() : null;

    private void FindAlias(Alias alias)
    {
        var folded = text.Folded;
        for (var at = alias.From; folded[at..].IndexOf(alias.Folded) is >= 0 and var step; at++)
        {
            at += step;
            var end = at + alias.Folded.Length;
            if (!TextReading.IsWord(text[at - 1]) && !TextReading.IsWord(text[end]) && text.IsCapital(at) && !IsPartOfName(at) && !GoesOn(end) && !Overlaps(at, end))
                Add(alias.Instrument, alias.Type, at, end);
        }
    }

    /// <summary>A number, «này», or another name («Kế hoạch và Đầu tư», «Kế hoạch Đầu tư công») goes on behind the words.</summary>
    private bool GoesOn(int end)
    {
        if (text[end] is '/' or '-' && TextReading.IsWord(text[end + 1]))
            return true;
        var next = text.SkipSpaces(end);
        return next > end && (text.Reads(next, "so") || text.Reads(next, "nay") || text.Reads(next, "tren") || text.Reads(next, "neu") || text.Reads(next, "noi")
            || TextReading.IsDigit(text[next]) || text.IsCapital(next) || (text.Reads(next, "va") && text.IsCapital(next + 3)));
    }

    private void Add(CitedInstrument instrument, string type, int start, int end) =>
        found.Add((instrument, new() { Start = start, End = end, Tail = end, Type = type, TypeFrom = TypeSource.List }));

    /// <summary>Whether another mention stands there; a short form that went back to nothing is none.</summary>
    private bool Overlaps(int start, int end)
    {
        var next = FirstStartingAt(start);
        return (next < citations.Count && citations[next].Start < end && owner(citations[next]) is not null)
            || (next > 0 && citations[next - 1].End > start && owner(citations[next - 1]) is not null);
    }

    private int FirstStartingAt(int offset)
    {
        int low = 0, high = citations.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (citations[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
