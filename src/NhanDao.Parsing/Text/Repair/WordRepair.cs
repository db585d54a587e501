using System.Collections.Immutable;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Text.Repair;

/// <summary>
/// Mends words that OCR misread, within a closed vocabulary: neighbouring syllables that office language knows, symbols, fixed
/// abbreviations. A word is changed only for one that the engine thought of, or that differs from it in marks. What was read is kept.
/// </summary>
internal static class WordRepair
{
    /// <summary>The pages with mended words, where OCR read them. Mending twice changes nothing more.</summary>
    public static ImmutableArray<ReadPage> Mend(ImmutableArray<ReadPage> pages, RepairSteps steps) =>
        steps.HasFlag(RepairSteps.Syllables) ? [.. pages.Select(page => page.Method == ReadingMethod.Ocr ? page with { Words = Mend(page.Words) } : page)] : pages;

    internal static ImmutableArray<PageWord> Mend(ImmutableArray<PageWord> words)
    {
        var mended = ImmutableArray.CreateBuilder<PageWord>(words.Length);
        foreach (var word in words)
            mended.AddRange(JoinedWords.Part(word with { Text = CanonicalWord.Of(word.Text) }));
        var read = mended.ToImmutable();
        FixedForms.Mend(mended);
        SyllableChain.Mend(mended);
        for (var i = 0; i < mended.Count; i++)
            if (mended[i].Text != read[i].Text)
                mended[i] = mended[i] with { Raw = read[i].Raw ?? read[i].Text };
        return mended.DrainToImmutable();
    }
}
