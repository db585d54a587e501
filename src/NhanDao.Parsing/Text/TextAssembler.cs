using System.Collections.Immutable;
using System.Text;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Text;

/// <summary>
/// Words of pages to one canonical NFC text in reading order: page by page from the top, in a letterhead or foot
/// the left column and then the right.
/// </summary>
internal static class TextAssembler
{
    public static DocumentText Assemble(ImmutableArray<ReadPage> pages)
    {
        var text = new Transcript();
        foreach (var page in pages)
            AddPage(text, page, page.Number == pages[0].Number);
        return text.ToDocument(pages);
    }

    private static void AddPage(Transcript text, ReadPage page, bool firstPage)
    {
        var words = PrintedRows.Straighten(page);
        if (words.Count == 0)
            return;
        var size = PrintSize.Of(words);
        var rows = PrintedRows.Rows(PrintedRows.Fragments(words, size), size);
        size = size.WithBody(rows, page.Method == ReadingMethod.Typed);
        text.Begin(page, size);
        var regions = TwoColumnRegion.Find(rows, size, firstPage);
        var next = 0;
        for (var i = 0; i < rows.Count; i++)
            if (next < regions.Count && regions[next].First == i)
            {
                AddColumns(text, rows, regions[next], size);
                i = regions[next++].Last;
            }
            else
                text.Add(rows[i], LineColumn.Full, PagePart.Plain);
    }

    private static void AddColumns(Transcript text, List<Row> rows, TwoColumnRegion region, PrintSize size)
    {
        var fragments = rows.GetRange(region.First, region.Last - region.First + 1)
            .SelectMany(r => r.Fragments).OrderBy(f => f.Centre).ToLookup(region.HasLeft);
        AddColumn(text, PrintedRows.Rows(fragments[true], size), LineColumn.Left, region.Part, size);
        AddColumn(text, PrintedRows.Rows(fragments[false], size), LineColumn.Right, region.Part, size);
    }

    private static void AddColumn(Transcript text, List<Row> rows, LineColumn column, PagePart part, PrintSize size)
    {
        // Joint letters (văn bản liên tịch) have a second signature between Nơi nhận and the first.
        if (part == PagePart.Foot && column == LineColumn.Left && TwoColumnRegion.SecondSignature(rows, size) is { } inner)
        {
            var sides = rows.SelectMany(r => r.Fragments).OrderBy(f => f.Centre).ToLookup(inner.HasLeft);
            AddColumn(text, PrintedRows.Rows(sides[true], size), LineColumn.Left, part, size);
            AddColumn(text, PrintedRows.Rows(sides[false], size), LineColumn.Right, part, size);
            return;
        }
        foreach (var row in rows)
            text.Add(row, column, part);
    }
}

/// <summary>The text as it grows; offsets are final once written.</summary>
internal sealed class Transcript
{
    private readonly StringBuilder content = new();
    private readonly ImmutableArray<TextWord>.Builder words = ImmutableArray.CreateBuilder<TextWord>();
    private readonly ImmutableArray<PageBox>.Builder places = ImmutableArray.CreateBuilder<PageBox>();
    private readonly ImmutableArray<TextLine>.Builder lines = ImmutableArray.CreateBuilder<TextLine>();
    private ReadPage? page;
    private PrintSize size;
    private double pageTop, pageBottom;

    public void Begin(ReadPage next, PrintSize print)
    {
        (page, size) = (next, print);
        pageTop = next.Height > 0 ? 0 : next.Words.Min(w => w.Top);
        pageBottom = next.Height > 0 ? next.Height : next.Words.Max(w => w.Bottom);
    }

    public void Add(Row row, LineColumn column, PagePart part)
    {
        var start = content.Length;
        PageBox? box = null;
        double confidence = 0, weight = 0;
        foreach (var fragment in row.Fragments)
            foreach (var word in fragment.Words)
            {
                if (content.Length > start)
                    content.Append(' ');
                var source = word.Source;
                var place = new PageBox(page!.Number, source.Left, source.Top, source.Width, source.Height);
                words.Add(new(new(content.Length, word.Text.Length), page.Method == ReadingMethod.Typed ? null : place, source.Confidence) { AsRead = source.Raw });
                places.Add(place);
                content.Append(word.Text);
                box = box?.Union(place) ?? place;
                confidence += source.Confidence * word.Text.Length;
                weight += word.Text.Length;
            }
        AddLine(TextSpan.FromBounds(start, content.Length), box!.Value, column, part, confidence / weight, row);
        content.Append('\n');
    }

    public DocumentText ToDocument(ImmutableArray<ReadPage> pages) =>
        new(new() { Content = content.ToString(), Words = words.ToImmutable() }, lines.ToImmutable(), pages, places.ToImmutable());

    private void AddLine(TextSpan span, PageBox box, LineColumn column, PagePart part, double confidence, Row row)
    {
        var above = lines.Count > 0 && lines[^1].Box.Page == box.Page && lines[^1].Box.Top < box.Top ? lines[^1] : null;
        var leftRoom = box.Left - size.Left;
        var rightRoom = size.Right - box.Right;
        lines.Add(new(lines.Count, span, box, column, confidence)
        {
            Part = part,
            Indent = leftRoom / size.CharacterWidth,
            GapAbove = above is null ? 9 : Math.Max(0, (box.Top - above.Box.Bottom) / size.LineHeight),
            RelativeHeight = row.Fragments.Max(f => f.Height) / size.LineHeight,
            Centred = leftRoom > 3 * size.CharacterWidth && rightRoom > 3 * size.CharacterWidth
                && Math.Abs(leftRoom - rightRoom) < Math.Max(4 * size.CharacterWidth, 0.06 * size.Width),
            ReachesRight = page!.Method != ReadingMethod.Typed && rightRoom < 4 * size.CharacterWidth,
            Position = ((box.Top + box.Bottom) / 2 - pageTop) / Math.Max(1, pageBottom - pageTop),
        });
    }
}
