using System.Collections.Frozen;
using System.Collections.Immutable;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Directives;

/// <summary>
/// The bodies that a letter is addressed to (Kính gửi), as it names them: where one of them stands in the body, the name goes as far as it
/// does there, though no vocabulary knows it («Công ty cổ phần Dược phẩm Trung ương 3», «Ban tuyên giáo và dân vận các huyện ủy»).
/// </summary>
internal sealed class LetterNames
{
    private readonly FrozenDictionary<string, ImmutableArray<ImmutableArray<string>>> byFirstWord;

    private LetterNames(IEnumerable<ImmutableArray<string>> names) => byFirstWord = names
        .GroupBy(n => n[0], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(n => n.Length).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>No names: a letter without addressees.</summary>
    public static LetterNames None { get; } = new([]);

    public static LetterNames Of(ImmutableArray<Field<string>> addressees) =>
        addressees.IsEmpty ? None : new(addressees.Select(a => a.Value).OfType<string>().Select(Words).Where(n => n.Length > 1));

    /// <summary>
    /// The word behind the name that begins at <paramref name="at"/> and goes on over <paramref name="end"/>, where the grammar would end it;
    /// <paramref name="end"/> itself when no name does. A list of bodies that was addressed as one stays a list.
    /// </summary>
    public int GoOn(Passage passage, int at, int end)
    {
        if (end >= passage.Words.Length || passage.MarkBefore(end) != ' ' || (passage.Key(end, 1) is "va" && BodyHeads.Begins(passage, end + 1))
            || !byFirstWord.TryGetValue(Bare(passage, at).ToString(), out var names))
            return end;
        foreach (var name in names)
            if (at + name.Length > end && Stands(passage, at, name))
                return at + name.Length;
        return end;
    }

    private static bool Stands(Passage passage, int at, ImmutableArray<string> name)
    {
        if (at + name.Length > passage.Words.Length)
            return false;
        for (var i = 0; i < name.Length; i++)
            if (!Bare(passage, at + i).SequenceEqual(name[i]))
                return false;
        return true;
    }

    private static ReadOnlySpan<char> Bare(Passage passage, int at) => passage.Bare.AsSpan(passage.Words[at].Start, passage.Words[at].End - passage.Words[at].Start);

    /// <summary>The words of a name without the notes in brackets behind it.</summary>
    private static ImmutableArray<string> Words(string name)
    {
        var bare = BareText.Of(name);
        return [.. PassageWords.Split(name, bare).TakeWhile(w => w.Depth == 0).Select(w => bare[w.Start..w.End])];
    }
}
