using NhanDao.Parsing.Lines;

namespace NhanDao.Service.Generation;

/// <summary>
/// What scanning does to whole lines before any letter is misread: dirt and pen strokes between the lines, words of a seal
/// over the signature, lines pulled apart or out of their row, lines lost. What is added says that it is noise.
/// </summary>
internal static class PageWear
{
    /// <param name="lines">What was printed.</param>
    /// <param name="invention">Where the wear falls.</param>
    /// <param name="wear">As for <see cref="InventedPages"/>: 0 leaves the lines as they are.</param>
    public static List<PlacedLine> Wear(List<PlacedLine> lines, Invention invention, double wear)
    {
        if (wear <= 0)
            return lines;
        var worn = new List<PlacedLine>(lines.Count);
        foreach (var page in lines.GroupBy(l => l.Page))
        {
            foreach (var line in page)
                Spoil(worn, line, invention, wear);
            Dirt(worn, [.. page], invention, wear);
        }
        return worn;
    }

    private static void Spoil(List<PlacedLine> worn, PlacedLine line, Invention invention, double wear)
    {
        if (invention.Chance(wear * 0.04) && line.Label != LineLabel.Number)
            return; // lost
        if (invention.Chance(wear * 0.3))
            line = line with { Top = line.Top + (invention.Fraction() - 0.5) * 0.7 * line.Size };
        if (line.Label == LineLabel.Signature && invention.Chance(0.08 + wear))
            line = UnderSeal(line, invention);
        var words = line.Text.Split(' ');
        var ink = line.Ink.GetOffsetAndLength(line.Text.Length).Length > 0;
        if (ink || words.Length < 4 || !invention.Chance(wear * 0.4))
        {
            worn.Add(line);
            return;
        }
        // OCR takes the end of the line for a line of its own: a little higher or lower, with a gap before it.
        var at = invention.Number(2, words.Length - 1);
        var head = string.Join(' ', words.Take(at)) + " ";
        worn.Add(line with { Text = head.TrimEnd() });
        worn.Add(line with
        {
            Text = string.Join(' ', words.Skip(at)),
            Left = line.Left + TypeMetrics.Width(head, line.Size, line.Bold) + invention.Number(0, 12),
            Top = line.Top + (invention.Fraction() - 0.5) * 0.9 * line.Size,
        });
    }

    /// <summary>The seal stands left of the signature: it takes the first letters of a line, or makes others of them.</summary>
    private static PlacedLine UnderSeal(PlacedLine line, Invention invention)
    {
        var taken = invention.Number(1, Math.Max(2, line.Text.Length / 2));
        var left = invention.Number(0, 3) switch
        {
            0 => line.Text[taken..],
            1 => "./| " + line.Text[taken..],
            _ => string.Concat(line.Text[..taken].Select(c => invention.Chance(0.5) ? "ƒ\\/|'EJÄ.N"[invention.Number(0, 10)] : c)) + line.Text[taken..],
        };
        return left.Trim().Length < 2 ? line : line with { Text = left.Trim(), Left = line.Left + TypeMetrics.Width(line.Text.AsSpan(0, line.Text.Length - Math.Min(line.Text.Length, left.Length)), line.Size) };
    }

    private static void Dirt(List<PlacedLine> worn, List<PlacedLine> page, Invention invention, double wear)
    {
        var signature = page.FindAll(l => l.Label == LineLabel.Signature);
        if (signature.Count >= 2 && invention.Chance(0.3 + wear * 3))
        {
            // The seal covers the left of the signature; the pen runs between post and name.
            var (over, name) = (signature[^2], signature[^1]);
            for (var i = invention.Number(1, 6); i > 0; i--)
                Speck(over.Left - 40 + invention.Number(0, 130), over.Top + 8 + invention.Fraction() * Math.Max(10, name.Top - over.Top));
        }
        for (var i = invention.Number(0, 3 + (int)(wear * 20)); i > 0; i--)
            Speck(invention.Number(12, 570), invention.Number(8, 834));
        if (page[0].Page == 1 && invention.Chance(0.1 + wear))
            Speck(230 + invention.Number(0, 60), 56 + invention.Number(0, 60)); // in the gap between the columns of the head

        if (invention.Chance(0.12))
            for (var (i, top) = (invention.Number(1, 4), 100.0 + invention.Number(0, 500)); i > 0; i--)
                worn.Add(new(page[0].Page, 6 + invention.Number(0, 10), top += 16, 10, Phrases.Draw(invention, "note"), LineLabel.Noise) { IsDirt = true }); // by hand, in the margin

        void Speck(double left, double top) =>
            worn.Add(new(page[0].Page, left, top, 6 + invention.Number(0, 10), Phrases.Draw(invention, "dirt"), LineLabel.Noise) { IsDirt = true });
    }
}
