using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NhanDao.Parsing.Directives;

/// <summary>
/// Short names that a letter introduces and what they stand for: «Ban Chỉ đạo phòng, chống tham nhũng (sau đây gọi tắt là Ban Chỉ đạo)»,
/// «Ủy ban nhân dân (UBND)», «phòng, chống tham nhũng, tiêu cực (gọi tắt là PCTNTC)».
/// </summary>
internal sealed class ShortNames
{
    /// <summary>Brackets that introduce a short name hold no more words; hostile text may never close them.</summary>
    private const int LongestNote = 16;

    /// <summary>Keyed by the short name without marks and in small letters; null where the letter gives it two meanings.</summary>
    private readonly FrozenDictionary<string, string?> full;

    private ShortNames(FrozenDictionary<string, string?> full) => this.full = full;

    /// <summary>The short names of the paragraphs and of the addressees.</summary>
    /// <param name="passages">The body.</param>
    /// <param name="addressees">Kính gửi, each as printed.</param>
    public static ShortNames Of(ImmutableArray<Passage> passages, IEnumerable<string> addressees)
    {
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var passage in passages)
            for (var at = 1; at < passage.Words.Length; at++)
                if (passage.Words[at].Depth > passage.Words[at - 1].Depth && OfBrackets(passage, at) is var (name, meaning))
                    Add(found, name, meaning);
        foreach (var addressee in addressees)
            if (OfAddressee(addressee) is var (name, meaning))
                Add(found, name, meaning);
        return new(found.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The name with the short names in it written out; null when it holds none.</summary>
    public string? Expand(string name)
    {
        if (full.Count == 0)
            return null;
        var bare = BareText.Of(name);
        var words = PassageWords.Split(name, bare);
        if (words.IsEmpty)
            return null;
        // The whole name, or its end: «Trưởng Ban Chỉ đạo», «Cục QLTT». An acronym may stand anywhere: «UBND tỉnh».
        for (var from = 0; from < words.Length; from++)
            for (var to = words.Length; to > from; to--)
            {
                var key = bare[words[from].Start..words[to - 1].End];
                if (!full.TryGetValue(key, out var meaning) || meaning is null || name.Contains(meaning, StringComparison.OrdinalIgnoreCase))
                    continue;
                var acronym = IsAcronym(name.AsSpan(words[from].Start, words[to - 1].End - words[from].Start));
                if (to < words.Length && !acronym)
                    continue;
                return string.Concat(name.AsSpan(0, words[from].Start), meaning, name.AsSpan(words[to - 1].End));
            }
        return null;
    }

    private static void Add(Dictionary<string, string?> found, string name, string meaning)
    {
        var key = BareText.Of(name);
        if (!found.TryGetValue(key, out var known))
            found[key] = meaning;
        else if (known is not null && BareText.Of(known) != BareText.Of(meaning))
            found[key] = null;
    }

    /// <summary>What brackets that open before the word <paramref name="at"/> introduce; null when they hold something else.</summary>
    private static (string Name, string Meaning)? OfBrackets(Passage passage, int at)
    {
        var words = passage.Words;
        var end = at;
        while (end < words.Length && end - at <= LongestNote && words[end].Depth >= words[at].Depth)
            end++;
        var cue = Cue(passage, at, end);
        var from = at + cue;
        if (from >= end || end - at > LongestNote)
            return null;
        var name = passage.Text[words[from].Start..words[end - 1].End];
        var meaning = Acronym(passage, at, name) is { } first ? passage.Text[words[first].Start..words[at - 1].End]
            : cue > 0 && BodyBefore(passage, at) is { } body ? passage.Text[words[body].Start..words[at - 1].End] : null;
        return meaning is null || BareText.Of(meaning) == BareText.Of(name) ? null : (name, meaning);
    }

    /// <summary>How many words say that a short name follows: «sau đây gọi tắt là», «viết tắt là», «gọi là».</summary>
    private static int Cue(Passage passage, int at, int end)
    {
        var from = at;
        if (passage.Key(from, 2) is "sau day" or "duoi day" or "tu day" or "tu nay")
            from += 2;
        if (passage.Key(from, 1) is not ("goi" or "viet"))
            return 0;
        from++;
        if (passage.Key(from, 1) is "chung")
            return 0; // of many together
        if (passage.Key(from, 1) is "tat")
            from++;
        if (from < end && passage.Key(from, 1) is "la")
            from++;
        return from - at >= 2 ? from - at : 0;
    }

    /// <summary>Where the words before the brackets begin whose first letters are the acronym; null when they are not, or it is none.</summary>
    private static int? Acronym(Passage passage, int at, string name)
    {
        // «Sở Giáo dục và Đào tạo (Sở GD&ĐT)»: the word before the letters stands before the words too.
        if (name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var gap && IsAcronym(name.AsSpan(gap + 1)))
            return Acronym(passage, at, name[(gap + 1)..]) is > 0 and var first && passage.Key(first - 1, 1).SequenceEqual(BareText.Of(name[..gap])) ? first - 1 : null;
        if (!IsAcronym(name))
            return null;
        var letters = BareText.Of(string.Concat(name.Where(char.IsLetter)));
        var word = at - 1;
        for (var i = letters.Length - 1; i >= 0; word--)
        {
            if (word < 0 || passage.Words[word].Depth != passage.Words[at - 1].Depth)
                return null;
            if (passage.Bare[passage.Words[word].Start] == letters[i])
                i--;
            else if (!(i < letters.Length - 1 && passage.Key(word, 1) is "va" or "-" or "&"))
                return null;
        }
        return word + 1;
    }

    private static bool IsAcronym(ReadOnlySpan<char> name)
    {
        var capitals = 0;
        foreach (var c in name)
            if (char.IsUpper(c))
                capitals++;
            else if (c is not ('&' or '-' or '.') && !char.IsDigit(c))
                return false;
        return capitals >= 2;
    }

    /// <summary>Where the name of the one body begins that ends at the brackets; null when none does.</summary>
    private static int? BodyBefore(Passage passage, int at)
    {
        int? best = null;
        for (var from = at - 1; from >= 0 && at - from <= 24 && (from + 1 >= passage.Words.Length || passage.MarkBefore(from + 1) is not ('.' or ';') || from == at - 1); from--)
            if (BodyHeads.Begins(passage, from) && BodyNames.ReadList(passage, from) is { Bodies: [var only] } list && list.Next == at && only.From == from)
                best = from;
            else if (passage.Words[from].Capital && BodyHeads.Read(passage, from, lower: false) is (_, BodyHead.Organ) && best is null && IsWhole(passage, from, at))
                best = from;
        return best;
    }

    /// <summary>«Ban Chỉ đạo chống buôn lậu, gian lận thương mại và hàng giả tỉnh (sau đây gọi …)»: all up to the brackets is the name when no other body and no order stands in it.</summary>
    private static bool IsWhole(Passage passage, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
            if (passage.MarkBefore(i) is not (' ' or ',') || passage.Key(i, 2) is "chu tri" or "phoi hop" or "chiu trach" or "co trach" || (i > from + 1 && passage.MarkBefore(i) == ',' && BodyHeads.Begins(passage, i)))
                return false;
        return true;
    }

    private static (string Name, string Meaning)? OfAddressee(string addressee)
    {
        var open = addressee.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0)
            return null;
        var close = addressee.IndexOf(')', open);
        var inside = addressee[(open + 1)..(close < 0 ? addressee.Length : close)];
        var bare = BareText.Of(inside);
        foreach (var cue in new[] { "sau day goi tat la ", "sau day viet tat la ", "goi tat la ", "viet tat la ", "sau day goi la " })
            if (bare.StartsWith(cue, StringComparison.Ordinal))
                return (inside[cue.Length..].Trim(), addressee[..open].Trim());
        return null;
    }
}
