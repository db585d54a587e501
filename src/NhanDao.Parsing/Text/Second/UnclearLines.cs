using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NhanDao.Parsing.Text.Second;

/// <summary>
/// Reads single lines of a page of low resolution again, enlarged, where the first reading is in doubt of a word. What both readings
/// place alike is compared, and the clearer one stays.
/// </summary>
internal static class UnclearLines
{
    /// <summary>A word below this is in doubt; most sound print is far above, pen and seals are far below.</summary>
    private const double Unsure = 0.75;

    /// <summary>So much surer the second reading must be.</summary>
    private const double Surer = 0.06;

    /// <summary>Words of two readings begin and end at the same place but for this. Unit 1/72 inch.</summary>
    private const double Apart = 4;

    public static ImmutableArray<PageWord> Mend(PageImage grey, ImmutableArray<PageWord> words, IOcrEngine engine, CancellationToken cancellation)
    {
        if (Resolution.Enlargement(grey.Dpi) is null)
            return words;
        var mended = ImmutableArray.CreateBuilder<PageWord>(words.Length);
        foreach (var line in words.GroupBy(w => w.Line))
        {
            var first = line.ToList();
            if (IsUnclear(first))
                mended.AddRange(Merge(first, LineBox.Of(first).Read(grey, engine, line.Key, cancellation)));
            else
                mended.AddRange(first);
        }
        return mended.DrainToImmutable();
    }

    private static bool IsUnclear(List<PageWord> line) => line.Exists(w => w.Confidence < Unsure && w.Text.Any(char.IsLetterOrDigit));

    private static IEnumerable<PageWord> Merge(List<PageWord> first, ImmutableArray<PageWord> second)
    {
        foreach (var word in first)
        {
            var there = second.Where(s => s.Left + s.Width / 2 > word.Left && s.Left + s.Width / 2 < word.Right).ToList();
            if (word.Confidence < Unsure && there.Count > 0 && IsAt(LineBox.Of(there), word) && IsBetter(there, word))
                foreach (var better in there)
                    yield return better;
            else
                yield return word;
        }
    }

    private static bool IsAt(LineBox box, PageWord word) => Math.Abs(box.Left - word.Left) < Apart && Math.Abs(box.Right - word.Right) < Apart;

    private static bool IsBetter(List<PageWord> there, PageWord word)
    {
        if (there.Min(w => w.Confidence) <= word.Confidence + Surer)
            return false;
        int before = Sense(word.Text), after = there.Min(w => Sense(w.Text));
        if (before == 0 && after == 2 && word.Text.Any(char.IsLetter))
            return true;
        var text = string.Join(' ', there.Select(w => w.Text));
        return after >= before && text.Count(char.IsDigit) >= word.Text.Count(char.IsDigit) && (text.Length != word.Text.Length || Marks(text) >= Marks(word.Text));
    }

    /// <summary>Marks of Vietnamese letters. Enlarging blurs small ones away; it seldom invents one.</summary>
    private static int Marks(string text) => text.Normalize(NormalizationForm.FormD).Count(c => c is '\u0111' or '\u0110' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);

    /// <summary>2 a syllable, 1 digits or capitals, 0 anything else.</summary>
    private static int Sense(string text)
    {
        var core = VietnameseSyllable.Trim(text);
        return VietnameseSyllable.IsValid(core) ? 2 : core.Length > 0 && text.All(c => char.IsDigit(c) || char.IsUpper(c) || char.IsPunctuation(c)) ? 1 : 0;
    }
}
