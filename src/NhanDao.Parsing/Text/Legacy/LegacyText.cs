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

    private static ReadPage Convert(ReadPage page, ReadOnlySpan<LegacyTable?> decided)
    {
        var words = page.Words.ToBuilder();
        LegacyTable? table = null;
        for (var i = 0; i < decided.Length; i++)
            if (decided[i] is { } chosen)
            {
                table = chosen;
                words[i] = words[i] with { Text = chosen.Decode(words[i].Text, out _) };
            }
        return table is null ? page : page with { Words = words.MoveToImmutable(), Reason = $"{page.Reason}; {table.Name} converted" };
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
