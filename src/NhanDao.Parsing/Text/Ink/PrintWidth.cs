namespace NhanDao.Parsing.Text.Ink;

/// <summary>How wide print in the prescribed face (Times New Roman) is, in em: tells where print ends within a word that OCR glued to ink.</summary>
internal static class PrintWidth
{
    // Advance widths of Times Roman in thousandths of an em, from Adobe's published metrics; marks do not change them.
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static ReadOnlySpan<short> Widths =>
    [
        444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444,
        722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611,
    ];

    /// <summary>Width of <paramref name="text"/> in em.</summary>
    public static double Of(ReadOnlySpan<char> text)
    {
        var width = 0.0;
        foreach (var c in text)
        {
            var plain = char.IsUpper(c) ? char.ToUpperInvariant(Folding.Fold(c)) : Folding.Fold(c);
            var at = Letters.IndexOf(plain, StringComparison.Ordinal);
            width += at >= 0 ? Widths[at] / 1000.0
                : char.IsAsciiDigit(c) ? 0.5
                : c switch { '&' => 0.778, '-' => 0.333, _ => 0.278 };
        }
        return width;
    }

    /// <summary>The size of the print in <paramref name="words"/>, in the unit of their places: what their sure words agree on; null without any.</summary>
    public static double? Em(IEnumerable<PageWord> words)
    {
        var sizes = words.Where(w => w.Confidence > 0.8 && w.Text.Length >= 3 && w.Text.All(char.IsLetter))
            .Select(w => w.Width / Of(w.Text)).Order().ToList();
        return sizes.Count == 0 ? null : sizes[sizes.Count / 2];
    }
}
