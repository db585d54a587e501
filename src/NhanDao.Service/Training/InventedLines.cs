using System.Collections.Immutable;
using System.Text;
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

    /// <summary>The letter of <paramref name="seed"/> as somebody types it off: a paragraph a line, one column after the other, no pages.</summary>
    public static (DocumentText Text, int[] Allowed) ReadTyped(int seed)
    {
        var style = new Invention(seed ^ 0x7E57);
        var labels = new List<LineLabel>();
        var typed = new StringBuilder();
        PlacedLine? above = null;
        foreach (var line in PageComposer.Compose(LetterInventor.Invent(seed), seed).Where(l => l.Label is not (LineLabel.ElectronicSignature or LineLabel.Stamp)))
        {
            var continues = above is { Bold: false } && line.Label == above.Label && line.Label is LineLabel.Body or LineLabel.Beyond && above!.Left + TypeMetrics.Width(above.Text, above.Size) > 500;
            if (continues)
                typed.Append(' ');
            else if (above is not null)
                for (var ends = style.Chance(line.Label == above.Label && line.Label != LineLabel.Body ? 0.1 : 0.7) ? 2 : 1; ends > 0; ends--)
                {
                    typed.Append('\n');
                    labels.Add(above.Label); // of an empty line nobody asks
                }
            typed.Append(line.Text);
            above = line;
        }
        labels.Add(above!.Label);
        var text = TextAssembler.Assemble(TypedText.Read(typed.ToString()));
        var height = text.Lines[0].Box.Height;
        return (text, [.. text.Lines.Select(line => Bits(labels[(int)Math.Round(line.Box.Top / height)]))]);
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
        return letters.Select((count, label) => count >= Share * all ? Bits((LineLabel)label) : 0).Aggregate(0, (bits, more) => bits | more);
    }

    /// <summary>Dirt and what is printed at the edges of pages are both nothing to read: either will do.</summary>
    private static int Bits(LineLabel label) =>
        label is LineLabel.Noise or LineLabel.Furniture ? LineSample.Bit(LineLabel.Noise) | LineSample.Bit(LineLabel.Furniture) : LineSample.Bit(label);
}
