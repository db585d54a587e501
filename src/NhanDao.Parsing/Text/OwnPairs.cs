using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Text;

/// <summary>
/// How a letter itself spells two syllables side by side: what its subject or a list says, its body mostly says again, and the
/// engine seldom misreads one syllable twice alike. Case and what is printed between the two do not count.
/// </summary>
internal sealed class OwnPairs
{
    /// <summary>A letter with more spellings of one pair is no letter.</summary>
    private const int MostSpellings = 8;

    private readonly Dictionary<string, List<Spelling>> pairs = new(StringComparer.Ordinal);

    /// <summary>One spelling of a pair.</summary>
    /// <param name="First">Lower-case.</param>
    /// <param name="Second">Lower-case.</param>
    public sealed record Spelling(string First, string Second)
    {
        /// <summary>How often it is printed.</summary>
        public int Count { get; set; }

        /// <summary>How sure the engine was of it where it was surest: of the weaker of the two words.</summary>
        public double Clearest { get; set; }
    }

    public static OwnPairs Of(LetterText text)
    {
        var own = new OwnPairs();
        for (var i = 0; i + 1 < text.Words.Length; i++)
            own.Add(Core(text[text.Words[i].Span]), Core(text[text.Words[i + 1].Span]), Math.Min(text.Words[i].OcrConfidence, text.Words[i + 1].OcrConfidence));
        return own;
    }

    /// <summary>The spellings of the pair in this letter, the commonest first; empty when it has none.</summary>
    public IReadOnlyList<Spelling> Spellings(string first, string second) => pairs.GetValueOrDefault(Key(first, second)) ?? [];

    private void Add(string first, string second, double clear)
    {
        if (first.Length == 0 || second.Length == 0)
            return;
        var spellings = pairs.TryGetValue(Key(first, second), out var known) ? known : pairs[Key(first, second)] = [];
        var spelling = spellings.Find(s => s.First == first && s.Second == second);
        if (spelling is null && spellings.Count == MostSpellings)
            return;
        if (spelling is null)
            spellings.Add(spelling = new(first, second));
        spelling.Count++;
        spelling.Clearest = Math.Max(spelling.Clearest, clear);
        if (spelling.Count > spellings[0].Count)
            (spellings[0], spellings[spellings.IndexOf(spelling)]) = (spelling, spellings[0]);
    }

    private static string Key(string first, string second) => Folding.Fold($"{first} {second}");

    private static string Core(ReadOnlySpan<char> word)
    {
        int start = 0, end = word.Length;
        while (start < end && !char.IsLetter(word[start]))
            start++;
        while (end > start && !char.IsLetter(word[end - 1]))
            end--;
        var core = word[start..end];
        return core.ContainsAnyExceptInRange('A', 'ỹ') ? "" : core.ToString().ToLowerInvariant();
    }
}
