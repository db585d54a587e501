using System.Text;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>
/// Mends the marks of misread syllables where the list of <see cref="CommonPairs"/> leaves one spelling («tô chức» is
/// «tổ chức») or the letter itself spells them otherwise elsewhere (<see cref="OwnPairs"/>), and says how sure each reading is: a
/// syllable that a pair witnesses is surer than one that stands alone.
/// </summary>
internal static class MisreadWords
{
    private const double Witnessed = 0.93, Alone = 0.90, Unsure = 0.75, Misspelled = 0.6;

    /// <summary>The engine's confidence above which a syllable needs no witness.</summary>
    private const double Clear = 0.93;

    /// <summary>A spelling that the letter has so often is no slip of the engine.</summary>
    private const int OftenEnough = 2;

    /// <summary>The text of <c>[start, end)</c>, mended where OCR read it, and how sure it is, 0–1.</summary>
    public static (string Text, double Surety) Mend(DocumentText text, JoinedLines lines, int start, int end)
    {
        var printed = lines.Content[start..end];
        if (!Surety.IsOcr(text, lines.SpanOf(start, end)))
            return (printed, 1);
        var words = Words(text, lines, start, end);
        Witness(words);
        WitnessByOwn(words, text.OwnPairs);
        return (Text(printed, words, start), words.Count == 0 ? 1 : words.Min(w => w.Surety));
    }

    private static void Witness(List<Word> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
            foreach (var (first, second) in Spellings(words[i], words[i + 1]))
                if (CommonPairs.AreSame(first, words[i].Core) && CommonPairs.AreSame(second, words[i + 1].Core))
                    words[i].IsWitnessed = words[i + 1].IsWitnessed = true;

        for (var i = 0; i + 1 < words.Count; i++)
            if (Spellings(words[i], words[i + 1]) is [var only] && words[i].Accepts(only.First) && words[i + 1].Accepts(only.Second))
            {
                words[i].Take(only.First);
                words[i + 1].Take(only.Second);
            }
    }

    /// <summary>The letter's own spelling of a pair elsewhere: the same one bears both words out, a commoner and clearer one mends them.</summary>
    private static void WitnessByOwn(List<Word> words, OwnPairs own)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            Word a = words[i], b = words[i + 1];
            if (own.Spellings(a.Core, b.Core) is not [var commonest, ..] spellings)
                continue;
            if (spellings.FirstOrDefault(s => IsSpelled(s, a, b)) is { Count: > 1 } said && said.Count >= commonest.Count)
                a.IsWitnessed = b.IsWitnessed = true;
            else if (!IsSpelled(commonest, a, b) && commonest.Count >= OftenEnough && commonest.Clearest >= Clear && a.Accepts(commonest.First) && b.Accepts(commonest.Second))
            {
                a.Take(commonest.First);
                b.Take(commonest.Second);
            }
        }
    }

    private static bool IsSpelled(OwnPairs.Spelling spelling, Word a, Word b) =>
        CommonPairs.AreSame(spelling.First, a.Core) && CommonPairs.AreSame(spelling.Second, b.Core);

    private static ReadOnlySpan<(string First, string Second)> Spellings(Word a, Word b) =>
        a.EndsOpen && b.StartsOpen ? CommonPairs.Spellings(a.Core, b.Core) : [];

    private static string Text(string printed, List<Word> words, int start)
    {
        var mended = new StringBuilder(printed);
        foreach (var word in words)
            if (word.Mended is { } core)
                for (var i = 0; i < core.Length; i++)
                    mended[word.Start - start + i] = char.IsUpper(word.Core[i]) ? char.ToUpperInvariant(core[i]) : core[i];
        return mended.ToString();
    }

    private static List<Word> Words(DocumentText text, JoinedLines lines, int start, int end)
    {
        var words = new List<Word>();
        for (var i = start; i < end;)
        {
            var next = lines.Content.IndexOf(' ', i, end - i) is var space and >= 0 ? space : end;
            if (Ornaments.Only(lines.Content.AsSpan(i, next - i)) is false)
                words.Add(new(lines.Content, i, next, text.OcrConfidence(lines.SpanOf(i, next))));
            i = next + 1;
        }
        return words;
    }

    /// <summary>A word of the line: its letters without what is printed around them.</summary>
    private sealed class Word
    {
        private readonly double confidence;

        public Word(string content, int start, int end, double confidence)
        {
            this.confidence = confidence;
            int first = start, last = end;
            while (first < last && !char.IsLetterOrDigit(content[first]))
                first++;
            while (last > first && !char.IsLetterOrDigit(content[last - 1]))
                last--;
            (Start, Core, StartsOpen, EndsOpen) = (first, content[first..last], first == start, last == end);
        }

        public int Start { get; }
        public string Core { get; }
        public string? Mended { get; private set; }
        public bool StartsOpen { get; }
        public bool EndsOpen { get; }
        public bool IsWitnessed { get; set; }

        public double Surety => Mended is not null || IsWitnessed ? Witnessed
            : IsMisspelled ? Misspelled
            : confidence >= 1 ? 1
            : confidence >= Clear ? Alone
            : Math.Min(Unsure, confidence);

        /// <summary>Lower-case letters that are no syllable.</summary>
        private bool IsMisspelled => Core.All(char.IsLetter) && Core.Skip(1).All(char.IsLower) && Core.Length > 1 && !VietnameseSyllable.IsValid(Core);

        /// <summary>Whether the spelling is this word's own or may replace it: same letters, no witness for its own marks.</summary>
        public bool Accepts(string spelling) =>
            CommonPairs.AreSame(spelling, Core) || (confidence < 1 && !IsWitnessed && spelling.Length == Core.Length && Core.Skip(1).All(char.IsLower));

        public void Take(string spelling)
        {
            if (CommonPairs.AreSame(spelling, Core))
                IsWitnessed = true;
            else
                Mended = spelling;
        }
    }
}
