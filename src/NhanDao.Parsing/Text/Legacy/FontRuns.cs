using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NhanDao.Parsing.Text.Legacy;

/// <summary>Text in one font, as a Word file keeps it.</summary>
/// <param name="Text">As stored; may begin or end within a word.</param>
/// <param name="Font">The font's name, "" when none is named.</param>
internal readonly record struct FontRun(string Text, string Font);

/// <summary>Converts runs whose fonts are known: by the font's name and the spelling of each word together.</summary>
internal static class FontRuns
{
    /// <summary>The texts of the runs in Unicode, and the encoding's name; null and the texts as they are when nothing is to be converted.</summary>
    public static (ImmutableArray<string> Texts, string? Encoding) Convert(IReadOnlyList<FontRun> runs)
    {
        var words = runs.SelectMany((run, i) => WordsOf(run.Text).Select(word => new LegacyWord(run.Text[word], i, LegacyFont.EncodingOf(run.Font)))).ToList();
        var decided = LegacyRuns.Decide(words);
        if (decided.IsEmpty)
            return ([.. runs.Select(Shown)], null);

        var texts = ImmutableArray.CreateBuilder<string>(runs.Count);
        var next = 0;
        foreach (var run in runs)
        {
            var ranges = WordsOf(run.Text);
            texts.Add(Convert(run, ranges, decided.AsSpan(next, ranges.Count)));
            next += ranges.Count;
        }
        return (texts.MoveToImmutable(), decided.First(table => table is not null)!.Name);
    }

    private static string Convert(FontRun run, List<Range> words, ReadOnlySpan<LegacyTable?> decided)
    {
        if (decided.IndexOfAnyExcept((LegacyTable?)null) < 0)
            return Shown(run);
        var converted = new StringBuilder();
        var copied = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var (start, length) = words[i].GetOffsetAndLength(run.Text.Length);
            converted.Append(run.Text, copied, start - copied);
            copied = start + length;
            var word = run.Text[start..copied];
            converted.Append(decided[i]?.Decode(word, out _) ?? word);
        }
        return Shown(run with { Text = converted.Append(run.Text, copied, run.Text.Length - copied).ToString() });
    }

    /// <summary>In a font of capitals («.VnTimeH») small letters were typed to be shown as capitals, whatever the encoding is now.</summary>
    private static string Shown(FontRun run) => LegacyFont.IsCapitals(run.Font) ? run.Text.ToUpper(CultureInfo.InvariantCulture) : run.Text;

    /// <summary>Only ASCII white space divides: the soft hyphen is a letter here.</summary>
    private static List<Range> WordsOf(string text)
    {
        var words = new List<Range>();
        foreach (var range in text.AsSpan().SplitAny(' ', '\t', '\n', '\r'))
            if (range.Start.Value < range.End.Value)
                words.Add(range);
        return words;
    }
}
