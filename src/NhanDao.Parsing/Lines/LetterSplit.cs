using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Lines;

/// <summary>Splits the pages of a batch scan into letters: each gets its own words, on pages that keep their numbers.</summary>
internal static class LetterSplit
{
    /// <summary>The pages of each letter with what is attached to it; pages of the others are empty.</summary>
    public static ImmutableArray<ImmutableArray<ReadPage>> Of(ImmutableArray<ReadPage> pages)
    {
        var text = TextAssembler.Assemble(pages);
        if (text.Lines.IsEmpty)
            return [pages];
        var starts = PartStarts.Find(text, LineCues.Of(text)).Where(s => s.Kind == PartKind.Letter).Select(s => PlaceOf(text, s.Line)).ToList();
        if (starts.Count == 0)
            return [pages];

        Place[] bounds = [new(0, double.MinValue), .. starts, new(int.MaxValue, 0)];
        return [.. Enumerable.Range(0, bounds.Length - 1).Select(i => Between(pages, bounds[i], bounds[i + 1]))];
    }

    /// <summary>A height on a page; what begins there ends at the next.</summary>
    private readonly record struct Place(int Page, double Top)
    {
        public bool IsAbove(int page, double middle) => page > Page || (page == Page && middle >= Top);
    }

    /// <summary>The upper edge of the letterhead that begins at <paramref name="start"/>, whichever of its columns is higher.</summary>
    private static Place PlaceOf(DocumentText text, int start)
    {
        var page = text.Lines[start].Box.Page;
        return new(page, text.Lines.Skip(start).TakeWhile(l => l.Box.Page == page).Min(l => l.Box.Top));
    }

    private static ImmutableArray<ReadPage> Between(ImmutableArray<ReadPage> pages, Place from, Place to) =>
    [
        .. pages.Select(page =>
        {
            ImmutableArray<PageWord> words = [.. page.Words.Where(w =>
                w.Top + (w.Height / 2) is var middle && from.IsAbove(page.Number, middle) && !to.IsAbove(page.Number, middle))];
            return words.Length == page.Words.Length ? page : page with { Words = words };
        }),
    ];
}
