using System.Collections.Immutable;
using NhanDao.Parsing.Native;

namespace NhanDao.Parsing.Text.Seals;

/// <summary>
/// Reads the signature a second time, with coloured ink made light and seals and pen strokes taken out, and puts what reads as
/// an authority, post or name in the place of what was read there under seal and pen.
/// </summary>
internal static class SignatureReading
{
    /// <summary>No letter, nor two or three that touch, is larger; no mark is smaller. Unit 1/72 inch.</summary>
    private const double Widest = 60, Highest = 24, Speck = 0.7;

    /// <summary>Where two readings of a name differ the better is a candidate, no more.</summary>
    private const double Disputed = 0.6;

    public static ImmutableArray<PageWord> Mend(PageImage grey, ImmutableArray<PageWord> words, IOcrEngine engine, CancellationToken cancellation)
    {
        var unit = grey.Dpi / 72;
        if (SignatureArea.Find(words, grey.Width / unit, grey.Height / unit) is not { } area)
            return words;
        using var part = Part(grey, area, unit);
        part.KeepLetters((int)(Widest * unit), (int)(Highest * unit), (int)Math.Ceiling(Speck * unit));
        var lines = new List<SignaturePrint>();
        foreach (var mode in Modes)
            lines.AddRange(SignaturePrint.In(engine.Read(part, mode, cancellation), area));
        return SignaturePrint.Merge(words, lines, area);
    }

    public static PageSegmentation[] Modes = [PageSegmentation.SingleBlock, PageSegmentation.Sparse];

    private static PageImage Part(PageImage grey, SignatureArea area, double unit)
    {
        using var light = grey.WithoutColour();
        var part = (light ?? grey).Part((int)(area.Left * unit), (int)(area.Top * unit), (int)((area.Right - area.Left) * unit), (int)((area.Bottom - area.Top) * unit));
        foreach (var word in area.Foreign)
            part.Whiten((int)((word.Left - area.Left) * unit) - 2, (int)((word.Top - area.Top) * unit) - 2, (int)(word.Width * unit) + 4, (int)(word.Height * unit) + 4);
        return part;
    }
}
