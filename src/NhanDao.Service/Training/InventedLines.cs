using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Text;
using NhanDao.Service.Generation;

namespace NhanDao.Service.Training;

/// <summary>Invented letters as they are read, and what their lines are: known, since they were made.</summary>
internal static class InventedLines
{
    /// <summary>A line holds what at least this share of its letters was printed as.</summary>
    private const double Share = 0.35;

    /// <summary>The letter of <paramref name="seed"/> as text, with the labels that are right for each line: one, or more where OCR ran lines together.</summary>
    /// <param name="seed">Which letter.</param>
    /// <param name="wear">The share of words that a scan spoils; 0 for a text layer.</param>
    public static (DocumentText Text, int[] Allowed) Read(int seed, double wear)
    {
        var scanner = new Invention(~seed);
        var lines = PageWear.Wear(PageComposer.Compose(LetterInventor.Invent(seed), seed), scanner, wear);
        var pages = InventedPages.Read(lines, scanner, wear);
        var text = TextAssembler.Assemble(pages);
        var labels = LabelsByPlace(lines, pages);
        return (text, [.. text.Lines.Select(line => Allowed(text, line, labels))]);
    }

    private static Dictionary<(int Page, double Left, double Top), LineLabel> LabelsByPlace(List<PlacedLine> lines, ImmutableArray<ReadPage> pages)
    {
        var places = new Dictionary<(int, double, double), LineLabel>();
        foreach (var (page, printed) in pages.Zip(lines.GroupBy(l => l.Page).Select(p => p.ToList())))
            foreach (var word in page.Words)
                places[(page.Number, word.Left, word.Top)] = printed[word.Line].Label;
        return places;
    }

    private static int Allowed(DocumentText text, TextLine line, Dictionary<(int, double, double), LineLabel> labels)
    {
        var letters = new int[LineModel.LabelCount];
        foreach (var word in text.Text.WordsIn(line.Span))
            letters[(int)labels[(word.Box!.Value.Page, word.Box.Value.Left, word.Box.Value.Top)]] += word.Span.Length;
        // Dirt beside print does not make the line dirt.
        if (letters.Where((_, label) => !LineModel.IsInterloper((LineLabel)label)).Sum() > 0)
            for (var label = 0; label < letters.Length; label++)
                letters[label] = LineModel.IsInterloper((LineLabel)label) && letters[label] < letters.Max() ? 0 : letters[label];
        var all = letters.Sum();
        return letters.Select((count, label) => count >= Share * all ? 1 << label : 0).Sum();
    }
}
