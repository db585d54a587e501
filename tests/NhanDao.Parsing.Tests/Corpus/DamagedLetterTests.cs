using System.Collections.Immutable;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Corpus;

/// <summary>Words are lost, cut and moved, as on a bad scan: the parser must answer, and every span of its answer must hold.</summary>
public sealed class DamagedLetterTests
{
    private const int Seed = 20260103;

    [Theory, MemberData(nameof(CorpusRows.WithoutTools), MemberType = typeof(CorpusRows))]
    public void Reads_on_when_words_are_damaged(string name, string form)
    {
        var pages = new CorpusCase(name, form).Pages();
        var random = new Random(Seed + name.Sum(c => c));
        Func<ImmutableArray<PageWord>, Random, IEnumerable<PageWord>>[] damages = [Drop, Cut, Shuffle, Swap, Repeat, KeepHalf];
        foreach (var damage in damages)
            LetterInvariants.Check(LetterParser.Parse([.. pages.Select(p => p with { Words = [.. damage(p.Words, random)] })], ParsingOptions.Default));
    }

    [Theory, MemberData(nameof(CorpusRows.WithoutTools), MemberType = typeof(CorpusRows))]
    public void Reads_on_when_the_page_is_cut_off_anywhere(string name, string form)
    {
        var pages = new CorpusCase(name, form).Pages();
        for (var keep = 0; keep <= 10; keep++)
            LetterInvariants.Check(LetterParser.Parse(
                [.. pages.Select(p => p with { Words = [.. p.Words.Take(p.Words.Length * keep / 10)] })], ParsingOptions.Default));
    }

    private static IEnumerable<PageWord> Drop(ImmutableArray<PageWord> words, Random random) => words.Where(_ => random.NextDouble() > 0.25);

    private static IEnumerable<PageWord> Cut(ImmutableArray<PageWord> words, Random random) =>
        words.Select(w => random.NextDouble() < 0.3 ? w with { Text = w.Text[..random.Next(1, w.Text.Length + 1)] } : w).Where(w => w.Text.Trim().Length > 0);

    private static PageWord[] Shuffle(ImmutableArray<PageWord> words, Random random)
    {
        var shuffled = words.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    // The words stay where they stand and say something else: every cue in a wrong place.
    private static IEnumerable<PageWord> Swap(ImmutableArray<PageWord> words, Random random)
    {
        var texts = words.Select(w => w.Text).ToArray();
        random.Shuffle(texts);
        return words.Zip(texts, (word, text) => word with { Text = text });
    }

    private static IEnumerable<PageWord> Repeat(ImmutableArray<PageWord> words, Random random) =>
        words.SelectMany(w => Enumerable.Repeat(w, random.NextDouble() < 0.2 ? 2 : 1));

    private static IEnumerable<PageWord> KeepHalf(ImmutableArray<PageWord> words, Random random) =>
        random.NextDouble() < 0.5 ? words.Take(words.Length / 2) : words.Skip(words.Length / 2);
}
