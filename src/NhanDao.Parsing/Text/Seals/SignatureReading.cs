using System.Collections.Immutable;
using NhanDao.Parsing.Native;

namespace NhanDao.Parsing.Text.Seals;

/// <summary>
/// Reads the signature again, with red and blue ink made light and seals and pen strokes taken out, and puts what reads as an
/// authority, post or name in the place of what was read there under seal and pen.
/// </summary>
internal static class SignatureReading
{
    /// <summary>No letter, nor two or three that touch, is larger; no mark is smaller. Unit 1/72 inch.</summary>
    private const double Widest = 60, Highest = 24, Speck = 0.7;

    /// <summary>
    /// Each sees what the others lose: a name stamped in blue is light without blue; sparse reading finds lone lines among what is
    /// left of a seal; letters that touch a stroke go with it.
    /// </summary>
    private static readonly (bool WithoutBlue, bool LettersOnly, PageSegmentation Layout)[] Views =
    [
        (true, true, PageSegmentation.SingleBlock),
        (false, true, PageSegmentation.Sparse),
        (false, false, PageSegmentation.SingleBlock),
    ];

    public static ImmutableArray<PageWord> Mend(PageImage grey, ImmutableArray<PageWord> words, IOcrEngine engine, CancellationToken cancellation)
    {
        var unit = grey.Dpi / 72;
        if (SignatureArea.Find(words, grey.Width / unit, grey.Height / unit) is not { } area || SignaturePrint.IsClear(words, area))
            return words;
        using var page = grey.InColour();
        using var part = Part(page ?? grey, area, unit);
        unit = part.Dpi / 72;
        var lines = new List<SignaturePrint>();
        PageImage? plain = null;
        try
        {
            foreach (var (withoutBlue, lettersOnly, layout) in Views)
            {
                using var view = page is null ? part.Grey() : part.WithoutRed(withoutBlue);
                foreach (var word in area.Foreign)
                    view.Whiten((int)((word.Left - area.Left) * unit) - 2, (int)((word.Top - area.Top) * unit) - 2, (int)(word.Width * unit) + 4, (int)(word.Height * unit) + 4);
                if (lettersOnly)
                    view.KeepLetters((int)(Widest * unit), (int)(Highest * unit), (int)Math.Ceiling(Speck * unit));
                lines.AddRange(SignaturePrint.In(engine.Read(view, layout, cancellation), area));
                if (SignaturePrint.Agree(lines))
                    break; // two views read the same post and name: another would not change them
            }
            plain = page is null ? part.Grey() : part.WithoutRed(blueToo: false);
            return SignaturePrint.Merge(words, lines, area, line => HasInkBefore(plain, line, area, unit));
        }
        finally
        {
            plain?.Dispose();
        }
    }

    /// <summary>
    /// Whether there is ink right before a line: a «KT.» written by hand, or the first letters of a post under a seal. Then the line
    /// is only partly read.
    /// </summary>
    private static bool HasInkBefore(PageImage plain, SignaturePrint line, SignatureArea area, double unit)
    {
        const double reach = 32, gap = 3;
        const double share = 0.015;
        var left = Math.Max(0, (int)((line.Left - reach - area.Left) * unit));
        var right = (int)((line.Left - gap - area.Left) * unit);
        var top = Math.Max(0, (int)((line.Top - area.Top) * unit));
        var height = Math.Min(plain.Height - top, (int)((line.Bottom - line.Top) * unit));
        if (right <= left || height <= 0)
            return false;
        var light = plain.Luminance(left, top, right - left, height);
        return light.Count(l => l < 140) > share * light.Length;
    }

    private static PageImage Part(PageImage page, SignatureArea area, double unit)
    {
        var part = page.Part((int)(area.Left * unit), (int)(area.Top * unit), (int)((area.Right - area.Left) * unit), (int)((area.Bottom - area.Top) * unit));
        if (Resolution.Enlargement(page.Dpi) is not { } factor)
            return part;
        using (part)
            return part.Scaled(factor);
    }
}
