using System.Collections.Immutable;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Text.Legacy;

/// <summary>
/// Text in TCVN3, VNI, VISCII or windows-1258 to Unicode, run by run; Unicode text is handed back as it is. Must come before
/// anything that cleans characters: the ư of TCVN3 is the soft hyphen. Pages read by OCR hold no encoding and are left alone.
/// </summary>
internal static class LegacyText
{
    public static ImmutableArray<ReadPage> Convert(ImmutableArray<ReadPage> pages)
    {
        pages = [.. pages.Select(MendTones)];
        var words = pages.Where(HasEncoding)
            .SelectMany(page => page.Words.Select(word => new LegacyWord(word.Text, (page.Number << 16) + word.Line))).ToList();
        var decided = LegacyRuns.Decide(words);
        if (decided.IsEmpty)
            return pages;

        var converted = ImmutableArray.CreateBuilder<ReadPage>(pages.Length);
        var next = 0;
        foreach (var page in pages)
            if (HasEncoding(page))
            {
                converted.Add(Convert(page, decided.AsSpan(next, page.Words.Length)));
                next += page.Words.Length;
            }
            else
                converted.Add(page);
        return converted.MoveToImmutable();
    }

    /// <summary>
    /// The words of text layers, before anybody has judged them, and for each page the encoding that was converted; null where
    /// the layer is as it was. What is in an old encoding spells no Vietnamese until then.
    /// </summary>
    public static ImmutableArray<(ImmutableArray<PageWord> Words, string? Encoding)> Convert(ImmutableArray<ImmutableArray<PageWord>> layers)
    {
        var words = layers.SelectMany((layer, page) => layer.Select(word => new LegacyWord(Evidence(word.Text), (page << 16) + word.Line))).ToList();
        var decided = LegacyRuns.Decide(words);
        if (decided.IsEmpty)
            return [.. layers.Select(layer => (layer, (string?)null))];

        var next = 0;
        var converted = ImmutableArray.CreateBuilder<(ImmutableArray<PageWord>, string?)>(layers.Length);
        foreach (var layer in layers)
        {
            var tables = decided.AsSpan(next, layer.Length);
            next += layer.Length;
            converted.Add(Decode(layer, tables) is var (decoded, table) && table is not null ? (decoded, table.Name) : (layer, null));
        }
        return converted.MoveToImmutable();
    }

    /// <summary>A soft hyphen alone is a dash before an item, which says nothing of the encoding; ư is no word.</summary>
    private static string Evidence(string word) => word is "\u00AD" ? "-" : word;

    private static (ImmutableArray<PageWord> Words, LegacyTable? Table) Decode(ImmutableArray<PageWord> layer, ReadOnlySpan<LegacyTable?> decided)
    {
        var words = layer.ToBuilder();
        LegacyTable? table = null;
        for (var i = 0; i < decided.Length; i++)
            if (decided[i] is { } chosen)
            {
                table = chosen;
                words[i] = words[i] with { Text = chosen.Decode(words[i].Text, out _) };
            }
        return (words.MoveToImmutable(), table);
    }

    private static ReadPage Convert(ReadPage page, ReadOnlySpan<LegacyTable?> decided)
    {
        var (words, table) = Decode(page.Words, decided);
        return table is null ? page : page with { Words = words, Reason = $"{page.Reason}; {table.Name} converted" };
    }

    private static bool HasEncoding(ReadPage page) => page.Method is ReadingMethod.TextLayer or ReadingMethod.Typed;

    private static ReadPage MendTones(ReadPage page)
    {
        ImmutableArray<PageWord>.Builder? mended = null;
        for (var i = 0; i < page.Words.Length; i++)
            if (ToneOrder.Mend(page.Words[i].Text) is var text && !ReferenceEquals(text, page.Words[i].Text))
                (mended ??= page.Words.ToBuilder())[i] = page.Words[i] with { Text = text };
        return mended is null ? page : page with { Words = mended.MoveToImmutable() };
    }
}
