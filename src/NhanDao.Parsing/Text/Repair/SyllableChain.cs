using System.Collections.Immutable;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Text.Repair;

/// <summary>
/// Chooses among the readings of neighbouring words those that make pairs of <see cref="SyllablePairs"/>: a letter read otherwise costs,
/// a pair pays, and the cheapest chain is taken (Viterbi). «ven biến» becomes «ven biển», «biến đổi» stays.
/// </summary>
internal static class SyllableChain
{
    /// <summary>What a pair pays.</summary>
    private const double Pair = 2.2;

    /// <summary>What a letter read otherwise costs at least, and what it costs more the less likely the engine thought it.</summary>
    private const double Change = 1, Unlikely = 1.6;

    /// <summary>
    /// What a spelling costs that the engine did not think of, though it differs in marks only: where it was sure of the word, where it
    /// was not, and in capitals, over which marks are small and soon lost.
    /// </summary>
    private const double Unthought = 4.2, UnthoughtWhereUnsure = 1.9, UnthoughtInCapitals = 1.4;

    private const double Unsure = 0.5, Sure = 0.9;

    /// <summary>What a word costs that spells no syllable.</summary>
    private const double Misspelt = 1.2;

    /// <summary>Capitals up to this length are abbreviations.</summary>
    private const int LongestAbbreviation = 3;

    public static void Mend(ImmutableArray<PageWord>.Builder words)
    {
        var chain = new List<Link>();
        for (var i = 0; i < words.Count; i++)
        {
            var link = Link.Of(words[i], i);
            if (chain.Count > 0 && (link is null || !chain[^1].IsOpen || !link.StartsOpen))
                Mend(words, chain);
            if (link is not null)
                chain.Add(link);
        }
        Mend(words, chain);
    }

    private static void Mend(ImmutableArray<PageWord>.Builder words, List<Link> chain)
    {
        for (var i = 0; i + 1 < chain.Count; i++)
            chain[i].AddSpellings(chain[i + 1]);
        for (var i = 1; i < chain.Count; i++)
            chain[i].Follow(chain[i - 1]);
        var best = chain.Count == 0 ? -1 : chain[^1].Cheapest;
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            var reading = chain[i].Readings[best];
            if (best > 0)
                words[chain[i].Word] = words[chain[i].Word] with { Text = chain[i].Before + reading.Text + chain[i].After };
            best = reading.Previous;
        }
        chain.Clear();
    }

    private sealed class Reading(string text, double cost)
    {
        public string Text { get; } = text;
        public string Key { get; } = SyllablePairs.Key(text);

        /// <summary>Its own cost until it follows others, then that of the cheapest chain up to it.</summary>
        public double Cost { get; set; } = cost;

        public int Previous { get; set; } = -1;
    }

    /// <summary>A word of the chain: letters, with what is printed around them.</summary>
    private sealed class Link
    {
        private readonly bool isUpper, isTitle;
        private readonly double confidence;

        private Link(PageWord word, int index, int start, int end)
        {
            (Word, Before, After, confidence) = (index, word.Text[..start], word.Text[end..], word.Confidence);
            var core = word.Text[start..end];
            isUpper = core.Length > 1 && !core.Any(char.IsLower);
            isTitle = !isUpper && char.IsUpper(core[0]);
            Readings.Add(new(core, VietnameseSyllable.IsValid(core) || (isUpper && core.Length <= LongestAbbreviation) ? 0 : Misspelt));
            if (word.Raw is not null || word.Alternatives.IsDefault)
                return;
            foreach (var other in word.Alternatives)
                if (CanonicalWord.Of(other.Text) is var text && text.Length > start + After.Length && text.StartsWith(Before, StringComparison.Ordinal) && text.EndsWith(After, StringComparison.Ordinal)
                    && text[start..(text.Length - After.Length)] is var otherCore && otherCore != core && HasCase(otherCore) && VietnameseSyllable.IsValid(otherCore))
                    Readings.Add(new(otherCore, Change + Unlikely * (1 - other.Confidence)));
        }

        public int Word { get; }
        public string Before { get; }
        public string After { get; }
        public List<Reading> Readings { get; } = [];
        public bool StartsOpen => Before.Length == 0;
        public bool IsOpen => After.Length == 0;
        public int Cheapest => Enumerable.Range(0, Readings.Count).MinBy(i => Readings[i].Cost);

        public static Link? Of(PageWord word, int index)
        {
            int start = 0, end = word.Text.Length;
            while (start < end && !char.IsLetterOrDigit(word.Text[start]))
                start++;
            while (end > start && !char.IsLetterOrDigit(word.Text[end - 1]))
                end--;
            return end > start && !word.Text.AsSpan(start, end - start).ContainsAnyInRange('0', '9') && word.Text.AsSpan(start, end - start).IndexOfAny('/', '-', '.') < 0
                ? new(word, index, start, end) : null;
        }

        /// <summary>What the list spells with the same letters, for this word and the next.</summary>
        public void AddSpellings(Link next)
        {
            foreach (var (first, second) in SyllablePairs.Spellings(Readings[0].Text, next.Readings[0].Text))
            {
                Add(first, isUpper && next.isUpper);
                next.Add(second, isUpper && next.isUpper);
            }
        }

        /// <summary>Takes for each reading the cheapest of the word before.</summary>
        public void Follow(Link previous)
        {
            var names = isTitle && previous.isTitle;
            foreach (var reading in Readings)
            {
                var (least, at) = (double.MaxValue, 0);
                for (var i = 0; i < previous.Readings.Count; i++)
                {
                    var before = previous.Readings[i];
                    var isPair = names ? SyllablePairs.AreName(before.Key, reading.Key)
                        : SyllablePairs.AreWords(before.Key, reading.Key) || (isUpper && previous.isUpper && SyllablePairs.AreName(before.Key, reading.Key));
                    if (before.Cost - (isPair ? Pair : 0) is var cost && cost < least)
                        (least, at) = (cost, i);
                }
                reading.Cost += least;
                reading.Previous = at;
            }
        }

        private void Add(string spelling, bool inCapitals)
        {
            var core = Readings[0].Text;
            if (spelling.Length != core.Length || Readings.Exists(r => r.Key == SyllablePairs.Key(spelling)))
                return;
            var cased = string.Concat(core.Select((c, i) => char.IsUpper(c) ? char.ToUpperInvariant(spelling[i]) : spelling[i]));
            Readings.Add(new(cased, inCapitals ? UnthoughtInCapitals : UnthoughtWhereUnsure + (Unthought - UnthoughtWhereUnsure) * Math.Clamp((confidence - Unsure) / (Sure - Unsure), 0, 1)));
        }

        private bool HasCase(string core) =>
            isUpper ? !core.Any(char.IsLower) : char.IsUpper(core[0]) == isTitle && !core.Skip(1).Any(char.IsUpper);
    }
}
